// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sql.h"
#include "vienlogs/server/store/tables.h"

/// The tables over one connection. SQL is kept to what SQLite and PostgreSQL share.
namespace vienlogs::server::store {

class SqlDirectory final : public DirectoryTable {
public:
    explicit SqlDirectory(SqlConnection& database) : database_(database) {}
    base::Result<std::optional<Place>> place(const std::string& code) override;
    base::Result<void> savePlace(const Place& place) override;
    base::Result<std::optional<Device>> device(const std::string& name) override;
    base::Result<void> saveDevice(const Device& device) override;
    base::Result<std::optional<Clerk>> clerk(const std::string& id) override;
    base::Result<std::optional<Clerk>> clerkByIdentifier(const base::Identifier& identifier) override;
    base::Result<std::optional<Clerk>> clerkBySubject(const std::string& subject) override;
    base::Result<std::vector<Clerk>> clerks() override;
    base::Result<void> saveClerk(const Clerk& clerk) override;

private:
    SqlConnection& database_;
};

class SqlSessions final : public SessionTable {
public:
    explicit SqlSessions(SqlConnection& database) : database_(database) {}
    base::Result<void> addChallenge(const Challenge& challenge) override;
    base::Result<std::optional<Challenge>> challenge(const std::string& id) override;
    base::Result<void> markChallengeUsed(const std::string& id) override;
    base::Result<void> addSession(const SessionRow& session) override;
    base::Result<std::optional<SessionRow>> session(const std::string& tokenHash) override;
    base::Result<void> addRefresh(const RefreshRow& refresh) override;
    base::Result<std::optional<RefreshRow>> refresh(const std::string& tokenHash) override;
    base::Result<void> markRefreshUsed(const std::string& tokenHash, base::Timestamp at) override;
    base::Result<std::string> rightsMark() override;
    base::Result<void> endFamily(const std::string& family) override;
    base::Result<std::optional<StoredAnswer>> answer(const std::string& device,
                                                     const std::string& key) override;
    base::Result<void> saveAnswer(const std::string& device, const std::string& key,
                                  const StoredAnswer& answer) override;
    base::Result<void> forgetOld(base::Timestamp now, base::Timestamp answersBefore) override;

private:
    SqlConnection& database_;
};

class SqlCases final : public CaseTable {
public:
    explicit SqlCases(SqlConnection& database) : database_(database) {}
    base::Result<std::optional<StoredCommand>> command(const std::string& device, base::Ulid key) override;
    base::Result<void> addCommand(const StoredCommand& command) override;
    base::Result<void> moveCommand(const std::string& device, base::Ulid key, std::int64_t epoch,
                                   std::int64_t sequence) override;
    base::Result<std::map<std::int64_t, base::Ulid>> sequencesBetween(const std::string& device,
                                                                      std::int64_t epoch, std::int64_t after,
                                                                      std::int64_t before) override;
    base::Result<bool> isDecided(const std::string& device, std::int64_t epoch,
                                 std::int64_t sequence) override;
    base::Result<Progress> progress(const std::string& device) override;
    base::Result<void> saveProgress(const std::string& device, const Progress& progress) override;
    base::Result<void> addWaiting(const std::string& device, std::int64_t epoch, std::int64_t sequence,
                                  base::Ulid stream) override;
    base::Result<std::optional<domain::cases::Case>> caseById(base::Ulid id) override;
    base::Result<std::optional<CaseText>> caseText(base::Ulid id) override;
    base::Result<void> saveCase(const domain::cases::Case& theCase) override;
    base::Result<std::optional<Contact>> contact(base::Ulid id) override;
    base::Result<void> saveContact(const Contact& contact) override;
    base::Result<void> addHistory(const base::Identifier& client, std::int64_t version,
                                  const contract::HistoryEntry& entry) override;
    base::Result<std::vector<contract::HistoryEntry>> history(const base::Identifier& client,
                                                              int limit) override;

private:
    SqlConnection& database_;
};

class SqlChanges final : public ChangeTable {
public:
    explicit SqlChanges(SqlConnection& database) : database_(database) {}
    base::Result<std::int64_t> add(const std::string& scope, const std::string& kind, const std::string& id,
                                   bool tombstone) override;
    base::Result<std::vector<contract::Change>> after(const std::string& scope, std::int64_t sequence,
                                                      int limit) override;
    base::Result<std::map<std::string, std::int64_t>> lasts() override;
    base::Result<std::string> setting(const std::string& key) override;
    base::Result<void> saveSetting(const std::string& key, const std::string& value) override;

private:
    SqlConnection& database_;
};

class SqlBlobs final : public BlobTable {
public:
    explicit SqlBlobs(SqlConnection& database) : database_(database) {}
    base::Result<std::optional<BlobRow>> blob(const std::string& sha256) override;
    base::Result<void> saveBlob(const BlobRow& blob) override;
    base::Result<void> link(const std::string& sha256, const std::string& place) override;
    base::Result<bool> isLinked(const std::string& sha256, const std::string& place) override;
    base::Result<void> savePiece(const std::string& sha256, int piece, const base::Bytes& sealed) override;
    base::Result<std::optional<base::Bytes>> piece(const std::string& sha256, int piece) override;
    base::Result<std::vector<int>> pieces(const std::string& sha256) override;
    base::Result<void> removePieces(const std::string& sha256) override;
    base::Result<std::vector<std::string>> withPieces() override;
    base::Result<std::vector<BlobRow>> completeAfter(const std::string& sha256, int limit) override;

private:
    SqlConnection& database_;
};

class SqlAudit final : public AuditTable {
public:
    explicit SqlAudit(SqlConnection& database) : database_(database) {}
    base::Result<std::int64_t> size() override;
    base::Result<void> append(const AuditRow& row) override;
    base::Result<std::vector<AuditRow>> rows(std::int64_t from, int limit) override;
    base::Result<std::vector<AuditRow>> about(const std::string& subject, std::int64_t before,
                                              int limit) override;
    base::Result<std::map<int, base::Bytes>> frontier() override;
    base::Result<void> saveFrontier(int level, const base::Bytes& hash) override;
    base::Result<std::vector<base::Bytes>> leafHashes(std::int64_t from, int count) override;
    base::Result<void> saveNode(int level, std::int64_t index, const base::Bytes& hash) override;
    base::Result<std::optional<base::Bytes>> node(int level, std::int64_t index) override;
    base::Result<std::vector<contract::AuditKeyInfo>> keys() override;
    base::Result<void> saveKey(const contract::AuditKeyInfo& key) override;
    base::Result<std::optional<contract::AuditHead>> head() override;
    base::Result<void> saveHead(const contract::AuditHead& head) override;
    /// Size and frontier are kept within a transaction, for many records are appended in one.
    void forget() {
        size_.reset();
        frontier_.reset();
    }

private:
    SqlConnection& database_;
    std::optional<std::int64_t> size_;
    std::optional<std::map<int, base::Bytes>> frontier_;
};

} // namespace vienlogs::server::store
