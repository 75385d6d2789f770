// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/look/combo_box.h"

#include <QPainter>
#include <QStyle>

#include "vienlogs/look/icons.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::look {

void ComboBox::paintEvent(QPaintEvent* event) {
    QComboBox::paintEvent(event);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const QColor colour =
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::Text);
    QPainter painter(this);
    painter.drawPixmap(width() - size - space::s, (height() - size) / 2,
                       iconPixmap(QStringLiteral("chevron-down"), colour, size, devicePixelRatioF()));
}

} // namespace vienlogs::look
