// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "comment_ranges.h"

namespace vienlogs::office {

namespace {

const acts::Comment* firstOfThread(const acts::Comment* comment,
                                   const std::vector<const acts::Comment*>& comments) {
    for (std::size_t step = 0; step < comments.size() && !comment->replyTo.isNil(); ++step)
        for (const auto* other : comments)
            if (other->id == comment->replyTo)
                comment = other;
    return comment;
}

std::pair<std::size_t, std::size_t> rangeOf(const acts::Element& element, const std::string& quoted) {
    const auto text = acts::textOf(element.text);
    const auto found = quoted.empty() ? std::string::npos : text.find(quoted);
    if (found == std::string::npos)
        return {0, 0};
    const auto from = acts::lengthOf(std::string_view(text).substr(0, found)),
               to = from + acts::lengthOf(std::string_view(quoted));
    std::size_t at = 0;
    for (const auto& run : element.text) {
        const auto end = at + acts::lengthOf(std::string_view(run.text));
        if (run.reference && ((at < from && from < end) || (at < to && to < end)))
            return {0, 0};
        at = end;
    }
    return {from, to};
}

} // namespace

std::vector<CommentRange> commentRanges(const acts::Element& element,
                                        const std::vector<const acts::Comment*>& comments) {
    std::vector<CommentRange> ranges;
    for (const auto* comment : comments) {
        const auto [from, to] = rangeOf(element, firstOfThread(comment, comments)->quoted);
        ranges.push_back({comment, from, to});
    }
    return ranges;
}

} // namespace vienlogs::office
