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

} // namespace vienlogs::office
