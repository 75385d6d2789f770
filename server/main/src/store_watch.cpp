// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "store_watch.h"

#include "vienlogs/server/app/data_folder.h"

namespace vienlogs::server {

namespace {

constexpr std::chrono::milliseconds lookEvery{500};

} // namespace

StoreWatch::StoreWatch(store::Store& store, app::StoreLife& life, Changed changed,
                       std::function<void()> moved)
    : store_(store), life_(life), changed_(std::move(changed)), moved_(std::move(moved)),
      thread_([this] { watch(); }) {}

StoreWatch::~StoreWatch() {
    {
        const std::scoped_lock lock(mutex_);
        stopped_ = true;
    }
    stopping_.notify_all();
    thread_.join();
}

void StoreWatch::watch() {
    std::unique_lock lock(mutex_);
    while (!stopping_.wait_for(lock, lookEvery, [&] { return stopped_; })) {
        lock.unlock();
        const bool more = look();
        lock.lock();
        if (!more)
            return;
    }
}

bool StoreWatch::look() {
    // A store that does not answer now is asked again; who needs it hears of it by itself.
    if (const auto where = app::movedTo(store_); where && !where->empty()) {
        moved_();
        return false;
    }
    if (!store_.isShared())
        return true;
    const auto revision = store_.revision();
    if (!revision || *revision == revision_)
        return true;
    if (const auto isOther = life_.refresh(); !isOther)
        return true;
    else if (*isOther)
        lasts_.clear(); // Everybody begins anew.
    auto lasts = store::inRead<Lasts>(store_, [](store::Transaction& t) { return t.changes().lasts(); });
    if (!lasts)
        return true;
    for (const auto& [scope, last] : *lasts)
        if (const auto known = lasts_.find(scope); known == lasts_.end() || known->second != last)
            changed_(scope);
    revision_ = *revision;
    lasts_ = std::move(*lasts);
    return true;
}

} // namespace vienlogs::server
