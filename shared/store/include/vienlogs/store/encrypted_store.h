// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>

#include "vienlogs/base/clock.h"
#include "vienlogs/ports/local_store.h"
#include "vienlogs/store/store_key.h"

namespace vienlogs::store {

struct StoreOptions {
    std::filesystem::path directory; ///< Made with mode 0700 when it is not there.
    std::string device;              ///< The name in the device's certificate.
    int cacheKiB = 16 * 1024;        ///< Of decrypted pages, in memory.
    /// Names the device's epochs.
    std::shared_ptr<const base::Clock> clock = std::make_shared<base::SystemClock>();
};

/// Documents over this are refused with VL-STORE-0014.
inline constexpr std::int64_t maxBlobSize = 100 * 1000 * 1000;

/// LocalStore in one folder: store.db (SQLCipher), blobs/ (one encrypted file a document), store.lock. One
/// program at a time and one thread at a time.
class EncryptedStore final : public ports::LocalStore {
public:
    /// Opens or makes the store and brings it up to date; a copy of the older form is left beside it. Fails
    /// with VL-STORE-0001 wrong key, -0002 plain text, -0003 newer, -0004 in use, -0005 damaged, -0010 key
    /// lost.
    [[nodiscard]] static base::Result<std::unique_ptr<EncryptedStore>> open(const StoreOptions& options,
                                                                            const StoreKey& key);
    /// The same with the key kept in the folder itself as store.key, wrapped by the device's private key.
    [[nodiscard]] static base::Result<std::unique_ptr<EncryptedStore>>
    open(const StoreOptions& options, const std::filesystem::path& devicePrivateKey);
    ~EncryptedStore() override;

    /// Reads every page; VL-STORE-0005 if one is not what was written.
    [[nodiscard]] base::Result<void> checkIntegrity();

    void onQueued(std::function<void()> listener) override;
    [[nodiscard]] base::Result<domain::cases::Command> record(domain::cases::Command command) override;
    [[nodiscard]] base::Result<void> recordAll(const std::vector<domain::cases::Command>& commands) override;
    [[nodiscard]] base::Result<std::optional<domain::cases::Case>> caseById(base::Ulid id) override;
    [[nodiscard]] base::Result<std::vector<domain::cases::Case>> recentCases(int limit) override;
    [[nodiscard]] base::Result<std::vector<ports::OutboxEntry>> unanswered(int limit) override;
    [[nodiscard]] base::Result<std::vector<ports::OutboxEntry>> refused() override;
    [[nodiscard]] base::Result<std::vector<ports::OutboxEntry>> outbox(int limit) override;
    [[nodiscard]] base::Result<ports::OutboxState> stateOf(base::Ulid commandKey) override;
    [[nodiscard]] base::Result<void> prepareToSend() override;
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
    [[nodiscard]] base::Result<base::Bytes> blobPiece(const std::string& sha256, int piece) override;
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

private:
    struct Parts;
    explicit EncryptedStore(std::unique_ptr<Parts> parts);
    /// Within the caller's transaction.
    base::Result<domain::cases::Command> add(domain::cases::Command command);
    /// Names the document whose bytes cannot be read.
    base::Failure lost(const std::string& sha256, const base::Failure& why);
    std::unique_ptr<Parts> parts_;
};

} // namespace vienlogs::store
