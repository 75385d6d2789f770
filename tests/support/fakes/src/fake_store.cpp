// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/fakes/fake_store.h"

#include <algorithm>
#include <thread>
#include <tuple>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"

namespace vienlogs::fakes {

using domain::payments::Payment;

base::Result<void> FakeStore::writable() const {
    return full_ ? base::Result<void>(base::fail(base::codes::diskFull)) : base::Result<void>();
}

base::Result<domain::cases::Command> FakeStore::record(domain::cases::Command command) {
    const std::lock_guard lock(mutex_);
    if (commandsLeft_ && (*commandsLeft_)-- <= 0)
        full_ = true;
    if (auto can = writable(); !can)
        return base::fail(can.error());
    command.sequence = static_cast<std::int64_t>(commands_.size()) + 1;
    if (domain::cases::isCaseCommand(command.body)) {
        const auto known = cases_.find(command.stream);
        const auto before = known == cases_.end() ? std::nullopt : std::optional(known->second);
        auto after = domain::cases::apply(before, command);
        if (!after)
            return base::fail(after.error());
        cases_[command.stream] = *std::move(after);
    }
    commands_.push_back(command);
    if (const auto* told = std::get_if<domain::cases::RecordPayment>(&command.body))
        told_.push_back(told->payment);
    if (const auto* told = std::get_if<domain::cases::CloseDay>(&command.body))
        toldClosings_.push_back(told->closing);
    return command;
}

base::Result<void> FakeStore::recordAll(const std::vector<domain::cases::Command>& commands) {
    std::unique_lock lock(mutex_);
    const auto before = std::tuple(commands_, cases_, told_);
    lock.unlock();
    for (const auto& command : commands)
        if (const auto recorded = record(command); !recorded) {
            lock.lock();
            std::tie(commands_, cases_, told_) = before;
            return base::fail(recorded.error());
        }
    return {};
}

base::Result<std::optional<domain::cases::Case>> FakeStore::caseById(base::Ulid id) {
    const std::lock_guard lock(mutex_);
    const auto known = cases_.find(id);
    return known == cases_.end() ? std::nullopt : std::optional(known->second);
}

base::Result<std::vector<domain::cases::Case>> FakeStore::recentCases(int limit) {
    const std::lock_guard lock(mutex_);
    std::vector<domain::cases::Case> newest;
    for (auto it = cases_.rbegin(); it != cases_.rend() && static_cast<int>(newest.size()) < limit; ++it)
        newest.push_back(it->second);
    return newest;
}

base::Result<std::vector<ports::OutboxEntry>> FakeStore::unanswered(int limit) {
    const std::lock_guard lock(mutex_);
    std::vector<ports::OutboxEntry> entries;
    for (const auto& command : commands_)
        if (static_cast<int>(entries.size()) < limit)
            entries.push_back({.command = command});
    return entries;
}

base::Result<std::vector<ports::OutboxEntry>> FakeStore::refused() {
    const std::lock_guard lock(mutex_);
    return refused_;
}

base::Result<std::vector<ports::OutboxEntry>> FakeStore::outbox(int limit) {
    return unanswered(limit);
}

base::Result<ports::OutboxState> FakeStore::stateOf(base::Ulid) {
    return ports::OutboxState::Queued;
}

base::Result<void> FakeStore::markSent(const std::vector<base::Ulid>&) {
    return {};
}

base::Result<bool> FakeStore::applyResults(const std::vector<contract::CommandResult>&) {
    return true;
}

base::Result<void> FakeStore::dismissRefused(base::Ulid) {
    return {};
}

base::Result<void> FakeStore::applyChanges(const std::string&, const contract::ChangesPage&) {
    return {};
}

base::Result<ports::LocalStore::Cursor> FakeStore::cursor(const std::string&) {
    return Cursor{};
}

base::Result<ports::OutboxCounts> FakeStore::counts() {
    const std::lock_guard lock(mutex_);
    return ports::OutboxCounts{.waiting = static_cast<int>(commands_.size())};
}

base::Result<std::int64_t> FakeStore::nextCaseNumber() {
    const std::lock_guard lock(mutex_);
    return ++caseNumber_;
}

base::Result<std::string> FakeStore::putBlob(const base::Bytes& bytes, bool) {
    const std::lock_guard lock(mutex_);
    if (auto can = writable(); !can)
        return base::fail(can.error());
    const auto name = digest::toHex(digest::sha256(std::span<const std::uint8_t>(bytes)));
    blobs_[name] = bytes;
    return name;
}

base::Result<base::Bytes> FakeStore::blob(const std::string& sha256) {
    const std::lock_guard lock(mutex_);
    const auto known = blobs_.find(sha256);
    return known == blobs_.end() ? base::Result<base::Bytes>(base::fail(base::codes::notFound))
                                 : known->second;
}

base::Result<std::vector<ports::LocalStore::BlobToSend>> FakeStore::blobsToSend() {
    return std::vector<BlobToSend>();
}

base::Result<void> FakeStore::markBlobSent(const std::string&) {
    return {};
}

base::Result<void> FakeStore::saveReference(const contract::ReferenceManifest&,
                                            const std::vector<std::pair<std::string, std::string>>& items) {
    const std::lock_guard lock(mutex_);
    reference_ = items;
    return {};
}

base::Result<contract::ReferenceManifest> FakeStore::referenceManifest() {
    return contract::ReferenceManifest{};
}

base::Result<std::vector<std::pair<std::string, std::string>>> FakeStore::reference() {
    const std::lock_guard lock(mutex_);
    return reference_;
}

base::Result<void> FakeStore::savePayment(const Payment& payment) {
    const std::lock_guard lock(mutex_);
    if (auto can = writable(); !can)
        return can;
    const auto known =
        std::find_if(payments_.begin(), payments_.end(), [&](const auto& p) { return p.id == payment.id; });
    if (known == payments_.end())
        payments_.push_back(payment);
    else
        *known = payment;
    return {};
}

base::Result<std::vector<Payment>> FakeStore::unresolvedPayments() {
    const std::lock_guard lock(mutex_);
    std::vector<Payment> open;
    std::copy_if(payments_.begin(), payments_.end(), std::back_inserter(open),
                 [](const auto& p) { return domain::payments::isUnresolved(p.state); });
    return open;
}

base::Result<std::vector<Payment>> FakeStore::paymentsOfInvoice(base::Ulid invoiceId) {
    const std::lock_guard lock(mutex_);
    std::vector<Payment> found;
    std::copy_if(payments_.begin(), payments_.end(), std::back_inserter(found),
                 [&](const auto& p) { return p.invoiceId == invoiceId; });
    return found;
}

base::Result<std::vector<Payment>> FakeStore::untoldPayments(base::Ulid after, int limit) {
    const std::lock_guard lock(mutex_);
    std::vector<Payment> untold;
    std::copy_if(payments_.begin(), payments_.end(), std::back_inserter(untold), [&](const auto& p) {
        return after < p.id && std::find(told_.begin(), told_.end(), p) == told_.end();
    });
    std::sort(untold.begin(), untold.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    untold.resize(std::min(untold.size(), static_cast<std::size_t>(limit)));
    return untold;
}

base::Result<void> FakeStore::markTold(const Payment& payment) {
    const std::lock_guard lock(mutex_);
    told_.push_back(payment);
    return {};
}

base::Result<bool> FakeStore::holdsReceipt(const std::string& terminalId, const std::string& traceNumber,
                                           const std::string& receiptNumber) {
    const std::lock_guard lock(mutex_);
    return std::any_of(payments_.begin(), payments_.end(), [&](const auto& p) {
        return p.receipt && p.receipt->terminalId == terminalId && p.receipt->traceNumber == traceNumber &&
               p.receipt->receiptNumber == receiptNumber;
    });
}

base::Result<std::vector<Payment>> FakeStore::paymentsSince(base::Timestamp after) {
    const std::lock_guard lock(mutex_);
    std::vector<Payment> found;
    std::copy_if(payments_.begin(), payments_.end(), std::back_inserter(found),
                 [&](const auto& p) { return p.intendedAt > after; });
    return found;
}

base::Result<void> FakeStore::saveDayClosing(const domain::payments::DayClosing& closing) {
    const std::lock_guard lock(mutex_);
    if (auto can = writable(); !can)
        return can;
    std::erase_if(closings_, [&](const auto& known) { return known.id == closing.id; });
    closings_.insert(closings_.begin(), closing);
    return {};
}

base::Result<std::vector<domain::payments::DayClosing>> FakeStore::untoldDayClosings(int limit) {
    const std::lock_guard lock(mutex_);
    auto untold = closings_;
    std::erase_if(untold, [&](const auto& closing) {
        return std::find(toldClosings_.begin(), toldClosings_.end(), closing) != toldClosings_.end();
    });
    untold.resize(std::min(untold.size(), static_cast<std::size_t>(limit)));
    return untold;
}

base::Result<std::vector<domain::payments::DayClosing>>
FakeStore::dayClosings(const std::string& terminalId) {
    const std::lock_guard lock(mutex_);
    auto found = closings_;
    std::erase_if(
        found, [&](const auto& closing) { return !terminalId.empty() && closing.terminalId != terminalId; });
    return found;
}

base::Result<std::optional<std::string>> FakeStore::value(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto known = values_.find(key);
    return known == values_.end() ? std::nullopt : std::optional(known->second);
}

base::Result<void> FakeStore::setValue(const std::string& key, const std::string& value) {
    const std::lock_guard lock(mutex_);
    if (auto can = writable(); !can)
        return can;
    values_[key] = value;
    return {};
}

base::Result<void> FakeStore::removeValue(const std::string& key) {
    const std::lock_guard lock(mutex_);
    values_.erase(key);
    return {};
}

std::vector<std::string> FakeStore::types() {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> names;
    for (const auto& command : commands_)
        names.emplace_back(domain::cases::typeOf(command.body));
    return names;
}

std::vector<domain::cases::Command> FakeStore::commands() {
    const std::lock_guard lock(mutex_);
    return commands_;
}

void FakeStore::setFull(bool full) {
    const std::lock_guard lock(mutex_);
    full_ = full;
    commandsLeft_.reset();
}

void FakeStore::setRefused(std::vector<ports::OutboxEntry> refused) {
    const std::lock_guard lock(mutex_);
    refused_ = std::move(refused);
}

void FakeStore::setFullAfter(int commands) {
    const std::lock_guard lock(mutex_);
    commandsLeft_ = commands;
}

void FakeStoreAccess::post(std::function<void(ports::LocalStore&)> work) {
    worker_.post([this, work = std::move(work)] {
        std::this_thread::sleep_for(std::chrono::milliseconds(delayMs_));
        work(store_);
    });
}

} // namespace vienlogs::fakes
