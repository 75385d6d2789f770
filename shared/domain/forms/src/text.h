// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "vienlogs/base/result.h"

namespace vienlogs::forms {

/// Without white space at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// True for well-formed UTF-8 without control characters; line breaks only where `lines` allows them.
[[nodiscard]] bool cleanText(std::string_view text, bool lines);
/// Characters (code points) of well-formed UTF-8.
[[nodiscard]] std::size_t characters(std::string_view text);

/// "29 123 456" → "+37129123456"; VL-FORM-0016.
[[nodiscard]] base::Result<std::string> phoneFrom(std::string_view text);
/// "lv80 bank 0000 …" → without spaces, upper case, check digits right (ISO 13616); VL-FORM-0018.
[[nodiscard]] base::Result<std::string> ibanFrom(std::string_view text);
/// VL-FORM-0017.
[[nodiscard]] base::Result<std::string> emailFrom(std::string_view text);
/// "23.11.2026.", "23/11/2026", "23112026", "2026-11-23" → the last; VL-FORM-0010.
[[nodiscard]] base::Result<std::string> dateFrom(std::string_view text);

} // namespace vienlogs::forms
