// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/papers.h"

#include <algorithm>

#include "usual_printer.h"

namespace vienlogs::workflows {

namespace cases = domain::cases;
namespace payments = domain::payments;
using Kind = ports::PrintedDocument::Kind;

namespace {

const char* reasonText(payments::ReversalReason reason) {
    switch (reason) {
    case payments::ReversalReason::WrongFee:
        return "Izvēlēta nepareiza maksa";
    case payments::ReversalReason::ClientWithdrew:
        return "Klients pakalpojumu vairs nevēlas";
    case payments::ReversalReason::PaidTwice:
        return "Samaksāts divreiz";
    case payments::ReversalReason::ServiceRefused:
        return "Pakalpojumu nevar sniegt";
    }
    return "";
}

std::string sumText(const payments::DaySum& sum) {
    return sum.total.toText() + " (" + std::to_string(sum.count) + ")";
}

void addFee(ports::PrintedDocument& document, const cases::InvoiceFee& fee) {
    document.lines.push_back({"Maksa", fee.label});
    if (!fee.legalBasis.empty())
        document.lines.push_back({"Juridiskais pamats", fee.legalBasis});
    if (!fee.ground.empty())
        document.lines.push_back({"Atvieglojums", fee.ground});
    if (!fee.proof.empty())
        document.lines.push_back({"Atvieglojuma pierādījums", fee.proof});
}

} // namespace

Papers::Papers(ports::Printer& printer, Executor& executor, const base::Clock& clock, std::string placeName,
               QObject* parent)
    : QObject(parent), printer_(printer), executor_(executor), clock_(clock),
      placeName_(std::move(placeName)) {}

ports::PrintedDocument Papers::paper(Kind kind, const std::string& title) const {
    return {.kind = kind,
            .language = base::Language::Latvian,
            .title = title,
            .place = placeName_,
            .madeAt = clock_.now()};
}

ports::PrintedDocument Papers::paperOf(const cases::Case& theCase, Kind kind,
                                       const std::string& title) const {
    auto document = paper(kind, title);
    const auto& invoice = *theCase.invoice;
    document.institution = invoice.recipient;
    document.reference = invoice.number;
    document.lines = {{"Maksātājs", theCase.client.shownName()},
                      {"Saņēmējs", invoice.recipient},
                      {"Mērķis", invoice.purpose}};
    if (invoice.fee)
        addFee(document, *invoice.fee);
    return document;
}

void Papers::printInvoice(const cases::Case& theCase) {
    if (!theCase.invoice)
        return;
    auto document = paperOf(theCase, Kind::Invoice, "Rēķins");
    document.lines.push_back({"Summa", theCase.invoice->amount.toText(), true});
    print(std::move(document));
}

void Papers::printReceipt(const cases::Case& theCase, const payments::Payment& payment) {
    if (!theCase.invoice)
        return;
    const bool givenBack = payment.state == payments::PaymentState::Reversed && payment.reversal;
    auto document = paperOf(theCase, Kind::Receipt, givenBack ? "Atmaksas kvīts" : "Kvīts");
    if (givenBack) {
        document.lines.push_back({"Atmaksas iemesls", reasonText(payment.reversal->reason)});
        document.lines.push_back({"Atmaksāts", payment.amount.toText(), true});
        if (payment.reversal->receipt)
            document.terminalLines = payment.reversal->receipt->lines;
    } else {
        document.lines.push_back({"Summa", payment.amount.toText(), true});
        if (payment.receipt)
            document.terminalLines = payment.receipt->lines;
    }
    print(std::move(document));
}

void Papers::printDay(const payments::DayClosing& closing, const std::vector<ports::PrintedLine>& lines) {
    auto document = paper(Kind::Receipt, "Dienas noslēgums");
    document.reference = closing.id.toString();
    document.lines = {{"Termināls", closing.terminalId},
                      {"Termināļa summa", sumText(closing.terminal)},
                      {"Galda summa", sumText(closing.book)}};
    document.lines.insert(document.lines.end(), lines.begin(), lines.end());
    document.terminalLines = closing.lines;
    print(std::move(document));
}

void Papers::print(ports::PrintedDocument document) {
    executor_.run(
        this,
        [&printer = printer_, document = std::move(document)]() -> base::Result<void> {
            const auto pdf = printer.toPdf(document);
            if (!pdf)
                return base::fail(pdf.error());
            return printOnUsual(printer, *pdf);
        },
        [this](const base::Result<void>& printed) {
            if (!printed)
                Q_EMIT failed(printed.error());
        });
}

} // namespace vienlogs::workflows
