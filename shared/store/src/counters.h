// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "rows.h"

namespace vienlogs::store {

/// Numbers that only grow, kept under a name; they begin at 0.
class Counters {
public:
    explicit Counters(Database& database) : database_(database) {}
    [[nodiscard]] base::Result<std::int64_t> at(std::string_view name) {
        return readFirst(
                   database_, "SELECT value FROM counters WHERE name = ?",
                   [](Statement& row) { return base::Result<std::int64_t>(row.integer(0)); }, name)
            .map([](std::optional<std::int64_t> value) { return value.value_or(0); });
    }
    [[nodiscard]] base::Result<void> set(std::string_view name, std::int64_t value) {
        return database_.run("INSERT INTO counters(name, value) VALUES(?, ?) "
                             "ON CONFLICT(name) DO UPDATE SET value = excluded.value",
                             name, value);
    }
    /// The next value, taken within the caller's transaction.
    [[nodiscard]] base::Result<std::int64_t> next(std::string_view name) {
        return at(name).and_then(
            [&](std::int64_t value) { return set(name, value + 1).map([&] { return value + 1; }); });
    }

private:
    Database& database_;
};

} // namespace vienlogs::store
