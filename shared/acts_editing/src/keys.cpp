// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// What the keys of structure do: Enter, Backspace, Tab, moving, inserting.
#include <algorithm>

#include "vienlogs/acts/failures.h"
#include "vienlogs/acts_editing/editing.h"

namespace vienlogs::acts_editing {

using acts::Element;
using acts::ElementKind;
using acts::Operation;
using acts::Place;
using base::fail;
using base::Result;

namespace {

/// What begins under a heading when Enter is pressed behind it.
ElementKind firstInside(const acts::Act& act, ElementKind heading) {
    const bool law = act.kind() == acts::ActKind::Law;
    switch (heading) {
    case ElementKind::Chapter:
        return law ? ElementKind::Article : ElementKind::Point;
    case ElementKind::Article:
        return ElementKind::Part;
    case ElementKind::Annex:
        return ElementKind::Paragraph;
    default:
        return ElementKind::Point;
    }
}

/// What comes behind a line that is alone of its kind.
ElementKind nextKind(const acts::Act& act, ElementKind kind) {
    if (kind != ElementKind::Title && kind != ElementKind::Basis)
        return kind;
    return act.kind() == acts::ActKind::Law ? ElementKind::Article : ElementKind::Point;
}

std::optional<ElementKind> deeper(ElementKind kind) {
    if (kind == ElementKind::Part)
        return ElementKind::Point;
    if (kind == ElementKind::Point || kind == ElementKind::SubPoint)
        return ElementKind::SubPoint;
    return std::nullopt;
}

/// A unit's kind behind the unit that was around it.
std::optional<ElementKind> shallower(ElementKind kind, ElementKind around) {
    if (kind == ElementKind::SubPoint)
        return around; // behind a point a point, behind a sub-point a sub-point
    if (kind == ElementKind::Point && around == ElementKind::Part)
        return ElementKind::Part;
    return std::nullopt;
}

} // namespace

/// The live unit before it in the same place; null for the first.
const Element* Editing::before(const Element& element) const {
    const auto place = shown_.placeOf(element.id);
    return place.after.isNil() ? nullptr : shown_.findLive(place.after);
}

Result<Caret> Editing::enter(const Caret& caret) {
    const auto found = live(caret.element);
    if (!found)
        return fail(found.error());
    const auto& element = **found;
    const auto length = acts::lengthOf(element.text);
    if (!acts::hasText(element.kind) || caret.at > length)
        return fail(acts::codes::textWrong, "enter");
    if (length == 0 && element.children.empty())
        if (const auto out = promote(element.id))
            return out;
    if (caret.at == length)
        return enterBehind(element);
    if (caret.at == 0) { // an empty one before it
        const auto id = base::Ulid::make(clock_);
        const auto done =
            step({acts::InsertElement{id, nextKind(shown_, element.kind), shown_.placeOf(element.id)}});
        return done ? Result<Caret>(caret) : fail(done.error());
    }
    return splitAt(element, caret.at);
}

Result<Caret> Editing::enterBehind(const Element& element) {
    const auto id = base::Ulid::make(clock_);
    const bool inside = acts::hasHeading(element.kind);
    const auto kind = inside ? firstInside(shown_, element.kind) : nextKind(shown_, element.kind);
    const Place place = inside ? Place{element.id} : Place{element.parent, element.id};
    const auto done = step({acts::InsertElement{id, kind, place}});
    return done ? Result<Caret>(Caret{id, 0}) : fail(done.error());
}

Result<Caret> Editing::splitAt(const Element& element, std::size_t at) {
    const auto id = base::Ulid::make(clock_);
    if (!acts::hasHeading(element.kind)) {
        const auto done = step({acts::SplitElement{element.id, at, id}});
        return done ? Result<Caret>(Caret{id, 0}) : fail(done.error());
    }
    // The rest of a heading is the first text under it.
    const auto length = acts::lengthOf(element.text);
    const auto rest = acts::cut(element.text, at, length);
    const auto done =
        step({acts::ReplaceText{element.id, at, length - at, {}},
              acts::InsertElement{id, firstInside(shown_, element.kind), {element.id}, {}, rest}});
    return done ? Result<Caret>(Caret{id, 0}) : fail(done.error());
}

Result<Caret> Editing::joinBefore(const base::Ulid& id) {
    const auto found = live(id);
    if (!found)
        return fail(found.error());
    const auto& element = **found;
    const auto* other = before(element);
    if (other && other->kind == element.kind && acts::hasText(element.kind)) {
        const Caret caret{other->id, acts::lengthOf(other->text)};
        const auto done = step({acts::JoinElements{other->id, element.id}});
        return done ? Result<Caret>(caret) : fail(done.error());
    }
    if (!element.text.empty() || !element.children.empty())
        return promote(id);
    const auto all = shown_.inOrder();
    const auto at = std::find(all.begin(), all.end(), &element);
    const Caret caret =
        at == all.begin() ? Caret{shown_.id()} : Caret{(*(at - 1))->id, acts::lengthOf((*(at - 1))->text)};
    const auto done = step({acts::DeleteElement{id}});
    return done ? Result<Caret>(caret) : fail(done.error());
}

Result<Caret> Editing::become(const Element& element, ElementKind kind, const Place& place) {
    if (kind == element.kind) {
        const auto done = step({acts::MoveElement{element.id, place}});
        return done ? Result<Caret>(Caret{element.id}) : fail(done.error());
    }
    const auto id = base::Ulid::make(clock_);
    std::vector<Operation> operations{acts::InsertElement{id, kind, place, {}, element.text, {}, element.id}};
    base::Ulid last;
    for (const auto& child : element.children)
        if (shown_.isLive(child)) {
            operations.emplace_back(acts::MoveElement{child, {id, last}});
            last = child;
        }
    operations.emplace_back(acts::DeleteElement{element.id});
    const auto done = step(operations);
    return done ? Result<Caret>(Caret{id}) : fail(done.error());
}

Result<Caret> Editing::demote(const base::Ulid& id) {
    const auto found = live(id);
    if (!found)
        return fail(found.error());
    const auto* other = before(**found);
    const auto kind = deeper((*found)->kind);
    if (!other || !kind || other->kind != (*found)->kind || !acts::mayContain(other->kind, *kind))
        return fail(acts::codes::placeWrong, "demote");
    base::Ulid last;
    for (const auto& child : other->children)
        if (shown_.isLive(child))
            last = child;
    return become(**found, *kind, {other->id, last});
}

Result<Caret> Editing::promote(const base::Ulid& id) {
    const auto found = live(id);
    if (!found)
        return fail(found.error());
    const auto* around = shown_.findLive((*found)->parent);
    const auto kind = around ? shallower((*found)->kind, around->kind) : std::nullopt;
    if (!kind || !acts::mayContain(shown_.find(around->parent)->kind, *kind))
        return fail(acts::codes::placeWrong, "promote");
    return become(**found, *kind, {around->parent, around->id});
}

Result<Caret> Editing::moveUp(const base::Ulid& id) {
    const auto found = live(id);
    if (!found)
        return fail(found.error());
    const auto* other = before(**found);
    if (!other)
        return fail(acts::codes::placeWrong, "up");
    return move(id, shown_.placeOf(other->id));
}

Result<Caret> Editing::moveDown(const base::Ulid& id) {
    const auto found = live(id);
    if (!found)
        return fail(found.error());
    bool passed = false;
    for (const auto& sibling : shown_.find((*found)->parent)->children) {
        if (passed && shown_.isLive(sibling))
            return move(id, {(*found)->parent, sibling});
        passed = passed || sibling == id;
    }
    return fail(acts::codes::placeWrong, "down");
}

Result<Caret> Editing::move(const base::Ulid& id, const Place& place) {
    const auto done = step({acts::MoveElement{id, place}});
    return done ? Result<Caret>(Caret{id}) : fail(done.error());
}

Result<Caret> Editing::insert(ElementKind kind, const base::Ulid& behind) {
    base::Ulid last;
    for (const auto& child : shown_.root().children)
        if (shown_.isLive(child))
            last = child;
    Place place{shown_.id(), last};
    if (!behind.isNil()) {
        const auto found = live(behind);
        if (!found)
            return fail(found.error());
        place = {(*found)->parent, behind};
        if (acts::mayContain((*found)->kind, kind)) // the first thing inside it
            place = {behind};
        while (!acts::mayContain(shown_.find(place.parent)->kind, kind) && place.parent != shown_.id())
            place = {shown_.find(place.parent)->parent, place.parent};
    }
    const auto id = base::Ulid::make(clock_);
    const auto done = step({acts::InsertElement{id, kind, place}});
    return done ? Result<Caret>(Caret{id}) : fail(done.error());
}

Result<void> Editing::remove(const base::Ulid& id) {
    const auto found = live(id);
    return found ? step({acts::DeleteElement{id}}) : fail(found.error());
}

} // namespace vienlogs::acts_editing
