// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "plan.h"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>

namespace vienlogs::simulation {

namespace {

constexpr std::array<std::string_view, stepKinds> names{
    "act",      "desk-crash", "desk-restart", "desk-disk-full", "desk-sleeps",      "desk-clock-jumps",
    "line-cut", "line-bad",   "server-crash", "server-restart", "server-disk-full", "server-clock",
    "back-up",  "restore",    "copy-desk",    "restore-desk",   "clone-desk"};

/// What a kind of fault needs beside itself.
std::vector<StepKind> familyOf(StepKind kind) {
    switch (kind) {
    case StepKind::BackUp:
    case StepKind::Restore:
        return {StepKind::BackUp, StepKind::Restore};
    case StepKind::CopyDesk:
    case StepKind::RestoreDesk:
        return {StepKind::CopyDesk, StepKind::RestoreDesk};
    default:
        return {kind};
    }
}

} // namespace

Plan planOf(std::uint32_t seed) {
    std::mt19937 random(seed);
    Plan plan{.seed = seed, .desks = 1 + int(random() % 3)};
    std::vector<StepKind> faults;
    for (auto kinds = random() % 6; kinds > 0; --kinds)
        for (const auto kind : familyOf(static_cast<StepKind>(1 + random() % (stepKinds - 1))))
            faults.push_back(kind);
    const auto steps = 12 + random() % 16;
    Milliseconds at{0};
    for (std::uint32_t i = 0; i < steps; ++i) {
        // Bursts, pauses, and sometimes long silence.
        const std::array<std::uint32_t, 4> pauses{50, 1'000, 20'000, 300'000};
        at += Milliseconds(random() % pauses[random() % pauses.size()]);
        const bool fault = !faults.empty() && random() % 3 == 0;
        plan.steps.push_back({at, fault ? faults[random() % faults.size()] : StepKind::Act,
                              std::uint32_t(random()), std::uint32_t(random())});
    }
    return plan;
}

std::string describe(const Step& step) {
    return std::to_string(step.at.count()) + " ms: " + std::string(names[std::size_t(step.kind)]) + " who " +
           std::to_string(step.who % 6) + " dice " + std::to_string(step.dice);
}

} // namespace vienlogs::simulation
