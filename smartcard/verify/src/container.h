// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "vienlogs/base/bytes.h"
#include "zip_directory.h"

namespace vienlogs::verify {

/// An ASiC-E container (ETSI EN 319 162-1) opened for reading: its shape is checked, its files are unpacked
/// piece by piece.
class Container {
public:
    /// VL-VERIFY-0001 to 0003; also when the first entry is not the plain media type of ASiC-E.
    [[nodiscard]] static base::Result<Container> open(std::unique_ptr<ByteSource> source);

    static constexpr const char* mediaType = "application/vnd.etsi.asic-e+zip";
    /// The files that people put in: all but the media type, folders and META-INF.
    [[nodiscard]] std::vector<const ZipEntry*> files() const;
    /// META-INF/*signatures*.xml
    [[nodiscard]] std::vector<const ZipEntry*> signatureFiles() const;

    using Take = std::function<void(std::span<const std::uint8_t>)>;
    /// Unpacks a file and gives it away in pieces; in constant memory. VL-VERIFY-0002 when it is not what the
    /// directory says (size, checksum).
    [[nodiscard]] base::Result<void> read(const ZipEntry& entry, const Take& take);
    /// A whole small file; VL-VERIFY-0003 if it has more than `most` bytes.
    [[nodiscard]] base::Result<base::Bytes> readWhole(const ZipEntry& entry, std::size_t most);

private:
    Container(std::unique_ptr<ByteSource> source, std::vector<ZipEntry> entries)
        : source_(std::move(source)), entries_(std::move(entries)) {}
    std::unique_ptr<ByteSource> source_;
    std::vector<ZipEntry> entries_;
};

} // namespace vienlogs::verify
