// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/money.h"
#include "vienlogs/base/ulid.h"
#include "vienlogs/domain/clients/client.h"
#include "vienlogs/domain/payments/payment.h"

namespace vienlogs::domain::cases {

/// Where an application stands.
enum class CaseState {
    Draft,     ///< Being filled; "started, incomplete" when nobody works on it.
    Signed,    ///< The client signed what will be sent.
    Submitted, ///< Sent to execution; the institution has it when the server has it.
    InProgress,
    Completed,
    Refused,
    Withdrawn, ///< The client called it off before it was submitted.
};

/// How the client signed.
enum class SigningMethod { Paper, Card };

/// How the result is to reach the client.
enum class DeliveryWay { EAccount, EAddress, Post, Desk, Voice };

/// How much of its own proof a signature carries (baseline levels of ETSI EN 319 132-1): B the signature
/// alone, T also a time stamp, LT also certificates and what their issuers said of revocation.
enum class SignatureLevel { B, T, LT };

/// What a server added to a signed container; the container as it was signed stays beside it.
struct SignatureProof {
    SignatureLevel level = SignatureLevel::B;
    std::string sha256;    ///< Of the container with the proof: a blob of its own, unless nothing was added.
    std::int64_t size = 0; ///< Bytes.
    base::Timestamp at;    ///< When it was added.
    std::string stopped{}; ///< Code of why more can never be added; empty else.
    friend bool operator==(const SignatureProof&, const SignatureProof&) = default;
};

/// A document of the case; the content is a blob named by its SHA-256.
struct Document {
    enum class Kind {
        Application,
        SignedScan,
        SignedContainer,
        Evidence,
        Invoice,
        Receipt
    } kind = Kind::Evidence;
    std::string sha256;
    std::string title;
    std::string mediaType;
    std::int64_t size = 0; ///< Bytes.
    int pages = 0;
    std::optional<SignatureProof> proof{}; ///< Of a signed container; nothing is level B.
    friend bool operator==(const Document&, const Document&) = default;
};

/// Which fee of the service was chosen and why, in the words of the catalogue then (Latvian).
struct InvoiceFee {
    std::string costId;
    std::string proofId; ///< Of a relief: what proved it. Empty without one.
    std::string label;
    std::string urgency; ///< "standard" or "urgent".
    std::string legalBasis;
    std::string ground; ///< Of a relief: who is entitled to it.
    std::string proof;
    friend bool operator==(const InvoiceFee&, const InvoiceFee&) = default;
};

/// What is to be paid, issued for a free service too.
struct Invoice {
    base::Ulid id;
    std::string number;
    base::Money amount;    ///< Zero for a free service: the invoice is issued all the same.
    std::string recipient; ///< The institution.
    std::string purpose;
    base::Timestamp issuedAt;
    std::optional<InvoiceFee> fee{}; ///< Nothing for a service that has no prices.
    friend bool operator==(const Invoice&, const Invoice&) = default;
};

/// From when to when one step of the work took.
struct StepTime {
    std::string step;
    base::Timestamp from;
    base::Timestamp to;
    friend bool operator==(const StepTime&, const StepTime&) = default;
};

/// One line of a case's history, as shown in the e-account.
struct CaseEvent {
    std::string type; ///< The command's type, "case.submit".
    base::Timestamp at;
    std::string clerk;
    std::string place;
    base::Ulid command; ///< The command's key; nil of events from before it was noted.
    friend bool operator==(const CaseEvent&, const CaseEvent&) = default;
};

/// One application of one client for one service: what its commands made of it.
struct Case {
    base::Ulid id;
    base::Ulid contactId;
    std::string number; ///< As makeNumber() gives it.
    CaseState state = CaseState::Draft;
    clients::Client client;
    clients::ActingFor actingFor;
    clients::IdentityLevel identityLevel = clients::IdentityLevel::None;
    clients::LegalBasis legalBasis = clients::LegalBasis::InPersonAuthorisation;
    std::string channel; ///< "desk", "kiosk", "call-centre"
    std::string place;
    std::string device;
    std::string clerk;
    std::string lifeEventId;
    std::string serviceId;
    int serviceVersion = 0;
    std::string institution;
    std::string formId;
    int formVersion = 0;
    std::string answersJson = "{}";
    std::optional<base::Ulid> answersKey{}; ///< Of the command that saved them; nothing before the first.
    std::vector<Document> documents;
    std::optional<SigningMethod> signedBy;
    std::optional<Invoice> invoice;
    std::vector<payments::Payment> payments;
    DeliveryWay delivery = DeliveryWay::EAccount;
    std::vector<StepTime> stepTimes;
    std::vector<CaseEvent> history;
    base::Timestamp openedAt;
    std::optional<base::Timestamp> submittedAt;
    std::int64_t version = 0; ///< Grows by one with every command applied and every proof added.
    friend bool operator==(const Case&, const Case&) = default;
};

/// The number of a case, given at the desk also offline: PLACE-DEVICE-YY-NNNNNN-XXXX. The last part is the
/// end of the case's random id: a desk whose store was wiped counts from 1 again, and still gives no number
/// twice.
[[nodiscard]] std::string makeNumber(std::string_view place, std::string_view device, std::int64_t sequence,
                                     base::Timestamp at, base::Ulid id);
/// The sequence in a number; 0 when there is none.
[[nodiscard]] std::int64_t sequenceIn(std::string_view number);

[[nodiscard]] std::string_view nameOf(CaseState state);
[[nodiscard]] std::string_view nameOf(SigningMethod method);
[[nodiscard]] std::string_view nameOf(DeliveryWay way);
[[nodiscard]] std::string_view nameOf(Document::Kind kind);
[[nodiscard]] std::string_view nameOf(SignatureLevel level); ///< "B", "T", "LT"
[[nodiscard]] std::optional<CaseState> caseStateFrom(std::string_view name);
[[nodiscard]] std::optional<SigningMethod> signingMethodFrom(std::string_view name);
[[nodiscard]] std::optional<DeliveryWay> deliveryWayFrom(std::string_view name);
[[nodiscard]] std::optional<Document::Kind> documentKindFrom(std::string_view name);
[[nodiscard]] std::optional<SignatureLevel> signatureLevelFrom(std::string_view name);

/// Money taken for the case's invoice: captured or confirmed and not, nor perhaps, given back.
[[nodiscard]] base::Money paid(const Case& theCase);
/// The level of the containers that the client signed, the lowest of several; nothing without one.
[[nodiscard]] std::optional<SignatureLevel> signatureLevel(const Case& theCase);
/// Whether more proof can be added to a document: a signed container below LT that nothing has stopped.
[[nodiscard]] bool waitsForProof(const Document& document);
/// The case with proof added to a document; nothing when it has no such container, or as much proof already.
[[nodiscard]] std::optional<Case> withProof(Case theCase, const std::string& sha256,
                                            const SignatureProof& proof);
/// True while the terminal's word on some payment or reversal of the case is outstanding or lost.
[[nodiscard]] bool hasUnresolvedPayment(const Case& theCase);

} // namespace vienlogs::domain::cases
