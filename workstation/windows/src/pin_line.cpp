// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pin_line.h"

#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace vienlogs::windows {

namespace {
constexpr int longestPin = 12;
}

QLineEdit* makePinLine(const QString& name, QWidget* parent) {
    auto* line = new QLineEdit(parent);
    line->setObjectName(name);
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhHiddenText | Qt::ImhNoPredictiveText |
                              Qt::ImhSensitiveData);
    line->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), line));
    line->setMaxLength(longestPin);
    line->setProperty("size", QStringLiteral("pin"));
    line->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return line;
}

QString takePin(QLineEdit& line) {
    const QString pin = line.text();
    line.clear();
    return pin;
}

} // namespace vienlogs::windows
