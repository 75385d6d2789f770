// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>

#include "vienlogs/base/result.h"

namespace vienlogs::store {

/// Held by the one program that uses a store. Ends with the process, however it ends; the file then still
/// says whether the store was closed in order.
class FileLock {
public:
    /// VL-STORE-0004 when another program, or another part of this one, holds it.
    [[nodiscard]] static base::Result<FileLock> take(const std::filesystem::path& file);
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&&) = delete;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

    /// Whether the program that held it before was killed.
    [[nodiscard]] bool wasBroken() const { return wasBroken_; }

private:
    FileLock(int descriptor, bool wasBroken) : descriptor_(descriptor), wasBroken_(wasBroken) {}
    int descriptor_;
    bool wasBroken_;
};

} // namespace vienlogs::store
