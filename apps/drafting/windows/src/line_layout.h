// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QTextLayout>
#include <memory>

#include "vienlogs/acts/act.h"

namespace vienlogs::drafting {

/// How one element stands on the page; lengths in pixels at 100 %.
struct LineLook {
    Qt::Alignment alignment = Qt::AlignJustify;
    bool bold = false, italic = false;
    int indent = 0, above = 0, below = 6;
    int points = 12;
};
[[nodiscard]] LineLook lookOf(const acts::Act& act, const acts::Element& element);

/// An element laid out as it will be printed: its number, then its words.
struct LaidLine {
    std::unique_ptr<QTextLayout> layout;
    int prefix = 0; ///< UTF-16 units of the number and what parts it from the words
    int height = 0;
};
[[nodiscard]] LaidLine layOutLine(const acts::Act& act, const acts::Element& element, int width,
                                  double scale);

/// Places in a text counted by characters and by UTF-16 units.
[[nodiscard]] int toUnits(const QString& text, std::size_t characters);
[[nodiscard]] std::size_t toCharacters(const QString& text, int units);

} // namespace vienlogs::drafting
