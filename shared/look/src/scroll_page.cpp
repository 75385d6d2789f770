// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/look/scroll_page.h"

#include <algorithm>

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include "vienlogs/look/tokens.h"

namespace vienlogs::look {

ScrollPage::ScrollPage(int widestEm, QWidget* parent)
    : QScrollArea(parent), widestEm_(widestEm), body_(new QWidget), column_(new QVBoxLayout(body_)) {
    body_->setProperty("ground", QStringLiteral("clear"));
    column_->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column_->setSpacing(space::l);
    setWidget(body_);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void ScrollPage::reveal(QWidget& widget) {
    ensureWidgetVisible(&widget, space::xl, space::xxl);
}

void ScrollPage::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

void ScrollPage::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

void ScrollPage::fit() {
    int right = space::xl;
    if (widestEm_ > 0)
        right = std::max(right, viewport()->width() - space::xl -
                                    widestEm_ * fontMetrics().horizontalAdvance(QLatin1Char('m')));
    const QMargins margins(space::xl, space::xl, right, space::xl);
    if (column_->contentsMargins() != margins)
        column_->setContentsMargins(margins);
}

} // namespace vienlogs::look
