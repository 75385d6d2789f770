// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "vienlogs/acts/history.h"

namespace vienlogs::acts {

/// The first line of an act's log, without the line feed.
[[nodiscard]] std::string headLine(const base::Ulid& id, ActKind kind);
/// One entry as one line of JSON, without the line feed.
[[nodiscard]] std::string entryLine(const Entry& entry);
[[nodiscard]] base::Result<Entry> entryOf(std::string_view line);

/// An act read from its log.
struct ReadLog {
    History history;
    std::size_t goodBytes = 0; ///< up to the end of the last whole line; what follows was being written
    bool torn = false;         ///< there was such a rest, and it is left out
};

/// Reads a whole log. A last line without a line feed is what a killed program was writing: left out, said in
/// `torn`. Anything else that cannot be read is VL-ACT-0006 with its line's number: an act never opens with a
/// gap.
[[nodiscard]] base::Result<ReadLog> readLog(std::string_view text);

} // namespace vienlogs::acts
