// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/store/encrypted_store.h"

#include "parts.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/store/failures.h"

namespace vienlogs::store {

using base::Result;
using domain::cases::Case;
using domain::cases::Command;

namespace {

/// No scope of the server's: the row of the newest answer to commands, its epoch and mark.
constexpr const char* answersRow = "";

Result<ports::FeedCursor> rowOf(Database& database, const std::string& scope) {
    return readFirst(
               database, "SELECT epoch, after FROM cursors WHERE scope = ?",
               [](Statement& row) {
                   return Result<ports::FeedCursor>(ports::FeedCursor{row.text(0), row.text(1), {}});
               },
               scope)
        .map([](const std::optional<ports::FeedCursor>& found) {
            return found.value_or(ports::FeedCursor{});
        });
}

Result<void> saveRow(Database& database, const std::string& scope, const std::string& epoch,
                     const std::string& after) {
    return database.run("INSERT INTO cursors(scope, epoch, after) VALUES(?, ?, ?) ON CONFLICT(scope) "
                        "DO UPDATE SET epoch = excluded.epoch, after = excluded.after",
                        scope, epoch, after);
}

} // namespace

EncryptedStore::EncryptedStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
EncryptedStore::~EncryptedStore() = default;

Result<void> EncryptedStore::checkIntegrity() {
    return parts_->database->checkIntegrity();
}

void EncryptedStore::onQueued(std::function<void()> listener) {
    parts_->queued = std::move(listener);
}

Result<Command> EncryptedStore::add(Command command) {
    auto added = parts_->outbox.add(std::move(command));
    if (added)
        if (const auto* told = std::get_if<domain::cases::CloseDay>(&added->body))
            if (const auto marked = parts_->payments.markTold(told->closing); !marked)
                return base::fail(marked.error());
    if (!added || !domain::cases::isCaseCommand(added->body))
        return added;
    const auto before = parts_->cases.shown(added->stream);
    if (!before)
        return base::fail(before.error());
    const auto after = domain::cases::apply(*before, *added);
    if (!after)
        return base::fail(after.error());
    if (const auto* told = std::get_if<domain::cases::RecordPayment>(&added->body))
        if (const auto marked = parts_->payments.markTold(told->payment); !marked)
            return base::fail(marked.error());
    return parts_->cases.show(added->stream, *after).map([&] { return *added; });
}

Result<Command> EncryptedStore::record(Command command) {
    auto recorded = inTransaction(*parts_->database, [&] { return add(std::move(command)); });
    if (recorded)
        parts_->queued();
    return recorded;
}

Result<void> EncryptedStore::recordAll(const std::vector<Command>& commands) {
    auto recorded = inTransaction(*parts_->database, [&]() -> Result<void> {
        for (const auto& command : commands)
            if (const auto added = add(command); !added)
                return base::fail(added.error());
        return {};
    });
    if (recorded)
        parts_->queued();
    return recorded;
}

Result<std::optional<Case>> EncryptedStore::caseById(base::Ulid id) {
    return parts_->cases.shown(id);
}

Result<std::vector<Case>> EncryptedStore::recentCases(int limit) {
    return parts_->cases.recent(limit);
}

Result<std::vector<ports::OutboxEntry>> EncryptedStore::unanswered(int limit) {
    return parts_->outbox.unanswered(limit);
}

Result<std::vector<ports::OutboxEntry>> EncryptedStore::refused() {
    return parts_->outbox.refused();
}

Result<std::vector<ports::OutboxEntry>> EncryptedStore::outbox(int limit) {
    return parts_->outbox.newest(limit);
}

Result<ports::OutboxState> EncryptedStore::stateOf(base::Ulid commandKey) {
    return parts_->outbox.stateOf(commandKey);
}

Result<void> EncryptedStore::prepareToSend() {
    return inTransaction(*parts_->database, [&] { return parts_->outbox.countAnewIfAsked(); });
}

Result<void> EncryptedStore::markSent(const std::vector<base::Ulid>& keys) {
    return inTransaction(*parts_->database, [&]() -> Result<void> {
        for (const auto& key : keys)
            if (const auto done = parts_->outbox.markSent(key); !done)
                return done;
        return {};
    });
}

Result<bool> EncryptedStore::applyResults(const std::vector<contract::CommandResult>& results) {
    if (results.empty())
        return true;
    const auto& newest = results.back();
    const auto known = rowOf(*parts_->database, answersRow);
    if (!known)
        return base::fail(known.error());
    if (!newest.storeEpoch.empty() && !known->epoch.empty() && newest.storeEpoch != known->epoch)
        return false;
    const auto taken = inTransaction(*parts_->database, [&]() -> Result<void> {
        if (!newest.storeEpoch.empty())
            if (const auto kept = saveRow(*parts_->database, answersRow, newest.storeEpoch, newest.mark);
                !kept)
                return kept;
        std::set<base::Ulid> streams;
        for (const auto& result : results) {
            const auto stream = parts_->outbox.take(result);
            if (!stream)
                return base::fail(stream.error());
            if (*stream)
                streams.insert(**stream);
        }
        for (const auto& stream : streams)
            if (const auto done = parts_->cases.refresh(stream); !done)
                return done;
        return {};
    });
    return taken ? Result<bool>(true) : base::fail(taken.error());
}

Result<void> EncryptedStore::dismissRefused(base::Ulid key) {
    return parts_->outbox.dismiss(key);
}

Result<void> EncryptedStore::applyChanges(const std::string& scope, const contract::ChangesPage& page) {
    const auto known = cursor(scope);
    const auto answers = rowOf(*parts_->database, answersRow);
    if (!known || !answers)
        return base::fail(known ? answers.error() : known.error());
    const bool restored = !known->epoch.empty() && known->epoch != page.epoch;
    if (page.changes.empty() && known->epoch == page.epoch && known->after == page.next)
        return {}; // an idle desk writes nothing
    return inTransaction(*parts_->database, [&]() -> Result<void> {
        if (restored) {
            // Counted anew, because the refused ones are not offered again and would be waited for.
            const auto again = parts_->outbox.requeueAccepted()
                                   .and_then([&] { return parts_->blobs.offerAgain(); })
                                   .and_then([&] { return parts_->outbox.askToCountAnew(0); });
            if (!again)
                return again;
        }
        for (const auto& change : page.changes) {
            if (restored || change.kind != "case")
                continue;
            if (const auto done = parts_->cases.takeChange(change, page.epoch); !done)
                return done;
        }
        const auto kept = saveRow(*parts_->database, scope, page.epoch, restored ? std::string() : page.next);
        return kept && answers->epoch != page.epoch ? saveRow(*parts_->database, answersRow, page.epoch, {})
                                                    : kept;
    });
}

Result<ports::LocalStore::Cursor> EncryptedStore::cursor(const std::string& scope) {
    auto here = rowOf(*parts_->database, scope);
    auto answers = rowOf(*parts_->database, answersRow);
    if (!here || !answers)
        return base::fail(here ? answers.error() : here.error());
    if (here->epoch.empty())
        here->epoch = answers->epoch;
    if (here->epoch == answers->epoch)
        here->mark = std::move(answers->after);
    return here;
}

Result<ports::OutboxCounts> EncryptedStore::counts() {
    return parts_->outbox.counts();
}

Result<std::int64_t> EncryptedStore::nextCaseNumber() {
    return inTransaction(*parts_->database, [&] { return parts_->cases.nextNumber(); });
}

Result<std::string> EncryptedStore::putBlob(const base::Bytes& bytes, bool send) {
    auto sha256 = parts_->blobs.put(bytes, send);
    if (sha256 && send)
        parts_->queued();
    return sha256;
}

base::Failure EncryptedStore::lost(const std::string& sha256, const base::Failure& why) {
    if (why.code != base::codes::fileUnreadable && why.code != codes::blobDamaged)
        return why;
    const auto name = parts_->cases.nameOfDocument(sha256);
    return {codes::documentLost, why.detail, name && *name ? **name : std::string("PDF")};
}

Result<base::Bytes> EncryptedStore::blob(const std::string& sha256) {
    return parts_->blobs.all(sha256).map_error([&](const base::Failure& why) { return lost(sha256, why); });
}

Result<base::Bytes> EncryptedStore::blobPiece(const std::string& sha256, int piece) {
    return parts_->blobs.piece(sha256, piece).map_error([&](const base::Failure& why) {
        return lost(sha256, why);
    });
}

Result<std::vector<ports::LocalStore::BlobToSend>> EncryptedStore::blobsToSend() {
    return parts_->blobs.toSend();
}

Result<void> EncryptedStore::markBlobSent(const std::string& sha256) {
    return parts_->blobs.markSent(sha256);
}

Result<void> EncryptedStore::saveReference(const contract::ReferenceManifest& manifest,
                                           const std::vector<std::pair<std::string, std::string>>& items) {
    return inTransaction(*parts_->database, [&] { return parts_->references.save(manifest, items); });
}

Result<contract::ReferenceManifest> EncryptedStore::referenceManifest() {
    return parts_->references.manifest();
}

Result<std::vector<std::pair<std::string, std::string>>> EncryptedStore::reference() {
    return parts_->references.items();
}

Result<void> EncryptedStore::savePayment(const domain::payments::Payment& payment) {
    return parts_->payments.save(payment);
}

Result<std::vector<domain::payments::Payment>> EncryptedStore::unresolvedPayments() {
    return parts_->payments.unresolved();
}

Result<std::vector<domain::payments::Payment>> EncryptedStore::paymentsOfInvoice(base::Ulid invoiceId) {
    return parts_->payments.ofInvoice(invoiceId);
}

Result<std::vector<domain::payments::Payment>> EncryptedStore::untoldPayments(base::Ulid after, int limit) {
    return parts_->payments.untold(after, limit);
}

Result<void> EncryptedStore::markTold(const domain::payments::Payment& payment) {
    return parts_->payments.markTold(payment);
}

Result<bool> EncryptedStore::holdsReceipt(const std::string& terminalId, const std::string& traceNumber,
                                          const std::string& receiptNumber) {
    return parts_->payments.holdsReceipt(terminalId, traceNumber, receiptNumber);
}

Result<std::vector<domain::payments::Payment>> EncryptedStore::paymentsSince(base::Timestamp after) {
    return parts_->payments.since(after);
}

Result<void> EncryptedStore::saveDayClosing(const domain::payments::DayClosing& closing) {
    return parts_->payments.saveClosing(closing);
}

Result<std::vector<domain::payments::DayClosing>> EncryptedStore::dayClosings(const std::string& terminalId) {
    return parts_->payments.closings(terminalId);
}

Result<std::vector<domain::payments::DayClosing>> EncryptedStore::untoldDayClosings(int limit) {
    return parts_->payments.untoldClosings(limit);
}

Result<std::optional<std::string>> EncryptedStore::value(const std::string& key) {
    return readFirst(
        *parts_->database, "SELECT value FROM program_values WHERE name = ?",
        [](Statement& row) { return Result<std::string>(row.text(0)); }, "program." + key);
}

Result<void> EncryptedStore::setValue(const std::string& key, const std::string& value) {
    return parts_->database->run(
        "INSERT INTO program_values(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE "
        "SET value = excluded.value",
        "program." + key, value);
}

Result<void> EncryptedStore::removeValue(const std::string& key) {
    return parts_->database->run("DELETE FROM program_values WHERE name = ?", "program." + key);
}

} // namespace vienlogs::store
