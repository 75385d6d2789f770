// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "vienlogs/base/result.h"

namespace vienlogs::pdf {

/// Unpacks zlib data (/FlateDecode); VL-PDF-0009 when it would have more than `most` bytes.
[[nodiscard]] base::Result<std::string> inflate(std::string_view packed, std::size_t most);
[[nodiscard]] base::Result<std::string> deflate(std::string_view plain);

/// Takes the PNG prediction off (ISO 32000-1, section 7.4.4.4); `columns` in bytes of a row.
[[nodiscard]] base::Result<std::string> unpredict(std::string_view rows, std::size_t columns,
                                                  std::size_t bytesPerPixel);

} // namespace vienlogs::pdf
