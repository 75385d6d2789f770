// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/doorkeeper.h"

#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

using namespace std::chrono_literals;
/// The mark alone would do; this bounds what a row changed by hand, past every program of ours, can cost.
constexpr auto believedFor = 2s;
constexpr std::size_t maxEntries = 4096;

base::Result<store::Device> deviceIn(store::Transaction& transaction, const Doorkeeper::Asking& asking) {
    auto device = transaction.directory().device(asking.device);
    if (!device)
        return base::fail(device.error());
    if (!*device || (*device)->revokedAt)
        return base::fail(codes::deviceUnknown);
    if (!asking.fingerprint.empty() && (*device)->fingerprint != asking.fingerprint)
        return base::fail(codes::deviceUnknown, "another certificate of the same name");
    return std::move(**device);
}

} // namespace

Doorkeeper::Shared Doorkeeper::remembered(const std::string& key) {
    const std::scoped_lock lock(mutex_);
    const auto at = entries_.find(key);
    return at == entries_.end() ? Shared() : at->second;
}

void Doorkeeper::remember(const std::string& key, Entry entry) {
    const auto now = clock_.steadyNow();
    entry.found = now;
    const std::scoped_lock lock(mutex_);
    if (entries_.size() >= maxEntries)
        std::erase_if(entries_, [&](const auto& each) { return now - each.second->found >= believedFor; });
    if (entries_.size() < maxEntries)
        entries_.insert_or_assign(key, std::make_shared<const Entry>(std::move(entry)));
}

bool Doorkeeper::holds(const Entry& entry, const std::string& mark) const {
    return entry.mark == mark && clock_.steadyNow() - entry.found < believedFor &&
           clock_.now() <= entry.sessionEnds;
}

base::Result<Doorkeeper::Known> Doorkeeper::look(store::Transaction& transaction, const Asking& asking,
                                                 const std::string& tokenHash, Entry& entry) const {
    auto device = deviceIn(transaction, asking);
    if (!device)
        return base::fail(device.error());
    entry.device = *device;
    if (!asking.token)
        return Known{std::move(*device), base::fail(codes::notLoggedIn, "no bearer token")};
    auto session = sessions_.find(transaction, *device, tokenHash);
    if (!session)
        return Known{std::move(*device), base::fail(session.error())};
    entry.actor = session->actor;
    entry.sessionEnds = session->ends;
    return Known{std::move(*device), std::move(session->actor)};
}

base::Result<Doorkeeper::Known> Doorkeeper::admit(const Asking& asking) {
    const auto tokenHash = asking.token ? Sessions::hashOf(*asking.token) : std::string();
    const auto key = asking.fingerprint + '\n' + asking.device + '\n' + tokenHash;
    const auto known = remembered(key);
    Entry entry;
    bool isNew = false;
    auto admitted = store::inRead<Known>(store_, [&](store::Transaction& t) -> base::Result<Known> {
        auto mark = t.sessions().rightsMark();
        if (!mark)
            return base::fail(mark.error());
        isNew = !known || !holds(*known, *mark);
        if (!isNew)
            return Known{known->device, known->actor ? base::Result<Actor>(*known->actor)
                                                     : base::fail(codes::notLoggedIn, "no bearer token")};
        entry = Entry{.mark = std::move(*mark)};
        return look(t, asking, tokenHash, entry);
    });
    // Refusals are looked up anew each time: whoever is refused decides nothing about what is remembered.
    if (isNew && admitted && entry.actor.has_value() == asking.token.has_value())
        remember(key, std::move(entry));
    return admitted;
}

} // namespace vienlogs::server::app
