// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

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
    explicit SqlTables(SqlConnection& database)
        : directory_(database), sessions_(database), factors_(database), security_(database),
          cases_(database), changes_(database), blobs_(database), audit_(database), stamps_(database),
          raw_(database) {}
    DirectoryTable& directory() override { return directory_; }
    SessionTable& sessions() override { return sessions_; }
    FactorTable& factors() override { return factors_; }
    SecurityTable& security() override { return security_; }
    CaseTable& cases() override { return cases_; }
    ChangeTable& changes() override { return changes_; }
    BlobTable& blobs() override { return blobs_; }
    AuditTable& audit() override { return audit_; }
    StampTable& stamps() override { return stamps_; }
    RawTables& raw() override { return raw_; }
    /// What was read before may be otherwise now: a transaction begins, or work was taken back.
    void forget() { audit_.forget(); }

private:
    SqlDirectory directory_;
    SqlSessions sessions_;
    SqlFactors factors_;
    SqlSecurity security_;
    SqlCases cases_;
    SqlChanges changes_;
    SqlBlobs blobs_;
    SqlAudit audit_;
    SqlStamps stamps_;
    SqlRawTables raw_;
};

} // namespace vienlogs::server::store
