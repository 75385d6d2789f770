// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "vienlogs/server/store/store.h"

namespace vienlogs::server {

/// Looks at the store twice a second for what other processes did: other servers' commits, of which those who
/// wait for changes must hear, and a move to another store.
class StoreWatch {
public:
    StoreWatch(store::Store& store, std::function<void()> changed, std::function<void()> moved);
    ~StoreWatch();
    StoreWatch(const StoreWatch&) = delete;
    StoreWatch& operator=(const StoreWatch&) = delete;

private:
    void watch();
    /// Whether there is anything more to watch for.
    [[nodiscard]] bool look();

    store::Store& store_;
    std::function<void()> changed_;
    std::function<void()> moved_;
    std::int64_t revision_ = 0;
    std::mutex mutex_;
    std::condition_variable stopping_;
    bool stopped_ = false;
    std::thread thread_;
};

} // namespace vienlogs::server
