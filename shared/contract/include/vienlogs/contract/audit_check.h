// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"

/// How a client makes sure that the server's audit only ever grows. Needs nothing but what the server showed.
namespace vienlogs::contract {

namespace codes {

/// The log is shorter than it was or has other records: VL-AUD-0001.
inline constexpr base::FailureCode auditAltered{"VL-AUD-0001"};
/// A head or a key that nobody known has signed: VL-AUD-0002.
inline constexpr base::FailureCode auditUnsigned{"VL-AUD-0002"};

} // namespace codes

/// For the first sight of a server: the head is signed by one of the keys, and each key is vouched for by the
/// one before it.
[[nodiscard]] base::Result<void> checkAuditHeads(const AuditHeads& seen);
/// For every later one: the keys still begin with those known, the new head is signed, and its tree begins
/// with the whole tree that was seen. VL-AUD-0001, VL-AUD-0002.
[[nodiscard]] base::Result<void> checkAuditGrowth(const AuditHeads& seen, const AuditConsistency& answer);
/// Whether the record is in the tree of the proof's root.
[[nodiscard]] bool holds(const AuditInclusion& proof);

} // namespace vienlogs::contract
