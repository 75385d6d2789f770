// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "labels.h"

#include "vienlogs/acts/numbering.h"
#include "vienlogs/acts/recognition.h"

namespace vienlogs::office {

namespace {

/// An element without a number yet, as those of a foreign document are until the act is numbered: what is
/// printed there of its kind is no part of its words, unless they begin so themselves.
Unlabelled unnumbered(const acts::Element& element, const acts::Runs& text) {
    const auto printed = acts::recognise(text);
    if (!printed || printed->kind != element.kind || acts::recognise(element.text))
        return {text};
    return {acts::cut(text, printed->length, acts::lengthOf(text)), element.number};
}

} // namespace

Unlabelled withoutLabel(const acts::Act& exported, const acts::Element& element, const acts::Runs& text) {
    const auto whole = acts::lengthOf(text);
    const auto label = acts::labelOf(exported, element.id);
    if (label.text.empty())
        return unnumbered(element, text);
    const auto length = acts::lengthOf(label.text);
    const auto shown = [](const acts::Runs& runs) { return acts::withRaisedDigits(runs); };
    if (shown(acts::cut(text, 0, length)) == shown(label.text)) {
        const auto next = acts::textOf(acts::cut(text, length, length + 1));
        const bool separated = next == label.separator || next == " ";
        if (separated || next.empty())
            return {acts::cut(text, length + (separated ? 1 : 0), whole), element.number};
    }
    if (const auto other = acts::recognise(text); other && other->kind == element.kind) {
        auto number = other->number;
        number.fixed = element.number.fixed;
        return {acts::cut(text, other->length, whole), number, number != element.number};
    }
    return {text, std::nullopt, true};
}

} // namespace vienlogs::office
