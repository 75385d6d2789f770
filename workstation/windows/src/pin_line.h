// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

class QLineEdit;
class QString;
class QWidget;

namespace vienlogs::windows {

/// A line for a PIN: digits only, never shown, never kept by input methods.
[[nodiscard]] QLineEdit* makePinLine(const QString& name, QWidget* parent);

/// Empties the line and hands on what was entered; the characters are overwritten when `to` returns.
void givePin(QLineEdit& line, const std::function<void(const QString& pin)>& to);

/// Empties the line; what was entered is overwritten.
void forgetPin(QLineEdit& line);

} // namespace vienlogs::windows
