// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>

#include "vienlogs/base/result.h"
#include "vienlogs/contract/audit.h"

namespace vienlogs::ports {

/// What a server shows of its audit to a client that holds it to what it showed before. Calls as ApiClient's:
/// at once, called back exactly once on the asking thread.
class AuditSource {
public:
    template<typename T>
    using Done = std::function<void(base::Result<T>)>;

    virtual ~AuditSource() = default;
    virtual void auditHeads(Done<contract::AuditHeads> done) = 0;
    /// From the tree of so many records to the newest. VL-AUD-0001 when the log is shorter than that.
    virtual void auditConsistency(std::int64_t from, Done<contract::AuditConsistency> done) = 0;
};

} // namespace vienlogs::ports
