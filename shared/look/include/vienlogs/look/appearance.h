// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>

#include "vienlogs/look/tokens.h"

class QApplication;

namespace vienlogs::look {

/// Dresses an application: theme, text size and style sheet, changed while it runs.
class Appearance : public QObject {
    Q_OBJECT

public:
    /// Changes nothing until apply(); the application must outlive this.
    explicit Appearance(QApplication& application, QObject* parent = nullptr);
    ~Appearance() override;

    [[nodiscard]] Theme theme() const { return theme_; }
    /// Factor of all text, smallestScale to largestScale.
    [[nodiscard]] double textScale() const { return scale_; }
    [[nodiscard]] const Palette& palette() const { return paletteOf(theme_); }

    void setTheme(Theme theme);
    /// Values outside the range are brought to its edge.
    void setTextScale(double scale);
    void largerText() { setTextScale(scale_ + scaleStep); }
    void smallerText() { setTextScale(scale_ - scaleStep); }
    /// Dresses the application; called again by each change.
    void apply();

Q_SIGNALS:
    /// After every widget has been dressed anew.
    void changed();

private:
    QApplication& application_;
    Theme theme_ = Theme::Light;
    double scale_ = 1.0;
};

} // namespace vienlogs::look
