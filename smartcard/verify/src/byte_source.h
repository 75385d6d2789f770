// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "vienlogs/base/result.h"

namespace vienlogs::verify {

/// Bytes that are read at any place: a file, or memory.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
    /// Fills the whole buffer from a place; false when that many bytes are not there.
    [[nodiscard]] virtual bool read(std::uint64_t at, std::span<std::uint8_t> into) = 0;
};

/// A regular file; VL-VERIFY-0001 if it cannot be opened.
[[nodiscard]] base::Result<std::unique_ptr<ByteSource>> openFile(const std::filesystem::path& file);
/// Memory that lives longer.
[[nodiscard]] std::unique_ptr<ByteSource> viewBytes(std::span<const std::uint8_t> bytes);

} // namespace vienlogs::verify
