// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pin_line.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <algorithm>

#include "vienlogs/base/bytes.h"

namespace vienlogs::windows {

PinLine::PinLine(const QString& name, QWidget* parent) : QLineEdit(parent) {
    setObjectName(name);
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhHiddenText | Qt::ImhNoPredictiveText |
                        Qt::ImhSensitiveData);
    setMaxLength(longest);
    setContextMenuPolicy(Qt::NoContextMenu);
    setDragEnabled(false);
    setAcceptDrops(false);
    setProperty("size", QStringLiteral("pin"));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

PinLine::~PinLine() {
    base::wipe(digits_.data(), sizeof digits_);
}

bool PinLine::isSameAs(const PinLine& other) const {
    return count_ == other.count_ &&
           std::equal(digits_.begin(), digits_.begin() + count_, other.digits_.begin());
}

void PinLine::forget() {
    base::wipe(digits_.data(), sizeof digits_);
    count_ = 0;
    draw();
}

void PinLine::give(const std::function<void(const QString& pin)>& to) {
    QString pin(reinterpret_cast<const QChar*>(digits_.data()), count_);
    forget();
    to(pin);
    base::wipe(pin.data(), static_cast<std::size_t>(pin.size()) * sizeof(QChar));
}

bool PinLine::take(const QString& text) {
    const bool digits = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
    if (!digits)
        return false;
    if (hasSelectedText()) // all of it: it is typed anew
        forget();
    for (const QChar digit : text)
        if (count_ < longest)
            digits_[static_cast<std::size_t>(count_++)] = digit.unicode();
    draw();
    return true;
}

void PinLine::draw() {
    setText(QString(count_, QLatin1Char('*')));
}

void PinLine::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::SelectAll)) { // to type it anew
        selectAll();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        QLineEdit::keyPressEvent(event);
        return;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        if (!isReadOnly() && hasSelectedText())
            forget();
        else if (!isReadOnly() && count_ > 0) {
            digits_[static_cast<std::size_t>(--count_)] = 0;
            draw();
        }
        return;
    default:
        break;
    }
    const bool command = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool letters = !command && !event->text().isEmpty() && event->text().front().isPrint();
    if (letters && !isReadOnly())
        take(event->text());
    event->setAccepted(letters); // the window's keys still work
}

void PinLine::inputMethodEvent(QInputMethodEvent* event) {
    if (!isReadOnly())
        take(event->commitString());
    event->accept();
}

// The middle button would paste, the others move about in what nobody sees.
void PinLine::mousePressEvent(QMouseEvent* event) {
    event->accept();
}

void PinLine::mouseReleaseEvent(QMouseEvent* event) {
    event->accept();
}

} // namespace vienlogs::windows
