// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/citation.h"

#include <algorithm>

#include "vienlogs/acts/numbering.h"
#include "vienlogs/acts/words.h"

namespace vienlogs::acts {

namespace {

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

Noun nounOf(ActKind kind) {
    switch (kind) {
    case ActKind::Law:
    case ActKind::LawAmendments:
        return Noun::Law;
    case ActKind::Regulation:
    case ActKind::RegulationAmendments:
        return Noun::Regulation;
    case ActKind::Order:
        return Noun::Order;
    }
    return Noun::Law;
}

bool isCited(const Element& element) {
    return element.kind == ElementKind::TransitionalProvisions || element.kind == ElementKind::Annex ||
           (isNumbered(element.kind) && element.kind != ElementKind::Footnote && element.number.value > 0);
}

/// The units that a citation names, the outermost first. Articles count through the chapters, so those are
/// left out; a path like "6.1." holds its own points.
std::vector<const Element*> citedPath(const Act& act, const base::Ulid& id) {
    auto path = act.pathTo(id);
    while (!path.empty() && !isCited(*path.back()))
        path.pop_back();
    if (path.empty())
        return path;
    const auto* last = path.back();
    const bool byPath = isNumberedByPath(act, *last);
    std::erase_if(path, [&](const Element* element) {
        const bool point = element->kind == ElementKind::Point || element->kind == ElementKind::SubPoint;
        return element != last &&
               (!isCited(*element) || element->kind == ElementKind::Chapter || (byPath && point));
    });
    return path;
}

Runs indexed(std::string_view text, const Number& number) {
    auto runs = plain(text);
    if (number.index > 0)
        runs.push_back(Run{std::to_string(number.index), false, false, Script::Super});
    return runs;
}

Runs numberFor(const Act& act, const Element& element, Noun noun, Case in) {
    const auto& number = element.number;
    switch (element.kind) {
    case ElementKind::TransitionalProvisions:
        return {};
    case ElementKind::Chapter:
        return indexed(roman(number.value), number);
    case ElementKind::Part:
        if (number.index == 0 && number.value < 100)
            return plain(ordinal(number.value, noun, in));
        break;
    case ElementKind::SubPoint: {
        const auto* parent = act.find(element.parent);
        const bool digits = parent && isNumberedByPath(act, *parent);
        if (!digits && !isNumberedByPath(act, element))
            return joined(indexed("\"" + letter(number.value), number), plain("\""));
        break;
    }
    default:
        break;
    }
    if (number.value == 0)
        return {};
    return isNumberedByPath(act, element) ? dotted(pathNumbers(act, element)) : dotted({number});
}

Runs unit(const Act& act, const Element& element, Case in) {
    const auto noun = nounOf(element.kind);
    auto text = numberFor(act, element, noun, in);
    if (!text.empty())
        text = joined(std::move(text), plain(" "));
    return joined(std::move(text), plain(declined(noun, in)));
}

Runs spelled(const Act& act, const std::vector<const Element*>& path, Case in) {
    Runs text;
    for (const auto* element : path) {
        if (!text.empty())
            text = joined(std::move(text), plain(" "));
        text = joined(std::move(text), unit(act, *element, element == path.back() ? in : Case::Genitive));
    }
    return text;
}

Runs thisUnit(Noun noun, Case in) {
    return plain(std::string(thisOne(noun, in)) + " " + std::string(declined(noun, in)));
}

} // namespace

Runs cite(const Act& act, const base::Ulid& id, Case in) {
    return spelled(act, citedPath(act, id), in);
}

Runs citeFrom(const Act& act, const base::Ulid& from, const base::Ulid& id, Case in) {
    auto path = citedPath(act, id);
    if (path.empty())
        return {};
    const auto around = citedPath(act, from);
    std::size_t shared = 0;
    // Only an article or a part is "this one"; a point is always cited in full.
    while (shared < path.size() && shared < around.size() && path[shared] == around[shared] &&
           (path[shared]->kind == ElementKind::Article || path[shared]->kind == ElementKind::Part))
        ++shared;
    const auto noun = shared > 0 ? nounOf(path[shared - 1]->kind) : nounOf(act.kind());
    path.erase(path.begin(), path.begin() + std::ptrdiff_t(shared));
    if (path.empty())
        return thisUnit(noun, in);
    return joined(joined(thisUnit(noun, Case::Genitive), plain(" ")), spelled(act, path, in));
}

std::vector<Operation> renderReferences(const Act& act) {
    std::vector<Operation> operations;
    for (const auto* element : act.inOrder()) {
        auto text = element->text;
        for (auto& run : text)
            if (run.reference && act.isLive(run.reference->target)) {
                const auto words = citeFrom(act, element->id, run.reference->target, run.reference->in);
                if (!words.empty())
                    run.text = withRaisedDigits(words);
            }
        for (auto& change : textChange(element->id, element->text, text))
            operations.push_back(std::move(change));
    }
    return operations;
}

} // namespace vienlogs::acts
