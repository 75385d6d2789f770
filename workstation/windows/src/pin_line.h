// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

class QLineEdit;
class QString;
class QWidget;

namespace vienlogs::windows {

/// A line for a PIN: digits only, never shown, never kept by input methods.
[[nodiscard]] QLineEdit* makePinLine(const QString& name, QWidget* parent);

/// Gives the PIN and forgets it at once.
[[nodiscard]] QString takePin(QLineEdit& line);

} // namespace vienlogs::windows
