// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/harmonisation/harmonising.h"

namespace vienlogs::harmonisation {

/// One step as one line of JSON, without the line feed.
[[nodiscard]] std::string stepLine(const Step& step);
/// VL-HARM-0005, with what is wrong.
[[nodiscard]] base::Result<Step> stepOf(std::string_view line);

/// A harmonisation read from its lines.
struct ReadSteps {
    Harmonising harmonising;
    std::size_t goodBytes = 0; ///< up to the end of the last whole line
    bool torn = false;         ///< the rest was being written when a program was killed, and is left out
};
/// Reads all lines. Anything unreadable but an unfinished last line is VL-HARM-0005: nothing said is dropped.
[[nodiscard]] base::Result<ReadSteps> readSteps(std::string_view text, const acts::History& act);

} // namespace vienlogs::harmonisation
