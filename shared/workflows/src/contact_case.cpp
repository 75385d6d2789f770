// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <cstdio>

#include "vienlogs/domain/cases/failures.h"
#include "vienlogs/ports/local_store.h"
#include "vienlogs/workflows/contact.h"

/// The case of a contact: opened, gone on with, acted on.
namespace vienlogs::workflows {

namespace {

namespace cases = domain::cases;
namespace clients = domain::clients;

/// PLACE-DEVICE-YY-NNNNNN.
std::string caseNumber(const Acts& acts, std::int64_t sequence, base::Timestamp at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const int year = static_cast<int>(std::chrono::year_month_day(day).year());
    std::array<char, 32> tail{};
    std::snprintf(tail.data(), tail.size(), "-%02d-%06lld", year % 100, static_cast<long long>(sequence));
    return acts.place() + "-" + acts.device() + tail.data();
}

/// A case begun in this contact for this service and not finished; found again after a kill in between.
std::optional<cases::Case> draftOf(ports::LocalStore& store, base::Ulid contact, const std::string& service) {
    const auto recent = store.recentCases(50);
    if (!recent)
        return std::nullopt;
    for (const auto& c : *recent)
        if (c.contactId == contact && c.serviceId == service && c.state == cases::CaseState::Draft)
            return c;
    return std::nullopt;
}

/// Opens a case under the next number of the device.
template<typename Outcome>
Outcome openIn(ports::LocalStore& store, const Acts& acts, cases::OpenCase& opening,
               cases::Command& command) {
    const auto sequence = store.nextCaseNumber();
    if (!sequence)
        return {.failure = sequence.error()};
    opening.number = caseNumber(acts, *sequence, command.at);
    command.body = opening;
    if (const auto recorded = store.record(command); !recorded)
        return {.failure = recorded.error()};
    auto opened = store.caseById(command.stream);
    return opened ? Outcome{.theCase = *opened} : Outcome{.failure = opened.error()};
}

} // namespace

cases::OpenCase Contact::opening() const {
    return {.contactId = data_.id,
            .client = data_.client,
            .actingFor = data_.actingFor,
            .identityLevel = data_.level,
            .legalBasis = clients::LegalBasis::InPersonAuthorisation,
            .channel = "desk",
            .lifeEventId = data_.lifeEventId,
            .serviceId = data_.service.serviceId,
            .serviceVersion = data_.service.serviceVersion,
            .institution = data_.service.institution,
            .formId = data_.service.formId,
            .formVersion = data_.service.formVersion};
}

void Contact::beginAgain(base::Ulid draft) {
    ++pending_;
    acts_.store().run(
        this,
        [withdraw = acts_.command(draft, cases::WithdrawCase{"acting-for-changed"}), opening = opening(),
         command = acts_.command(acts_.newId(), {}),
         &acts = acts_](ports::LocalStore& store) mutable -> Outcome {
            if (const auto withdrawn = store.record(withdraw); !withdrawn)
                return {.failure = withdrawn.error()};
            return openIn<Outcome>(store, acts, opening, command);
        },
        [this](const Outcome& outcome) { take(outcome, std::nullopt); });
}

void Contact::openCase(const ServiceRef& service) {
    if (step() != ContactStep::Services || busy())
        return;
    if (data_.service != service)
        data_.formState.clear();
    data_.service = service;
    ++pending_;
    Q_EMIT changed();
    acts_.store().run(
        this,
        [opening = opening(), command = acts_.command(acts_.newId(), {}),
         &acts = acts_](ports::LocalStore& store) mutable -> Outcome {
            if (auto draft = draftOf(store, opening.contactId, opening.serviceId))
                return {.theCase = std::move(draft)};
            return openIn<Outcome>(store, acts, opening, command);
        },
        [this](const Outcome& outcome) { take(outcome, ContactEvent::CaseOpened); });
}

void Contact::take(const Outcome& outcome, std::optional<ContactEvent> then) {
    --pending_;
    if (outcome.failure) {
        auto failure = *outcome.failure;
        if (failure.code == cases::codes::answersChanged && outcome.theCase) {
            case_ = outcome.theCase;
            seeAnswers(); // going on once more replaces them knowingly
            failure.code = cases::codes::answersChangedHere;
        }
        Q_EMIT changed();
        Q_EMIT failed(failure);
        return;
    }
    if (outcome.theCase) {
        case_ = outcome.theCase;
        data_.caseId = case_->id;
        data_.caseNumber = case_->number;
        if (then == ContactEvent::CaseOpened || then == ContactEvent::FormFilled)
            seeAnswers();
        Q_EMIT caseChanged();
    }
    if (then)
        follow(*then);
    Q_EMIT changed();
}

void Contact::resumeCase(base::Ulid id) {
    if (step() != ContactStep::Need || busy())
        return;
    ++pending_;
    acts_.store().run(
        this, [id](ports::LocalStore& store) { return store.caseById(id); },
        [this](const base::Result<std::optional<cases::Case>>& found) {
            --pending_;
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            const bool fits =
                *found && (*found)->client.identifier == data_.client.identifier &&
                ((*found)->state == cases::CaseState::Draft || (*found)->state == cases::CaseState::Signed);
            if (!fits)
                return;
            case_ = *found;
            data_.caseId = case_->id;
            data_.caseNumber = case_->number;
            data_.lifeEventId = case_->lifeEventId;
            data_.service = {case_->serviceId, case_->serviceVersion, case_->institution, case_->formId,
                             case_->formVersion};
            data_.formState.clear();
            seeAnswers();
            Q_EMIT caseChanged();
            enter(case_->state == cases::CaseState::Signed ? ContactStep::Pay : ContactStep::Form);
            keep();
        });
}

void Contact::finishForm(const std::string& answersJson) {
    if (step() == ContactStep::Form && !busy())
        record({cases::SaveAnswers{answersJson, data_.answersSeen}}, ContactEvent::FormFilled);
}

void Contact::seeAnswers() {
    data_.answersSeen = case_->answersKey.value_or(base::Ulid());
}

void Contact::record(std::vector<cases::CommandBody> bodies, std::optional<ContactEvent> then) {
    if (!data_.caseId)
        return;
    std::vector<cases::Command> commands;
    for (auto& body : bodies)
        commands.push_back(acts_.command(*data_.caseId, std::move(body)));
    ++pending_;
    Q_EMIT changed();
    acts_.store().run(
        this,
        [id = *data_.caseId, commands = std::move(commands)](ports::LocalStore& store) -> Outcome {
            for (const auto& command : commands)
                if (const auto recorded = store.record(command); !recorded)
                    return {.failure = recorded.error(),
                            .theCase = store.caseById(id).value_or(std::nullopt)};
            auto now = store.caseById(id);
            return now ? Outcome{.theCase = *now} : Outcome{.failure = now.error()};
        },
        [this, then](const Outcome& outcome) { take(outcome, then); });
}

} // namespace vienlogs::workflows
