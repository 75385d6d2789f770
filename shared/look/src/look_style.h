// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QProxyStyle>

#include "vienlogs/look/tokens.h"

namespace vienlogs::look {

/// What a style sheet cannot say: check marks and arrows that grow with the text, and no animation.
class LookStyle : public QProxyStyle {
    Q_OBJECT

public:
    LookStyle(Theme theme, double scale);

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;

private:
    void drawIndicator(const QStyleOption& option, QPainter& painter, bool round) const;

    Theme theme_;
    double scale_;
};

} // namespace vienlogs::look
