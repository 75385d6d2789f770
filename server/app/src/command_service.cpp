// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/command_service.h"

#include "command_effects.h"
#include "command_order.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/domain/cases/failures.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/server/app/problem.h"

namespace vienlogs::server::app {

namespace {

using contract::CommandResult;
using contract::CommandStatus;
using domain::cases::Command;

/// An answer that is not kept: the same command gets it again until the reason is gone.
CommandResult turnedAway(const Command& command, CommandStatus status, base::FailureCode code,
                         base::Language language) {
    return {command.key, status, problemOf({code}, language), 0};
}

/// The device has to begin an epoch after the one that is known of it.
base::Result<CommandResult> countAnew(store::Transaction& transaction, const Command& command,
                                      base::FailureCode code, base::Language language) {
    return transaction.cases().progress(command.device).map([&](const store::Progress& progress) {
        auto result = turnedAway(command, CommandStatus::Conflict, code, language);
        result.deviceEpoch = progress.epoch;
        return result;
    });
}

CommandResult inFlight(const Command& command) {
    return {command.key, CommandStatus::InFlight, std::nullopt, 0};
}

CommandResult resultOf(const store::StoredCommand& stored, base::Language language) {
    CommandResult result{stored.key, stored.status, std::nullopt, stored.version};
    if (!stored.failureCode.empty())
        result.problem = problemOf({codeFrom(stored.failureCode), {}, stored.failureArgument}, language);
    return result;
}

/// A document may only be named when its bytes are here and this place has shown that it has them.
base::Result<bool> waitsForBlob(store::Transaction& transaction, const Command& command) {
    const auto* attach = std::get_if<domain::cases::AttachDocument>(&command.body);
    if (!attach)
        return false;
    const auto& sha256 = attach->document.sha256;
    const auto blob = transaction.blobs().blob(sha256);
    if (!blob)
        return base::fail(blob.error());
    return transaction.blobs().isLinked(sha256, command.place).map([&](bool linked) {
        return !linked || !*blob || !(*blob)->complete;
    });
}

/// A device whose store was restored offers commands again in a new epoch, also those decided before. They
/// keep their result, and the later ones of the new epoch do not wait for them.
base::Result<void> countAgain(store::CaseTable& cases, const store::StoredCommand& stored,
                              const Command& command) {
    if (command.epoch <= stored.epoch)
        return {};
    const auto turn = turnOf(cases, command);
    if (!turn)
        return base::fail(turn.error());
    if (*turn == Turn::StaleEpoch || *turn == Turn::SequenceReused)
        return {};
    return cases.moveCommand(command.device, command.key, command.epoch, command.sequence).and_then([&] {
        return advance(cases, command);
    });
}

CommandStatus statusOf(const Effect& effect) {
    if (!effect.refusal)
        return CommandStatus::Accepted;
    return effect.refusal->code == domain::cases::codes::answersChanged ? CommandStatus::Conflict
                                                                        : CommandStatus::Rejected;
}

store::StoredCommand storedOf(const Command& command, const Effect& effect, base::Timestamp now) {
    return {.device = command.device,
            .key = command.key,
            .stream = command.stream,
            .epoch = command.epoch,
            .sequence = command.sequence,
            .fingerprint = contract::fingerprintOf(command),
            .status = statusOf(effect),
            .failureCode = effect.refusal ? std::string(effect.refusal->code.text) : std::string(),
            .failureArgument = effect.refusal ? effect.refusal->argument : std::string(),
            .version = effect.version,
            .receivedAt = now};
}

AuditEntry entryOf(const Actor& actor, const Command& command, const Effect& effect) {
    auto entry = entryOf(actor, std::string(domain::cases::typeOf(command.body)));
    if (command.clerk !=
        actor.clerk) { // The act is its clerk's; that it came in a colleague's session is said.
        entry.clerk = command.clerk;
        entry.clerkName = effect.clerkName;
        entry.institution = effect.institution;
        entry.sender = actor.clerk;
    }
    entry.subject = effect.subject;
    entry.purpose = effect.purpose;
    entry.legalBasis = effect.legalBasis;
    entry.object = command.stream.toString();
    if (effect.refusal)
        entry.result = std::string(effect.refusal->code.text);
    else if (effect.feeNotChecked)
        entry.result = "accepted, fee of a version not known here";
    return entry;
}

store::Needs needsOf(const Actor& actor, const std::vector<Command>& commands) {
    store::Needs needs;
    for (const auto& command : commands) {
        needs.commands.emplace_back(actor.device, command.key);
        needs.clerks.push_back(command.clerk);
        auto& streams = domain::cases::isCaseCommand(command.body) ? needs.cases : needs.contacts;
        streams.push_back(command.stream);
    }
    return needs;
}

} // namespace

base::Result<std::vector<CommandResult>> CommandService::accept(const Actor& actor,
                                                                const std::vector<Command>& commands,
                                                                base::Language language) const {
    if (commands.size() > maxBatch)
        return base::fail(codes::bodyTooLarge, "commands in a batch");
    std::vector<CommandResult> results;
    const auto done = audit_.write(
        [&](store::Transaction& transaction) -> base::Result<void> {
            results.clear();
            bool fellBehind = false;
            for (const auto& command : commands) {
                // What follows the command of a device that fell behind may build on it, and would be refused
                // for good without it; all of them come again in the device's new epoch.
                if (fellBehind) {
                    results.push_back(inFlight(command));
                    continue;
                }
                auto result = decide(transaction, actor, command, language);
                if (!result)
                    return base::fail(result.error());
                fellBehind = contract::needsNewEpoch(*result);
                results.push_back(std::move(*result));
            }
            return {};
        },
        needsOf(actor, commands));
    if (!done)
        return base::fail(done.error());
    changed_(scopeOf(actor.place));
    if (const auto labelled = life_.label(results); !labelled)
        return base::fail(labelled.error());
    return results;
}

/// Somebody tried what is not theirs: on record, because it has no row of its own among the commands.
base::Result<CommandResult> CommandService::turnAway(store::Transaction& transaction, const Actor& actor,
                                                     const Command& command, base::FailureCode code,
                                                     base::Language language) const {
    auto entry = entryOf(actor, "refused." + std::string(domain::cases::typeOf(command.body)));
    entry.object = command.key.toString();
    entry.result = std::string(code.text);
    return audit_.append(transaction, entry).map([&] {
        return turnedAway(command, CommandStatus::Rejected, code, language);
    });
}

base::Result<CommandResult> CommandService::decide(store::Transaction& transaction, const Actor& actor,
                                                   const Command& command, base::Language language) const {
    if (command.device != actor.device)
        return turnAway(transaction, actor, command, codes::wrongDevice, language);
    const auto stored = transaction.cases().command(command.device, command.key);
    if (!stored)
        return base::fail(stored.error());
    if (*stored && (*stored)->fingerprint != contract::fingerprintOf(command))
        return turnAway(transaction, actor, command, codes::keyReused, language);
    if (*stored)
        return countAgain(transaction.cases(), **stored, command).map([&] {
            return resultOf(**stored, language);
        });
    const auto turn = turnOf(transaction.cases(), command);
    if (!turn)
        return base::fail(turn.error());
    switch (*turn) {
    case Turn::StaleEpoch:
        return countAnew(transaction, command, codes::staleEpoch, language);
    case Turn::SequenceReused:
        return countAnew(transaction, command, codes::sequenceReused, language);
    case Turn::Later:
        return transaction.cases()
            .addWaiting(command.device, command.epoch, command.sequence, command.stream)
            .map([&] { return inFlight(command); });
    case Turn::Now:
        return execute(transaction, actor, command, language);
    }
    return base::fail(base::codes::internal, "turn");
}

base::Result<CommandResult> CommandService::execute(store::Transaction& transaction, const Actor& actor,
                                                    const Command& command, base::Language language) const {
    const bool here = command.place == actor.place;
    const auto waits = here ? waitsForBlob(transaction, command) : base::Result<bool>(false);
    if (!waits)
        return base::fail(waits.error());
    auto& cases = transaction.cases();
    if (*waits)
        return cases.addWaiting(command.device, command.epoch, command.sequence, command.stream).map([&] {
            return inFlight(command);
        });
    // Counted like any other refusal: what the device does next must not wait for it for ever.
    const auto effect = here ? take(transaction, fees_, command)
                             : base::Result<Effect>(Effect{.refusal = base::Failure{codes::wrongPlace}});
    if (!effect)
        return base::fail(effect.error());
    const auto stored = storedOf(command, *effect, clock_.now());
    const auto done =
        cases.addCommand(stored).and_then([&] { return advance(cases, command); }).and_then([&] {
            return audit_.append(transaction, entryOf(actor, command, *effect));
        });
    if (!done)
        return base::fail(done.error());
    return resultOf(stored, language);
}

} // namespace vienlogs::server::app
