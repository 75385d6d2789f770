// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <map>
#include <vector>

#include "sql.h"
#include "vienlogs/server/store/raw_tables.h"

/// Writes that are put off to the end of a batch, so that many works share a statement and a round trip.
namespace vienlogs::server::store {

/// The tables whose rows may be put off, in the order they are written.
enum class Deferred {
    Commands,
    Cases,
    Contacts,
    Changes,
    Scopes,
    Progress,
    History,
    Audit,
    AuditNodes,
    AuditFrontier
};
constexpr std::size_t deferredTables = 10;

/// A connection that remembers rows and writes them before anything else that could see whether they are
/// there. A work between mark() and keep() or takeBack() can be taken back by itself.
class DeferringConnection final : public SqlConnection {
public:
    /// Lazily: a work that writes at once is given a savepoint, which costs SQLite little and PostgreSQL a
    /// fifth of the rate. Never: such a work cannot be taken back by itself.
    enum class Savepoints { Lazily, Never };
    DeferringConnection(SqlConnection& connection, Savepoints savepoints)
        : connection_(connection), savepoints_(savepoints) {}

    base::Result<void> perform(std::string_view sql, std::span<const SqlValue> values) override;
    base::Result<void> select(std::string_view sql, std::span<const SqlValue> values,
                              const EachRow& each) override;
    /// For look-ups whose answer no row that is put off can change.
    [[nodiscard]] SqlConnection& bare() { return connection_; }

    /// Puts a row off, its key columns first; a row that replaces takes the place of one with its key.
    /// VL-STORE-0006 when the table only takes new rows and one with the key waits already.
    [[nodiscard]] base::Result<void> defer(Deferred table, RawRow row);
    /// Writes everything that was put off. After a failure the whole transaction is lost.
    [[nodiscard]] base::Result<void> flush();

    void mark();
    [[nodiscard]] base::Result<void> keep();
    /// Takes back what came since mark(); fails when the whole transaction is lost.
    [[nodiscard]] base::Result<void> takeBack();
    /// A new transaction begins: nothing waits.
    void drop();

private:
    using Rows = std::map<RawRow, RawRow>; ///< By key.
    struct Undo {
        Deferred table;
        RawRow key;
        std::optional<RawRow> before;
    };
    [[nodiscard]] base::Result<void> write(Deferred table, const Rows& rows);

    SqlConnection& connection_;
    Savepoints savepoints_;
    std::array<Rows, deferredTables> rows_;
    std::size_t bytes_ = 0;
    std::vector<Undo> undo_;    ///< Of the work at hand, what still waits.
    bool marked_ = false;       ///< A work is at hand.
    bool hasSavepoint_ = false; ///< Of the work at hand.
    bool isMixed_ = false;      ///< Its rows were written where they cannot be told from others' any more.
    bool lost_ = false;
};

} // namespace vienlogs::server::store
