// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "citing.h"

#include <algorithm>

#include "vienlogs/acts/numbering.h"

namespace vienlogs::amendments {

using acts::Case;
using acts::ElementKind;
using acts::Noun;
using acts::plain;
using acts::Runs;

namespace {

Runs raised(std::uint32_t index) {
    acts::Run run{std::to_string(index)};
    run.script = acts::Script::Super;
    return index > 0 ? Runs{run} : Runs{};
}

Runs numberOf(const Step& step, Case in) {
    if (step.numbers.empty())
        return {};
    const auto& last = step.numbers.back();
    if (step.kind == ElementKind::Part && last.index == 0 && last.value < 100)
        return plain(acts::ordinal(last.value, Noun::Part, in));
    if (step.kind == ElementKind::Chapter)
        return joined(plain(acts::roman(last.value)), raised(last.index));
    if (step.lettered)
        return joined(joined(plain("\"" + acts::letter(last.value)), raised(last.index)), plain("\""));
    return acts::dotted(step.numbers);
}

bool startsWith(const Path& path, const Path& group) {
    return path.size() >= group.size() && std::equal(group.begin(), group.end(), path.begin());
}

} // namespace

Noun nounOf(ElementKind kind) {
    switch (kind) {
    case ElementKind::Article:
        return Noun::Article;
    case ElementKind::Part:
        return Noun::Part;
    case ElementKind::SubPoint:
        return Noun::SubPoint;
    case ElementKind::Chapter:
        return Noun::Chapter;
    case ElementKind::Annex:
        return Noun::Annex;
    case ElementKind::TransitionalProvisions:
        return Noun::Provisions;
    default:
        return Noun::Point;
    }
}

Runs cite(const Path& path, Case in, const Path& group) {
    return citeAll({path}, in, group);
}

Runs citeAll(const std::vector<Path>& paths, Case in, const Path& group) {
    const auto& path = paths.front();
    const auto skipped = startsWith(path, group) ? group.size() : 0;
    if (skipped > 0 && skipped == path.size())
        return plain(acts::declined(nounOf(path.back().kind), in));
    Runs text;
    for (auto i = skipped; i < path.size(); ++i) {
        const bool last = i + 1 == path.size();
        const auto used = last ? in : Case::Genitive;
        auto number = numberOf(path[i], used);
        for (std::size_t j = 1; last && j < paths.size(); ++j) {
            number = joined(std::move(number), plain(j + 1 == paths.size() ? " un " : ", "));
            number = joined(std::move(number), numberOf(paths[j].back(), used));
        }
        if (!text.empty())
            text = joined(std::move(text), plain(" "));
        if (!number.empty())
            number = joined(std::move(number), plain(" "));
        text = joined(joined(std::move(text), number), plain(acts::declined(nounOf(path[i].kind), used)));
    }
    return text;
}

bool citedTogether(const Path& one, const Path& other) {
    return !one.empty() && one.size() == other.size() && one.back().kind == other.back().kind &&
           one.back().lettered == other.back().lettered && !one.back().numbers.empty() &&
           !other.back().numbers.empty() && std::equal(one.begin(), one.end() - 1, other.begin());
}

} // namespace vienlogs::amendments
