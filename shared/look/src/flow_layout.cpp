// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/look/flow_layout.h"

#include <algorithm>

#include <QWidget>

namespace vienlogs::look {

FlowLayout::FlowLayout(QWidget* parent, int gapAcross, int gapDown)
    : QLayout(parent), gapAcross_(gapAcross), gapDown_(gapDown) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    qDeleteAll(items_);
}

void FlowLayout::addItem(QLayoutItem* item) {
    items_.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < items_.size() ? items_.takeAt(index) : nullptr;
}

QSize FlowLayout::sizeHint() const {
    QSize size;
    for (const QLayoutItem* item : items_)
        if (!item->isEmpty())
            size = QSize(size.width() + item->sizeHint().width() + gapAcross_,
                         std::max(size.height(), item->sizeHint().height()));
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : items_)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QList<QList<QLayoutItem*>> FlowLayout::rows(int width) const {
    QList<QList<QLayoutItem*>> result;
    int used = 0;
    for (QLayoutItem* item : items_) {
        if (item->isEmpty())
            continue;
        const int wanted = item->sizeHint().width();
        if (result.isEmpty() || used + gapAcross_ + wanted > width) {
            result.append(QList<QLayoutItem*>{});
            used = wanted;
        } else {
            used += gapAcross_ + wanted;
        }
        result.last().append(item);
    }
    return result;
}

int FlowLayout::arrange(const QRect& rect, bool move) const {
    const QMargins margins = contentsMargins();
    const QRect inside = rect.marginsRemoved(margins);
    const auto lines = rows(inside.width());
    int y = inside.y();
    for (const auto& line : lines) {
        int height = 0;
        int width = -gapAcross_;
        for (const QLayoutItem* item : line) {
            height = std::max(height, item->sizeHint().height());
            width += std::min(item->sizeHint().width(), inside.width()) + gapAcross_;
        }
        int x = inside.x();
        for (QLayoutItem* item : line) {
            if (lines.size() == 1 && rightFrom_ >= 0 && items_.indexOf(item) == rightFrom_)
                x += inside.width() - width;
            const QSize size(std::min(item->sizeHint().width(), inside.width()), item->sizeHint().height());
            if (move)
                item->setGeometry({QPoint(x, y + (height - size.height()) / 2), size});
            x += size.width() + gapAcross_;
        }
        y += height + gapDown_;
    }
    return y - (lines.isEmpty() ? 0 : gapDown_) - rect.y() + margins.bottom();
}

} // namespace vienlogs::look
