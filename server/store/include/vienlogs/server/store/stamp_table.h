// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/contract/audit.h"

namespace vienlogs::server::store {

/// Time stamps over signed heads of the audit. None is ever changed or removed.
class StampTable {
public:
    virtual ~StampTable() = default;
    /// The one of the longest log.
    [[nodiscard]] virtual base::Result<std::optional<contract::AuditStamp>> newest() = 0;
    /// Those of logs longer than `size`, the shortest first.
    [[nodiscard]] virtual base::Result<std::vector<contract::AuditStamp>> after(std::int64_t size,
                                                                                int limit) = 0;
    /// When another server has stamped the same head meanwhile, that stamp stays. VL-BASE-0002 for a token
    /// that is not base 64.
    [[nodiscard]] virtual base::Result<void> add(const contract::AuditStamp& stamp) = 0;
};

} // namespace vienlogs::server::store
