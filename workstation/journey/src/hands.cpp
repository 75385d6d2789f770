// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "hands.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>

// QtGui exports it for QtTest: asks the shortcuts for a key. Declared here so that the product does not link
// QtTest.
Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject* receiver, ulong timestamp, int key,
                                               Qt::KeyboardModifiers modifiers, const QString& text,
                                               bool repeated, ushort count);

namespace vienlogs::journey {

namespace {

/// A widget below the edge of a scrolling page is brought into view first, as a person would.
void bringIntoView(QWidget& widget) {
    for (QWidget* around = widget.parentWidget(); around; around = around->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(around))
            area->ensureWidgetVisible(&widget);
}

void clickAt(QWidget& widget, QPoint where) {
    const QPointF local(where);
    const QPointF global = widget.mapToGlobal(where);
    for (const auto kind : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        QMouseEvent event(kind, local, global, Qt::LeftButton,
                          kind == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QApplication::sendEvent(&widget, &event);
    }
}

/// As the system delivers keys: shortcuts first, then whoever has the keyboard.
void sendKey(QWidget& receiver, Qt::Key key, Qt::KeyboardModifiers modifiers, const QString& text) {
    if (qt_sendShortcutOverrideEvent(&receiver, 0, key, modifiers, text, false, 1))
        return;
    for (const auto kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(kind, key, modifiers, text);
        QApplication::sendEvent(&receiver, &event);
    }
}

/// A radio button or check box is hit on its mark, anything else in the middle.
QPoint hitPoint(const QWidget& widget) {
    const bool marked = widget.inherits("QRadioButton") || widget.inherits("QCheckBox");
    return marked ? QPoint(widget.height() / 2, widget.height() / 2) : widget.rect().center();
}

QString clickWidget(QWidget& widget) {
    if (!widget.isEnabled())
        return QStringLiteral("it is disabled");
    bringIntoView(widget);
    clickAt(widget, hitPoint(widget));
    return {};
}

QString chooseEntry(QComboBox& box, const QString& text) {
    for (int i = 0; i < box.count(); ++i)
        if (box.itemText(i).contains(text, Qt::CaseInsensitive)) {
            box.setCurrentIndex(i);
            Q_EMIT box.activated(i); // As a choice by hand does.
            return {};
        }
    return QStringLiteral("there is no such entry");
}

QString chooseItem(QAbstractItemView& view, const QString& text) {
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        const QModelIndex index = view.model()->index(row, 0);
        if (!index.data().toString().contains(text, Qt::CaseInsensitive))
            continue;
        view.scrollTo(index);
        clickAt(*view.viewport(), view.visualRect(index).center());
        return {};
    }
    return QStringLiteral("there is no such row");
}

} // namespace

QWidget* findVisible(QWidget& window, const QString& name) {
    if (window.objectName() == name)
        return &window;
    for (QWidget* widget : window.findChildren<QWidget*>(name))
        if (widget->isVisible())
            return widget;
    for (QWidget* top : QApplication::topLevelWidgets())
        if (top != &window && top->isVisible()) {
            if (top->objectName() == name)
                return top;
            for (QWidget* widget : top->findChildren<QWidget*>(name))
                if (widget->isVisible())
                    return widget;
        }
    return nullptr;
}

QString textOf(const QWidget& widget) {
    QStringList texts;
    const auto add = [&texts](const QWidget& each) {
        if (const auto* label = qobject_cast<const QLabel*>(&each))
            texts << label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(&each))
            texts << QString(button->text()).remove(QLatin1Char('&'));
        else if (const auto* line = qobject_cast<const QLineEdit*>(&each);
                 line && line->echoMode() == QLineEdit::Normal)
            texts << line->text();
        else if (const auto* edit = qobject_cast<const QPlainTextEdit*>(&each))
            texts << edit->toPlainText();
        else if (const auto* box = qobject_cast<const QComboBox*>(&each))
            texts << box->currentText();
    };
    add(widget);
    for (const QWidget* child : widget.findChildren<QWidget*>())
        if (child->isVisible())
            add(*child);
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget))
        for (int row = 0; view->model() && row < view->model()->rowCount(); ++row)
            texts << view->model()->index(row, 0).data().toString();
    return texts.join(QLatin1Char('\n'));
}

QString click(QWidget& window, const QString& name) {
    QWidget* widget = findVisible(window, name);
    return widget ? clickWidget(*widget) : QStringLiteral("it is not there");
}

QString type(QWidget& window, const QString& name, const QString& text) {
    QWidget* widget = findVisible(window, name);
    if (!widget)
        return QStringLiteral("it is not there");
    if (!widget->isEnabled())
        return QStringLiteral("it is disabled");
    bringIntoView(*widget);
    widget->setFocus(Qt::OtherFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(widget))
        line->selectAll();
    else if (auto* edit = qobject_cast<QPlainTextEdit*>(widget))
        edit->selectAll();
    else
        return QStringLiteral("nothing can be typed into it");
    for (const QChar letter : text) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
        QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, QString(letter));
        QApplication::sendEvent(widget, &down);
        QApplication::sendEvent(widget, &up);
    }
    return {};
}

QString choose(QWidget& window, const QString& name, const QString& text) {
    QWidget* widget = findVisible(window, name);
    if (!widget)
        return QStringLiteral("it is not there");
    if (!widget->isEnabled())
        return QStringLiteral("it is disabled");
    if (auto* box = qobject_cast<QComboBox*>(widget))
        return chooseEntry(*box, text);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget))
        return chooseItem(*view, text);
    for (QAbstractButton* button : widget->findChildren<QAbstractButton*>())
        if (button->isVisible() && textOf(*button).contains(text, Qt::CaseInsensitive))
            return clickWidget(*button);
    return QStringLiteral("there is no such choice");
}

QString press(QWidget& window, const QString& keys) {
    const QKeySequence sequence = QKeySequence::fromString(keys, QKeySequence::PortableText);
    if (sequence.isEmpty() || sequence[0].key() == Qt::Key_unknown)
        return QStringLiteral("there is no such key");
    const Qt::Key key = sequence[0].key();
    const bool plain = key < Qt::Key_Escape && !(sequence[0].keyboardModifiers() & ~Qt::ShiftModifier);
    const QString text = key == Qt::Key_Return || key == Qt::Key_Enter ? QStringLiteral("\r")
                         : plain ? QString(QChar(static_cast<char16_t>(key))).toLower()
                                 : QString();
    QWidget* focus = QApplication::focusWidget();
    sendKey(focus ? *focus : window, key, sequence[0].keyboardModifiers(), text);
    return {};
}

} // namespace vienlogs::journey
