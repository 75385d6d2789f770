// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/store_journal.h"

#include <future>

#include "vienlogs/ports/local_store.h"

namespace vienlogs::workflows {

namespace {

/// Runs work on the store's thread and waits for it.
template<typename Work>
auto wait(StoreAccess& store, Work work) {
    using Value = std::invoke_result_t<Work&, ports::LocalStore&>;
    auto promise = std::make_shared<std::promise<Value>>();
    auto answer = promise->get_future();
    store.post([promise, work = std::move(work)](ports::LocalStore& local) mutable {
        promise->set_value(work(local));
    });
    return answer.get();
}

} // namespace

base::Result<void> StoreJournal::save(const domain::payments::Payment& payment) {
    return wait(store_, [payment](ports::LocalStore& store) { return store.savePayment(payment); });
}

base::Result<std::vector<domain::payments::Payment>> StoreJournal::unresolved() {
    return wait(store_, [](ports::LocalStore& store) { return store.unresolvedPayments(); });
}

base::Result<std::vector<domain::payments::Payment>> StoreJournal::ofInvoice(const base::Ulid& invoiceId) {
    return wait(store_, [invoiceId](ports::LocalStore& store) { return store.paymentsOfInvoice(invoiceId); });
}

base::Result<bool> StoreJournal::holdsReceipt(const std::string& terminalId, const std::string& traceNumber,
                                              const std::string& receiptNumber) {
    return wait(store_, [=](ports::LocalStore& store) {
        return store.holdsReceipt(terminalId, traceNumber, receiptNumber);
    });
}

base::Result<std::vector<domain::payments::Payment>> StoreJournal::since(base::Timestamp after) {
    return wait(store_, [after](ports::LocalStore& store) { return store.paymentsSince(after); });
}

base::Result<void> StoreJournal::saveClosing(const domain::payments::DayClosing& closing) {
    return wait(store_, [closing](ports::LocalStore& store) { return store.saveDayClosing(closing); });
}

base::Result<std::vector<domain::payments::DayClosing>>
StoreJournal::closings(const std::string& terminalId) {
    return wait(store_, [terminalId](ports::LocalStore& store) { return store.dayClosings(terminalId); });
}

} // namespace vienlogs::workflows
