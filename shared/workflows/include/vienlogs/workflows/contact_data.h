// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/domain/cases/case.h"
#include "vienlogs/domain/clients/identity_evidence.h"
#include "vienlogs/workflows/transition_table.h"

namespace vienlogs::workflows {

/// Where a contact stands; each but None and Done is a screen with something to do.
enum class ContactStep { None, Need, Services, Form, Sign, Pay, Submit, Done };

enum class ContactEvent {
    Identified,       ///< Somebody is at the desk.
    ServicesProposed, ///< The questions are answered, or one service was named.
    CaseOpened,
    FormFilled,
    Signed,
    PaymentSettled, ///< Taken, free, or to be paid later.
    Submitted,
    AnotherService,
    WentBack,
    Ended,
};

inline constexpr std::array<Transition<ContactStep, ContactEvent>, 19> contactTable{{
    {ContactStep::None, ContactEvent::Identified, ContactStep::Need},
    {ContactStep::Need, ContactEvent::ServicesProposed, ContactStep::Services},
    {ContactStep::Services, ContactEvent::CaseOpened, ContactStep::Form},
    {ContactStep::Services, ContactEvent::WentBack, ContactStep::Need},
    {ContactStep::Form, ContactEvent::FormFilled, ContactStep::Sign},
    {ContactStep::Form, ContactEvent::WentBack, ContactStep::Services},
    {ContactStep::Sign, ContactEvent::Signed, ContactStep::Pay},
    {ContactStep::Sign, ContactEvent::WentBack, ContactStep::Form},
    {ContactStep::Pay, ContactEvent::PaymentSettled, ContactStep::Submit},
    {ContactStep::Submit, ContactEvent::WentBack, ContactStep::Pay},
    {ContactStep::Submit, ContactEvent::Submitted, ContactStep::Done},
    {ContactStep::Done, ContactEvent::AnotherService, ContactStep::Need},
    {ContactStep::Need, ContactEvent::Ended, ContactStep::None},
    {ContactStep::Services, ContactEvent::Ended, ContactStep::None},
    {ContactStep::Form, ContactEvent::Ended, ContactStep::None},
    {ContactStep::Sign, ContactEvent::Ended, ContactStep::None},
    {ContactStep::Pay, ContactEvent::Ended, ContactStep::None},
    {ContactStep::Submit, ContactEvent::Ended, ContactStep::None},
    {ContactStep::Done, ContactEvent::Ended, ContactStep::None},
}};

/// Name of a step in the recorded step times and in what is kept.
[[nodiscard]] std::string_view nameOf(ContactStep step);
[[nodiscard]] std::optional<ContactStep> contactStepFrom(std::string_view name);

/// What is needed of a service to open a case for it.
struct ServiceRef {
    std::string serviceId;
    int serviceVersion = 0;
    std::string institution;
    std::string formId;
    int formVersion = 0;
    friend bool operator==(const ServiceRef&, const ServiceRef&) = default;
};

/// Everything a contact needs to go on after the program was killed.
struct ContactData {
    base::Ulid id;
    std::string clerk; ///< Personnel number: only this clerk takes the contact up again.
    domain::clients::Client client;
    domain::clients::IdentityEvidence evidence;
    domain::clients::IdentityLevel level = domain::clients::IdentityLevel::None; ///< What that comes to.
    base::Timestamp provedAt; ///< When the level was reached.
    base::Timestamp startedAt;
    domain::clients::ActingFor actingFor;
    ContactStep step = ContactStep::None;
    std::string lifeEventId;
    std::map<std::string, std::string, std::less<>> answers; ///< To the questionnaire, by question id.
    ServiceRef service;
    std::optional<base::Ulid> caseId;
    std::string caseNumber;
    std::string formState; ///< FormState::save()
    int formPage = 0;      ///< Among the visible pages.
    base::Ulid
        answersSeen{}; ///< Case::answersKey of the answers that the form began with or gave; nil for none.
    bool payLater = false;
    domain::cases::DeliveryWay delivery = domain::cases::DeliveryWay::EAccount;
    std::vector<domain::cases::StepTime> stepTimes;
    base::Timestamp stepFrom;
    friend bool operator==(const ContactData&, const ContactData&) = default;
};

/// As JSON text; personal data, so only for the encrypted store.
[[nodiscard]] std::string encode(const ContactData& data);
/// VL-DEV-0011 when it is not what encode() gave.
[[nodiscard]] base::Result<ContactData> decodeContact(std::string_view text);

/// The step a kept contact goes on with, given what the store knows of its case: the case is the truth, what
/// was kept may be one act older.
[[nodiscard]] ContactStep stepAfterRestart(ContactStep kept,
                                           const std::optional<domain::cases::Case>& theCase);

} // namespace vienlogs::workflows
