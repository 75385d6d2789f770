// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "vienlogs/base/bytes.h"

/// Writes the small DER files of a card.
namespace vienlogs::virtualcard::der {

[[nodiscard]] base::Bytes element(std::uint8_t tag, const base::Bytes& value);
[[nodiscard]] base::Bytes element(std::uint8_t tag, std::initializer_list<base::Bytes> parts);
/// A non-negative INTEGER.
[[nodiscard]] base::Bytes integer(const base::Bytes& bigEndian);
[[nodiscard]] base::Bytes integer(std::uint16_t value);
[[nodiscard]] base::Bytes text(std::string_view utf8);

} // namespace vienlogs::virtualcard::der
