// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QPalette>
#include <QString>

#include "vienlogs/look/tokens.h"

namespace vienlogs::look {

[[nodiscard]] QColor colourOf(Rgb value);

/// The style sheet of Qt Widgets (style/vienlogs.qss) with every @token filled in. A token that is unknown
/// stays in the text, which a test finds.
[[nodiscard]] QString styleSheet(Theme theme, double textScale);

/// The same colours for what style sheets do not reach.
[[nodiscard]] QPalette widgetPalette(Theme theme);

/// The text of qml/Vienlogs/Look/Tokens.qml; a test holds the file equal to it.
[[nodiscard]] QString qmlTokens();

} // namespace vienlogs::look
