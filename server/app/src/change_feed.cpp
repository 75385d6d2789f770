// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/change_feed.h"

#include <charconv>

#include "command_effects.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

constexpr std::string_view referenceScope = "reference";
/// Of one page, apart from a case that is larger by itself; desks refuse answers above 4 MiB.
constexpr std::size_t maxPageBytes = 2 * 1024 * 1024;

/// Leaves for the next page what does not fit; true when something was left.
bool cut(std::vector<contract::Change>& changes) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        bytes += changes[i].bodyJson.size();
        if (i > 0 && bytes > maxPageBytes) {
            changes.resize(i);
            return true;
        }
    }
    return false;
}

base::Result<std::int64_t> sequenceOf(const std::string& cursor) {
    if (cursor.empty())
        return 0;
    std::int64_t value = 0;
    const auto* end = cursor.data() + cursor.size();
    const auto [at, error] = std::from_chars(cursor.data(), end, value);
    if (error != std::errc() || at != end || value < 0)
        return base::fail(base::codes::invalidArgument, "cursor");
    return value;
}

} // namespace

base::Result<contract::ChangesPage> ChangeFeed::pageNow(const Query& query, std::int64_t after) const {
    contract::ChangesPage page{epoch_, {}, std::to_string(after), false};
    if (query.scope == referenceScope) {
        const auto version = reference_.manifest().version;
        if (version > after) {
            page.changes.push_back({version, "reference", std::to_string(version), false, "null"});
            page.next = std::to_string(version);
        }
        return page;
    }
    auto changes = store::inRead<std::vector<contract::Change>>(store_, [&](store::Transaction& t) {
        return t.changes().after(query.scope, after, query.limit + 1); // one more tells whether there is more
    });
    if (!changes)
        return base::fail(changes.error());
    page.more = changes->size() > static_cast<std::size_t>(query.limit);
    if (page.more)
        changes->pop_back();
    page.more = cut(*changes) || page.more;
    page.changes = std::move(*changes);
    if (!page.changes.empty())
        page.next = std::to_string(page.changes.back().sequence);
    return page;
}

base::Result<contract::ChangesPage> ChangeFeed::page(const Actor& actor, const Query& query) const {
    if (query.scope.empty())
        return base::fail(base::codes::invalidArgument, "scope");
    if (query.scope != scopeOf(actor.place) && query.scope != referenceScope)
        return base::fail(codes::wrongPlace, "scope");
    if (!query.epoch.empty() && query.epoch != epoch_)
        return contract::ChangesPage{epoch_, {}, "", true};
    const auto after = sequenceOf(query.after);
    if (!after)
        return base::fail(after.error());
    return pageNow(query, *after);
}

std::uint64_t ChangeFeed::news(const std::string& scope) const {
    const std::scoped_lock lock(mutex_);
    const auto found = news_.find(scope);
    return found == news_.end() ? 0 : found->second;
}

void ChangeFeed::announce(const std::string& scope) {
    Follower follower;
    {
        const std::scoped_lock lock(mutex_);
        ++news_[scope];
        follower = follower_;
    }
    if (follower)
        follower(scope);
}

void ChangeFeed::follow(Follower follower) {
    const std::scoped_lock lock(mutex_);
    follower_ = std::move(follower);
}

} // namespace vienlogs::server::app
