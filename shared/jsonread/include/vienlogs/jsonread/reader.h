// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/language.h"

namespace vienlogs::jsonread {

/// The first thing found wrong in one document, so that reading code needs no branch after each member.
class Problems {
public:
    void add(const std::string& where, std::string_view what);
    [[nodiscard]] bool any() const { return !first_.empty(); }
    /// "/costs/0/amount: a text is expected"; empty when nothing is wrong.
    [[nodiscard]] const std::string& first() const { return first_; }

private:
    std::string first_;
};

/// Typed reading of one JSON object from outside. A missing or wrong member is noted in Problems and answered
/// by an empty value; finish() notes members nobody asked for, so that a misspelt name is found.
class Reader {
public:
    Reader(const nlohmann::json& value, std::string where, Problems& problems);

    [[nodiscard]] bool has(std::string_view key) const;
    /// The member, or null when it is missing; counts as read.
    [[nodiscard]] const nlohmann::json& raw(std::string_view key);
    /// At least one character, at most `most` bytes.
    [[nodiscard]] std::string text(std::string_view key, std::size_t most = 4000);
    [[nodiscard]] std::string textOr(std::string_view key, std::string fallback, std::size_t most = 4000);
    [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
    [[nodiscard]] bool yesOr(std::string_view key, bool fallback);
    /// {"lv": …, "en": …, "ru": …}, none of them empty.
    [[nodiscard]] base::LocalizedText localized(std::string_view key);
    /// The same, or nothing at all.
    [[nodiscard]] base::LocalizedText localizedOr(std::string_view key);
    /// An ISO date, or nothing when the member is missing.
    [[nodiscard]] std::optional<std::chrono::year_month_day> dateOr(std::string_view key);
    /// A list of texts; empty when missing.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key, std::size_t most = 500);
    /// Readers over a list of objects; empty when missing.
    [[nodiscard]] std::vector<Reader> objects(std::string_view key, std::size_t most = 2000);
    /// A reader over a member object; over an empty one, with a problem noted, when it is missing.
    [[nodiscard]] Reader object(std::string_view key);
    void problem(std::string_view key, std::string_view what) const;
    /// Notes every member that was never asked for.
    void finish() const;
    [[nodiscard]] const std::string& where() const { return where_; }

private:
    [[nodiscard]] const nlohmann::json* member(std::string_view key);

    const nlohmann::json* value_;
    std::string where_;
    Problems* problems_;
    std::vector<std::string> read_;
};

} // namespace vienlogs::jsonread
