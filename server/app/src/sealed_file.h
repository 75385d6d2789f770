// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string_view>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

/// Small encrypted files: nonce (12 bytes), AES-256-GCM text, tag (16 bytes). `name` is bound to the content,
/// so that one file cannot stand in for another.
namespace vienlogs::server::app::sealed {

/// Durable when it returns: written beside, synced, renamed, folder synced.
[[nodiscard]] base::Result<void> write(const std::filesystem::path& file, const base::Secret& key,
                                       std::string_view name, const base::Bytes& content);
/// VL-BASE-0003 when there is no file, VL-BASE-0005 when it is not what was written.
[[nodiscard]] base::Result<base::Bytes> read(const std::filesystem::path& file, const base::Secret& key,
                                             std::string_view name);

/// Makes renames in a folder durable.
[[nodiscard]] base::Result<void> syncFolder(const std::filesystem::path& folder);

} // namespace vienlogs::server::app::sealed
