// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "vienlogs/base/identifier.h"
#include "vienlogs/base/result.h"
#include "vienlogs/base/ulid.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// A case as it is kept, for whoever asked once all `looks` are on the audit, one for each person in it.
struct CaseLook {
    std::string json; ///< Canonical form of the case.
    std::int64_t version = 0;
    std::vector<AuditEntry> looks;
};

/// What is on record about one person. Every reading is itself on record, durably before
/// anything of it is given out.
class ClientRecords {
public:
    ClientRecords(store::Store& store, const Audit& audit) : store_(store), audit_(audit) {}

    /// The e-account's history, newest first, at most 500 lines. VL-SRV-0019 without a purpose.
    [[nodiscard]] base::Result<std::vector<contract::HistoryEntry>>
    history(const Actor& actor, const base::Identifier& client, const std::string& purpose) const;
    /// Who looked at or did what with the person's data, newest first, a page of at most 500 lines of those
    /// before a place in the log. Reading it is a look as well.
    [[nodiscard]] base::Result<std::vector<contract::AccessRecord>>
    accessLog(const Actor& actor, const base::Identifier& client, std::int64_t before, int limit) const;
    /// A case of the actor's own place; VL-BASE-0003 for any other. The caller puts the looks on the audit
    /// before the case goes out.
    [[nodiscard]] base::Result<CaseLook> caseById(const Actor& actor, base::Ulid id) const;
    /// A part of the whole log, one record of JSON a row; the export as such is recorded at its beginning.
    [[nodiscard]] base::Result<std::vector<store::AuditRow>> auditRows(std::int64_t from) const;
    [[nodiscard]] base::Result<void> recordExport(const Actor& actor) const;

private:
    store::Store& store_;
    const Audit& audit_;
};

} // namespace vienlogs::server::app
