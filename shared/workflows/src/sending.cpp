// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/sending.h"

#include <algorithm>
#include <map>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::workflows {

namespace {

namespace cases = domain::cases;
using ports::LocalStore;

constexpr int mostShown = 100;

bool needsSomebody(const ports::OutboxEntry& entry) {
    return entry.state == ports::OutboxState::Rejected || entry.state == ports::OutboxState::Conflict;
}

/// The refused ones, however old, and the newest of the rest.
base::Result<std::vector<SentAct>> read(LocalStore& store) {
    auto entries = store.refused();
    if (!entries)
        return base::fail(entries.error());
    std::reverse(entries->begin(), entries->end());
    auto newest = store.outbox(mostShown);
    if (!newest)
        return base::fail(newest.error());
    std::erase_if(*newest, needsSomebody);
    std::move(newest->begin(), newest->end(), std::back_inserter(*entries));
    std::map<base::Ulid, std::optional<cases::Case>> known;
    std::vector<SentAct> acts;
    for (auto& entry : *entries) {
        const auto stream = entry.command.stream;
        if (!known.contains(stream)) {
            auto theCase = store.caseById(stream);
            if (!theCase)
                return base::fail(theCase.error());
            known[stream] = std::move(*theCase);
        }
        acts.push_back({std::move(entry), known[stream]});
    }
    return acts;
}

/// Durable before the conflict is set aside; ended in between it is shown once more, which does no harm.
base::Result<void> recordOver(LocalStore& store, base::Ulid key, cases::Command again) {
    const auto refused = store.refused();
    if (!refused)
        return base::fail(refused.error());
    const auto found = std::find_if(refused->begin(), refused->end(),
                                    [&](const auto& entry) { return entry.command.key == key; });
    const auto* answers =
        found == refused->end() ? nullptr : std::get_if<cases::SaveAnswers>(&found->command.body);
    if (!answers)
        return base::fail(base::codes::notFound, "answers in conflict");
    const auto theCase = store.caseById(found->command.stream);
    if (!theCase)
        return base::fail(theCase.error());
    again.stream = found->command.stream;
    again.body = cases::SaveAnswers{answers->answersJson,
                                    *theCase ? (*theCase)->answersKey.value_or(base::Ulid()) : base::Ulid()};
    const auto recorded = store.record(std::move(again));
    if (!recorded)
        return base::fail(recorded.error());
    return store.dismissRefused(key);
}

} // namespace

void Sending::take(base::Result<std::vector<SentAct>> now) {
    if (!now) {
        Q_EMIT failed(now.error());
        return;
    }
    sent_ = *std::move(now);
    Q_EMIT changed();
}

void Sending::refresh() {
    acts_.store().run(this, read, [this](base::Result<std::vector<SentAct>> now) { take(std::move(now)); });
}

void Sending::setAside(base::Ulid key) {
    acts_.store().run(
        this,
        [key](LocalStore& store) { return store.dismissRefused(key).and_then([&] { return read(store); }); },
        [this](base::Result<std::vector<SentAct>> now) { take(std::move(now)); });
}

void Sending::keepOurs(base::Ulid key) {
    acts_.store().run(
        this,
        [key, again = acts_.command({}, cases::SaveAnswers{})](LocalStore& store) {
            return recordOver(store, key, again).and_then([&] { return read(store); });
        },
        [this](base::Result<std::vector<SentAct>> now) { take(std::move(now)); });
}

} // namespace vienlogs::workflows
