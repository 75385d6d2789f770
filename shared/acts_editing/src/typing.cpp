// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "typing.h"

#include <algorithm>

namespace vienlogs::acts_editing {

std::optional<acts::ReplaceText> together(const acts::ReplaceText& first, const acts::ReplaceText& second,
                                          const acts::Runs& result) {
    const auto firstEnd = first.at + acts::lengthOf(first.inserted), secondEnd = second.at + second.removed;
    if (first.id != second.id || second.at > firstEnd || secondEnd < first.at)
        return std::nullopt;
    const auto from = std::min(first.at, second.at);
    // What the second takes away before and behind what the first put there was in the text from the
    // beginning.
    const auto removed =
        first.removed + (first.at - from) + (secondEnd > firstEnd ? secondEnd - firstEnd : 0);
    const auto to = std::max(firstEnd, secondEnd) - second.removed + acts::lengthOf(second.inserted);
    return acts::ReplaceText{first.id, from, removed, acts::cut(result, from, to)};
}

} // namespace vienlogs::acts_editing
