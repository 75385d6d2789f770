// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "command_order.h"

namespace vienlogs::server::app {

namespace {

/// Further ahead than this nothing is looked at; the device has to send what is missing first.
constexpr std::int64_t maxAhead = 2'000;

} // namespace

base::Result<Turn> turnOf(store::CaseTable& cases, const domain::cases::Command& command) {
    auto progress = cases.progress(command.device);
    if (!progress)
        return base::fail(progress.error());
    if (command.epoch < progress->epoch)
        return Turn::StaleEpoch;
    const auto contiguous = command.epoch == progress->epoch ? progress->contiguous : 0;
    if (command.sequence <= contiguous)
        return Turn::SequenceReused;
    if (command.sequence == contiguous + 1)
        return Turn::Now;
    const auto decided = cases.isDecidedAhead(command.device, command.epoch, command.sequence);
    if (!decided)
        return base::fail(decided.error());
    if (*decided)
        return Turn::SequenceReused;
    if (command.sequence - contiguous > maxAhead)
        return Turn::Later;
    const auto known = cases.sequencesBetween(command.device, command.epoch, contiguous, command.sequence);
    if (!known)
        return base::fail(known.error());
    if (static_cast<std::int64_t>(known->size()) < command.sequence - contiguous - 1)
        return Turn::Later;
    for (const auto& [sequence, stream] : *known)
        if (stream == command.stream)
            return Turn::Later;
    return Turn::Now;
}

base::Result<void> advance(store::CaseTable& cases, const domain::cases::Command& command) {
    auto progress = cases.progress(command.device);
    if (!progress)
        return base::fail(progress.error());
    if (command.epoch > progress->epoch)
        *progress = {command.epoch, 0};
    if (command.sequence != progress->contiguous + 1)
        return cases.saveProgress(command.device, *progress).and_then([&] {
            return cases.addDecidedAhead(command.device, command.epoch, command.sequence);
        });
    for (;;) {
        progress->contiguous += 1;
        const auto next = cases.isDecidedAhead(command.device, command.epoch, progress->contiguous + 1);
        if (!next)
            return base::fail(next.error());
        if (!*next)
            return cases.saveProgress(command.device, *progress);
    }
}

} // namespace vienlogs::server::app
