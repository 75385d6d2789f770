// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "vienlogs/base/bytes.h"

namespace vienlogs::devices::pos {

/// The character sets terminals print in. The specification says CP437; some send ISO 8859, those of the
/// Baltic ISO 8859-13.
enum class ZvtCharset { Cp437, Iso8859_1, Iso8859_13 };

/// Text of the terminal as UTF-8; control characters are left out, unknown bytes become U+FFFD.
[[nodiscard]] std::string toUtf8(std::span<const std::uint8_t> text, ZvtCharset charset);
/// UTF-8 in the terminal's character set; letters that it lacks become their base letter or "?".
[[nodiscard]] base::Bytes fromUtf8(std::string_view text, ZvtCharset charset);

} // namespace vienlogs::devices::pos
