// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "vienlogs/base/clock.h"

namespace vienlogs::base {

/// A 128-bit identifier that sorts by the time it was made: 48 bits of milliseconds, 80 random bits
/// from the system's generator. Written as 26 Crockford base-32 letters (ULID specification).
class Ulid {
public:
    /// The nil identifier; never given to anything.
    constexpr Ulid() = default;
    [[nodiscard]] static Ulid make(const Clock& clock);
    [[nodiscard]] static std::optional<Ulid> parse(std::string_view text);
    [[nodiscard]] std::string toString() const;
    [[nodiscard]] bool isNil() const { return *this == Ulid{}; }
    [[nodiscard]] const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }
    friend auto operator<=>(const Ulid&, const Ulid&) = default;

private:
    std::array<std::uint8_t, 16> bytes_{};
};

} // namespace vienlogs::base

template<>
struct std::hash<vienlogs::base::Ulid> {
    std::size_t operator()(const vienlogs::base::Ulid& id) const noexcept;
};
