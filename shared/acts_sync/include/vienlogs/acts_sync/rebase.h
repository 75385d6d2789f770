// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <span>

#include "vienlogs/acts/merge.h"
#include "vienlogs/acts_sync/exchange.h"

namespace vienlogs::acts_sync {

/// Makes identities of entries.
using NewId = std::function<base::Ulid()>;

/// A drafter's own change that did not, or not wholly, come on top of what others did. Nothing of it is lost:
/// the entry is as its author made it.
struct SetAside {
    acts::Entry entry;
    /// With whom it collides: in each, `ours` is what the shared act has and `theirs` what this author wrote.
    /// None when the others' changes say the same already, or there was nothing to change any more.
    std::vector<acts::Conflict> collisions;
};

/// Puts own entries, made on `base`, on top of `log`: each by the three-way merge by element and by word. The
/// first change that comes of an entry keeps its identity, others get new ones; author and reason stay, the
/// time is at least that of the entry before. Entries that `log` has already are left out.
[[nodiscard]] std::vector<SetAside> rebase(acts::Act base, std::span<const acts::Entry> own, Log& log,
                                           const NewId& newId);

} // namespace vienlogs::acts_sync
