// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/contact.h"

#include <array>
#include <cstdio>

#include "vienlogs/domain/cases/failures.h"
#include "vienlogs/ports/local_store.h"

namespace vienlogs::workflows {

namespace {

namespace cases = domain::cases;
namespace clients = domain::clients;

constexpr const char* keptContact = "contact";
constexpr const char* identificationPurpose = "identification";

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

Contact::Contact(Acts& acts, QObject* parent) : QObject(parent), acts_(acts) {}

void Contact::keep() {
    acts_.store().run(
        this,
        [text = active() ? encode(data_) : std::string()](ports::LocalStore& store) {
            return text.empty() ? store.removeValue(keptContact) : store.setValue(keptContact, text);
        },
        [this](const base::Result<void>& kept) {
            if (!kept)
                Q_EMIT failed(kept.error());
        });
}

void Contact::enter(ContactStep step) {
    const auto now = acts_.clock().now();
    if (active())
        data_.stepTimes.push_back({std::string(nameOf(data_.step)), data_.stepFrom, now});
    data_.step = step;
    data_.stepFrom = now;
    Q_EMIT stepChanged();
    Q_EMIT changed();
}

void Contact::follow(ContactEvent event) {
    if (const auto next = workflows::follow(contactTable, data_.step, event)) {
        enter(*next);
        keep();
    }
}

void Contact::advance(ContactEvent event) {
    if (event == ContactEvent::AnotherService && step() == ContactStep::Done) {
        data_.lifeEventId.clear();
        data_.answers.clear();
        data_.service = {};
        data_.caseId.reset();
        data_.caseNumber.clear();
        data_.formState.clear();
        data_.payLater = false;
        case_.reset();
        Q_EMIT caseChanged();
    }
    follow(event);
}

void Contact::identify(const Proof& proof) {
    ContactData data = data_;
    if (active()) {
        if (data.client.identifier != proof.client.identifier || proof.level <= data.level)
            return;
    } else {
        data = ContactData{.id = acts_.newId(),
                           .clerk = acts_.clerk(),
                           .client = proof.client,
                           .startedAt = acts_.clock().now(),
                           .step = ContactStep::None,
                           .stepFrom = acts_.clock().now()};
    }
    data.level = proof.level;
    data.provedAt = acts_.clock().now();
    begin(std::move(data), proof);
}

void Contact::begin(ContactData data, const Proof& proof) {
    std::vector<cases::Command> commands;
    if (!active())
        commands.push_back(acts_.command(data.id, cases::OpenContact{.channel = "desk"}));
    commands.push_back(
        acts_.command(data.id, cases::IdentifyClient{.client = proof.client,
                                                     .level = proof.level,
                                                     .reader = proof.reader,
                                                     .certificateSha256 = proof.certificateSha256,
                                                     .purpose = identificationPurpose}));
    ++pending_;
    acts_.store().run(
        this,
        [commands = std::move(commands)](ports::LocalStore& store) -> base::Result<void> {
            for (const auto& command : commands)
                if (auto recorded = store.record(command); !recorded)
                    return base::fail(recorded.error());
            return {};
        },
        [this, data = std::move(data)](const base::Result<void>& recorded) {
            --pending_;
            if (!recorded) {
                Q_EMIT failed(recorded.error());
                return;
            }
            if (active() && data_.id != data.id)
                return; // another client was quicker
            const bool began = !active();
            if (began) {
                data_ = data;
                follow(ContactEvent::Identified);
            } else {
                data_.level = data.level;
                data_.provedAt = data.provedAt;
                keep();
            }
            Q_EMIT clientChanged();
            Q_EMIT changed();
        });
}

void Contact::offerActingFor(std::vector<clients::ActingFor> options) {
    actingFor_ = std::move(options);
    Q_EMIT changed();
}

void Contact::setActingFor(const clients::ActingFor& actingFor) {
    if (data_.actingFor == actingFor || busy() || step() > ContactStep::Form)
        return;
    data_.actingFor = actingFor;
    keep();
    if (case_ && case_->state == cases::CaseState::Draft)
        beginAgain(case_->id);
    Q_EMIT changed();
}

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

void Contact::chooseLifeEvent(const std::string& id) {
    if (data_.lifeEventId != id)
        data_.answers.clear();
    data_.lifeEventId = id;
    if (!id.empty())
        data_.service = {};
    keep();
    Q_EMIT changed();
}

void Contact::nameService(const std::string& id) {
    data_.lifeEventId.clear();
    data_.answers.clear();
    if (data_.service.serviceId != id)
        data_.service = {.serviceId = id};
    keep();
    Q_EMIT changed();
}

void Contact::answer(const std::string& question, const std::string& answer) {
    data_.answers[question] = answer;
    keep();
    Q_EMIT changed();
}

void Contact::proposeServices() {
    follow(ContactEvent::ServicesProposed);
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

void Contact::keepForm(const std::string& saved) {
    if (data_.formState == saved)
        return;
    data_.formState = saved;
    keep();
}

void Contact::finishForm(const std::string& answersJson) {
    if (step() == ContactStep::Form && !busy())
        record({cases::SaveAnswers{answersJson, data_.answersSeen}}, ContactEvent::FormFilled);
}

void Contact::seeAnswers() {
    data_.answersSeen = case_->answersKey.value_or(base::Ulid());
}

void Contact::setDelivery(cases::DeliveryWay way) {
    data_.delivery = way;
    keep();
    Q_EMIT changed();
}

void Contact::setPayLater(bool later) {
    data_.payLater = later;
    keep();
    Q_EMIT changed();
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
                    return {.failure = recorded.error(), .theCase = store.caseById(id).value_or(std::nullopt)};
            auto now = store.caseById(id);
            return now ? Outcome{.theCase = *now} : Outcome{.failure = now.error()};
        },
        [this, then](const Outcome& outcome) { take(outcome, then); });
}

std::vector<cases::StepTime> Contact::stepTimes() const {
    auto times = data_.stepTimes;
    times.push_back({std::string(nameOf(data_.step)), data_.stepFrom, acts_.clock().now()});
    return times;
}

void Contact::end(const std::string& outcome) {
    if (!active())
        return;
    acts_.record(this, data_.id, cases::EndContact{stepTimes(), outcome},
                 [this](const base::Result<cases::Command>& recorded) {
                     if (!recorded) {
                         Q_EMIT failed(recorded.error());
                         return;
                     }
                     clear();
                 });
}

void Contact::clear() {
    data_ = {};
    actingFor_.clear();
    case_.reset();
    keep();
    Q_EMIT caseChanged();
    Q_EMIT clientChanged();
    Q_EMIT stepChanged();
    Q_EMIT changed();
}

void Contact::restore() {
    if (active()) {
        if (data_.clerk != acts_.clerk())
            end("interrupted");
        Q_EMIT restored();
        return;
    }
    using Restored = base::Result<std::pair<std::optional<ContactData>, std::optional<cases::Case>>>;
    acts_.store().run(
        this,
        [](ports::LocalStore& store) -> Restored {
            const auto text = store.value(keptContact);
            if (!text)
                return base::fail(text.error());
            if (!*text)
                return std::pair(std::optional<ContactData>(), std::optional<cases::Case>());
            auto data = decodeContact(**text);
            if (!data)
                return base::fail(data.error());
            std::optional<cases::Case> theCase;
            if (data->caseId)
                if (auto found = store.caseById(*data->caseId))
                    theCase = *std::move(found);
            return std::pair(std::optional(*std::move(data)), std::move(theCase));
        },
        [this](const Restored& restored) {
            ready_ = true;
            if (!restored)
                Q_EMIT failed(restored.error());
            else if (restored->first && !active())
                takeRestored(*restored->first, restored->second);
            Q_EMIT this->restored();
        });
}

void Contact::takeRestored(ContactData data, std::optional<cases::Case> theCase) {
    data.step = stepAfterRestart(data.step, theCase);
    data_ = std::move(data);
    case_ = std::move(theCase);
    if (data_.clerk != acts_.clerk()) {
        end("interrupted");
        return;
    }
    Q_EMIT caseChanged();
    Q_EMIT clientChanged();
    Q_EMIT stepChanged();
    Q_EMIT changed();
}

void Contact::reloadCase() {
    if (!data_.caseId)
        return;
    acts_.store().run(
        this, [id = *data_.caseId](ports::LocalStore& store) { return store.caseById(id); },
        [this](const base::Result<std::optional<cases::Case>>& found) {
            if (!found || !*found || !data_.caseId || (*found)->id != *data_.caseId)
                return;
            case_ = *found;
            Q_EMIT caseChanged();
            Q_EMIT changed();
        });
}

} // namespace vienlogs::workflows
