// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include "vienlogs/journey/script.h"

class QWidget;

namespace vienlogs::journey {

/// Walks a script through a window as a person would, by keys and clicks at its widgets. Each step is tried
/// again until it can be done or its time is over; the first that cannot ends the walk.
class Journey : public QObject {
    Q_OBJECT

public:
    /// Lines for whoever walks along ("journey: client-card", the failing line).
    using Print = std::function<void(const QString&)>;

    /// Pictures go to `pictures` (made if missing); without it, `shot` does nothing. `print` defaults to the
    /// standard output.
    Journey(QWidget& window, std::vector<Step> steps, QString pictures, Print print = {},
            QObject* parent = nullptr);

    void start();

public Q_SLOTS:
    /// What the walk awaits was done outside; "{answer}" in a text to be typed stands for what was said.
    void answer(const QString& said = {}) {
        answered_ = true;
        answer_ = said;
    }

Q_SIGNALS:
    /// 0 when every step was done, 1 at the first that was not.
    void finished(int exitCode);

private:
    /// Empty when the step is done, else why it is not yet.
    [[nodiscard]] QString attempt(const Step& step);
    [[nodiscard]] QString shoot(const QString& name) const;
    void next();
    void tick();

    QWidget& window_;
    std::vector<Step> steps_;
    QString pictures_;
    Print print_;
    std::size_t at_ = 0;
    bool asked_ = false;
    bool answered_ = false;
    QString answer_;
    std::chrono::milliseconds limit_;
    QElapsedTimer sinceStep_;
    QTimer timer_;
};

} // namespace vienlogs::journey
