// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/language.h"
#include "vienlogs/base/money.h"
#include "vienlogs/base/result.h"

namespace vienlogs::ports {

/// One line of a printed document: a label and its value, or a heading when the value is empty.
struct PrintedLine {
    std::string label;
    std::string value;
    bool emphasised = false; ///< A sum or another value that must be seen at once.
};

/// A document for a person's hands; laid out by the printer adapter, the same on paper and as PDF.
struct PrintedDocument {
    enum class Kind { Application, Invoice, Receipt } kind = Kind::Application;
    base::Language language = base::Language::Latvian;
    std::string title;
    std::string institution; ///< To whom an application goes; who pays an invoice.
    std::string place;       ///< Where it was made: the VPVKAC.
    std::string reference;   ///< Number of the case or invoice.
    base::Timestamp madeAt;
    std::vector<PrintedLine> lines;
    std::vector<std::string> declarations; ///< What the client confirms by signing.
    bool signatureLine = false;
    std::vector<std::string> terminalLines; ///< The card receipt, printed as it is.
};

struct PrinterInfo {
    std::string id;
    std::string label;
    bool isDefault = false;
};

/// Paper and PDF. Blocking: call from a worker thread.
class Printer {
public:
    virtual ~Printer() = default;
    [[nodiscard]] virtual base::Result<std::vector<PrinterInfo>> printers() = 0;
    /// The document as PDF 1.4 / PDF/A-1b.
    [[nodiscard]] virtual base::Result<base::Bytes> toPdf(const PrintedDocument& document) = 0;
    /// Sends a PDF to a printer and sees to it that it prints; VL-PRINT-0001 no such printer, -0002 stopped
    /// or refused, -0003 no print service, -0004 out of paper, -0005 needs a hand. After a failure nothing is
    /// left waiting, so that printing again prints once. `jobName` is seen by others: no personal data.
    [[nodiscard]] virtual base::Result<void> print(const std::string& printerId, const std::string& jobName,
                                                   const base::Bytes& pdf) = 0;
};

} // namespace vienlogs::ports
