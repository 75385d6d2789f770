// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sql_acts.h"
#include "sql_case_tables.h"
#include "sql_factor_tables.h"
#include "sql_stamps.h"
#include "sql_tables.h"
#include "vienlogs/server/store/raw_tables.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::store {

/// Any table, by its shape.
class SqlRawTables final : public RawTables {
public:
    explicit SqlRawTables(SqlConnection& database) : database_(database) {}
    base::Result<std::vector<RawTable>> tables() override;
    base::Result<std::vector<RawRow>> after(const RawTable& table, const RawRow& key, int limit) override;
    base::Result<void> put(const RawTable& table, const RawRow& row) override;
    base::Result<void> remove(const RawTable& table, const RawRow& key) override;
    base::Result<void> clear(const RawTable& table) override;
    base::Result<std::int64_t> count(const RawTable& table) override;
    base::Result<std::string> movedTo() override;
    base::Result<void> saveMovedTo(const std::string& where) override;

private:
    SqlConnection& database_;
};

/// All tables over one connection.
class SqlTables final : public Transaction {
public:
    using Savepoints = DeferringConnection::Savepoints;
    SqlTables(SqlConnection& connection, Savepoints savepoints)
        : database_(connection, savepoints), directory_(database_), sessions_(database_), factors_(database_),
          security_(database_), cases_(database_), changes_(database_), blobs_(database_), audit_(database_),
          stamps_(database_), acts_(database_), raw_(database_) {}
    DirectoryTable& directory() override { return directory_; }
    SessionTable& sessions() override { return sessions_; }
    FactorTable& factors() override { return factors_; }
    SecurityTable& security() override { return security_; }
    CaseTable& cases() override { return cases_; }
    ChangeTable& changes() override { return changes_; }
    BlobTable& blobs() override { return blobs_; }
    AuditTable& audit() override { return audit_; }
    StampTable& stamps() override { return stamps_; }
    ActTable& acts() override { return acts_; }
    /// Goes past the memory of the tables, which therefore ends with the transaction.
    RawTables& raw() override {
        usedRaw_ = true;
        return raw_;
    }
    /// A transaction begins: that of the turn after the last one known, or of any other.
    void begin(std::optional<std::int64_t> turn);
    /// The transaction was kept; what is known stays true for the next turn.
    void kept(std::int64_t turn);
    /// Brings at once what works will ask for.
    [[nodiscard]] base::Result<void> expect(const Needs& needs);
    [[nodiscard]] base::Result<void> flush() { return database_.flush(); }
    void mark() { database_.mark(); }
    [[nodiscard]] base::Result<void> keep() { return database_.keep(); }
    /// As DeferringConnection::takeBack().
    [[nodiscard]] base::Result<void> takeBack();

private:
    void forget();

    DeferringConnection database_;
    SqlDirectory directory_;
    SqlSessions sessions_;
    SqlFactors factors_;
    SqlSecurity security_;
    SqlCases cases_;
    SqlChanges changes_;
    SqlBlobs blobs_;
    SqlAudit audit_;
    SqlStamps stamps_;
    SqlActs acts_;
    SqlRawTables raw_;
    std::optional<std::int64_t> lastTurn_;
    bool usedRaw_ = false;
};

} // namespace vienlogs::server::store
