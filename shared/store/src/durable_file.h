// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::store {

/// A new file of mode 0600 that appears under its name whole and durable, or not at all.
class DurableFile {
public:
    [[nodiscard]] static base::Result<DurableFile> create(std::filesystem::path target);
    DurableFile(DurableFile&& other) noexcept;
    DurableFile& operator=(DurableFile&&) = delete;
    DurableFile(const DurableFile&) = delete;
    DurableFile& operator=(const DurableFile&) = delete;
    /// Takes the unfinished file away.
    ~DurableFile();

    /// VL-BASE-0004 when the disk is full.
    [[nodiscard]] base::Result<void> write(std::span<const std::uint8_t> bytes);
    /// Written through to the disk, renamed, and the folder written through.
    [[nodiscard]] base::Result<void> commit();

private:
    DurableFile(std::filesystem::path target, int descriptor)
        : target_(std::move(target)), descriptor_(descriptor) {}
    std::filesystem::path target_;
    int descriptor_;
};

/// A file's bytes from `offset`, at most `size`; VL-BASE-0005 when it cannot be read.
[[nodiscard]] base::Result<base::Bytes> readFile(const std::filesystem::path& path, std::uint64_t offset,
                                                 std::size_t size);
/// The failure of a system call on a file, by errno.
[[nodiscard]] tl::unexpected<base::Failure> fileFailure(const std::filesystem::path& path, const char* call);

} // namespace vienlogs::store
