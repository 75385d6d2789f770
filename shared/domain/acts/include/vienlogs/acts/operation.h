// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <variant>

#include "vienlogs/acts/element.h"

namespace vienlogs::acts {

/// Where an element stands: inside `parent`, behind `after` (nil: as the first).
struct Place {
    base::Ulid parent;
    base::Ulid after{};
    friend bool operator==(const Place&, const Place&) = default;
};

struct InsertElement { ///< a new one; its identity must never have been used in this act
    base::Ulid id;
    ElementKind kind;
    Place place;
    Number number{};
    Runs text{};
    Spans spans{};
    base::Ulid origin{};
    friend bool operator==(const InsertElement&, const InsertElement&) = default;
};
struct DeleteElement { ///< out of the text with all inside; stays in the history
    base::Ulid id;
    friend bool operator==(const DeleteElement&, const DeleteElement&) = default;
};
struct RestoreElement { ///< one that is not in the text back into it, with all inside
    base::Ulid id;
    Place place;
    friend bool operator==(const RestoreElement&, const RestoreElement&) = default;
};
struct MoveElement {
    base::Ulid id;
    Place place;
    friend bool operator==(const MoveElement&, const MoveElement&) = default;
};
struct SplitElement { ///< the text from `at` on and everything inside go to a new one behind it
    base::Ulid id;
    std::size_t at;
    base::Ulid created;
    friend bool operator==(const SplitElement&, const SplitElement&) = default;
};
struct JoinElements { ///< the absorbed one's text and insides go to the end of the other; it is deleted
    base::Ulid id;
    base::Ulid absorbed;
    friend bool operator==(const JoinElements&, const JoinElements&) = default;
};
struct ReplaceText { ///< `removed` characters from `at` on give way to `inserted`
    base::Ulid id;
    std::size_t at;
    std::size_t removed;
    Runs inserted;
    friend bool operator==(const ReplaceText&, const ReplaceText&) = default;
};
struct SetHeading { ///< the whole heading of a chapter, article, annex or transitional provisions
    base::Ulid id;
    Runs heading;
    friend bool operator==(const SetHeading&, const SetHeading&) = default;
};
struct SetNumber {
    base::Ulid id;
    Number number;
    friend bool operator==(const SetNumber&, const SetNumber&) = default;
};
struct AddComment {
    Comment comment;
    friend bool operator==(const AddComment&, const AddComment&) = default;
};
struct ResolveComment {
    base::Ulid id;
    bool resolved = true;
    friend bool operator==(const ResolveComment&, const ResolveComment&) = default;
};

/// One change of an act; all that ever happens to it is a list of these.
using Operation = std::variant<InsertElement, DeleteElement, RestoreElement, MoveElement, SplitElement,
                               JoinElements, ReplaceText, SetHeading, SetNumber, AddComment, ResolveComment>;

/// A change with who made it, when and why.
struct Entry {
    base::Ulid id;
    base::Timestamp time{};
    std::string author{};
    std::string reason{};
    Operation operation;
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// The elements that an operation touches; a comment touches the element it is about.
[[nodiscard]] std::vector<base::Ulid> touchedBy(const Operation& operation);

} // namespace vienlogs::acts
