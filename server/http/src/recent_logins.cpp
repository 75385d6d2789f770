// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "recent_logins.h"

namespace vienlogs::server::http {

namespace {

using namespace std::chrono_literals;
constexpr auto life = 1s;
constexpr std::size_t maxEntries = 4096;

std::string keyOf(const PeerDevice& peer, const std::string& authorization) {
    return peer.fingerprint + '\n' + peer.name + '\n' + authorization;
}

} // namespace

std::shared_ptr<const RecentLogins::Login>
RecentLogins::find(const PeerDevice& peer, const std::string& authorization, Moment now) const {
    const auto key = keyOf(peer, authorization);
    const std::scoped_lock lock(mutex_);
    const auto found = entries_.find(key);
    if (found == entries_.end() || found->second.until <= now)
        return {};
    return found->second.login;
}

void RecentLogins::add(const PeerDevice& peer, const std::string& authorization, Login login, Moment now) {
    auto key = keyOf(peer, authorization);
    const std::scoped_lock lock(mutex_);
    // What has ended goes with the next one that comes: no token stays for long.
    std::erase_if(entries_, [&](const auto& entry) { return entry.second.until <= now; });
    if (entries_.size() < maxEntries)
        entries_.insert_or_assign(std::move(key),
                                  Entry{std::make_shared<const Login>(std::move(login)), now + life});
}

} // namespace vienlogs::server::http
