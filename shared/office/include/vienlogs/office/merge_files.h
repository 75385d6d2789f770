// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <span>

#include "vienlogs/acts/history.h"
#include "vienlogs/office/merged.h"

namespace vienlogs::office {

/// A file that came back, whole.
struct ReturnedFile {
    std::string name;
    std::string bytes;
};

/// What each file changed in the version of the act that it was exported from, laid side by side and against
/// the act as it is now. A file that cannot be read is named with the reason and stops nothing. `newId` gives
/// identities never used.
[[nodiscard]] MergeList mergeFiles(const acts::History& history, std::span<const ReturnedFile> files,
                                   const std::function<base::Ulid()>& newId);

/// One line that a person takes over, with other words where the person edited them.
struct Choice {
    std::string entry;
    std::optional<acts::Runs> edited{}; ///< in place of the line's `after`
};

/// Operations for the act's history and why: who wanted them, in which file.
struct Accepted {
    struct Step {
        acts::Operation operation;
        std::string reason;
    };
    std::vector<Step> steps;
    std::vector<std::string> entries; ///< the lines carried out, with those that they need
};

/// What carries the chosen lines out in the act as it is now, and the lines that they need. A chosen line
/// wins over what it collides with. A line that the act already has does nothing. VL-OFFICE-0009 for a line
/// that is unknown or cannot be carried out any more.
[[nodiscard]] base::Result<Accepted> accept(const acts::Act& now, const MergeList& list,
                                            std::span<const Choice> choices);

/// The lines that several files agree on and nothing contradicts.
[[nodiscard]] std::vector<Choice> allAgreed(const MergeList& list);
/// Every line that nothing contradicts.
[[nodiscard]] std::vector<Choice> allClear(const MergeList& list);

} // namespace vienlogs::office
