// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "outbox.h"

namespace vienlogs::store {

/// Cases: the server's newest picture of each, and the one shown here. Callers bring the transaction.
class CaseTable {
public:
    CaseTable(Database& database, Outbox& outbox) : database_(database), outbox_(outbox) {}

    [[nodiscard]] base::Result<std::optional<domain::cases::Case>> shown(base::Ulid id);
    [[nodiscard]] base::Result<std::vector<domain::cases::Case>> recent(int limit);
    /// The picture after a command that was just recorded.
    [[nodiscard]] base::Result<void> show(base::Ulid id, const std::optional<domain::cases::Case>& view);
    /// What the feed said of a case; never goes back to an older version within one epoch of the server.
    [[nodiscard]] base::Result<void> takeChange(const contract::Change& change, const std::string& epoch);
    /// Makes the picture anew from the server's and the commands of the outbox.
    [[nodiscard]] base::Result<void> refresh(base::Ulid id);

private:
    struct Snapshot {
        std::optional<domain::cases::Case> theCase;
        std::int64_t version = 0;
    };
    [[nodiscard]] base::Result<Snapshot> snapshot(base::Ulid id);
    Database& database_;
    Outbox& outbox_;
};

} // namespace vienlogs::store
