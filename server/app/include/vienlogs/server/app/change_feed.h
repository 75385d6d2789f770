// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/reference_data.h"
#include "vienlogs/server/app/store_life.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// Tells who follows a scope what is new there, and when something is. Nobody waits in here.
class ChangeFeed {
public:
    /// Another epoch than that of `life` makes every follower begin anew.
    ChangeFeed(store::Store& store, const ReferenceData& reference, StoreLife& life)
        : store_(store), reference_(reference), life_(life) {}

    struct Query {
        std::string scope; ///< "place:CES" of the actor's own place, or "reference".
        std::string after; ///< Cursor; empty from the beginning.
        std::string epoch; ///< As last seen; empty the first time.
        std::string mark;  ///< Of the newest answer to commands in that epoch.
        int limit = 200;   ///< 1 to 500.
    };
    /// Changes after the cursor, none when there are none. VL-SRV-0005 for another place's scope,
    /// VL-BASE-0002 for a cursor or mark that is none. One of a future that this store has lost begins a new
    /// epoch.
    [[nodiscard]] base::Result<contract::ChangesPage> page(const Actor& actor, const Query& query);
    /// How often something of the scope was committed; to be read before page() by who waits for more.
    [[nodiscard]] std::uint64_t news(const std::string& scope) const;
    /// Something of the scope was committed.
    void announce(const std::string& scope);
    /// All that is followed begins anew.
    void announceAll();
    /// Is told every scope that is announced, on the announcer's thread; null for nobody any more.
    using Follower = std::function<void(const std::string& scope)>;
    void follow(Follower follower);

private:
    /// A page as of one moment; nothing when the cursor or the mark is of a lost future.
    using Page = std::optional<contract::ChangesPage>;
    [[nodiscard]] base::Result<Page> pageNow(const Query& query, const Cursor& cursor, const Cursor& mark,
                                             const std::string& epoch) const;
    [[nodiscard]] contract::ChangesPage referencePage(std::int64_t after, const std::string& epoch) const;
    [[nodiscard]] base::Result<contract::ChangesPage> beginAnew(const Cursor& cursor,
                                                                const std::string& epoch);

    store::Store& store_;
    const ReferenceData& reference_;
    StoreLife& life_;
    mutable std::mutex mutex_;
    std::map<std::string, std::uint64_t> news_; ///< By scope; there are no more scopes than places.
    Follower follower_;
};

} // namespace vienlogs::server::app
