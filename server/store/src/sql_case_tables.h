// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "deferred.h"
#include "vienlogs/server/store/store.h"

/// The tables that every command and every look go through. They remember what they read and wrote, as long
/// as nobody else can have changed it, and put their rows off to the end of the batch.
namespace vienlogs::server::store {

class SqlCases final : public CaseTable {
public:
    explicit SqlCases(DeferringConnection& database) : database_(database) {}
    base::Result<std::optional<StoredCommand>> command(const std::string& device, base::Ulid key) override;
    base::Result<void> addCommand(const StoredCommand& command) override;
    base::Result<void> moveCommand(const std::string& device, base::Ulid key, std::int64_t epoch,
                                   std::int64_t sequence) override;
    base::Result<std::map<std::int64_t, base::Ulid>> sequencesBetween(const std::string& device,
                                                                      std::int64_t epoch, std::int64_t after,
                                                                      std::int64_t before) override;
    base::Result<bool> isDecidedAhead(const std::string& device, std::int64_t epoch,
                                      std::int64_t sequence) override;
    base::Result<void> addDecidedAhead(const std::string& device, std::int64_t epoch,
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
    base::Result<void> saveDayClosing(const DayClosingRow& row) override;
    base::Result<std::optional<DayClosingRow>> dayClosing(base::Ulid id) override;
    base::Result<std::vector<DayClosingRow>> dayClosings(base::Timestamp since, int limit) override;
    base::Result<void> addHistory(const base::Identifier& client, std::int64_t version,
                                  const contract::HistoryEntry& entry) override;
    base::Result<std::vector<contract::HistoryEntry>> history(const base::Identifier& client,
                                                              int limit) override;
    /// Brings at once what works will ask for.
    base::Result<void> expect(const Needs& needs);
    void forget();
    /// Forgets what is not worth keeping beyond a transaction.
    void trim();

private:
    using CommandKey = std::pair<std::string, base::Ulid>;
    /// Whether anything of the device lies beyond its progress: waiting, or decided out of turn.
    base::Result<bool> hasAhead(const std::string& device);
    base::Result<void> expectCommands(const Needs& needs);
    base::Result<void> expectDevices(const Needs& needs);
    base::Result<void> expectCases(const Needs& needs);
    base::Result<void> expectContacts(const Needs& needs);
    void remember(const domain::cases::Case& theCase, std::size_t size);

    DeferringConnection& database_;
    std::map<CommandKey, std::optional<StoredCommand>> commands_;
    std::map<std::string, Progress> progress_;
    std::map<std::string, bool> ahead_;
    std::map<base::Ulid, std::optional<domain::cases::Case>> cases_;
    std::size_t caseBytes_ = 0;
    std::map<base::Ulid, std::optional<Contact>> contacts_;
};

class SqlChanges final : public ChangeTable {
public:
    explicit SqlChanges(DeferringConnection& database) : database_(database) {}
    base::Result<std::int64_t> add(const std::string& scope, const std::string& kind, const std::string& id,
                                   bool tombstone) override;
    base::Result<std::vector<contract::Change>> after(const std::string& scope, std::int64_t sequence,
                                                      int limit) override;
    base::Result<std::map<std::string, std::int64_t>> lasts() override;
    base::Result<std::string> setting(const std::string& key) override;
    base::Result<void> saveSetting(const std::string& key, const std::string& value) override;
    void forget() { lasts_.clear(); }

private:
    DeferringConnection& database_;
    std::map<std::string, std::int64_t> lasts_; ///< By scope; there are no more scopes than places.
};

class SqlAudit final : public AuditTable {
public:
    explicit SqlAudit(DeferringConnection& database) : database_(database) {}
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
    void forget() {
        size_.reset();
        frontier_.reset();
    }

private:
    DeferringConnection& database_;
    std::optional<std::int64_t> size_;
    std::optional<std::map<int, base::Bytes>> frontier_;
};

} // namespace vienlogs::server::store
