// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/numbering.h"

#include <map>

#include "checks.h"
#include "marked_text.h"
#include "vienlogs/acts/citation.h"

namespace vienlogs::drafting_rules {

using acts::ElementKind;

namespace {

/// Two units of one kind in one place with the same number.
void checkTwice(const acts::Act& act, Findings& found) {
    auto parents = act.inOrder();
    parents.push_back(&act.root());
    for (const auto* parent : parents) {
        std::map<std::tuple<ElementKind, std::uint32_t, std::uint32_t>, int> seen;
        for (const auto& id : parent->children) {
            const auto* child = act.findLive(id);
            if (child && child->number.value > 0 &&
                ++seen[{child->kind, child->number.value, child->number.index}] > 1)
                found.push_back(
                    {rules::numberTwice, id, 0, 0, acts::withRaisedDigits(acts::labelOf(act, id).text)});
        }
    }
}

struct Cited {
    std::u32string_view words;
    ElementKind kind;
};
constexpr Cited cited[] = {{U"šā likuma ", ElementKind::Article},
                           {U"šajā likumā ", ElementKind::Article},
                           {U"šo noteikumu ", ElementKind::Point},
                           {U"šā rīkojuma ", ElementKind::Point}};

bool exists(const acts::Act& act, ElementKind kind, const acts::Number& number) {
    for (const auto* element : act.inOrder())
        if (element->kind == kind && element->number.value == number.value &&
            element->number.index == number.index)
            return true;
    return false;
}

constexpr std::u32string_view raised = U"⁰¹²³⁴⁵⁶⁷⁸⁹";

/// "99.¹" at a place of the text, and where it ends; value 0 for none.
std::pair<acts::Number, std::size_t> numberAt(std::u32string_view text, std::size_t at) {
    acts::Number number;
    for (; at < text.size() && isDigit(text[at]) && number.value < 100'000; ++at)
        number.value = number.value * 10 + std::uint32_t(text[at] - U'0');
    if (at >= text.size() || text[at] != U'.')
        return {};
    for (++at; at < text.size() && raised.find(text[at]) != raised.npos && number.index < 100'000; ++at)
        number.index = number.index * 10 + std::uint32_t(raised.find(text[at]));
    return {number, at};
}

/// A citation typed as words to a unit that the act has not got: "šā likuma 99. pantā".
void checkCitations(const acts::Act& act, const acts::Element& element, Findings& found) {
    // Raised digits as characters: what stands behind an index is that much further on.
    const auto shown = decoded(acts::withRaisedDigits(element.text));
    acts::Element plain = element;
    plain.text = acts::plain(encoded(shown));
    const MarkedText text(plain);
    for (const auto& [words, kind] : cited)
        for (auto at = text.find(words); at != std::u32string::npos; at = text.find(words, at + 1)) {
            const auto [number, end] = numberAt(shown, at + words.size());
            const auto noun = kind == ElementKind::Article ? U" pant" : U" punkt";
            if (number.value > 0 && shown.substr(end).starts_with(noun) && !exists(act, kind, number))
                found.push_back(text.doubtful(rules::citationMissing, at + words.size(), end));
        }
}

} // namespace

void checkNumbers(const acts::Act& act, Findings& found) {
    for (const auto& operation : acts::renumber(act))
        if (const auto* change = std::get_if<acts::SetNumber>(&operation))
            found.push_back({rules::number,
                             change->id,
                             0,
                             0,
                             acts::withRaisedDigits(acts::labelOf(act, change->id).text),
                             {operation}});
    checkTwice(act, found);
}

void checkReferences(const acts::Act& act, Findings& found) {
    for (const auto& operation : acts::renderReferences(act))
        for (const auto& id : acts::touchedBy(operation))
            found.push_back({rules::referenceOld, id, 0, 0, {}, {operation}});
    for (const auto* element : withText(act)) {
        std::size_t at = 0;
        for (const auto& run : element->text) {
            const auto length = acts::lengthOf(run.text);
            if (run.reference && !act.isLive(run.reference->target))
                found.push_back({rules::referenceGone, element->id, at, at + length, run.text});
            at += length;
        }
        if (!isAmending(act))
            checkCitations(act, *element, found);
    }
}

} // namespace vienlogs::drafting_rules
