// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "reading.h"
#include "vienlogs/domain/payments/day.h"
#include "writing.h"

/// Which fields payments and ends of day have on the wire; one description serves reading and writing.
namespace vienlogs::contract {

namespace payments = domain::payments;

template<typename V>
void fields(V& v, payments::TerminalReceipt& o) {
    v("terminalId", o.terminalId);
    v("traceNumber", o.traceNumber);
    v("receiptNumber", o.receiptNumber);
    v("cardType", o.cardType);
    v("maskedCardNumber", o.maskedCardNumber);
    v("authorisation", o.authorisation);
    v("amountCents", o.amount);
    v("at", o.at);
    v("lines", o.lines);
}
template<typename V>
void fields(V& v, payments::Reversal& o) {
    v("reason", o.reason);
    v("identity", o.identity);
    v("askedAt", o.askedAt);
    v("lastKnownTrace", o.lastKnownTrace);
    v("endedAt", o.endedAt);
    v("receipt", o.receipt);
    v("resolution", o.resolution);
    v("failureCode", o.failureCode);
}
template<typename V>
void fields(V& v, payments::Payment& o) {
    v("id", o.id);
    v("invoiceId", o.invoiceId);
    v("caseId", o.caseId);
    v("amountCents", o.amount);
    v("state", o.state);
    v("terminalId", o.terminalId);
    v("lastKnownTrace", o.lastKnownTrace);
    v("lastKnownReceipt", o.lastKnownReceipt);
    v("intendedAt", o.intendedAt);
    v("endedAt", o.endedAt);
    v("receipt", o.receipt);
    v("resolution", o.resolution);
    v("failureCode", o.failureCode);
    v("reversal", o.reversal);
}
template<typename V>
void fields(V& v, payments::DaySum& o) {
    v("count", o.count);
    v("totalCents", o.total);
}
template<typename V>
void fields(V& v, payments::DayDifference& o) {
    v("kind", o.kind);
    v("amountCents", o.amount);
    v("payment", o.payment);
    v("askedAt", o.askedAt);
}
template<typename V>
void fields(V& v, payments::DayClosing& o) {
    v("id", o.id);
    v("terminalId", o.terminalId);
    v("state", o.state);
    v("clerk", o.clerk);
    v("from", o.from);
    v("at", o.at);
    v("terminal", o.terminal);
    v("book", o.book);
    v("lines", o.lines);
    v("differences", o.differences);
}
} // namespace vienlogs::contract
