// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <unordered_map>

#include "vienlogs/office/merged.h"

namespace vienlogs::office {

/// Which identity a line adds, an element or a comment: the same one for every file that adds it.
using Added = std::map<std::string, base::Ulid>;

/// One file of a merge, and what it is held against.
struct FileToRead {
    const acts::Act& exported;
    const acts::Act& now;
    const Import& import;
    std::size_t file;
    std::string author; ///< who stands for what was not tracked
};

/// What one file changed as lines against the act as it is now, without how they stand to other files.
[[nodiscard]] std::vector<MergeEntry> changesOf(const FileToRead& read, Added& added);

/// Where an added or moved element goes in the act: behind the first of `behind` that is there.
[[nodiscard]] acts::Place placeIn(const acts::Act& act, const MergeEntry& entry);

} // namespace vienlogs::office
