// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/look/button.h"

#include <QEvent>
#include <QPainter>
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
    case ButtonKind::Link:
        return "link";
    }
    return "plain";
}

} // namespace

Button::Button(ButtonKind kind, QWidget* parent) : QPushButton(parent) {
    setProperty("kind", QLatin1String(nameOf(kind)));
    setCursor(Qt::PointingHandCursor);
    setAutoDefault(false);
}

void Button::setIconName(const QString& name, const QColor& colour) {
    iconName_ = name;
    iconColour_ = colour;
    drawIcon();
}

void Button::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::EnabledChange)
        drawIcon();
}

/// The picture has some room at its right: styles set the text too near.
void Button::drawIcon() {
    if (iconName_.isEmpty())
        return setIcon({});
    const int size = style()->pixelMetric(QStyle::PM_ButtonIconSize, nullptr, this);
    const int room = text().isEmpty() ? 0 : size / 4;
    const QColor ofText =
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    const qreal ratio = devicePixelRatioF();
    QPixmap picture(QSize(size + room, size) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter(&picture).drawPixmap(
        0, 0, iconPixmap(iconName_, iconColour_.isValid() ? iconColour_ : ofText, size, ratio));
    setIconSize({size + room, size});
    QIcon shown(picture);
    shown.addPixmap(picture, QIcon::Disabled);
    setIcon(shown);
}

} // namespace vienlogs::look
