// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "palette_delegate.h"

#include <QApplication>
#include <QPainter>

#include "vienlogs/look/tokens.h"
#include "vienlogs/viewmodels/palette_view_model.h"

namespace vienlogs::windows {

using Palette = viewmodels::PaletteViewModel;

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle* style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const QRect inside =
        option.rect.adjusted(look::space::m, look::space::s, -look::space::m, -look::space::s);
    const QFontMetrics metrics(option.font);
    const QString shortcut = index.data(Palette::ShortcutRole).toString();
    const int keyWidth = shortcut.isEmpty() ? 0 : metrics.horizontalAdvance(shortcut) + look::space::m;
    const int textWidth = inside.width() - keyWidth;
    painter->save();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    const QString title =
        metrics.elidedText(index.data(Palette::TitleRole).toString(), Qt::ElideRight, textWidth);
    painter->drawText(inside, Qt::AlignTop | Qt::AlignLeft, title);
    painter->setPen(QApplication::palette().color(QPalette::PlaceholderText));
    const QString subtitle =
        metrics.elidedText(index.data(Palette::SubtitleRole).toString(), Qt::ElideRight, textWidth);
    painter->drawText(inside, Qt::AlignBottom | Qt::AlignLeft, subtitle);
    painter->drawText(inside, Qt::AlignTop | Qt::AlignRight, shortcut);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int lines = index.data(Palette::SubtitleRole).toString().isEmpty() ? 1 : 2;
    const QFontMetrics metrics(option.font);
    return {0, lines * metrics.height() + (lines - 1) * look::space::xs + 2 * look::space::s};
}

} // namespace vienlogs::windows
