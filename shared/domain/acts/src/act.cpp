// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts/act.h"

#include <algorithm>
#include <unordered_set>

#include "applying.h"

namespace vienlogs::acts {

namespace {

struct Touched {
    std::vector<base::Ulid> operator()(const SplitElement& split) { return {split.id, split.created}; }
    std::vector<base::Ulid> operator()(const JoinElements& join) { return {join.id, join.absorbed}; }
    std::vector<base::Ulid> operator()(const AddComment& add) { return {add.comment.element}; }
    std::vector<base::Ulid> operator()(const ResolveComment&) { return {}; }
    template<typename T>
    std::vector<base::Ulid> operator()(const T& other) {
        return {other.id};
    }
};

} // namespace

Act::Act(const base::Ulid& id, ActKind kind) : id_(id), kind_(kind) {
    auto& root = elements_[id];
    root.id = id;
    root.kind = ElementKind::Act;
}

const Element* Act::find(const base::Ulid& id) const {
    const auto found = elements_.find(id);
    return found == elements_.end() ? nullptr : &found->second;
}

bool Act::isLive(const base::Ulid& id) const {
    for (auto at = id; at != id_;) {
        const auto* element = find(at);
        if (!element || element->deleted)
            return false;
        at = element->parent;
    }
    return true;
}

std::vector<const Element*> Act::inside(const base::Ulid& id) const {
    std::vector<const Element*> found;
    std::vector<const Element*> open;
    const auto openChildren = [&](const Element& element) {
        for (auto child = element.children.rbegin(); child != element.children.rend(); ++child)
            open.push_back(&elements_.at(*child));
    };
    if (const auto* element = find(id))
        openChildren(*element);
    while (!open.empty()) {
        const auto* next = open.back();
        open.pop_back();
        found.push_back(next);
        openChildren(*next);
    }
    return found;
}

std::vector<const Element*> Act::inOrder() const {
    return inside(id_);
}

Place Act::placeOf(const base::Ulid& id) const {
    const auto& parent = elements_.at(elements_.at(id).parent);
    const auto at = std::find(parent.children.begin(), parent.children.end(), id);
    return {parent.id,
            at == parent.children.begin() || at == parent.children.end() ? base::Ulid{} : *(at - 1)};
}

std::vector<const Element*> Act::pathTo(const base::Ulid& id) const {
    std::vector<const Element*> path;
    for (auto at = id; at != id_;) {
        const auto* element = find(at);
        if (!element)
            return {};
        path.push_back(element);
        at = element->parent;
    }
    std::reverse(path.begin(), path.end());
    return path;
}

base::Result<void> Act::apply(const Operation& operation) {
    return std::visit(Applying(*this), operation);
}

std::vector<base::Ulid> touchedBy(const Operation& operation) {
    return std::visit(Touched{}, operation);
}

std::vector<std::string> brokenInvariants(const Act& act) {
    std::vector<std::string> broken;
    std::unordered_set<base::Ulid> seen;
    for (const auto* element : act.inOrder()) {
        if (!seen.insert(element->id).second)
            broken.push_back(element->id.toString() + " stands twice");
        if (element->deleted)
            broken.push_back(element->id.toString() + " is deleted and stands in the text");
    }
    for (const auto& [id, element] : act.elements()) {
        if (id != element.id)
            broken.push_back(id.toString() + " is called " + element.id.toString());
        for (const auto& child : element.children) {
            const auto* inner = act.find(child);
            if (!inner || inner->parent != id)
                broken.push_back(child.toString() + " does not know its parent");
            else if (!mayContain(element.kind, inner->kind))
                broken.push_back(child.toString() + " stands where it must not");
        }
        if (element.text != normalised(element.text))
            broken.push_back(id.toString() + " has text that is not in normal form");
        if (act.isLive(id) != (id == act.id() || seen.contains(id)))
            broken.push_back(id.toString() + " is lost");
    }
    return broken;
}

} // namespace vienlogs::acts
