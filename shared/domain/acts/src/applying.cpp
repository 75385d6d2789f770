// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "applying.h"

#include <algorithm>

#include "vienlogs/acts/failures.h"

namespace vienlogs::acts {

using base::fail;
using base::Result;

namespace {

Result<void> checkText(const Runs& runs, ElementKind kind) {
    std::size_t bytes = 0;
    for (const auto& run : runs) {
        bytes += run.text.size() + run.link.size();
        if (!isCleanText(run.text) || !isCleanText(run.link))
            return fail(codes::textWrong, "no clean UTF-8");
    }
    if (bytes > Bounds::textBytes)
        return fail(codes::actTooLarge, "text of one element");
    if (bytes > 0 && !hasText(kind))
        return fail(codes::textWrong, "this kind has no text");
    return {};
}

} // namespace

Result<Element*> Applying::live(const base::Ulid& id) {
    if (!act_.isLive(id) || id == act_.id_)
        return fail(codes::elementUnknown, id.toString());
    return &act_.elements_.at(id);
}

std::size_t Applying::depthOf(const base::Ulid& id) const {
    std::size_t depth = 0;
    for (auto at = id; at != act_.id_; at = act_.elements_.at(at).parent)
        ++depth;
    return depth;
}

std::size_t Applying::heightOf(const Element& element) const {
    std::size_t height = 0;
    for (const auto& child : element.children)
        height = std::max(height, heightOf(act_.elements_.at(child)));
    return height + 1;
}

bool Applying::isInside(const base::Ulid& id, const base::Ulid& outer) const {
    for (auto at = id; at != act_.id_; at = act_.elements_.at(at).parent)
        if (at == outer)
            return true;
    return false;
}

Result<void> Applying::isNew(const base::Ulid& id) const {
    if (id.isNil() || act_.elements_.contains(id))
        return fail(codes::identityUsed, id.toString());
    if (act_.elements_.size() >= Bounds::elements)
        return fail(codes::actTooLarge, "elements");
    return {};
}

Result<void> Applying::mayStand(ElementKind kind, const Place& place, std::size_t height) {
    if (!act_.isLive(place.parent))
        return fail(codes::elementUnknown, place.parent.toString());
    const auto& parent = act_.elements_.at(place.parent);
    if (!mayContain(parent.kind, kind))
        return fail(codes::placeWrong, std::string(base::nameIn(elementKindNames, kind)) + " in " +
                                           std::string(base::nameIn(elementKindNames, parent.kind)));
    const auto& siblings = parent.children;
    if (!place.after.isNil() && std::find(siblings.begin(), siblings.end(), place.after) == siblings.end())
        return fail(codes::elementUnknown, place.after.toString());
    if (depthOf(place.parent) + height > Bounds::depth)
        return fail(codes::actTooLarge, "depth");
    return {};
}

void Applying::attach(Element& element, const Place& place) {
    auto& siblings = act_.elements_.at(place.parent).children;
    auto at = siblings.begin();
    if (!place.after.isNil())
        at = std::find(siblings.begin(), siblings.end(), place.after) + 1;
    siblings.insert(at, element.id);
    element.parent = place.parent;
}

void Applying::detach(Element& element) {
    auto& siblings = act_.elements_.at(element.parent).children;
    siblings.erase(std::find(siblings.begin(), siblings.end(), element.id));
}

void Applying::giveChildren(Element& from, Element& to) {
    for (const auto& child : from.children)
        act_.elements_.at(child).parent = to.id;
    to.children.insert(to.children.end(), from.children.begin(), from.children.end());
    from.children.clear();
}

Result<void> Applying::operator()(const InsertElement& insert) {
    if (auto fresh = isNew(insert.id); !fresh)
        return fresh;
    if (auto clean = checkText(insert.text, insert.kind); !clean)
        return clean;
    if (auto allowed = mayStand(insert.kind, insert.place, 1); !allowed)
        return allowed;
    if (insert.spans.columns == 0 || insert.spans.rows == 0)
        return fail(codes::placeWrong, "a cell of no size");
    auto& element = act_.elements_[insert.id];
    element.id = insert.id;
    element.kind = insert.kind;
    element.number = insert.number;
    element.text = normalised(insert.text);
    element.spans = insert.spans;
    element.origin = insert.origin;
    attach(element, insert.place);
    return {};
}

Result<void> Applying::operator()(const DeleteElement& removal) {
    auto element = live(removal.id);
    if (!element)
        return fail(element.error());
    detach(**element);
    (*element)->deleted = true;
    return {};
}

Result<void> Applying::operator()(const RestoreElement& restore) {
    const auto found = act_.elements_.find(restore.id);
    if (found == act_.elements_.end() || act_.isLive(restore.id))
        return fail(codes::elementUnknown, restore.id.toString());
    auto& element = found->second;
    if (auto allowed = mayStand(element.kind, restore.place, heightOf(element)); !allowed)
        return allowed;
    if (!element.deleted)
        detach(element); // out of the deleted one around it
    element.deleted = false;
    attach(element, restore.place);
    return {};
}

Result<void> Applying::operator()(const MoveElement& move) {
    auto element = live(move.id);
    if (!element)
        return fail(element.error());
    if (auto allowed = mayStand((*element)->kind, move.place, heightOf(**element)); !allowed)
        return allowed;
    if (isInside(move.place.parent, move.id) || move.place.after == move.id)
        return fail(codes::placeWrong, "into itself");
    detach(**element);
    attach(**element, move.place);
    return {};
}

Result<void> Applying::operator()(const SplitElement& split) {
    auto element = live(split.id);
    if (!element)
        return fail(element.error());
    if (auto fresh = isNew(split.created); !fresh)
        return fresh;
    const auto length = lengthOf((*element)->text);
    if (!hasText((*element)->kind) || split.at > length)
        return fail(codes::textWrong, "split outside the text");
    auto& created = act_.elements_[split.created];
    auto& old = act_.elements_.at(split.id); // the map may have moved its buckets, never its elements
    created.id = split.created;
    created.kind = old.kind;
    created.origin = old.id;
    created.text = cut(old.text, split.at, length);
    old.text = cut(old.text, 0, split.at);
    giveChildren(old, created);
    attach(created, {old.parent, old.id});
    return {};
}

Result<void> Applying::mayCarryOn(const Element& first, const Element& last) const {
    if (first.id == last.id || isInside(first.id, last.id) || isInside(last.id, first.id))
        return fail(codes::placeWrong, "joined with itself");
    if (!hasText(first.kind) || !hasText(last.kind))
        return fail(codes::textWrong, "this kind has no text");
    for (const auto& child : last.children) {
        const auto& inner = act_.elements_.at(child);
        if (!mayContain(first.kind, inner.kind))
            return fail(codes::placeWrong, "what is inside cannot be taken over");
        if (depthOf(first.id) + heightOf(inner) > Bounds::depth)
            return fail(codes::actTooLarge, "depth");
    }
    return {};
}

Result<void> Applying::operator()(const JoinElements& join) {
    auto element = live(join.id);
    auto absorbed = live(join.absorbed);
    if (!element || !absorbed)
        return fail(element ? absorbed.error() : element.error());
    if (auto allowed = mayCarryOn(**element, **absorbed); !allowed)
        return allowed;
    auto text = joined((*element)->text, (*absorbed)->text);
    if (auto clean = checkText(text, (*element)->kind); !clean)
        return clean;
    (*element)->text = std::move(text);
    giveChildren(**absorbed, **element);
    detach(**absorbed);
    (*absorbed)->deleted = true;
    return {};
}

Result<void> Applying::operator()(const ReplaceText& replace) {
    auto element = live(replace.id);
    if (!element)
        return fail(element.error());
    auto& text = (*element)->text;
    const auto length = lengthOf(text);
    if (replace.at > length || replace.removed > length - replace.at)
        return fail(codes::textWrong, "replaced outside the text");
    auto changed = joined(joined(cut(text, 0, replace.at), replace.inserted),
                          cut(text, replace.at + replace.removed, length));
    if (auto clean = checkText(changed, (*element)->kind); !clean)
        return clean;
    text = std::move(changed);
    return {};
}

Result<void> Applying::operator()(const SetHeading& heading) {
    auto element = live(heading.id);
    if (!element)
        return fail(element.error());
    if (!hasHeading((*element)->kind))
        return fail(codes::textWrong, "this kind has no heading");
    if (auto clean = checkText(heading.heading, (*element)->kind); !clean)
        return clean;
    (*element)->text = normalised(heading.heading);
    return {};
}

Result<void> Applying::operator()(const SetNumber& number) {
    auto element = live(number.id);
    if (!element)
        return fail(element.error());
    if (!isNumbered((*element)->kind))
        return fail(codes::placeWrong, "this kind has no number");
    (*element)->number = number.number;
    return {};
}

Result<void> Applying::operator()(const AddComment& add) {
    const auto& comment = add.comment;
    if (!act_.elements_.contains(comment.element))
        return fail(codes::elementUnknown, comment.element.toString());
    const auto sameId = [&](const Comment& other) { return other.id == comment.id; };
    if (comment.id.isNil() || std::any_of(act_.comments_.begin(), act_.comments_.end(), sameId))
        return fail(codes::identityUsed, comment.id.toString());
    if (act_.comments_.size() >= Bounds::comments || comment.text.size() > Bounds::textBytes)
        return fail(codes::actTooLarge, "comments");
    if (!isCleanText(comment.text) || !isCleanText(comment.author) || !isCleanText(comment.quoted))
        return fail(codes::textWrong, "no clean UTF-8");
    act_.comments_.push_back(comment);
    return {};
}

Result<void> Applying::operator()(const ResolveComment& resolve) {
    for (auto& comment : act_.comments_)
        if (comment.id == resolve.id) {
            comment.resolved = resolve.resolved;
            return {};
        }
    return fail(codes::elementUnknown, resolve.id.toString());
}

} // namespace vienlogs::acts
