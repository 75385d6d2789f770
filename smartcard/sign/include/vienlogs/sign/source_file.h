// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>

#include "vienlogs/ports/containers.h"

namespace vienlogs::sign {

/// Gives a file piece by piece.
class FileReader {
public:
    virtual ~FileReader() = default;
    /// Fills the piece or, at the end of the file, less of it; 0 when nothing is left.
    [[nodiscard]] virtual base::Result<std::size_t> read(std::span<std::uint8_t> piece) = 0;
};

/// A file to be signed that need not lie in memory. It is opened once, when its turn comes.
struct SourceFile {
    std::string name;      ///< UTF-8, without folders.
    std::string mediaType; ///< "application/pdf"
    std::function<base::Result<std::unique_ptr<FileReader>>()> open;
};

/// A file of this machine under its own name. VL-BASE-0005, when it is opened, if it cannot be read.
[[nodiscard]] SourceFile fromDisk(const std::filesystem::path& file, std::string mediaType);
/// A file in memory, which must live until it is signed.
[[nodiscard]] SourceFile fromMemory(const ports::ContainerFile& file);

} // namespace vienlogs::sign
