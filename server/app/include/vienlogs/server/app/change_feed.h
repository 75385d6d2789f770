// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>

#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/reference_data.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// Tells who follows a scope what is new there, at once or when it happens.
class ChangeFeed {
public:
    /// `epoch` names this life of the store; another one makes every follower begin anew.
    ChangeFeed(store::Store& store, const ReferenceData& reference, std::string epoch)
        : store_(store), reference_(reference), epoch_(std::move(epoch)) {}

    struct Query {
        std::string scope; ///< "place:CES" of the actor's own place, or "reference".
        std::string after; ///< Cursor; empty from the beginning.
        std::string epoch; ///< As last seen; empty the first time.
        int limit = 200;   ///< 1 to 500.
        std::chrono::seconds wait{0};
    };
    /// Changes after the cursor; when there are none, waits for one up to `wait`. VL-SRV-0005 for another
    /// place's scope, VL-BASE-0002 for a cursor that is none.
    [[nodiscard]] base::Result<contract::ChangesPage> page(const Actor& actor, const Query& query);
    /// Something of the scope was committed.
    void announce(const std::string& scope);
    /// Answers everybody who waits, now and from now on at once.
    void stop();

private:
    [[nodiscard]] base::Result<contract::ChangesPage> pageNow(const Query& query, std::int64_t after) const;

    static constexpr int maxWaiting = 48; ///< Each holds a thread of the server; more get an empty page.
    store::Store& store_;
    const ReferenceData& reference_;
    std::string epoch_;
    std::mutex mutex_;
    std::condition_variable announced_;
    std::uint64_t announcements_ = 0;
    int waiting_ = 0;
    bool stopped_ = false;
};

} // namespace vienlogs::server::app
