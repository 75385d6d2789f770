// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "look_style.h"

#include <QPainter>
#include <QStyleOption>

#include "vienlogs/look/icons.h"
#include "vienlogs/look/style_sheet.h"

namespace vienlogs::look {

LookStyle::LookStyle(Theme theme, double scale)
    : QProxyStyle(QStringLiteral("fusion")), theme_(theme), scale_(scale) {}

int LookStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return qRound(18 * scale_);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return qRound(iconSmall * scale_);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int LookStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* data) const {
    if (hint == SH_Widget_Animation_Duration)
        return 0;
    if (hint == SH_UnderlineShortcut)
        return 1; // Every control shows its key.
    return QProxyStyle::styleHint(hint, option, widget, data);
}

void LookStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)
        return drawIndicator(*option, *painter, element == PE_IndicatorRadioButton);
    if (element == PE_IndicatorArrowDown) {
        const int size = qMin(option->rect.width(), option->rect.height());
        const QRect square =
            QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, {size, size}, option->rect);
        painter->drawPixmap(square,
                            iconPixmap(QStringLiteral("chevron-down"), colourOf(paletteOf(theme_).ink),
                                       qMax(size, 1), painter->device()->devicePixelRatioF()));
        return;
    }
    if (element == PE_FrameFocusRect)
        return; // The style sheet draws the ring.
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void LookStyle::drawIndicator(const QStyleOption& option, QPainter& painter, bool round) const {
    const Palette& p = paletteOf(theme_);
    const bool on = option.state & State_On;
    const bool enabled = option.state & State_Enabled;
    const QColor edge = colourOf(on && enabled ? p.link : p.line);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, on ? 2.0 : 1.4));
    painter.setBrush(colourOf(on && !round ? (enabled ? p.link : p.line) : p.ground));
    if (round)
        painter.drawEllipse(box);
    else
        painter.drawRoundedRect(box, 3, 3);
    if (on && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(edge);
        const qreal inset = box.width() * 0.27;
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset));
    } else if (on) {
        const int size = qRound(box.width());
        painter.drawPixmap(box.toRect(), iconPixmap(QStringLiteral("check"), colourOf(p.ground), size,
                                                    painter.device()->devicePixelRatioF()));
    }
    painter.restore();
}

} // namespace vienlogs::look
