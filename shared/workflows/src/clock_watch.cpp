// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/clock_watch.h"

#include "vienlogs/base/failures_base.h"

namespace vienlogs::workflows {

namespace {

using namespace std::chrono_literals;

/// In the largest unit that says something; the units are written alike in every language of ours.
std::string inWords(std::chrono::milliseconds difference) {
    if (difference < 2h)
        return std::to_string(std::chrono::round<std::chrono::minutes>(difference).count()) + " min";
    if (difference < 48h)
        return std::to_string(std::chrono::round<std::chrono::hours>(difference).count()) + " h";
    return std::to_string(std::chrono::round<std::chrono::days>(difference).count()) + " d";
}

} // namespace

ClockWatch::ClockWatch(const base::Clock& clock, QObject* parent) : QObject(parent), clock_(clock) {}

void ClockWatch::hear(base::Timestamp serverTime) {
    const auto difference = std::chrono::abs(clock_.now() - serverTime);
    std::optional<base::Failure> now;
    if (difference > tolerated)
        now = base::Failure{base::codes::clockWrong, "compared with the server", inWords(difference)};
    if (std::exchange(failure_, now) != now)
        Q_EMIT changed();
}

} // namespace vienlogs::workflows
