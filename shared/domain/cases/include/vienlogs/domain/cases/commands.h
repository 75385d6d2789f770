// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/domain/cases/case.h"
#include "vienlogs/domain/payments/day.h"

namespace vienlogs::domain::cases {

/// A client came to the desk: the contact begins. The stream of contact commands is the contact's id.
struct OpenContact {
    std::string channel;
};
/// Who the client is became known, or more surely known; an act of its own in the audit.
struct IdentifyClient {
    clients::Client client;
    clients::IdentityLevel level = clients::IdentityLevel::None;
    std::string reader;            ///< The client's reader, so that it is on record which one it was.
    std::string certificateSha256; ///< Empty when a document was seen.
    std::string purpose;
};
struct EndContact {
    std::vector<StepTime> stepTimes;
    std::string outcome; ///< "served", "no-service", "interrupted"
};

/// An application is begun. The stream of case commands is the case's id.
struct OpenCase {
    base::Ulid contactId;
    std::string number;
    clients::Client client;
    clients::ActingFor actingFor;
    clients::IdentityLevel identityLevel = clients::IdentityLevel::None;
    clients::LegalBasis legalBasis = clients::LegalBasis::InPersonAuthorisation;
    std::string channel;
    std::string lifeEventId;
    std::string serviceId;
    int serviceVersion = 0;
    std::string institution;
    std::string formId;
    int formVersion = 0;
};
struct SaveAnswers {
    std::string answersJson; ///< A JSON object, at most 256 KiB.
    /// The Case::answersKey that the clerk saw, nil when there was none. Another one meanwhile is a conflict;
    /// without it the newest answers win.
    std::optional<base::Ulid> basedOn{};
};
struct AttachDocument {
    Document document;
};
/// A document attached by mistake is taken off again; its bytes stay on record.
struct RemoveDocument {
    std::string sha256;
};
/// The client signed: names the document that carries the signature (scan or container), attached before.
struct SignCase {
    SigningMethod method = SigningMethod::Paper;
    std::string documentSha256;
    std::optional<base::Ulid> basedOn{}; ///< The answers that were signed, as in SaveAnswers.
};
struct IssueInvoice {
    Invoice invoice;
};
/// The payment as it stands now; the newest record of one payment id replaces the one before it.
struct RecordPayment {
    payments::Payment payment;
};
struct SubmitCase {
    DeliveryWay delivery = DeliveryWay::EAccount;
    std::vector<StepTime> stepTimes;
};
struct WithdrawCase {
    std::string reason;
};

/// The clerk logged in without the server: her card answered a challenge of the desk. A stream of its own;
/// the server only records it.
struct LogInOffline {
    std::string certificateSha256;
};

/// A terminal's day was closed at the desk, or what is known of a closing changed: the newest of one closing
/// replaces the one before it. The stream is the closing's id.
struct CloseDay {
    payments::DayClosing closing;
};

using CommandBody = std::variant<OpenContact, IdentifyClient, EndContact, OpenCase, SaveAnswers,
                                 AttachDocument, RemoveDocument, SignCase, IssueInvoice, RecordPayment,
                                 SubmitCase, WithdrawCase, LogInOffline, CloseDay>;

/// Something that was done, by whom, where and when; kept before it is sent and never changed afterwards.
struct Command {
    base::Ulid key;    ///< Idempotency key.
    base::Ulid stream; ///< Contact or case: commands of one stream are ordered by sequence.
    std::string device;
    std::int64_t epoch = 1;    ///< Grows when a device is restored or cloned.
    std::int64_t sequence = 0; ///< 1, 2, 3 … on the device, without gaps.
    std::string clerk;
    std::string place;
    base::Timestamp at;
    CommandBody body;
};

/// "login.offline", "contact.open", "contact.identify", "contact.end", "case.open", "case.save-answers",
/// "case.attach", "case.remove-document", "case.sign", "case.invoice", "case.payment", "case.submit",
/// "case.withdraw", "day.close".
[[nodiscard]] std::string_view typeOf(const CommandBody& body);
[[nodiscard]] bool isCaseCommand(const CommandBody& body);

/// What a case command makes of a case (nothing before case.open). Desk and server run this same rule.
/// Fails with VL-CASE-… when the command does not fit the state; the case is then as before.
[[nodiscard]] base::Result<Case> apply(const std::optional<Case>& before, const Command& command);

} // namespace vienlogs::domain::cases
