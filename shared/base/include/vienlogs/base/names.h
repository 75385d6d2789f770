// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace vienlogs::base {

/// The values of an enumeration with their names on the wire; one table serves both directions.
template<typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, std::string_view>, N>;

template<typename Enum, std::size_t N>
[[nodiscard]] constexpr std::string_view nameIn(const Names<Enum, N>& names, Enum value) {
    for (const auto& [known, name] : names)
        if (known == value)
            return name;
    return {};
}

template<typename Enum, std::size_t N>
[[nodiscard]] constexpr std::optional<Enum> valueIn(const Names<Enum, N>& names, std::string_view text) {
    for (const auto& [known, name] : names)
        if (name == text)
            return known;
    return std::nullopt;
}

} // namespace vienlogs::base
