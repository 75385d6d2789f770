// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vienlogs::base {

/// An amount in euro, held as whole cents; never a floating-point number.
class Money {
public:
    constexpr Money() = default;
    [[nodiscard]] static constexpr Money cents(std::int64_t value) { return Money(value); }
    /// Reads "47.50", "47,50", "47" with at most two decimals; nothing if it is anything else.
    [[nodiscard]] static std::optional<Money> parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t cents() const { return cents_; }
    [[nodiscard]] constexpr bool isZero() const { return cents_ == 0; }
    /// As shown to a person: "1 047,50 €" (no-break spaces).
    [[nodiscard]] std::string toText() const;

    friend constexpr Money operator+(Money a, Money b) { return Money(a.cents_ + b.cents_); }
    friend constexpr Money operator-(Money a, Money b) { return Money(a.cents_ - b.cents_); }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    explicit constexpr Money(std::int64_t value) : cents_(value) {}
    std::int64_t cents_ = 0;
};

} // namespace vienlogs::base
