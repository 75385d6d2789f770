// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/look/button.h"

#include <QEvent>
#include <QStyle>

#include "vienlogs/look/icons.h"

namespace vienlogs::look {

namespace {

const char* nameOf(ButtonKind kind) {
    switch (kind) {
    case ButtonKind::Plain:
        return "plain";
    case ButtonKind::Main:
        return "main";
    case ButtonKind::Quiet:
        return "quiet";
    case ButtonKind::Danger:
        return "danger";
    case ButtonKind::State:
        return "state";
    }
    return "plain";
}

} // namespace

Button::Button(ButtonKind kind, QWidget* parent) : QPushButton(parent) {
    setProperty("kind", QLatin1String(nameOf(kind)));
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false);
}

void Button::setIconName(const QString& name) {
    iconName_ = name;
    drawIcon();
}

void Button::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::EnabledChange)
        drawIcon();
}

void Button::drawIcon() {
    if (iconName_.isEmpty())
        return;
    const int size = style()->pixelMetric(QStyle::PM_ButtonIconSize, nullptr, this);
    setIconSize({size, size});
    const QColor colour =
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    setIcon(QIcon(iconPixmap(iconName_, colour, size, devicePixelRatioF())));
}

} // namespace vienlogs::look
