// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/act.h"

namespace vienlogs::acts {

/// Checks an operation against an act and then carries it out; a refused one changes nothing.
class Applying {
public:
    explicit Applying(Act& act) : act_(act) {}

    base::Result<void> operator()(const InsertElement& insert);
    base::Result<void> operator()(const DeleteElement& removal);
    base::Result<void> operator()(const RestoreElement& restore);
    base::Result<void> operator()(const MoveElement& move);
    base::Result<void> operator()(const SplitElement& split);
    base::Result<void> operator()(const JoinElements& join);
    base::Result<void> operator()(const ReplaceText& replace);
    base::Result<void> operator()(const SetHeading& heading);
    base::Result<void> operator()(const SetNumber& number);
    base::Result<void> operator()(const AddComment& add);
    base::Result<void> operator()(const ResolveComment& resolve);

private:
    base::Result<Element*> live(const base::Ulid& id);
    /// Whether something `height` deep of that kind may stand there.
    base::Result<void> mayStand(ElementKind kind, const Place& place, std::size_t height);
    base::Result<void> mayCarryOn(const Element& first, const Element& last) const;
    base::Result<void> isNew(const base::Ulid& id) const;
    [[nodiscard]] std::size_t depthOf(const base::Ulid& id) const;
    [[nodiscard]] std::size_t heightOf(const Element& element) const;
    [[nodiscard]] bool isInside(const base::Ulid& id, const base::Ulid& outer) const;
    void attach(Element& element, const Place& place);
    void detach(Element& element);
    void giveChildren(Element& from, Element& to);

    Act& act_;
};

} // namespace vienlogs::acts
