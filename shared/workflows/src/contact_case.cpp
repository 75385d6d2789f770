// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/domain/cases/failures.h"
#include "vienlogs/ports/local_store.h"
#include "vienlogs/workflows/contact.h"

/// The case of a contact: opened, gone on with, acted on.
namespace vienlogs::workflows {

namespace {

namespace cases = domain::cases;
namespace clients = domain::clients;

/// Where the answers of a draft are kept while another case is being worked on.
std::string keptDraft(base::Ulid caseId) {
    return "draft." + caseId.toString();
}

constexpr std::size_t ulidLength = 26;

/// Which answers of the case the draft goes on from stands before the form.
std::string draftText(base::Ulid answersSeen, const std::string& form) {
    return answersSeen.toString() + form;
}

/// Takes what is kept of the case's form into `outcome`: nothing when nothing is kept; what cannot be read is
/// begun anew from the registers.
template<typename Outcome>
void takeKept(ports::LocalStore& store, base::Ulid caseId, Outcome& outcome) {
    const auto kept = store.value(keptDraft(caseId));
    if (!kept || !*kept)
        return;
    const auto seen = base::Ulid::parse((*kept)->substr(0, ulidLength));
    if (seen)
        outcome.answersSeen = *seen;
    outcome.form = (*kept)->substr(seen ? ulidLength : 0); // an older program kept the form alone
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

/// Records acts, all or none, of which the one at `open` opens a case under the next number of the device.
template<typename Outcome>
Outcome openIn(ports::LocalStore& store, const Acts& acts, std::vector<cases::Command> commands,
               std::size_t open) {
    const auto sequence = store.nextCaseNumber();
    if (!sequence)
        return {.failure = sequence.error()};
    auto& command = commands[open];
    std::get<cases::OpenCase>(command.body).number =
        cases::makeNumber(acts.place(), acts.device(), *sequence, command.at, command.stream);
    if (const auto recorded = store.recordAll(commands); !recorded)
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

void Contact::beginAgain(base::Ulid draft, const clients::ActingFor& before) {
    const auto id = acts_.newId();
    std::vector<cases::Command> commands{acts_.command(draft, cases::WithdrawCase{"acting-for-changed"}),
                                         acts_.command(id, opening())};
    for (const auto& paper : case_->documents) // those that the form names
        if (paper.kind == cases::Document::Kind::Evidence)
            commands.push_back(acts_.command(id, cases::AttachDocument{paper}));
    ++pending_;
    acts_.store().run(
        this,
        [draft, commands = std::move(commands), &acts = acts_](ports::LocalStore& store) {
            auto opened = openIn<Outcome>(store, acts, commands, 1);
            if (!opened.failure)
                (void)store.removeValue(keptDraft(draft)); // only room is lost
            return opened;
        },
        [this, before, contact = data_.id](const Outcome& outcome) {
            if (outcome.failure && contact == data_.id) {
                data_.actingFor = before;
                keep();
            }
            take(outcome, std::nullopt, contact == data_.id);
        });
}

void Contact::openCase(const ServiceRef& service) {
    if (step() != ContactStep::Services || busy())
        return;
    if (data_.service != service) {
        layDraftAside();
        data_.formState.clear();
        data_.formPage = 0;
    }
    data_.service = service;
    ++pending_;
    Q_EMIT changed();
    acts_.store().run(
        this,
        [command = acts_.command(acts_.newId(), opening()), contact = data_.id, id = service.serviceId,
         &acts = acts_, formOpen = !data_.formState.empty()](ports::LocalStore& store) -> Outcome {
            auto draft = draftOf(store, contact, id);
            if (!draft)
                return openIn<Outcome>(store, acts, {command}, 0);
            Outcome outcome{.theCase = std::move(draft)};
            if (!formOpen)
                takeKept(store, outcome.theCase->id, outcome);
            return outcome;
        },
        [this, contact = data_.id](const Outcome& outcome) {
            take(outcome, ContactEvent::CaseOpened, contact == data_.id);
        });
}

void Contact::take(const Outcome& outcome, std::optional<ContactEvent> then, bool here) {
    --pending_;
    noteRoom(outcome.failure ? &*outcome.failure : nullptr);
    if (outcome.failure) {
        auto failure = *outcome.failure;
        if (here && failure.code == cases::codes::answersChanged && outcome.theCase) {
            case_ = outcome.theCase;
            seeAnswers(); // going on once more replaces them knowingly
            failure.code = cases::codes::answersChangedHere;
        }
        Q_EMIT changed();
        Q_EMIT failed(failure);
        return;
    }
    if (!here) { // it is stored, and says nothing about whom is served now
        Q_EMIT changed();
        return;
    }
    if (!outcome.form.empty())
        data_.formState = outcome.form;
    if (outcome.theCase) {
        const bool another = data_.caseId != outcome.theCase->id;
        case_ = outcome.theCase;
        data_.caseId = case_->id;
        data_.caseNumber = case_->number;
        // A form that is still open, or was laid aside, goes on from the answers that it began with.
        if (outcome.answersSeen)
            data_.answersSeen = *outcome.answersSeen;
        else if (another || data_.formState.empty() || then == ContactEvent::FormFilled)
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
        this,
        [id](ports::LocalStore& store) -> Outcome {
            auto found = store.caseById(id);
            if (!found)
                return {.failure = found.error()};
            Outcome outcome{.theCase = *std::move(found)};
            takeKept(store, id, outcome);
            return outcome;
        },
        [this](const Outcome& outcome) {
            --pending_;
            Q_EMIT changed();
            if (outcome.failure) {
                Q_EMIT failed(*outcome.failure);
                return;
            }
            const auto& found = outcome.theCase;
            const bool fits =
                found && found->client.identifier == data_.client.identifier &&
                (found->state == cases::CaseState::Draft || found->state == cases::CaseState::Signed);
            if (!fits) { // signed or submitted at another desk meanwhile
                Q_EMIT failed({cases::codes::closed});
                return;
            }
            case_ = found;
            data_.caseId = case_->id;
            data_.caseNumber = case_->number;
            data_.lifeEventId = case_->lifeEventId;
            data_.service = {case_->serviceId, case_->serviceVersion, case_->institution, case_->formId,
                             case_->formVersion};
            data_.formState = outcome.form;
            data_.formPage = 0;
            seeAnswers();
            data_.answersSeen = outcome.answersSeen.value_or(data_.answersSeen);
            Q_EMIT caseChanged();
            enter(case_->state == cases::CaseState::Signed ? ContactStep::Pay : ContactStep::Form);
            keep();
        });
}

void Contact::layDraftAside() {
    if (!case_ || case_->state != cases::CaseState::Draft || data_.formState.empty())
        return;
    acts_.store().run(
        this,
        [name = keptDraft(case_->id), draft = draftText(data_.answersSeen, data_.formState)](
            ports::LocalStore& store) { return store.setValue(name, draft); },
        [this](const base::Result<void>& kept) {
            if (!kept)
                Q_EMIT failed(kept.error());
        });
}

void Contact::finishForm(const std::string& answersJson) {
    if (step() == ContactStep::Form && !busy())
        record({cases::SaveAnswers{answersJson, data_.answersSeen}}, ContactEvent::FormFilled);
}

void Contact::seeAnswers() {
    data_.answersSeen = case_->answersKey.value_or(base::Ulid());
}

void Contact::record(std::vector<cases::CommandBody> bodies, std::optional<ContactEvent> then,
                     std::function<void(bool)> done) {
    if (!data_.caseId) {
        if (done)
            done(false); // who waits for the answer would be busy for ever
        return;
    }
    std::vector<cases::Command> commands;
    for (auto& body : bodies)
        commands.push_back(acts_.command(*data_.caseId, std::move(body)));
    ++pending_;
    Q_EMIT changed();
    acts_.store().run(
        this,
        [id = *data_.caseId, commands = std::move(commands)](ports::LocalStore& store) -> Outcome {
            if (const auto recorded = store.recordAll(commands); !recorded)
                return {.failure = recorded.error(), .theCase = store.caseById(id).value_or(std::nullopt)};
            auto now = store.caseById(id);
            if (!now)
                return {.failure = now.error()};
            if (*now && (*now)->state != cases::CaseState::Draft)
                (void)store.removeValue(keptDraft(id)); // only room is lost
            return {.theCase = *std::move(now)};
        },
        [this, then, contact = data_.id, id = *data_.caseId, done = std::move(done)](const Outcome& outcome) {
            take(outcome, then, contact == data_.id && data_.caseId == id);
            if (done)
                done(!outcome.failure);
        });
}

} // namespace vienlogs::workflows
