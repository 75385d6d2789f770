// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>

#include "vienlogs/acts/act.h"

namespace vienlogs::amendments {

/// One step of a citation: "5.¹ panta", "otrās daļas", "6.1.¹ apakšpunkta".
struct Step {
    acts::ElementKind kind = acts::ElementKind::Act;
    std::vector<acts::Number> numbers{}; ///< several for a number by path; none for what has no number
    bool lettered = false;               ///< "a" apakšpunkts
    friend bool operator==(const Step&, const Step&) = default;
};

/// Where a unit stands as official texts say it, the outermost first; empty for the whole act.
using Path = std::vector<Step>;

/// A unit with all inside as an amending act quotes it.
struct Unit {
    acts::ElementKind kind = acts::ElementKind::Paragraph;
    acts::Number number{};
    acts::Runs text{};
    acts::Spans spans{};
    base::Ulid origin{}; ///< the identity it has or had; nil when the text did not say
    std::vector<Unit> inner{};
};

/// Where new identities come from.
using NewId = std::function<base::Ulid()>;

/// The same number, published or not.
[[nodiscard]] bool sameNumber(const acts::Number& one, const acts::Number& other);

/// The citation of a live unit; empty when it has no number to be cited by.
[[nodiscard]] Path pathOf(const acts::Act& act, const base::Ulid& id);

/// The only live unit that a citation means; nothing when there is none or more than one.
[[nodiscard]] std::optional<base::Ulid> resolve(const acts::Act& act, const Path& path);

/// Units of a kind that are counted within another: straight inside it, or inside its chapters.
[[nodiscard]] std::vector<base::Ulid> countedIn(const acts::Act& act, const base::Ulid& outer,
                                                acts::ElementKind kind);

/// A live element with all inside.
[[nodiscard]] Unit unitOf(const acts::Act& act, const base::Ulid& id);

} // namespace vienlogs::amendments
