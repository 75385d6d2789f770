// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <optional>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/failure.h"

namespace vienlogs::workflows {

/// Whether this computer's clock can be believed: compared with the server's whenever the server answers. A
/// wrong clock stops no work, but signatures and records made meanwhile carry a wrong time.
class ClockWatch final : public QObject {
    Q_OBJECT
public:
    /// An answer tells the time when it was begun: a long poll is half a minute old, and clocks of offices
    /// drift.
    static constexpr std::chrono::minutes tolerated{2};

    explicit ClockWatch(const base::Clock& clock, QObject* parent = nullptr);

    /// VL-BASE-0007 with the difference ("12 min") while the clock is wrong.
    [[nodiscard]] const std::optional<base::Failure>& failure() const { return failure_; }
    /// The server's time, just now.
    void hear(base::Timestamp serverTime);

Q_SIGNALS:
    void changed();

private:
    const base::Clock& clock_;
    std::optional<base::Failure> failure_;
};

} // namespace vienlogs::workflows
