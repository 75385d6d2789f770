// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <set>

#include "vienlogs/ports/local_store.h"
#include "vienlogs/workflows/executor.h"

namespace vienlogs::fakes {

/// A LocalStore in memory with the real rules of the cases. Outlives the workplaces built over it, as a disk
/// does.
class FakeStore final : public ports::LocalStore {
public:
    [[nodiscard]] base::Result<domain::cases::Command> record(domain::cases::Command command) override;
    [[nodiscard]] base::Result<void> recordAll(const std::vector<domain::cases::Command>& commands) override;
    [[nodiscard]] base::Result<std::optional<domain::cases::Case>> caseById(base::Ulid id) override;
    [[nodiscard]] base::Result<std::vector<domain::cases::Case>> recentCases(int limit) override;
    [[nodiscard]] base::Result<std::vector<ports::OutboxEntry>> unanswered(int limit) override;
    [[nodiscard]] base::Result<std::vector<ports::OutboxEntry>> refused() override;
    [[nodiscard]] base::Result<std::vector<ports::OutboxEntry>> outbox(int limit) override;
    [[nodiscard]] base::Result<ports::OutboxState> stateOf(base::Ulid commandKey) override;
    [[nodiscard]] base::Result<void> markSent(const std::vector<base::Ulid>& keys) override;
    [[nodiscard]] base::Result<bool>
    applyResults(const std::vector<contract::CommandResult>& results) override;
    [[nodiscard]] base::Result<void> dismissRefused(base::Ulid key) override;
    [[nodiscard]] base::Result<void> applyChanges(const std::string& scope,
                                                  const contract::ChangesPage& page) override;
    [[nodiscard]] base::Result<Cursor> cursor(const std::string& scope) override;
    [[nodiscard]] base::Result<ports::OutboxCounts> counts() override;
    [[nodiscard]] base::Result<std::int64_t> nextCaseNumber() override;
    [[nodiscard]] base::Result<std::string> putBlob(const base::Bytes& bytes, bool send) override;
    [[nodiscard]] base::Result<base::Bytes> blob(const std::string& sha256) override;
    [[nodiscard]] base::Result<std::vector<BlobToSend>> blobsToSend() override;
    [[nodiscard]] base::Result<void> markBlobSent(const std::string& sha256) override;
    [[nodiscard]] base::Result<void>
    saveReference(const contract::ReferenceManifest& manifest,
                  const std::vector<std::pair<std::string, std::string>>& items) override;
    [[nodiscard]] base::Result<contract::ReferenceManifest> referenceManifest() override;
    [[nodiscard]] base::Result<std::vector<std::pair<std::string, std::string>>> reference() override;
    [[nodiscard]] base::Result<void> savePayment(const domain::payments::Payment& payment) override;
    [[nodiscard]] base::Result<std::vector<domain::payments::Payment>> unresolvedPayments() override;
    [[nodiscard]] base::Result<std::vector<domain::payments::Payment>>
    paymentsOfInvoice(base::Ulid invoiceId) override;
    [[nodiscard]] base::Result<std::vector<domain::payments::Payment>> untoldPayments(base::Ulid after,
                                                                                      int limit) override;
    [[nodiscard]] base::Result<void> markTold(const domain::payments::Payment& payment) override;
    [[nodiscard]] base::Result<bool> holdsReceipt(const std::string& terminalId,
                                                  const std::string& traceNumber,
                                                  const std::string& receiptNumber) override;
    [[nodiscard]] base::Result<std::vector<domain::payments::Payment>>
    paymentsSince(base::Timestamp after) override;
    [[nodiscard]] base::Result<void> saveDayClosing(const domain::payments::DayClosing& closing) override;
    [[nodiscard]] base::Result<std::vector<domain::payments::DayClosing>>
    dayClosings(const std::string& terminalId) override;
    [[nodiscard]] base::Result<std::vector<domain::payments::DayClosing>>
    untoldDayClosings(int limit) override;
    [[nodiscard]] base::Result<std::optional<std::string>> value(const std::string& key) override;
    [[nodiscard]] base::Result<void> setValue(const std::string& key, const std::string& value) override;
    [[nodiscard]] base::Result<void> removeValue(const std::string& key) override;

    /// The commands recorded so far, by type, in order; from any thread.
    [[nodiscard]] std::vector<std::string> types();
    [[nodiscard]] std::vector<domain::cases::Command> commands();
    /// From now on every write fails like a full disk.
    void setFull(bool full);
    void setRefused(std::vector<ports::OutboxEntry> refused);
    /// Full once this many more commands were recorded.
    void setFullAfter(int commands);

private:
    [[nodiscard]] base::Result<void> writable() const;
    std::mutex mutex_;
    bool full_ = false;
    std::vector<ports::OutboxEntry> refused_;
    std::optional<int> commandsLeft_; ///< Until the disk is full.
    std::vector<domain::cases::Command> commands_;
    std::map<base::Ulid, domain::cases::Case> cases_;
    std::map<std::string, base::Bytes> blobs_;
    std::map<std::string, std::string> values_;
    std::vector<domain::payments::Payment> payments_;
    std::vector<domain::payments::DayClosing> closings_;
    std::vector<domain::payments::Payment> told_;
    std::vector<domain::payments::DayClosing> toldClosings_;
    std::vector<std::pair<std::string, std::string>> reference_;
    std::int64_t caseNumber_ = 0;
};

/// The store on a thread of its own, perhaps slow.
class FakeStoreAccess final : public workflows::StoreAccess {
public:
    explicit FakeStoreAccess(FakeStore& store) : store_(store), worker_(QStringLiteral("fake store")) {}
    void post(std::function<void(ports::LocalStore&)> work) override;
    void setDelay(std::chrono::milliseconds delay) { delayMs_ = static_cast<int>(delay.count()); }

private:
    FakeStore& store_;
    std::atomic<int> delayMs_{0};
    workflows::Worker worker_;
};

} // namespace vienlogs::fakes
