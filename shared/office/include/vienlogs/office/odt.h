// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/act.h"
#include "vienlogs/office/returned.h"
#include "vienlogs/office/tracked.h"

namespace vienlogs::office {

/// An act as OpenDocument text 1.3: one paragraph an element, which carries its identity as a range bookmark
/// "_lv_" + ULID, as xml:id and in its paragraph's style. `version` is how many entries its log has.
/// With `since`, what changed since then as tracked changes.
[[nodiscard]] base::Result<std::string> writeOdt(const acts::Act& act, std::size_t version,
                                                 const Since* since = nullptr);

/// Any OpenDocument text, from us or not: its paragraphs with all that may tell which element they are.
/// Tracked changes are read as accepted and noted. Nothing in it is run. VL-OFFICE-0001 to 0004.
[[nodiscard]] base::Result<Returned> readOdt(std::string_view bytes);

} // namespace vienlogs::office
