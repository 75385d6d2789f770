// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "vienlogs/server/app/store_life.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server {

/// Looks at the store twice a second for what other processes did: other servers' commits, of which those who
/// wait for changes must hear, another epoch, and a move to another store.
class StoreWatch {
public:
    /// Is told each scope in which something was committed.
    using Changed = std::function<void(const std::string& scope)>;
    StoreWatch(store::Store& store, app::StoreLife& life, Changed changed, std::function<void()> moved);
    ~StoreWatch();
    StoreWatch(const StoreWatch&) = delete;
    StoreWatch& operator=(const StoreWatch&) = delete;

private:
    using Lasts = std::map<std::string, std::int64_t>; ///< The last sequence of each scope.
    void watch();
    /// Whether there is anything more to watch for.
    [[nodiscard]] bool look();

    store::Store& store_;
    app::StoreLife& life_;
    Changed changed_;
    std::function<void()> moved_;
    std::int64_t revision_ = 0;
    Lasts lasts_;
    std::mutex mutex_;
    std::condition_variable stopping_;
    bool stopped_ = false;
    std::thread thread_;
};

} // namespace vienlogs::server
