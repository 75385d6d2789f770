// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "checks.h"
#include "marked_text.h"

namespace vienlogs::drafting_rules {

using acts::Element;
using acts::ElementKind;

namespace {

bool isPoint(const Element& element) {
    return element.kind == ElementKind::Point || element.kind == ElementKind::SubPoint;
}

/// Whether the unit is one item of a sentence and not a sentence of its own.
bool isItem(const acts::Act& act, const Element& element) {
    if (!isPoint(element))
        return false;
    const auto outer = act.find(element.parent)->kind;
    return outer == ElementKind::Part || outer == ElementKind::Article || outer == ElementKind::Point ||
           outer == ElementKind::SubPoint;
}

std::vector<const Element*> pointsIn(const acts::Act& act, const Element& element) {
    std::vector<const Element*> points;
    for (const auto& id : element.children)
        if (const auto* child = act.findLive(id); child && isPoint(*child))
            points.push_back(child);
    return points;
}

/// Whether another item of the same sentence follows, on whatever depth.
bool goesOn(const acts::Act& act, const Element& element) {
    const auto* at = &element;
    while (isItem(act, *at)) {
        const auto* outer = act.find(at->parent);
        if (pointsIn(act, *outer).back() != at)
            return true;
        at = outer;
    }
    return false;
}

/// The sign that the text should end in, and by which rule.
struct Wanted {
    char32_t sign;
    Rule rule;
};

Wanted wantedEnd(const acts::Act& act, const Element& element) {
    if (!pointsIn(act, element).empty())
        return {U':', rules::listBegin};
    if (!isItem(act, element))
        return {U'.', rules::sentenceEnd};
    return {goesOn(act, element) ? U';' : U'.', rules::listEnd};
}

void checkEnd(const acts::Act& act, const Element& element, Findings& found) {
    const MarkedText text(element);
    const auto& all = text.characters();
    const auto wanted = wantedEnd(act, element);
    auto end = all.size();
    while (end > 0 && (all[end - 1] == U' ' || all[end - 1] == U'\n'))
        --end;
    if (end == 0)
        return;
    const auto last = all[end - 1];
    const bool sentence = wanted.rule.code == rules::sentenceEnd.code;
    // A sentence may end in other ways, and inside quotation marks or brackets.
    const bool otherEnd = sentence && (last == U'?' || last == U'!' || last == U':' ||
                                       ((last == U'"' || last == U')') && end > 1 && all[end - 2] == U'.'));
    if (last == wanted.sign || otherEnd)
        return;
    const bool replaces = std::u32string_view(U".,;:").find(last) != std::u32string_view::npos;
    found.push_back(text.wrong(wanted.rule, replaces ? end - 1 : end, end, encoded({&wanted.sign, 1})));
}

bool hasSentences(const acts::Act& act, const Element& element) {
    if (element.kind == ElementKind::Paragraph) {
        const auto outer = act.find(element.parent)->kind;
        return outer == ElementKind::Article || outer == ElementKind::Part || outer == ElementKind::Point;
    }
    return element.kind == ElementKind::Part || isPoint(element);
}

void checkHeading(const acts::Act& act, const Element& element, Findings& found) {
    const MarkedText text(element);
    const auto& all = text.characters();
    if (element.kind == ElementKind::Article && all.empty() && act.kind() == acts::ActKind::Law)
        found.push_back(text.doubtful(rules::noHeading, 0, 0));
    if (!all.empty() && all.back() == U'.' && !(all.size() > 1 && all[all.size() - 2] == U'.'))
        found.push_back(text.wrong(rules::headingEnd, all.size() - 1, all.size(), ""));
}

} // namespace

void checkEndings(const acts::Act& act, Findings& found) {
    for (const auto* element : withText(act)) {
        if (acts::hasHeading(element->kind) || element->kind == ElementKind::Title)
            checkHeading(act, *element, found);
        if (isAmending(act)) // its lines quote the text of another act
            continue;
        if (hasSentences(act, *element))
            checkEnd(act, *element, found);
        const auto points = pointsIn(act, *element);
        if (points.size() == 1 && hasSentences(act, *element))
            found.push_back({rules::onlyPoint, points[0]->id});
    }
}

} // namespace vienlogs::drafting_rules
