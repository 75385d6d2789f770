// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "vienlogs/base/result.h"

namespace vienlogs::acts_tool {

/// VL-BASE-0005 when it cannot be read, VL-OFFICE-0002 beyond `most` bytes.
[[nodiscard]] base::Result<std::string> readFile(const std::filesystem::path& path, std::size_t most);
/// Whole or not at all: written beside, made durable, then renamed. VL-BASE-0005.
[[nodiscard]] base::Result<void> writeFile(const std::filesystem::path& path, std::string_view content);

/// VL-BASE-0005 with what was tried, errno and the file's name.
[[nodiscard]] tl::unexpected<base::Failure> failed(const char* what, const std::filesystem::path& path);
/// All bytes of an open regular file. VL-BASE-0005, VL-OFFICE-0002 beyond `most`.
[[nodiscard]] base::Result<std::string> readAll(int file, const std::filesystem::path& path,
                                                std::size_t most);
/// Writes everything and makes it durable.
[[nodiscard]] bool writeAll(int file, std::string_view content);

} // namespace vienlogs::acts_tool
