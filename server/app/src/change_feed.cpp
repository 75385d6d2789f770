// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/change_feed.h"

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

} // namespace

contract::ChangesPage ChangeFeed::referencePage(std::int64_t after, const std::string& epoch) const {
    contract::ChangesPage page{epoch, {}, std::to_string(after), false};
    const auto version = reference_.manifest().version;
    if (version > after) {
        page.changes.push_back({version, "reference", std::to_string(version), false, "null"});
        page.next = std::to_string(version);
    }
    return page;
}

base::Result<ChangeFeed::Page> ChangeFeed::pageNow(const Query& query, const Cursor& cursor,
                                                   const Cursor& mark, const std::string& epoch) const {
    return store::inRead<Page>(store_, [&](store::Transaction& t) -> base::Result<Page> {
        for (const auto* shown : {&cursor, &mark})
            if (const auto remembers = life_.remembers(t, *shown); !remembers || !*remembers)
                return remembers ? base::Result<Page>(std::nullopt) : base::fail(remembers.error());
        auto changes =
            t.changes().after(query.scope, cursor.sequence, query.limit + 1); // one more tells of more
        if (!changes)
            return base::fail(changes.error());
        contract::ChangesPage page{
            epoch, {}, query.after, changes->size() > static_cast<std::size_t>(query.limit)};
        if (page.more)
            changes->pop_back();
        page.more = cut(*changes) || page.more;
        page.changes = std::move(*changes);
        if (page.changes.empty() && cursor.records > 0)
            return page; // Nobody has to write down anew what says the same.
        const auto last = page.changes.empty() ? cursor.sequence : page.changes.back().sequence;
        return life_.cursorAt(t, epoch, query.scope, last).map([&](auto next) {
            page.next = std::move(next);
            return Page(std::move(page));
        });
    });
}

base::Result<contract::ChangesPage> ChangeFeed::beginAnew(const Cursor& cursor, const std::string& epoch) {
    if (const auto begun = life_.beginAnew(epoch, cursor); !begun)
        return base::fail(begun.error());
    announceAll();
    return contract::ChangesPage{life_.epoch(), {}, "", true};
}

base::Result<contract::ChangesPage> ChangeFeed::page(const Actor& actor, const Query& query) {
    if (query.scope.empty())
        return base::fail(base::codes::invalidArgument, "scope");
    if (query.scope != scopeOf(actor.place) && query.scope != referenceScope)
        return base::fail(codes::wrongPlace, "scope");
    const auto epoch = life_.epoch();
    if (!query.epoch.empty() && query.epoch != epoch)
        return contract::ChangesPage{epoch, {}, "", true};
    const auto cursor = life_.read(epoch, query.scope, query.after);
    const auto mark = life_.readMark(epoch, query.mark);
    if (!cursor || !mark)
        return base::fail(cursor ? mark.error() : cursor.error());
    if (query.scope == referenceScope)
        return referencePage(cursor->sequence, epoch);
    auto page = pageNow(query, *cursor, *mark, epoch);
    if (!page)
        return base::fail(page.error());
    return *page ? base::Result<contract::ChangesPage>(std::move(**page))
                 : beginAnew(mark->records > cursor->records ? *mark : *cursor, epoch);
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

void ChangeFeed::announceAll() {
    std::vector<std::string> scopes;
    {
        const std::scoped_lock lock(mutex_);
        for (const auto& [scope, count] : news_)
            scopes.push_back(scope);
    }
    for (const auto& scope : scopes)
        announce(scope);
}

void ChangeFeed::follow(Follower follower) {
    const std::scoped_lock lock(mutex_);
    follower_ = std::move(follower);
}

} // namespace vienlogs::server::app
