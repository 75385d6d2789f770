// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "outbox.h"

namespace vienlogs::store {

/// Cases: the server's newest picture of each, and the one shown here. Callers bring the transaction.
class CaseTable {
public:
    CaseTable(Database& database, Outbox& outbox)
        : database_(database), counters_(database), outbox_(outbox) {}

    [[nodiscard]] base::Result<std::optional<domain::cases::Case>> shown(base::Ulid id);
    [[nodiscard]] base::Result<std::vector<domain::cases::Case>> recent(int limit);
    /// The picture after a command that was just recorded.
    [[nodiscard]] base::Result<void> show(base::Ulid id, const std::optional<domain::cases::Case>& view);
    /// What the feed said of a case; never goes back to an older version within one epoch of the server.
    [[nodiscard]] base::Result<void> takeChange(const contract::Change& change, const std::string& epoch);
    /// Makes the picture anew from the server's and the commands of the outbox.
    [[nodiscard]] base::Result<void> refresh(base::Ulid id);
    /// "Title (number of the case)" of a document; nothing when no case names it. Looks through all cases.
    [[nodiscard]] base::Result<std::optional<std::string>> nameOfDocument(const std::string& sha256);
    /// The next number of the device's cases, taken within the caller's transaction.
    [[nodiscard]] base::Result<std::int64_t> nextNumber() { return counters_.next(caseNumber); }

private:
    struct Snapshot {
        std::optional<domain::cases::Case> theCase;
        std::int64_t version = 0;
    };
    [[nodiscard]] base::Result<Snapshot> snapshot(base::Ulid id);
    /// A store made anew does not give a number to a second case.
    [[nodiscard]] base::Result<void> skipNumberOf(const domain::cases::Case& theCase);
    /// What the server's picture contains was not refused: the server was put back to before it refused, and
    /// a copy of this store had the command taken then.
    [[nodiscard]] base::Result<void> acceptTaken(const domain::cases::Case& theCase);
    static constexpr std::string_view caseNumber = "case-number";
    Database& database_;
    Counters counters_;
    Outbox& outbox_;
};

} // namespace vienlogs::store
