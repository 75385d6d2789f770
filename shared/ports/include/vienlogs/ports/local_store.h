// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/domain/cases/commands.h"
#include "vienlogs/domain/payments/day.h"
#include "vienlogs/ports/feed_cursor.h"

namespace vienlogs::ports {

/// Where a command of the outbox stands.
enum class OutboxState { Queued, Sent, Accepted, Rejected, Conflict };

struct OutboxEntry {
    domain::cases::Command command;
    OutboxState state = OutboxState::Queued;
    std::optional<contract::Problem> problem; ///< With Rejected and Conflict.
};

/// What waits, for the state line.
struct OutboxCounts {
    int waiting = 0; ///< Queued and sent, not yet answered.
    int refused = 0; ///< Rejected and conflicts that nobody has dealt with.
    int blobsWaiting = 0;
};

/// What the desk keeps: encrypted, durable when a call returns, safe to be killed at any moment. One thread
/// at a time.
class LocalStore {
public:
    virtual ~LocalStore() = default;

    /// Puts a command into the outbox together with its effect on the case, in one transaction. The store
    /// gives the command its device, epoch and sequence, as returned; `command.key` must be new. A command
    /// that does not fit the case's state gives the failure of domain::cases::apply and is not recorded.
    /// Contact commands have no effect on a case.
    [[nodiscard]] virtual base::Result<domain::cases::Command> record(domain::cases::Command command) = 0;

    /// Several in one transaction: all of them, or none and the failure of the first that does not fit.
    [[nodiscard]] virtual base::Result<void>
    recordAll(const std::vector<domain::cases::Command>& commands) = 0;

    /// The case as it is here: what the server last said, with the unanswered commands applied on top.
    [[nodiscard]] virtual base::Result<std::optional<domain::cases::Case>> caseById(base::Ulid id) = 0;
    /// The newest cases of this place first.
    [[nodiscard]] virtual base::Result<std::vector<domain::cases::Case>> recentCases(int limit) = 0;

    [[nodiscard]] virtual base::Result<std::vector<OutboxEntry>> unanswered(int limit) = 0;
    [[nodiscard]] virtual base::Result<std::vector<OutboxEntry>> refused() = 0;
    /// The newest commands first, whatever became of them, without those that were dismissed.
    [[nodiscard]] virtual base::Result<std::vector<OutboxEntry>> outbox(int limit) = 0;
    [[nodiscard]] virtual base::Result<OutboxState> stateOf(base::Ulid commandKey) = 0;
    /// The listener is called after a command or a blob was queued for the server, on the thread that queued
    /// it. One listener; a store that never calls it is sent from less promptly.
    virtual void onQueued(std::function<void()> /*listener*/) {}

    /// Numbers what waits anew, in a new epoch of the device, if an answer or a restored server asked for it.
    /// To be called before unanswered() is sent, when no answer is outstanding.
    [[nodiscard]] virtual base::Result<void> prepareToSend() { return {}; }
    /// Marks commands as sent before the request goes out.
    [[nodiscard]] virtual base::Result<void> markSent(const std::vector<base::Ulid>& keys) = 0;
    /// Takes answers; a command of a device that fell behind (contract::needsNewEpoch) stays unanswered.
    /// False, and nothing is taken, for answers of another epoch of the server than that of the changes taken
    /// last: either may be the older one, so the changes are to be asked for first and the commands anew.
    [[nodiscard]] virtual base::Result<bool>
    applyResults(const std::vector<contract::CommandResult>& results) = 0;
    [[nodiscard]] virtual base::Result<void> dismissRefused(base::Ulid key) = 0;
    /// Takes a page of changes and its cursor, in one transaction. A page of another epoch than the cursor's
    /// is not taken (the server was restored): the cursor begins again in that epoch, and all that had been
    /// acknowledged is queued again.
    [[nodiscard]] virtual base::Result<void> applyChanges(const std::string& scope,
                                                          const contract::ChangesPage& page) = 0;
    using Cursor = FeedCursor;
    [[nodiscard]] virtual base::Result<Cursor> cursor(const std::string& scope) = 0;
    [[nodiscard]] virtual base::Result<OutboxCounts> counts() = 0;
    /// The next number of the device's cases (1, 2, 3 …), taken for good.
    [[nodiscard]] virtual base::Result<std::int64_t> nextCaseNumber() = 0;

    /// Keeps bytes under their SHA-256 (hexadecimal), which is returned; `send` queues them for the server.
    /// Bytes whose file was lost are there again after it.
    [[nodiscard]] virtual base::Result<std::string> putBlob(const base::Bytes& bytes, bool send) = 0;
    [[nodiscard]] virtual base::Result<base::Bytes> blob(const std::string& sha256) = 0;
    /// One piece of contract::blobPieceSize bytes (the last one shorter), without holding the whole blob.
    [[nodiscard]] virtual base::Result<base::Bytes> blobPiece(const std::string& sha256, int piece) {
        return blob(sha256).map([&](const base::Bytes& all) {
            const auto size = static_cast<std::size_t>(contract::blobPieceSize);
            const auto from = std::min(all.size(), static_cast<std::size_t>(piece) * size);
            return base::Bytes(all.begin() + std::ptrdiff_t(from),
                               all.begin() + std::ptrdiff_t(std::min(all.size(), from + size)));
        });
    }
    struct BlobToSend {
        std::string sha256;
        std::int64_t size = 0;
    };
    [[nodiscard]] virtual base::Result<std::vector<BlobToSend>> blobsToSend() = 0;
    [[nodiscard]] virtual base::Result<void> markBlobSent(const std::string& sha256) = 0;

    /// Takes a manifest and the items (name, text) of it that were not here before, in one transaction. Fails
    /// with VL-BASE-0002, and keeps what was, unless every item is then here with its digest.
    [[nodiscard]] virtual base::Result<void>
    saveReference(const contract::ReferenceManifest& manifest,
                  const std::vector<std::pair<std::string, std::string>>& items) = 0;
    [[nodiscard]] virtual base::Result<contract::ReferenceManifest> referenceManifest() = 0;
    /// Every item of the current manifest, name and text.
    [[nodiscard]] virtual base::Result<std::vector<std::pair<std::string, std::string>>> reference() = 0;

    /// Payments: durable before the terminal is asked; the newest under one id replaces the one before it.
    [[nodiscard]] virtual base::Result<void> savePayment(const domain::payments::Payment& payment) = 0;
    /// Those in one of domain::payments::unresolvedStates, oldest first.
    [[nodiscard]] virtual base::Result<std::vector<domain::payments::Payment>> unresolvedPayments() = 0;
    /// All of one invoice, in any state, oldest first.
    [[nodiscard]] virtual base::Result<std::vector<domain::payments::Payment>>
    paymentsOfInvoice(base::Ulid invoiceId) = 0;
    /// Payments whose newest state no command of a case has told yet, by id; at most `limit` after `after`.
    [[nodiscard]] virtual base::Result<std::vector<domain::payments::Payment>>
    untoldPayments(base::Ulid after, int limit) = 0;
    /// The case has this state already. record() of the payment does the same by itself.
    [[nodiscard]] virtual base::Result<void> markTold(const domain::payments::Payment& payment) = 0;
    /// Whether a payment already holds this receipt of a terminal.
    [[nodiscard]] virtual base::Result<bool> holdsReceipt(const std::string& terminalId,
                                                          const std::string& traceNumber,
                                                          const std::string& receiptNumber) = 0;
    /// Those intended after a time, in any state, oldest first.
    [[nodiscard]] virtual base::Result<std::vector<domain::payments::Payment>>
    paymentsSince(base::Timestamp after) = 0;
    /// Ends of days; the newest under one id replaces the one before it.
    [[nodiscard]] virtual base::Result<void> saveDayClosing(const domain::payments::DayClosing& closing) = 0;
    /// The ends of days of one terminal, or of all for an empty id; newest first.
    [[nodiscard]] virtual base::Result<std::vector<domain::payments::DayClosing>>
    dayClosings(const std::string& terminalId) = 0;
    /// Ends of days whose newest form no command has told yet, by id; record() of one marks it as told.
    [[nodiscard]] virtual base::Result<std::vector<domain::payments::DayClosing>>
    untoldDayClosings(int limit) = 0;

    /// Small values of the program itself (the contact being served, so that a killed program goes on where
    /// it was).
    [[nodiscard]] virtual base::Result<std::optional<std::string>> value(const std::string& key) = 0;
    [[nodiscard]] virtual base::Result<void> setValue(const std::string& key, const std::string& value) = 0;
    [[nodiscard]] virtual base::Result<void> removeValue(const std::string& key) = 0;
};

} // namespace vienlogs::ports
