// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "vienlogs/base/bytes.h"

namespace vienlogs::devices::pos {

/// Tags inside the container 06.
namespace tag {
inline constexpr std::uint32_t textLine = 0x07;
inline constexpr std::uint32_t attribute = 0x09;
inline constexpr std::uint32_t printTexts = 0x25;
inline constexpr std::uint32_t receiptType = 0x1F07; ///< 1 the institution's, 2 the customer's, 3 other.
} // namespace tag

/// One element of a TLV container; `content` points into the message that was read.
struct TlvElement {
    std::uint32_t tag = 0;
    std::span<const std::uint8_t> content;
};

/// Elements side by side; those after something unreadable are left out. At most 1 024.
[[nodiscard]] std::vector<TlvElement> parseTlv(std::span<const std::uint8_t> bytes);
/// Reads a length (one byte, 81 and one, 82 and two) at the front and removes it; false if there is none.
[[nodiscard]] bool takeTlvLength(std::span<const std::uint8_t>& bytes, std::size_t& length);

void appendTlvLength(base::Bytes& to, std::size_t length);
void appendTlv(base::Bytes& to, std::uint32_t tag, std::span<const std::uint8_t> content);

} // namespace vienlogs::devices::pos
