// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/amendments/amendments.h"

namespace vienlogs::amendments {

/// The change of one element's text in single words, each found only once in its unit; empty when the words
/// cannot say it shortly.
[[nodiscard]] std::vector<Change> wordChanges(const acts::Act& before, const base::Ulid& unit,
                                              const Path& path, const acts::Runs& old,
                                              const acts::Runs& fresh);

/// The change as one restated sentence; nothing when more than one differs.
[[nodiscard]] std::optional<Change> sentenceChange(const Path& path, const acts::Runs& old,
                                                   const acts::Runs& fresh);

} // namespace vienlogs::amendments
