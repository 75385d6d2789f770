// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "history.h"
#include "names.h"

namespace vienlogs::simulation {

namespace cases = domain::cases;
using cases::Case;

namespace {

constexpr int allCases = 1000;

std::map<base::Ulid, Case> casesOf(Server& server) {
    std::map<base::Ulid, Case> found;
    server.run([&] {
        const auto read =
            server.useCases().store->read([&](server::store::Transaction& t) -> base::Result<void> {
                const auto changes = t.changes().after(scope, 0, allCases);
                if (!changes)
                    return base::fail(changes.error());
                for (const auto& change : *changes)
                    if (const auto theCase = t.cases().caseById(*base::Ulid::parse(change.id));
                        theCase && *theCase)
                        found[(*theCase)->id] = **theCase;
                return {};
            });
        if (!read)
            server.say(read.error().code.text);
    });
    return found;
}

std::optional<contract::CommandStatus>
decisionOf(Server& server, const std::vector<std::unique_ptr<Desk>>& desks, base::Ulid key) {
    std::optional<contract::CommandStatus> status;
    server.run([&] {
        static_cast<void>(
            server.useCases().store->read([&](server::store::Transaction& t) -> base::Result<void> {
                for (const auto& desk : desks)
                    if (const auto stored = t.cases().command(desk->device(), key); stored && *stored)
                        status = (*stored)->status;
                return {};
            }));
    });
    return status;
}

} // namespace

/// Absence never means deletion: a case that its author's store and the server both lost to older copies
/// stays on the screens that have it.
bool History::sameCases(const std::map<base::Ulid, Case>& there, Desk& desk) {
    const auto here = desk.with([](auto& store) { return store.recentCases(allCases); });
    if (!here || !*here)
        return false;
    std::size_t known = 0;
    const bool same = std::all_of((*here)->begin(), (*here)->end(), [&](const Case& c) {
        const auto found = there.find(c.id);
        if (found == there.end())
            return isForgiven(c.id);
        ++known;
        return found->second == c;
    });
    return same && known == there.size();
}

/// Whether all that a clerk was told is stored of a case may be lost, or stands on a desk's list of what was
/// refused.
bool History::isForgiven(base::Ulid theCase) {
    const auto refused = refusedAnywhere();
    return std::all_of(told_.begin(), told_.end(), [&](const auto& told) {
        return commands_.at(told.first).stream != theCase || forgiven_.contains(told.first) ||
               refused.contains(told.first);
    });
}

std::set<base::Ulid> History::refusedAnywhere() {
    std::set<base::Ulid> refused;
    for (auto& desk : desks_) {
        const auto entries = desk->with([](auto& store) { return store.refused(); });
        if (!entries || !*entries)
            continue; // "stuck" tells
        for (const auto& entry : **entries)
            refused.insert(entry.command.key);
    }
    return refused;
}

bool History::atRest() {
    if (!server_.isUp())
        return false;
    for (auto& desk : desks_) {
        const auto counts = desk->with([](auto& store) { return store.counts(); });
        if (!counts || !*counts || (*counts)->waiting > 0 || (*counts)->blobsWaiting > 0)
            return false;
    }
    const auto there = casesOf(server_);
    return std::all_of(desks_.begin(), desks_.end(), [&](auto& desk) { return sameCases(there, *desk); });
}

std::string History::judge() {
    const auto name = [](base::Ulid key) { return key.toString().substr(22); };
    for (auto& desk : desks_) {
        const auto counts = desk->with([](auto& store) { return store.counts(); });
        if (!counts || !*counts)
            return "stuck: " + desk->name() + " cannot be used";
        if ((*counts)->waiting > 0 || (*counts)->blobsWaiting > 0)
            return "stuck: " + desk->name() + " still has " + std::to_string((*counts)->waiting) +
                   " commands and " + std::to_string((*counts)->blobsWaiting) + " documents to send";
    }
    const auto there = casesOf(server_);
    for (auto& desk : desks_)
        if (!sameCases(there, *desk))
            return "not equal: " + desk->name() + " shows other cases than the server has";
    const auto refused = refusedAnywhere();
    std::map<base::Ulid, std::size_t> accepted; // by stream
    for (const auto& key : tried_) {
        const auto decision = decisionOf(server_, desks_, key);
        const bool taken = decision == contract::CommandStatus::Accepted;
        if (taken && cases::isCaseCommand(commands_[key].body))
            ++accepted[commands_[key].stream];
        if (taken && refused.contains(key))
            return "told wrong: " + name(key) + " is accepted at the server and refused at the desk";
        if (told_.contains(key) && !forgiven_.contains(key) && !taken && !refused.contains(key))
            return "lost: " + name(key);
        if (const auto* attached = std::get_if<cases::AttachDocument>(&commands_[key].body);
            attached && taken) {
            base::Result<base::Bytes> bytes = base::Bytes();
            const auto& expected = blobs_[attached->document.sha256];
            server_.run([&] { bytes = server_.useCases().blobs.piece(attached->document.sha256, 0); });
            if (!bytes || !std::equal(bytes->begin(), bytes->end(), expected.begin()))
                return "lost: the document of " + name(key);
        }
    }
    for (const auto& [id, theCase] : there)
        if (theCase.history.size() != accepted[id] || theCase.version != std::int64_t(accepted[id]))
            return "doubled: case " + name(id) + " has " + std::to_string(theCase.history.size()) +
                   " events of " + std::to_string(accepted[id]) + " accepted commands";
    return {};
}

} // namespace vienlogs::simulation
