// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/names.h"
#include "vienlogs/base/ulid.h"

namespace vienlogs::acts {

/// The cases of Latvian that official citations use.
enum class Case { Nominative, Genitive, Dative, Accusative, Locative };

inline constexpr base::Names<Case, 5> caseNames{{{Case::Nominative, "nom"},
                                                 {Case::Genitive, "gen"},
                                                 {Case::Dative, "dat"},
                                                 {Case::Accusative, "acc"},
                                                 {Case::Locative, "loc"}}};

/// A citation of another element by its identity; its words follow when that one moves (see citation.h).
struct Reference {
    base::Ulid target;
    Case in = Case::Nominative;
    friend bool operator==(const Reference&, const Reference&) = default;
};

/// Whether characters stand on the line, above or below it.
enum class Script { Line, Super, Sub };

/// Characters that look alike. The text of a reference is what it read when it was last rendered.
struct Run {
    std::string text{}; ///< UTF-8, no control characters
    bool bold = false;
    bool italic = false;
    Script script = Script::Line;
    std::string link{}; ///< an address outside the act; empty for none
    std::optional<Reference> reference{};
    friend bool operator==(const Run&, const Run&) = default;
    /// Whether both look alike, whatever they say.
    [[nodiscard]] bool looksLike(const Run& other) const;
};

/// The text of one element. Normal form: no empty run, neighbours look different.
using Runs = std::vector<Run>;

[[nodiscard]] Runs plain(std::string_view text);
[[nodiscard]] std::string textOf(const Runs& runs);
/// Characters (Unicode code points), the unit of every position in a text.
[[nodiscard]] std::size_t lengthOf(const Runs& runs);
[[nodiscard]] std::size_t lengthOf(std::string_view text);
/// Characters [from, to) of the text; positions beyond the end are the end. A citation that is not
/// whole in it is ordinary text there.
[[nodiscard]] Runs cut(const Runs& runs, std::size_t from, std::size_t to);
[[nodiscard]] Runs joined(Runs first, const Runs& second);
/// The same text in normal form.
[[nodiscard]] Runs normalised(const Runs& runs);
/// Well-formed UTF-8 (RFC 3629) without control characters other than tab and line feed.
[[nodiscard]] bool isCleanText(std::string_view text);

} // namespace vienlogs::acts
