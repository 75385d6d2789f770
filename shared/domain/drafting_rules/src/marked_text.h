// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/drafting_rules/lint.h"

namespace vienlogs::drafting_rules {

/// An element's text as characters, so that places in it are places for operations.
class MarkedText {
public:
    explicit MarkedText(const acts::Element& element);

    [[nodiscard]] const std::u32string& characters() const { return characters_; }
    /// A finding about [from, to), put right by `instead`.
    [[nodiscard]] Finding wrong(const Rule& rule, std::size_t from, std::size_t to,
                                std::string_view instead) const;
    /// One that only a person can put right.
    [[nodiscard]] Finding doubtful(const Rule& rule, std::size_t from, std::size_t to) const;
    /// Where a word or phrase begins, whole and in any case of letters; from `at` on, npos for nowhere.
    [[nodiscard]] std::size_t find(std::u32string_view words, std::size_t at = 0) const;

private:
    base::Ulid id_;
    std::u32string characters_;
};

[[nodiscard]] std::u32string decoded(std::string_view utf8);
[[nodiscard]] std::string encoded(std::u32string_view text);
/// Latvian letters too.
[[nodiscard]] bool isLetter(char32_t c);
[[nodiscard]] char32_t lower(char32_t c);
[[nodiscard]] inline bool isDigit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
/// The elements with text, in order.
[[nodiscard]] std::vector<const acts::Element*> withText(const acts::Act& act);
/// Acts whose text orders changes and quotes other texts.
[[nodiscard]] bool isAmending(const acts::Act& act);

} // namespace vienlogs::drafting_rules
