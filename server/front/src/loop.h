// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <thread>

#include "connection.h"

namespace vienlogs::server::front {

/// One thread that serves many connections, woken by epoll.
class Loop {
public:
    /// `listener` is accepted from unless it is -1; newcomers go to the loops of `all` in turn.
    Loop(const Shared& shared, int listener, const std::vector<std::unique_ptr<Loop>>& all);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void start();
    /// No more newcomers, and what is idle ends; what is in work goes on.
    void close();
    void stop();

private:
    void run();
    void accept();
    void adopt(Newcomer newcomer);
    void deliver();
    void serve(std::uint64_t id, std::uint32_t events);
    void settle(std::size_t slot);
    void resumeSome();
    void expireSome();
    void endIdle();

    const Shared& shared_;
    int listener_;
    const std::vector<std::unique_ptr<Loop>>& all_;
    std::size_t next_ = 0; ///< Whose turn it is to get a newcomer.
    int epoll_;
    LoopState state_;
    std::vector<std::unique_ptr<Connection>> connections_; ///< By slot.
    std::vector<Moment> deadlines_;                        ///< By slot.
    std::vector<std::uint32_t> generations_;               ///< By slot; a late message finds another one.
    std::vector<std::size_t> free_;
    std::vector<std::size_t> unfinished_; ///< Slots that want another turn.
    Moment swept_{};
    std::atomic<bool> closing_{false};
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

} // namespace vienlogs::server::front
