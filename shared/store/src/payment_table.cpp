// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "payment_table.h"

#include "vienlogs/contract/codec.h"

namespace vienlogs::store {

namespace {

using domain::payments::nameOf;
using domain::payments::Payment;
using domain::payments::unresolvedStates;

/// A desk closes a day or two a day: half a year of them.
constexpr int mostClosings = 400;

base::Result<Payment> readPayment(Statement& row) {
    return contract::decode<Payment>(row.text(0));
}

} // namespace

base::Result<void> PaymentTable::save(const Payment& payment) {
    std::optional<std::string> terminal, trace, receipt;
    if (payment.receipt) {
        terminal = payment.receipt->terminalId;
        trace = payment.receipt->traceNumber;
        receipt = payment.receipt->receiptNumber;
    }
    return database_.run(
        "INSERT INTO payments(id, invoice, state, intended_at, terminal, trace, receipt, payment) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET state = excluded.state, "
        "terminal = excluded.terminal, trace = excluded.trace, receipt = excluded.receipt, "
        "payment = excluded.payment, told = (told AND payment = excluded.payment)",
        payment.id.toString(), payment.invoiceId.toString(), nameOf(payment.state),
        base::toRfc3339(payment.intendedAt), terminal, trace, receipt, contract::encode(payment));
}

base::Result<std::vector<Payment>> PaymentTable::unresolved() {
    static_assert(unresolvedStates.size() == 5);
    return readAll(database_,
                   "SELECT payment FROM payments WHERE state IN (?, ?, ?, ?, ?) ORDER BY intended_at, id",
                   readPayment, nameOf(unresolvedStates[0]), nameOf(unresolvedStates[1]),
                   nameOf(unresolvedStates[2]), nameOf(unresolvedStates[3]), nameOf(unresolvedStates[4]));
}

base::Result<std::vector<Payment>> PaymentTable::ofInvoice(base::Ulid invoice) {
    return readAll(database_, "SELECT payment FROM payments WHERE invoice = ? ORDER BY intended_at, id",
                   readPayment, invoice.toString());
}

base::Result<std::vector<Payment>> PaymentTable::untold(base::Ulid after, int limit) {
    return readAll(database_, "SELECT payment FROM payments WHERE told = 0 AND id > ? ORDER BY id LIMIT ?",
                   readPayment, after.toString(), limit);
}

base::Result<void> PaymentTable::markTold(const Payment& payment) {
    return database_.run("UPDATE payments SET told = 1 WHERE id = ? AND payment = ?", payment.id.toString(),
                         contract::encode(payment));
}

base::Result<bool> PaymentTable::holdsReceipt(const std::string& terminal, const std::string& trace,
                                              const std::string& receipt) {
    return readFirst(
               database_, "SELECT 1 FROM payments WHERE terminal = ? AND trace = ? AND receipt = ?",
               [](Statement&) { return base::Result<bool>(true); }, terminal, trace, receipt)
        .map([](std::optional<bool> found) { return found.has_value(); });
}

base::Result<std::vector<Payment>> PaymentTable::since(base::Timestamp after) {
    return readAll(database_, "SELECT payment FROM payments WHERE intended_at > ? ORDER BY intended_at, id",
                   readPayment, base::toRfc3339(after));
}

base::Result<void> PaymentTable::saveClosing(const DayClosing& closing) {
    return database_.run("INSERT INTO day_closings(id, terminal, closed_at, closing) VALUES(?, ?, ?, ?) "
                         "ON CONFLICT(id) DO UPDATE SET closing = excluded.closing, "
                         "told = (told AND closing = excluded.closing)",
                         closing.id.toString(), closing.terminalId, base::toRfc3339(closing.at),
                         contract::encode(closing));
}

base::Result<std::vector<domain::payments::DayClosing>> PaymentTable::closings(const std::string& terminal) {
    return readAll(
        database_,
        "SELECT closing FROM day_closings WHERE terminal = ? OR ? = '' ORDER BY closed_at DESC, id DESC "
        "LIMIT ?",
        [](Statement& row) { return contract::decode<DayClosing>(row.text(0)); }, terminal, terminal,
        mostClosings);
}

base::Result<std::vector<domain::payments::DayClosing>> PaymentTable::untoldClosings(int limit) {
    return readAll(
        database_, "SELECT closing FROM day_closings WHERE told = 0 ORDER BY id LIMIT ?",
        [](Statement& row) { return contract::decode<DayClosing>(row.text(0)); }, limit);
}

base::Result<void> PaymentTable::markTold(const DayClosing& closing) {
    return database_.run("UPDATE day_closings SET told = 1 WHERE id = ? AND closing = ?",
                         closing.id.toString(), contract::encode(closing));
}

} // namespace vienlogs::store
