// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scheduler.h"

namespace vienlogs::simulation {

/// Something that happens in a history.
enum class StepKind {
    Act,         ///< A clerk does something.
    DeskCrash,   ///< Now, or at its n-th change of a file from now.
    DeskRestart, ///< In order.
    DeskDiskFull,
    DeskSleeps, ///< Up to a month.
    DeskClockJumps,
    LineCut,
    LineBad,
    ServerCrash,   ///< Now, or at its n-th change of a file from now.
    ServerRestart, ///< In order.
    ServerDiskFull,
    ServerClockJumps,
    BackUp,
    Restore,     ///< The server, from its newest backup.
    CopyDesk,    ///< Somebody keeps a copy of the desk's folder.
    RestoreDesk, ///< The desk goes on with the copy.
    CloneDesk,   ///< Another machine goes on with a copy of the desk's folder as the same device.
};
inline constexpr int stepKinds = 17;

struct Step {
    Milliseconds at{0};
    StepKind kind = StepKind::Act;
    std::uint32_t who = 0;  ///< Which desk, by its remainder.
    std::uint32_t dice = 0; ///< All else that chance decides.
};

struct Plan {
    std::uint32_t seed = 0;
    int desks = 2;
    std::vector<Step> steps; ///< In the order of time.
};

/// The history of a seed: each has only some kinds of faults, so that each kind is also seen undisturbed.
[[nodiscard]] Plan planOf(std::uint32_t seed);
[[nodiscard]] std::string describe(const Step& step);

} // namespace vienlogs::simulation
