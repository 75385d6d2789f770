// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/acts/runs.h"

namespace vienlogs::office {

/// Text as ODF writes it inside a paragraph: spans, spaces, links, citations as links to our bookmarks.
[[nodiscard]] std::string odtText(const acts::Runs& runs);

/// The automatic text styles that odtText() uses.
[[nodiscard]] std::string odtTextStyles();

/// "_lv_" + ULID, and back; nil for another name. `copy` says whether the suite had renamed a pasted one.
[[nodiscard]] std::string markName(const base::Ulid& id);
[[nodiscard]] base::Ulid idOfMark(std::string_view name, bool* copy = nullptr);

} // namespace vienlogs::office
