// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"
#include "vienlogs/digest/merkle.h"
#include "vienlogs/server/store/tables.h"

namespace vienlogs::server::app {

/// The audit's tree as the store keeps it, in one transaction: every record's hash, and of the nodes above
/// those from level `firstKept` on. Lower ones are computed from at most 16 neighbouring records, so that a
/// record costs an eighth of a row more and a proof some tens of look-ups, at any size of the log.
class AuditTree {
public:
    static constexpr int firstKept = 4;

    explicit AuditTree(store::AuditTable& table) : table_(table) {}
    /// Keeps the subtrees that are complete now; what Frontier::append() returned.
    [[nodiscard]] base::Result<void> grow(const std::vector<digest::merkle::Node>& complete);
    /// Keeps what an older version of the store has not kept.
    [[nodiscard]] base::Result<void> complete();
    /// The root of the first `size` records.
    [[nodiscard]] base::Result<base::Bytes> root(std::int64_t size);
    /// RFC 6962 section 2.1.1. `index` is below `size`, `size` at most that of the log.
    [[nodiscard]] base::Result<std::vector<base::Bytes>> inclusion(std::int64_t index, std::int64_t size);
    /// RFC 6962 section 2.1.2. `from` is at most `to`, `to` at most the size of the log.
    [[nodiscard]] base::Result<std::vector<base::Bytes>> consistency(std::int64_t from, std::int64_t to);

private:
    [[nodiscard]] base::Result<base::Bytes> range(std::int64_t begin, std::int64_t end);
    [[nodiscard]] base::Result<base::Bytes> perfect(int level, std::int64_t index);
    [[nodiscard]] base::Result<base::Bytes> fromLeaves(int level, std::int64_t index);

    store::AuditTable& table_;
    std::map<std::int64_t, std::vector<base::Bytes>> blocks_; ///< Leaves by the index of their 16 neighbours.
};

} // namespace vienlogs::server::app
