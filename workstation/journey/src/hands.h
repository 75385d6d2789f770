// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>

class QWidget;

/// What a person does at a window, done by events. Each gives an empty text when done, else why it could not
/// be.
namespace vienlogs::journey {

/// The visible widget of a name, also in menus and lists that have opened; nothing when there is none.
[[nodiscard]] QWidget* findVisible(QWidget& window, const QString& name);
/// What a widget says: its own text and that of everything visible in it.
[[nodiscard]] QString textOf(const QWidget& widget);

[[nodiscard]] QString click(QWidget& window, const QString& name);
[[nodiscard]] QString type(QWidget& window, const QString& name, const QString& text);
[[nodiscard]] QString choose(QWidget& window, const QString& name, const QString& text);
/// To the widget with the keyboard, shortcuts included.
[[nodiscard]] QString press(QWidget& window, const QString& keys);

} // namespace vienlogs::journey
