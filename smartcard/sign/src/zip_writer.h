// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "output.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/sign/source_file.h"

namespace vienlogs::sign {

/// Writes an archive (PKWARE APPNOTE 6.3.3) entry by entry, each read once and hashed on the way. Entries are
/// stored: what is signed here are PDF files and pictures, which do not shrink, and deflating would take ten
/// times as long as hashing.
class ZipWriter {
public:
    /// All entries get the same time.
    ZipWriter(Output& output, base::Timestamp changed);
    /// Returns the SHA-256 of the content. VL-SIGN-0003 beyond what a container may hold.
    [[nodiscard]] base::Result<base::Bytes> add(const std::string& name, FileReader& content);
    [[nodiscard]] base::Result<void> add(const std::string& name, const base::Bytes& content);
    /// The directory at the end; nothing may be added afterwards.
    [[nodiscard]] base::Result<void> finish();

private:
    struct Entry {
        std::string name;
        std::uint32_t crc = 0, size = 0, at = 0;
    };
    [[nodiscard]] base::Bytes headerOf(const Entry& entry) const;
    [[nodiscard]] base::Result<void> append(std::span<const std::uint8_t> bytes);

    Output& output_;
    std::uint16_t time_ = 0, date_ = 0;
    std::uint64_t written_ = 0;
    std::vector<Entry> entries_;
    base::Bytes piece_;
};

} // namespace vienlogs::sign
