// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTextStream>

#include "vienlogs/look/style_sheet.h"

/// Writes Tokens.qml to the standard output.
int main() {
    QTextStream(stdout) << vienlogs::look::qmlTokens();
    return 0;
}
