// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <mutex>

#include "message.h"

namespace vienlogs::server::http {

/// Logins that were looked up within the last second, for routes that serve public data only: there a leaver
/// may read on for that second.
class RecentLogins {
public:
    using Moment = std::chrono::steady_clock::time_point;
    struct Login {
        store::Device device;
        app::Actor actor;
    };
    [[nodiscard]] std::shared_ptr<const Login> find(const PeerDevice& peer, const std::string& authorization,
                                                    Moment now) const;
    void add(const PeerDevice& peer, const std::string& authorization, Login login, Moment now);

private:
    struct Entry {
        std::shared_ptr<const Login> login;
        Moment until;
    };
    mutable std::mutex mutex_;
    std::map<std::string, Entry> entries_;
};

} // namespace vienlogs::server::http
