// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"

namespace vienlogs::sign {

/// One entry of an archive; its content must live until the archive is written.
struct ZipEntry {
    std::string name;
    const base::Bytes* content = nullptr;
    bool stored = false; ///< Not compressed.
};

/// Writes an archive into memory, the entries in this order.
[[nodiscard]] base::Result<base::Bytes> writeZip(const std::vector<ZipEntry>& entries,
                                                 base::Timestamp changed);

} // namespace vienlogs::sign
