// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace vienlogs::digest {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4) of bytes given piece by piece.
class Sha256Stream {
public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(Sha256Stream&&) noexcept;
    Sha256Stream& operator=(Sha256Stream&&) noexcept;
    void add(std::span<const std::uint8_t> bytes);
    void add(std::string_view text);
    /// The digest of all that was added; nothing may be added afterwards.
    [[nodiscard]] Sha256 finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

[[nodiscard]] Sha256 sha256(std::span<const std::uint8_t> bytes);
[[nodiscard]] Sha256 sha256(std::string_view text);
/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string toHex(const Sha256& digest);

} // namespace vienlogs::digest
