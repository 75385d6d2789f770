// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "deferred.h"
#include "vienlogs/server/store/tables.h"

/// The tables over one connection. SQL is kept to what SQLite and PostgreSQL share.
namespace vienlogs::server::store {

class SqlDirectory final : public DirectoryTable {
public:
    explicit SqlDirectory(DeferringConnection& database) : database_(database) {}
    base::Result<std::optional<Place>> place(const std::string& code) override;
    base::Result<void> savePlace(const Place& place) override;
    base::Result<std::optional<Device>> device(const std::string& name) override;
    base::Result<void> saveDevice(const Device& device) override;
    base::Result<std::optional<Clerk>> clerk(const std::string& id) override;
    base::Result<std::optional<Clerk>> clerkByIdentifier(const base::Identifier& identifier) override;
    base::Result<std::optional<Clerk>> clerkBySubject(const std::string& subject) override;
    base::Result<std::vector<Clerk>> clerks() override;
    base::Result<void> saveClerk(const Clerk& clerk) override;
    /// Brings clerks at once.
    base::Result<void> expect(const std::vector<std::string>& clerks);
    void forget() { clerks_.clear(); }

private:
    DeferringConnection& database_;
    std::map<std::string, std::optional<Clerk>> clerks_; ///< As they are now, those looked at.
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

} // namespace vienlogs::server::store
