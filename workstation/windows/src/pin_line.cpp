// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pin_line.h"

#include <QLineEdit>
#include <QRegularExpressionValidator>

#include "vienlogs/base/bytes.h"

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

void forgetPin(QLineEdit& line) {
    givePin(line, [](const QString&) {});
}

void givePin(QLineEdit& line, const std::function<void(const QString& pin)>& to) {
    QString pin = line.text();
    line.setText(
        {}); // unlike clear() it forgets the steps to undo as well; the characters are ours alone now
    to(pin);
    base::wipe(pin.data(), static_cast<std::size_t>(pin.size()) * sizeof(QChar));
}

} // namespace vienlogs::windows
