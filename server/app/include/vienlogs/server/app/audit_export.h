// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/contract/audit.h"
#include "vienlogs/server/store/store.h"
#include "vienlogs/timestamp/authority.h"

/// The lines of an export of the audit, so that it proves itself without the server: every record, the keys
/// that signed, the time stamps, and the signed head last.
namespace vienlogs::server::app {

/// The lines between the records and the head of so many records, some at a time: `after` begins with 0 and
/// is moved on; empty at the end.
[[nodiscard]] base::Result<std::string> extraLines(store::Transaction& transaction, std::int64_t& after,
                                                   std::int64_t size);

/// A line that is neither a record nor the head; nothing for those. VL-SRV-0023 when it cannot be read.
using ExportExtra = std::variant<contract::AuditKeyInfo, contract::AuditStamp>;
[[nodiscard]] base::Result<std::optional<ExportExtra>> extraOf(std::string_view line);

/// Up to which record what time is proved.
struct ProvedTime {
    std::int64_t records = 0;
    base::Timestamp at;
};
/// Checks every time stamp; gives what the one over most records proves, nothing when there is none. That
/// their heads are of the log is for AuditProof::expect(). VL-TSA-0002.
[[nodiscard]] base::Result<std::optional<ProvedTime>>
proveTime(const std::vector<contract::AuditStamp>& stamps, const timestamp::Authority& authority);

} // namespace vienlogs::server::app
