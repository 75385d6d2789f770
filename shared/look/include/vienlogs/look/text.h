// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QLabel>

namespace vienlogs::look {

/// What a piece of text is in its page; the style sheet knows how each looks.
enum class TextRole {
    Body,
    Title,
    Heading,
    Label,
    Muted,
    Small,
    Problem,
    Source,
    Sum,
    Figures,
    Receipt,
    ClientName
};

/// A label that wraps at words and is never cut; plain text only, so that data cannot bring markup.
[[nodiscard]] QLabel* makeText(TextRole role, QWidget* parent = nullptr);

/// A label of one line (a name, a state, a sum).
[[nodiscard]] QLabel* makeLine(TextRole role, QWidget* parent = nullptr);

/// A line between two parts of a page.
[[nodiscard]] QFrame* makeRule(QWidget* parent = nullptr);

/// Sets a dynamic property that the style sheet looks at, and has the widget dressed anew if it changed.
void setLook(QWidget& widget, const char* property, const QVariant& value);

/// Takes all items of a layout out and deletes their widgets.
void clearLayout(QLayout& layout);

} // namespace vienlogs::look
