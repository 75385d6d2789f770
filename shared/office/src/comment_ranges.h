// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "vienlogs/acts/element.h"

namespace vienlogs::office {

/// Which characters of an element's text a comment is about; none when both are 0: the whole element.
struct CommentRange {
    const acts::Comment* comment = nullptr;
    std::size_t from = 0, to = 0;
};

/// The comments of one element; a thread stands in one place, that of its first comment. Words that are there
/// no more, or that would cut a citation, give no range.
[[nodiscard]] std::vector<CommentRange> commentRanges(const acts::Element& element,
                                                      const std::vector<const acts::Comment*>& comments);

} // namespace vienlogs::office
