// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "palette_box.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include "palette_delegate.h"
#include "vienlogs/look/text.h"
#include "vienlogs/look/tokens.h"

namespace vienlogs::windows {

namespace {
constexpr int widthEm = 48;
constexpr int rowsShown = 9;
} // namespace

PaletteBox::PaletteBox(viewmodels::PaletteViewModel& palette, QWidget* parent)
    : QFrame(parent), palette_(palette), line_(new QLineEdit(this)), list_(new QListView(this)),
      empty_(look::makeText(look::TextRole::Muted, this)) {
    setObjectName(QStringLiteral("palette"));
    setProperty("shell", QStringLiteral("palette"));
    line_->setObjectName(QStringLiteral("paletteQuery"));
    line_->setProperty("size", QStringLiteral("search"));
    list_->setObjectName(QStringLiteral("paletteRows"));
    list_->setModel(palette_.rows());
    list_->setItemDelegate(new PaletteDelegate(list_));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(look::space::m, look::space::m, look::space::m, look::space::m);
    column->setSpacing(look::space::s);
    column->addWidget(line_);
    column->addWidget(list_, 1);
    column->addWidget(empty_);
    line_->installEventFilter(this);
    connect(line_, &QLineEdit::textEdited, &palette_, &viewmodels::PaletteViewModel::setQuery);
    connect(list_, &QListView::clicked, this, [this] { activateCurrent(); });
    connect(&palette_, &viewmodels::PaletteViewModel::changed, this, &PaletteBox::refresh);
    connect(palette_.rows(), &QAbstractItemModel::modelReset, this, &PaletteBox::refresh);
    connect(&palette_, &viewmodels::PaletteViewModel::activated, this, &PaletteBox::close);
    hide();
    retranslate();
}

void PaletteBox::open() {
    before_ = QApplication::focusWidget();
    line_->clear();
    palette_.setQuery({});
    refresh();
    place();
    show();
    raise();
    line_->setFocus(Qt::OtherFocusReason);
}

void PaletteBox::close() {
    if (isHidden())
        return;
    hide();
    // The command may have changed the page; then that page has taken the keyboard already.
    if (before_ && before_->isVisible())
        before_->setFocus(Qt::OtherFocusReason);
    before_ = nullptr;
}

void PaletteBox::place() {
    const QRect room =
        parentWidget()->rect().adjusted(look::space::xl, look::space::xl, -look::space::xl, -look::space::xl);
    const int width = qMin(room.width(), widthEm * fontMetrics().horizontalAdvance(QLatin1Char('m')));
    const int height =
        qMin(room.height(), line_->sizeHint().height() + fontMetrics().height() * 3 * rowsShown);
    setGeometry(room.center().x() - width / 2, room.top() + look::space::xl, width, height);
}

void PaletteBox::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PaletteBox::retranslate() {
    line_->setPlaceholderText(tr("Service, life situation, case or command"));
    line_->setAccessibleName(tr("Find anything"));
    empty_->setText(tr("Nothing found. Try another word: “moving”, “passport”, a case number."));
}

void PaletteBox::refresh() {
    const bool any = palette_.rows()->rowCount() > 0;
    list_->setVisible(any);
    empty_->setVisible(!any);
    if (any && !list_->currentIndex().isValid())
        list_->setCurrentIndex(palette_.rows()->index(0, 0));
}

bool PaletteBox::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut && !isHidden() && !isAncestorOf(QApplication::focusWidget()))
        QMetaObject::invokeMethod(this, &PaletteBox::close, Qt::QueuedConnection);
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        return move(1), true;
    case Qt::Key_Up:
        return move(-1), true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return activateCurrent(), true;
    case Qt::Key_Escape:
        return close(), true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void PaletteBox::move(int rows) {
    const int count = palette_.rows()->rowCount();
    if (count > 0)
        list_->setCurrentIndex(
            palette_.rows()->index(qBound(0, list_->currentIndex().row() + rows, count - 1), 0));
}

void PaletteBox::activateCurrent() {
    if (list_->currentIndex().isValid())
        palette_.activate(list_->currentIndex().row());
}

} // namespace vienlogs::windows
