// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "vienlogs/server/gateway/register_query.h"

namespace vienlogs::server::gateway {

/// Good answers for a while, in memory only, the least used ones leaving first. Thread-safe.
class AnswerCache {
public:
    using Moment = std::chrono::steady_clock::time_point;
    explicit AnswerCache(std::size_t capacity) : capacity_(capacity) {}
    /// The answer, if it was put in no longer than that ago.
    [[nodiscard]] std::optional<RegisterAnswer> find(const std::string& key, std::chrono::seconds notOlder,
                                                     Moment now);
    void put(const std::string& registerId, const std::string& key, const RegisterAnswer& answer, Moment now);
    /// Forgets all of one register, after something was written there.
    void forget(const std::string& registerId);

private:
    struct Entry {
        std::string key, registerId;
        RegisterAnswer answer;
        Moment at;
    };
    std::mutex mutex_;
    std::size_t capacity_;
    std::list<Entry> entries_; ///< The last used first.
    std::unordered_map<std::string, std::list<Entry>::iterator> byKey_;
};

} // namespace vienlogs::server::gateway
