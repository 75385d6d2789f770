// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

#include "vienlogs/ports/printer.h"

namespace vienlogs::devices::printer {

/// The words that the layout itself puts on paper.
struct PrintWords {
    QString kind; ///< "Iesniegums", "Rēķins", "Kvīts".
    QString to;
    QString place;
    QString date;
    QString number;
    QString declarations;
    QString signature;
    QString nameInFull;
    QString signedOn;
    QString terminalReceipt;
    QString page; ///< "%1" of "%2".
};

[[nodiscard]] PrintWords wordsOf(ports::PrintedDocument::Kind kind, base::Language language);

} // namespace vienlogs::devices::printer
