// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "command_effects.h"

#include "vienlogs/base/failures_base.h"
#include "vienlogs/domain/cases/failures.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

namespace cases = domain::cases;
using cases::Case;
using cases::Command;

Effect refused(base::FailureCode code, std::string detail = {}) {
    return {.refusal = base::Failure{code, std::move(detail)}};
}

/// A line in the e-account of the client, and of whom the client acts for.
base::Result<void> addHistory(store::Transaction& transaction, const Case& c, base::Timestamp at) {
    const contract::HistoryEntry entry{
        c.id, c.number, c.serviceId, std::string(cases::nameOf(c.state)), c.channel, c.institution, at};
    auto added = transaction.cases().addHistory(c.client.identifier, c.version, entry);
    const auto& represented = c.actingFor.represented;
    if (!added || !represented || *represented == c.client.identifier)
        return added;
    return transaction.cases().addHistory(*represented, c.version, entry);
}

/// A desk's amount is never trusted; what cannot be judged any more is marked for the audit.
FeeBook::Verdict judged(const FeeBook& fees, const std::optional<Case>& theCase, const Command& command) {
    const auto* issue = std::get_if<cases::IssueInvoice>(&command.body);
    return issue && theCase ? fees.judge(*theCase, issue->invoice) : FeeBook::Verdict::Right;
}

base::Result<Effect> takeCase(store::Transaction& transaction, const FeeBook& fees, const Command& command) {
    const auto before = transaction.cases().caseById(command.stream);
    if (!before)
        return base::fail(before.error());
    if (*before && (*before)->place != command.place)
        return refused(codes::wrongPlace);
    if (const auto* answers = std::get_if<cases::SaveAnswers>(&command.body);
        answers && !answers->answersJson.starts_with('{'))
        return refused(base::codes::invalidArgument, "answers are no object");
    const auto verdict = judged(fees, *before, command);
    if (verdict == FeeBook::Verdict::Wrong)
        return Effect{.refusal = base::Failure{cases::codes::wrongFee},
                      .subject = (*before)->client.identifier.toString()};
    const auto after = cases::apply(*before, command);
    if (!after)
        return Effect{.refusal = after.error(),
                      .subject = *before ? (*before)->client.identifier.toString() : std::string()};
    const bool stateChanged = !*before || (*before)->state != after->state;
    const auto done =
        transaction.cases()
            .saveCase(*after)
            .and_then([&] {
                return stateChanged ? addHistory(transaction, *after, command.at) : base::Result<void>();
            })
            .and_then([&] {
                return transaction.changes().add(scopeOf(after->place), "case", after->id.toString(), false);
            });
    if (!done && done.error().code == cases::codes::caseTooLarge) // Said before anything was written.
        return Effect{.refusal = done.error(), .subject = after->client.identifier.toString()};
    if (!done)
        return base::fail(done.error());
    return Effect{.version = after->version,
                  .subject = after->client.identifier.toString(),
                  .purpose = after->serviceId,
                  .legalBasis = std::string(domain::clients::nameOf(after->legalBasis)),
                  .feeNotChecked = verdict == FeeBook::Verdict::NotKnown};
}

/// Changes an open contact by one of its commands.
struct ContactChange {
    store::Contact& contact;
    const Command& command;
    void operator()(const cases::IdentifyClient& b) const {
        contact.client = b.client.identifier;
        contact.identityLevel = std::string(domain::clients::nameOf(b.level));
    }
    void operator()(const cases::EndContact& b) const {
        contact.endedAt = command.at;
        contact.outcome = b.outcome;
    }
    template<typename Other>
    void operator()(const Other&) const {}
};

base::Result<Effect> takeContact(store::Transaction& transaction, const Command& command) {
    auto known = transaction.cases().contact(command.stream);
    if (!known)
        return base::fail(known.error());
    const auto* open = std::get_if<cases::OpenContact>(&command.body);
    if (open && *known)
        return refused(cases::codes::alreadyOpen);
    if (!open && !*known)
        return refused(cases::codes::notOpen);
    store::Contact contact = *known ? **known
                                    : store::Contact{.id = command.stream,
                                                     .place = command.place,
                                                     .device = command.device,
                                                     .clerk = command.clerk,
                                                     .channel = open->channel,
                                                     .openedAt = command.at};
    if (contact.device != command.device)
        return refused(codes::wrongDevice);
    if (contact.endedAt)
        return refused(cases::codes::closed);
    std::visit(ContactChange{contact, command}, command.body);
    if (const auto saved = transaction.cases().saveContact(contact); !saved)
        return base::fail(saved.error());
    const auto* identify = std::get_if<cases::IdentifyClient>(&command.body);
    return Effect{.subject = contact.client ? contact.client->toString() : std::string(),
                  .purpose = identify ? identify->purpose : std::string()};
}

/// What a desk says of its terminal's day is taken as it is: there is nothing here to hold it against.
base::Result<Effect> takeDay(store::Transaction& transaction, const Command& command) {
    const auto& closing = std::get<cases::CloseDay>(command.body).closing;
    if (closing.id != command.stream)
        return refused(base::codes::invalidArgument, "closing.id");
    const auto known = transaction.cases().dayClosing(closing.id);
    if (!known)
        return base::fail(known.error());
    if (*known && (*known)->device != command.device)
        return refused(codes::wrongDevice);
    return transaction.cases().saveDayClosing({command.place, command.device, closing}).map([] {
        return Effect{};
    });
}

base::Result<Effect> takeStream(store::Transaction& transaction, const FeeBook& fees,
                                const Command& command) {
    if (std::holds_alternative<cases::CloseDay>(command.body))
        return takeDay(transaction, command);
    return cases::isCaseCommand(command.body) ? takeCase(transaction, fees, command)
                                              : takeContact(transaction, command);
}

} // namespace

std::string scopeOf(const std::string& place) {
    return "place:" + place;
}

base::Result<Effect> take(store::Transaction& transaction, const FeeBook& fees, const Command& command) {
    const auto clerk = transaction.directory().clerk(command.clerk);
    if (!clerk)
        return base::fail(clerk.error());
    if (!*clerk)
        return refused(codes::clerkUnknown);
    // What was done before somebody left stays done, also when it arrives later.
    if ((*clerk)->leftAt && *(*clerk)->leftAt < command.at)
        return refused(codes::clerkLeft);
    if (std::holds_alternative<cases::LogInOffline>(command.body))
        return Effect{.subject = (*clerk)->identifier.toString()};
    return takeStream(transaction, fees, command).map([&](Effect done) {
        done.clerkName = (*clerk)->name;
        done.institution = (*clerk)->institution;
        return done;
    });
}

} // namespace vienlogs::server::app
