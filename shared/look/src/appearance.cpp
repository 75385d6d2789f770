// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/look/appearance.h"

#include <algorithm>

#include <QApplication>
#include <QFont>

#include "look_style.h"
#include "vienlogs/look/style_sheet.h"

namespace vienlogs::look {

namespace {

QFont bodyFont(double scale) {
    QFont font;
    font.setFamilies({QString::fromLatin1(type::family.data()), QString::fromLatin1(type::figures.data())});
    font.setPointSizeF(type::body * scale);
    return font;
}

} // namespace

Appearance::Appearance(QApplication& application, QObject* parent)
    : QObject(parent), application_(application) {}

Appearance::~Appearance() = default;

void Appearance::setTheme(Theme theme) {
    if (theme == theme_)
        return;
    theme_ = theme;
    apply();
}

void Appearance::setTextScale(double scale) {
    const double inRange = std::clamp(scale, smallestScale, largestScale);
    if (qFuzzyCompare(inRange, scale_))
        return;
    scale_ = inRange;
    apply();
}

void Appearance::apply() {
    application_.setStyleSheet({});
    application_.setStyle(new LookStyle(theme_, scale_)); // The application takes it over.
    application_.setPalette(widgetPalette(theme_));
    application_.setFont(bodyFont(scale_));
    application_.setStyleSheet(styleSheet(theme_, scale_));
    Q_EMIT changed();
}

} // namespace vienlogs::look
