// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <utility>

#include "vienlogs/base/result.h"

namespace vienlogs::server::store {

/// Says that somebody works with a data folder, as long as it lives; given back also by a process that is
/// killed. Whoever replaces the store wants to be alone.
class FolderLock {
public:
    enum class Kind { Shared, Alone };
    /// VL-STORE-0004 when somebody else's lock is in the way.
    [[nodiscard]] static base::Result<FolderLock> take(const std::filesystem::path& folder, Kind kind);
    FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FolderLock& operator=(FolderLock&&) = delete;
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    ~FolderLock();

private:
    explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

} // namespace vienlogs::server::store
