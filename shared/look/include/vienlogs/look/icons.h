// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace vienlogs::look {

/// One icon of the set (icons/NAME.svg) drawn in a colour, `size` logical pixels square. An unknown name
/// gives an empty picture.
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal devicePixelRatio);

/// The same in every size asked for.
[[nodiscard]] QIcon icon(const QString& name, const QColor& colour);

} // namespace vienlogs::look
