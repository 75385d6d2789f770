// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/history.h"
#include "vienlogs/office/akn.h"

namespace vienlogs::acts_tool {

/// What Akoma Ntoso wants to know beside the text: dates out of the log, and what an amending act amends.
[[nodiscard]] office::AknMeta aknMetaOf(const acts::History& history, const std::string& author);

} // namespace vienlogs::acts_tool
