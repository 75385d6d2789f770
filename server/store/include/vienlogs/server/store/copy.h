// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "vienlogs/base/result.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::store {

/// What a copying did, table by table.
struct CopyReport {
    struct Count {
        std::int64_t rows = 0;    ///< On the side that was copied from.
        std::int64_t written = 0; ///< Of them missing or different on the other side.
        std::int64_t removed = 0; ///< On the other side only.
    };
    std::map<std::string, Count> tables;
    [[nodiscard]] std::int64_t changes() const;
};

/// Whether the sealed pieces of blobs lie in the tables, or beside them in files that are copied otherwise.
enum class Scans { InTables, Beside };

/// Makes every table of `to` equal to what the transaction shows: reads both sides in the order of their keys
/// and writes what differs, page by page, each durable by itself. So it may be ended at any moment and begun
/// again, and a second run after a first one is short. One of the two must be a SQLCipher store. The records
/// of the audit are only added to; that those there are the same ones is for their tree to prove.
[[nodiscard]] base::Result<void> copyAll(Transaction& from, Store& to, Scans scans, CopyReport* report);

/// VL-STORE-0035 with a table's name unless both sides have the same number of rows in every table and the
/// same head and frontier of the audit's tree.
[[nodiscard]] base::Result<void> checkCopy(Transaction& from, Transaction& to, Scans scans);

} // namespace vienlogs::server::store
