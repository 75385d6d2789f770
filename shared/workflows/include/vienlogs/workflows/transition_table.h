// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstddef>
#include <optional>

namespace vienlogs::workflows {

/// One row of a workflow's table: in this state, on this event, go there.
template<typename State, typename Event>
struct Transition {
    State from;
    Event on;
    State to;
};

/// Where a table leads; nothing when the event means nothing in the state, and the state then stays.
template<typename State, typename Event, std::size_t N>
[[nodiscard]] constexpr std::optional<State> follow(const std::array<Transition<State, Event>, N>& table,
                                                    State from, Event on) {
    for (const auto& row : table)
        if (row.from == from && row.on == on)
            return row.to;
    return std::nullopt;
}

} // namespace vienlogs::workflows
