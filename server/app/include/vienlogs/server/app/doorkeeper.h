// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/sessions.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// Who asks: device, session, clerk and place, found in one reading of the store. What was found is believed
/// again while the store's mark of the rights stands still, which every reading looks at; so a leaver, a
/// revoked device or an ended session is out at its next request, whichever server or tool ended it.
class Doorkeeper {
public:
    /// What a request shows.
    struct Asking {
        std::string device;               ///< Name of the certificate, or as believed without TLS.
        std::string fingerprint;          ///< Of the certificate; empty without TLS.
        std::optional<std::string> token; ///< Of a session, when the request has one.
    };
    /// What is known of it. Without a token nobody is looked for.
    struct Known {
        store::Device device;
        base::Result<Actor> actor;
    };
    Doorkeeper(store::Store& store, const Sessions& sessions, const base::Clock& clock)
        : store_(store), sessions_(sessions), clock_(clock) {}

    /// VL-SRV-0003 for a device that is not known, was revoked or has another certificate; VL-SRV-0001,
    /// -0004, -0005, -0011 and VL-AUTH-0008 of the session.
    [[nodiscard]] base::Result<Known> admit(const Asking& asking);

private:
    /// What was found, and under which mark.
    struct Entry {
        std::string mark;
        store::Device device;
        std::optional<Actor> actor;
        base::Timestamp sessionEnds = base::Timestamp::max();
        std::chrono::steady_clock::time_point found;
    };
    using Shared = std::shared_ptr<const Entry>;
    [[nodiscard]] Shared remembered(const std::string& key);
    void remember(const std::string& key, Entry entry);
    [[nodiscard]] bool holds(const Entry& entry, const std::string& mark) const;
    [[nodiscard]] base::Result<Known> look(store::Transaction& transaction, const Asking& asking,
                                           const std::string& tokenHash, Entry& entry) const;

    store::Store& store_;
    const Sessions& sessions_;
    const base::Clock& clock_;
    std::mutex mutex_;
    std::map<std::string, Shared> entries_;
};

} // namespace vienlogs::server::app
