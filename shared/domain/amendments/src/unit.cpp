// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/amendments/unit.h"

#include <algorithm>

#include "vienlogs/acts/numbering.h"

namespace vienlogs::amendments {

using acts::ElementKind;

namespace {

bool isPoint(ElementKind kind) {
    return kind == ElementKind::Point || kind == ElementKind::SubPoint;
}

bool needsNoNumber(ElementKind kind) {
    return kind == ElementKind::Title || kind == ElementKind::Basis || kind == ElementKind::Annex ||
           kind == ElementKind::TransitionalProvisions;
}

acts::Number bare(acts::Number number) {
    number.fixed = false;
    return number;
}

std::optional<Step> stepOf(const acts::Act& act, const acts::Element& element) {
    const bool numbered = acts::isNumbered(element.kind) && element.kind != ElementKind::Footnote;
    if (!numbered || element.number.value == 0)
        return needsNoNumber(element.kind) ? std::optional(Step{element.kind}) : std::nullopt;
    Step step{element.kind, {bare(element.number)}};
    if (acts::isNumberedByPath(act, element)) {
        step.numbers = acts::pathNumbers(act, element);
        std::transform(step.numbers.begin(), step.numbers.end(), step.numbers.begin(), bare);
    } else if (element.kind == ElementKind::SubPoint)
        step.lettered = !acts::isNumberedByPath(act, *act.find(element.parent));
    return step;
}

void find(const acts::Act& act, const base::Ulid& outer, ElementKind kind, std::vector<base::Ulid>& found) {
    for (const auto& id : act.find(outer)->children) {
        const auto* child = act.find(id);
        if (child->kind == kind)
            found.push_back(id);
        else if (child->kind == ElementKind::Chapter)
            find(act, id, kind, found);
    }
}

std::optional<base::Ulid> only(const acts::Act& act, const base::Ulid& outer, ElementKind kind,
                               const acts::Number* number) {
    std::optional<base::Ulid> found;
    for (const auto& id : countedIn(act, outer, kind))
        if (!number || sameNumber(act.find(id)->number, *number)) {
            if (found)
                return std::nullopt;
            found = id;
        }
    return found;
}

std::optional<base::Ulid> follow(const acts::Act& act, const base::Ulid& from, const Step& step) {
    if (step.numbers.empty())
        return only(act, from, step.kind, nullptr);
    auto at = std::optional(from);
    for (std::size_t i = 0; at && i < step.numbers.size(); ++i) {
        const bool outermost = i == 0 && step.numbers.size() > 1;
        const auto kind = outermost ? ElementKind::Point : i > 0 ? ElementKind::SubPoint : step.kind;
        at = only(act, *at, kind, &step.numbers[i]);
    }
    return at;
}

} // namespace

bool sameNumber(const acts::Number& one, const acts::Number& other) {
    return one.value == other.value && one.index == other.index;
}

Path pathOf(const acts::Act& act, const base::Ulid& id) {
    Path path;
    const auto elements = act.pathTo(id);
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const bool last = i + 1 == elements.size();
        if (elements[i]->kind == ElementKind::Chapter && !last)
            continue;
        auto step = stepOf(act, *elements[i]);
        if (!step)
            return {};
        const bool byPath = isPoint(step->kind) && acts::isNumberedByPath(act, *elements[i]);
        if (byPath && !last && acts::isNumberedByPath(act, *elements[i + 1]))
            continue;
        path.push_back(std::move(*step));
    }
    return path;
}

std::optional<base::Ulid> resolve(const acts::Act& act, const Path& path) {
    auto at = std::optional(act.id());
    for (const auto& step : path)
        if (at)
            at = follow(act, *at, step);
    return at;
}

std::vector<base::Ulid> countedIn(const acts::Act& act, const base::Ulid& outer, ElementKind kind) {
    std::vector<base::Ulid> found;
    find(act, outer, kind, found);
    return found;
}

Unit unitOf(const acts::Act& act, const base::Ulid& id) {
    const auto& element = *act.find(id);
    Unit unit{element.kind, bare(element.number), element.text, element.spans, id};
    for (const auto& child : element.children)
        unit.inner.push_back(unitOf(act, child));
    return unit;
}

} // namespace vienlogs::amendments
