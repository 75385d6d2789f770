// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "byte_source.h"

namespace vienlogs::verify {

/// One file of an archive and where its data lie.
struct ZipEntry {
    std::string name;
    bool stored = false; ///< Else deflated.
    bool folder = false;
    std::uint32_t crc = 0;
    std::uint64_t packed = 0, size = 0; ///< Bytes.
    std::uint64_t dataAt = 0;
};

/// Reads the directory of an archive (PKWARE APPNOTE 6.3) and holds it against what stands before each file,
/// so that no two programs can see different files in it: nothing overlaps, nothing hides between the files,
/// names are the same in both places, plain and unique by letter case too. At most 10 000 entries and 4 GiB.
/// VL-VERIFY-0001 no archive or cut off, VL-VERIFY-0002 built to mislead, VL-VERIFY-0003 too large.
[[nodiscard]] base::Result<std::vector<ZipEntry>> readDirectory(ByteSource& source);

} // namespace vienlogs::verify
