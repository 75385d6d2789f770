// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/acts_sync/exchange.h"
#include "vienlogs/acts_sync/rebase.h"

namespace vienlogs::acts_sync {

/// A drafter's copy of a shared act: what the shared log is known to have, and behind it his own changes that
/// wait. A value: whoever keeps it durably keeps it whole, so being killed between two steps loses nothing.
struct Replica {
    Log history;
    std::size_t shared = 0;           ///< so many of its entries the shared log has
    std::vector<SetAside> setAside{}; ///< own changes that collided, until a person decided

    [[nodiscard]] std::size_t waiting() const { return history.entries().size() - shared; }
};

/// What to send next; no entries when nothing waits.
[[nodiscard]] Push pushOf(const Replica& replica);

/// The copy with what others did, own changes on top of it. `askAfter` says where to ask on; none when the
/// replica knows all that the page knew of. A log that is shorter or another one than the copy knows was put
/// back from a backup: what it lost waits to be sent again, whoever wrote it. VL-ACT-0006 for a page that
/// does not fit this act.
struct Taken {
    Replica replica;
    std::optional<std::size_t> askAfter{};
};
[[nodiscard]] base::Result<Taken> take(const Replica& replica, const Page& page, const NewId& newId);

/// The copy once the shared log took `pushed`; nothing when `head` is not what should have come of it: then
/// the log is to be asked.
[[nodiscard]] std::optional<Replica> sent(const Replica& replica, std::size_t pushed, const Head& head);

} // namespace vienlogs::acts_sync
