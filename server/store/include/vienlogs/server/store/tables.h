// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/domain/cases/case.h"
#include "vienlogs/server/store/factor_tables.h"
#include "vienlogs/server/store/rows.h"

/// What a transaction can read and write, by area. Every function fails with VL-STORE-… or VL-BASE-0004/5
/// when the store does; a row that is not there is an empty optional, not a failure.
namespace vienlogs::server::store {

/// Who, with what, where.
class DirectoryTable {
public:
    virtual ~DirectoryTable() = default;
    [[nodiscard]] virtual base::Result<std::optional<Place>> place(const std::string& code) = 0;
    [[nodiscard]] virtual base::Result<void> savePlace(const Place& place) = 0;
    [[nodiscard]] virtual base::Result<std::optional<Device>> device(const std::string& name) = 0;
    [[nodiscard]] virtual base::Result<void> saveDevice(const Device& device) = 0;
    [[nodiscard]] virtual base::Result<std::optional<Clerk>> clerk(const std::string& id) = 0;
    [[nodiscard]] virtual base::Result<std::optional<Clerk>>
    clerkByIdentifier(const base::Identifier& identifier) = 0;
    /// Whom another issuer calls so; nobody for an empty subject.
    [[nodiscard]] virtual base::Result<std::optional<Clerk>> clerkBySubject(const std::string& subject) = 0;
    /// Everybody, also who has left, by personnel number.
    [[nodiscard]] virtual base::Result<std::vector<Clerk>> clerks() = 0;
    /// VL-STORE-0006 when another clerk has the same identifier.
    [[nodiscard]] virtual base::Result<void> saveClerk(const Clerk& clerk) = 0;
};

/// Logins and answers to be given again.
class SessionTable {
public:
    virtual ~SessionTable() = default;
    [[nodiscard]] virtual base::Result<void> addChallenge(const Challenge& challenge) = 0;
    [[nodiscard]] virtual base::Result<std::optional<Challenge>> challenge(const std::string& id) = 0;
    [[nodiscard]] virtual base::Result<void> markChallengeUsed(const std::string& id) = 0;
    [[nodiscard]] virtual base::Result<void> addSession(const SessionRow& session) = 0;
    [[nodiscard]] virtual base::Result<std::optional<SessionRow>> session(const std::string& tokenHash) = 0;
    [[nodiscard]] virtual base::Result<void> addRefresh(const RefreshRow& refresh) = 0;
    [[nodiscard]] virtual base::Result<std::optional<RefreshRow>> refresh(const std::string& tokenHash) = 0;
    [[nodiscard]] virtual base::Result<void> markRefreshUsed(const std::string& tokenHash,
                                                             base::Timestamp at) = 0;
    /// Changes whenever a device, clerk or place is saved or a session is ended, by whoever.
    [[nodiscard]] virtual base::Result<std::string> rightsMark() = 0;
    /// Ends every token that follows from one login.
    [[nodiscard]] virtual base::Result<void> endFamily(const std::string& family) = 0;
    [[nodiscard]] virtual base::Result<std::optional<StoredAnswer>> answer(const std::string& device,
                                                                           const std::string& key) = 0;
    [[nodiscard]] virtual base::Result<void> saveAnswer(const std::string& device, const std::string& key,
                                                        const StoredAnswer& answer) = 0;
    /// Forgets challenges and sessions that ended before `now`, and answers older than `answersBefore`.
    [[nodiscard]] virtual base::Result<void> forgetOld(base::Timestamp now,
                                                       base::Timestamp answersBefore) = 0;
};

/// Commands and what they made.
class CaseTable {
public:
    virtual ~CaseTable() = default;
    [[nodiscard]] virtual base::Result<std::optional<StoredCommand>> command(const std::string& device,
                                                                             base::Ulid key) = 0;
    [[nodiscard]] virtual base::Result<void> addCommand(const StoredCommand& command) = 0;
    /// Counts a decided command where its device counts it since its store was restored.
    [[nodiscard]] virtual base::Result<void> moveCommand(const std::string& device, base::Ulid key,
                                                         std::int64_t epoch, std::int64_t sequence) = 0;
    /// The streams of the device's decided (nil) and waiting commands between two sequences, both excluded.
    [[nodiscard]] virtual base::Result<std::map<std::int64_t, base::Ulid>>
    sequencesBetween(const std::string& device, std::int64_t epoch, std::int64_t after,
                     std::int64_t before) = 0;
    /// Whether a command beyond the device's progress is decided.
    [[nodiscard]] virtual base::Result<bool> isDecidedAhead(const std::string& device, std::int64_t epoch,
                                                            std::int64_t sequence) = 0;
    /// A command is decided though earlier ones of its device are not; known until progress passes it.
    [[nodiscard]] virtual base::Result<void> addDecidedAhead(const std::string& device, std::int64_t epoch,
                                                             std::int64_t sequence) = 0;
    [[nodiscard]] virtual base::Result<Progress> progress(const std::string& device) = 0;
    /// Forgets what was beyond an earlier progress.
    [[nodiscard]] virtual base::Result<void> saveProgress(const std::string& device,
                                                          const Progress& progress) = 0;
    /// Remembers that a command was seen and must come again; at most 10 000 a device.
    [[nodiscard]] virtual base::Result<void> addWaiting(const std::string& device, std::int64_t epoch,
                                                        std::int64_t sequence, base::Ulid stream) = 0;
    [[nodiscard]] virtual base::Result<std::optional<domain::cases::Case>> caseById(base::Ulid id) = 0;
    /// The same as it is kept, unread.
    [[nodiscard]] virtual base::Result<std::optional<CaseText>> caseText(base::Ulid id) = 0;
    [[nodiscard]] virtual base::Result<void> saveCase(const domain::cases::Case& theCase) = 0;
    [[nodiscard]] virtual base::Result<std::optional<Contact>> contact(base::Ulid id) = 0;
    [[nodiscard]] virtual base::Result<void> saveContact(const Contact& contact) = 0;
    /// The newest under one id replaces the one before it.
    [[nodiscard]] virtual base::Result<void> saveDayClosing(const DayClosingRow& row) = 0;
    [[nodiscard]] virtual base::Result<std::optional<DayClosingRow>> dayClosing(base::Ulid id) = 0;
    /// Those since a time, the newest first.
    [[nodiscard]] virtual base::Result<std::vector<DayClosingRow>> dayClosings(base::Timestamp since,
                                                                               int limit) = 0;
    [[nodiscard]] virtual base::Result<void> addHistory(const base::Identifier& client, std::int64_t version,
                                                        const contract::HistoryEntry& entry) = 0;
    /// The newest first.
    [[nodiscard]] virtual base::Result<std::vector<contract::HistoryEntry>>
    history(const base::Identifier& client, int limit) = 0;
};

/// What changed in each scope, in the order of commits.
class ChangeTable {
public:
    virtual ~ChangeTable() = default;
    /// Gives the next sequence of the scope; an older change of the same object is replaced.
    [[nodiscard]] virtual base::Result<std::int64_t> add(const std::string& scope, const std::string& kind,
                                                         const std::string& id, bool tombstone) = 0;
    /// Changes after a sequence with the objects' bodies as they are now.
    [[nodiscard]] virtual base::Result<std::vector<contract::Change>>
    after(const std::string& scope, std::int64_t sequence, int limit) = 0;
    /// The last sequence of every scope.
    [[nodiscard]] virtual base::Result<std::map<std::string, std::int64_t>> lasts() = 0;
    [[nodiscard]] virtual base::Result<std::string> setting(const std::string& key) = 0;
    [[nodiscard]] virtual base::Result<void> saveSetting(const std::string& key,
                                                         const std::string& value) = 0;
};

/// Which blobs there are and which place may read them. The bytes, in sealed pieces, are here only in a store
/// that several servers share; else they are files.
class BlobTable {
public:
    virtual ~BlobTable() = default;
    [[nodiscard]] virtual base::Result<std::optional<BlobRow>> blob(const std::string& sha256) = 0;
    [[nodiscard]] virtual base::Result<void> saveBlob(const BlobRow& blob) = 0;
    [[nodiscard]] virtual base::Result<void> link(const std::string& sha256, const std::string& place) = 0;
    [[nodiscard]] virtual base::Result<bool> isLinked(const std::string& sha256,
                                                      const std::string& place) = 0;
    [[nodiscard]] virtual base::Result<void> savePiece(const std::string& sha256, int piece,
                                                       const base::Bytes& sealed) = 0;
    [[nodiscard]] virtual base::Result<std::optional<base::Bytes>> piece(const std::string& sha256,
                                                                         int piece) = 0;
    /// The numbers of the pieces that are here.
    [[nodiscard]] virtual base::Result<std::vector<int>> pieces(const std::string& sha256) = 0;
    [[nodiscard]] virtual base::Result<void> removePieces(const std::string& sha256) = 0;
    /// The blobs of which pieces are here.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> withPieces() = 0;
    /// Complete blobs whose digest comes after one, in their order.
    [[nodiscard]] virtual base::Result<std::vector<BlobRow>> completeAfter(const std::string& sha256,
                                                                           int limit) = 0;
};

/// The records of the audit, its tree and its signed heads. Nothing here changes or removes a record.
class AuditTable {
public:
    virtual ~AuditTable() = default;
    [[nodiscard]] virtual base::Result<std::int64_t> size() = 0;
    [[nodiscard]] virtual base::Result<void> append(const AuditRow& row) = 0;
    [[nodiscard]] virtual base::Result<std::vector<AuditRow>> rows(std::int64_t from, int limit) = 0;
    /// The newest first, of those before a place in the log.
    [[nodiscard]] virtual base::Result<std::vector<AuditRow>> about(const std::string& subject,
                                                                    std::int64_t before, int limit) = 0;
    /// Level of a perfect subtree and its hash.
    [[nodiscard]] virtual base::Result<std::map<int, base::Bytes>> frontier() = 0;
    [[nodiscard]] virtual base::Result<void> saveFrontier(int level, const base::Bytes& hash) = 0;
    /// Hashes of leaves in their order; fewer at the end of the log.
    [[nodiscard]] virtual base::Result<std::vector<base::Bytes>> leafHashes(std::int64_t from, int count) = 0;
    /// A perfect subtree of the tree, kept so that proofs need not compute it.
    [[nodiscard]] virtual base::Result<void> saveNode(int level, std::int64_t index,
                                                      const base::Bytes& hash) = 0;
    [[nodiscard]] virtual base::Result<std::optional<base::Bytes>> node(int level, std::int64_t index) = 0;
    /// Keys that sign or have signed heads, in the order of their saving.
    [[nodiscard]] virtual base::Result<std::vector<contract::AuditKeyInfo>> keys() = 0;
    [[nodiscard]] virtual base::Result<void> saveKey(const contract::AuditKeyInfo& key) = 0;
    [[nodiscard]] virtual base::Result<std::optional<contract::AuditHead>> head() = 0;
    [[nodiscard]] virtual base::Result<void> saveHead(const contract::AuditHead& head) = 0;
};

} // namespace vienlogs::server::store
