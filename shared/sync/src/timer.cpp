// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sync/timer.h"

#include <QTimer>

namespace vienlogs::sync {

namespace {

class QtTimer final : public Timer {
public:
    explicit QtTimer(std::function<void()> due) {
        timer_.setSingleShot(true);
        QObject::connect(&timer_, &QTimer::timeout, &timer_, std::move(due));
    }
    void start(int milliseconds) override { timer_.start(milliseconds); }
    void stop() override { timer_.stop(); }

private:
    QTimer timer_;
};

} // namespace

std::unique_ptr<Timer> makeQtTimer(std::function<void()> due) {
    return std::make_unique<QtTimer>(std::move(due));
}

} // namespace vienlogs::sync
