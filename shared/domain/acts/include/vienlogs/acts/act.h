// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <unordered_map>

#include "vienlogs/acts/operation.h"
#include "vienlogs/base/result.h"

namespace vienlogs::acts {

/// Bounds of one act; the largest Latvian act has a tenth of it.
struct Bounds {
    static constexpr std::size_t elements = 200'000;
    static constexpr std::size_t depth = 12;
    static constexpr std::size_t textBytes = 1 << 20; ///< of one element
    static constexpr std::size_t comments = 50'000;
};

/// One version of an act: the tree of its elements, and those deleted from it. Changed by operations only.
class Act {
public:
    /// An empty act; its identity is the root element's.
    Act(const base::Ulid& id, ActKind kind);

    [[nodiscard]] ActKind kind() const { return kind_; }
    [[nodiscard]] const base::Ulid& id() const { return id_; }
    [[nodiscard]] const Element& root() const { return elements_.at(id_); }
    /// Any element that ever was, also a deleted one; null if there never was one.
    [[nodiscard]] const Element* find(const base::Ulid& id) const;
    /// Whether it is part of the text: neither deleted itself nor inside a deleted one.
    [[nodiscard]] bool isLive(const base::Ulid& id) const;
    [[nodiscard]] const Element* findLive(const base::Ulid& id) const {
        return isLive(id) ? find(id) : nullptr;
    }
    /// Live elements in the order of the text, without the root.
    [[nodiscard]] std::vector<const Element*> inOrder() const;
    /// The same for what is inside one element, that one left out.
    [[nodiscard]] std::vector<const Element*> inside(const base::Ulid& id) const;
    /// Where a live element stands now.
    [[nodiscard]] Place placeOf(const base::Ulid& id) const;
    /// From the outermost below the root down to the element itself.
    [[nodiscard]] std::vector<const Element*> pathTo(const base::Ulid& id) const;
    [[nodiscard]] const std::unordered_map<base::Ulid, Element>& elements() const { return elements_; }
    [[nodiscard]] const std::vector<Comment>& comments() const { return comments_; }

    /// Changes the act, or leaves it as it was: VL-ACT-0001 to 0005.
    [[nodiscard]] base::Result<void> apply(const Operation& operation);

private:
    friend class Applying;
    base::Ulid id_;
    ActKind kind_;
    std::unordered_map<base::Ulid, Element> elements_;
    std::vector<Comment> comments_;
};

/// Every way in which the tree is not one; empty for each act that operations can make. For tests and for
/// acts read from a file.
[[nodiscard]] std::vector<std::string> brokenInvariants(const Act& act);

} // namespace vienlogs::acts
