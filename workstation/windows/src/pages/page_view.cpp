// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pages/page_view.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

PageView::PageView(QWidget* parent)
    : QScrollArea(parent), body_(new QWidget), column_(new QVBoxLayout(body_)) {
    body_->setProperty("ground", QStringLiteral("panel"));
    column_->setContentsMargins(look::space::m, look::space::m, look::space::m, look::space::m);
    column_->setSpacing(look::space::m);
    setWidget(body_);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // Else its coming changes the width and it goes again.
    setFocusPolicy(Qt::StrongFocus);
}

void PageView::setPages(const QVector<QImage>& pages) {
    pages_ = pages;
    look::clearLayout(*column_);
    for (int i = 0; i < pages_.size(); ++i) {
        auto* label = new QLabel(body_);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setAccessibleName(tr("Page %1").arg(i + 1));
        column_->addWidget(label);
    }
    column_->addStretch(1);
    fit();
    verticalScrollBar()->setValue(0);
}

void PageView::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

void PageView::fit() {
    const int width = viewport()->width() - 2 * look::space::m;
    if (width <= 0)
        return;
    const qreal ratio = devicePixelRatioF();
    for (int i = 0; i < pages_.size(); ++i) {
        auto* label = qobject_cast<QLabel*>(column_->itemAt(i)->widget());
        if (!label || pages_.at(i).isNull())
            continue;
        QImage scaled = pages_.at(i).scaledToWidth(qRound(width * ratio), Qt::SmoothTransformation);
        scaled.setDevicePixelRatio(ratio);
        label->setPixmap(QPixmap::fromImage(scaled));
    }
}

} // namespace vienlogs::windows
