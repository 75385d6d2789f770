// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/citation.h"
#include "vienlogs/amendments/unit.h"

namespace vienlogs::amendments {

[[nodiscard]] acts::Noun nounOf(acts::ElementKind kind);

/// A citation, the last word in the case asked for. Within a group ("21. pantā:") the group's own steps are
/// left out, and the group itself is its bare noun: "pantu".
[[nodiscard]] acts::Runs cite(const Path& path, acts::Case in, const Path& group = {});

/// Several units of one kind beside each other: "5. un 6. pantu", "otro un trešo daļu", "2.¹ un 2.² daļu".
[[nodiscard]] acts::Runs citeAll(const std::vector<Path>& paths, acts::Case in, const Path& group = {});

/// Whether citeAll can say them in one citation: they differ in their last number only.
[[nodiscard]] bool citedTogether(const Path& one, const Path& other);

} // namespace vienlogs::amendments
