// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>

#include "identify.h"
#include "vienlogs/office/merge_list.h"

namespace vienlogs::office {

/// The act that the paragraphs make, with the tree found again from kinds and order, and an item for each
/// paragraph. `elements` gets the element that each paragraph became; for an empty line the one before it.
[[nodiscard]] base::Result<Import> rebuild(const acts::Act& exported, const Returned& returned,
                                           const std::vector<Identity>& identities,
                                           const std::function<base::Ulid()>& newId,
                                           std::vector<base::Ulid>& elements);

} // namespace vienlogs::office
