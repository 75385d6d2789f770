// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/base/money.h"

namespace vienlogs::base {

namespace {
constexpr std::size_t maxDigits = 13; // keeps every sum of sums far from overflow
constexpr const char* noBreakSpace = "\u00A0";
} // namespace

std::optional<Money> Money::parse(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative)
        text.remove_prefix(1);
    const auto point = text.find_first_of(".,");
    const auto whole = text.substr(0, point);
    const auto part = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (whole.empty() || whole.size() > maxDigits || part.size() > 2 ||
        (point != std::string_view::npos && part.empty()))
        return std::nullopt;
    std::int64_t value = 0;
    for (const auto piece : {whole, part})
        for (const char c : piece) {
            if (c < '0' || c > '9')
                return std::nullopt;
            value = value * 10 + (c - '0');
        }
    for (auto i = part.size(); i < 2; ++i)
        value *= 10;
    return Money(negative ? -value : value);
}

std::string Money::toText() const {
    const auto absolute = cents_ < 0 ? -cents_ : cents_;
    std::string whole = std::to_string(absolute / 100);
    for (auto at = std::int64_t(whole.size()) - 3; at > 0; at -= 3)
        whole.insert(std::size_t(at), noBreakSpace);
    const auto rest = absolute % 100;
    return (cents_ < 0 ? "-" : "") + whole + (rest < 10 ? ",0" : ",") + std::to_string(rest) + noBreakSpace +
           "€";
}

} // namespace vienlogs::base
