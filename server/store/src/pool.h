// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace vienlogs::server::store {

/// A few things of one kind that are lent out, one user at a time; who finds none waits.
template<typename Thing>
class Pool {
public:
    /// Goes back by itself.
    class Loan {
    public:
        Loan(Pool& pool, std::unique_ptr<Thing> thing) : pool_(pool), thing_(std::move(thing)) {}
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        ~Loan() { pool_.add(std::move(thing_)); }
        Thing* operator->() const { return thing_.get(); }
        Thing& operator*() const { return *thing_; }

    private:
        Pool& pool_;
        std::unique_ptr<Thing> thing_;
    };

    void add(std::unique_ptr<Thing> thing) {
        {
            const std::scoped_lock lock(mutex_);
            idle_.push_back(std::move(thing));
        }
        returned_.notify_one();
    }
    [[nodiscard]] Loan borrow() {
        std::unique_lock lock(mutex_);
        returned_.wait(lock, [&] { return !idle_.empty(); });
        auto thing = std::move(idle_.back());
        idle_.pop_back();
        return Loan(*this, std::move(thing));
    }

private:
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Thing>> idle_;
};

} // namespace vienlogs::server::store
