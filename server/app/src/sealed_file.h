// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string_view>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

/// Small encrypted pieces: nonce (12 bytes), AES-256-GCM text, tag (16 bytes). `name` is bound to the
/// content, so that one piece cannot stand in for another.
namespace vienlogs::server::app::sealed {

[[nodiscard]] base::Result<base::Bytes> seal(const base::Secret& key, std::string_view name,
                                             const base::Bytes& content);
/// VL-BASE-0005 when it is not what was sealed.
[[nodiscard]] base::Result<base::Bytes> unseal(const base::Secret& key, std::string_view name,
                                               const base::Bytes& sealed);
/// Durable when it returns: written beside, synced, renamed, folder synced.
[[nodiscard]] base::Result<void> write(const std::filesystem::path& file, const base::Bytes& bytes);
/// How many bytes were sealed in a file; 0 when there is none. Looks at its length only.
[[nodiscard]] std::int64_t contentSize(const std::filesystem::path& file);
/// VL-BASE-0003 when there is no file.
[[nodiscard]] base::Result<base::Bytes> read(const std::filesystem::path& file);

/// Makes renames in a folder durable.
[[nodiscard]] base::Result<void> syncFolder(const std::filesystem::path& folder);

} // namespace vienlogs::server::app::sealed
