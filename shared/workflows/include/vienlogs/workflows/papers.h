// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>

#include "vienlogs/domain/cases/case.h"
#include "vienlogs/domain/payments/day.h"
#include "vienlogs/ports/printer.h"
#include "vienlogs/workflows/executor.h"

namespace vienlogs::workflows {

/// The papers that have to do with money: laid out, made a PDF and printed. In Latvian, like all papers.
class Papers final : public QObject {
    Q_OBJECT
public:
    /// The printer and its executor outlive the object.
    Papers(ports::Printer& printer, Executor& executor, const base::Clock& clock, std::string placeName,
           QObject* parent = nullptr);

    void printInvoice(const domain::cases::Case& theCase);
    /// The receipt of a payment, or of its reversal if it was given back.
    void printReceipt(const domain::cases::Case& theCase, const domain::payments::Payment& payment);
    /// `lines`: one difference each, what it is and what to do.
    void printDay(const domain::payments::DayClosing& closing, const std::vector<ports::PrintedLine>& lines);

Q_SIGNALS:
    void failed(const vienlogs::base::Failure& failure);

private:
    [[nodiscard]] ports::PrintedDocument paper(ports::PrintedDocument::Kind kind,
                                               const std::string& title) const;
    [[nodiscard]] ports::PrintedDocument paperOf(const domain::cases::Case& theCase,
                                                 ports::PrintedDocument::Kind kind,
                                                 const std::string& title) const;
    void print(ports::PrintedDocument document);

    ports::Printer& printer_;
    Executor& executor_;
    const base::Clock& clock_;
    std::string placeName_;
};

} // namespace vienlogs::workflows
