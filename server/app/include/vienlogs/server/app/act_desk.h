// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts_sync/exchange.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/audit.h"

namespace vienlogs::server::app {

/// The acts that drafters of one institution write together. An act of another institution is not there for
/// them. What is written and what is given out is on record.
class ActDesk {
public:
    ActDesk(store::Store& store, const Audit& audit, const base::Clock& clock)
        : store_(store), audit_(audit), clock_(clock) {}

    /// Those of the actor's institution behind an identity, at most 200.
    [[nodiscard]] base::Result<std::vector<store::ActRow>> list(const Actor& actor, base::Ulid after) const;
    /// An act without entries; the same again when it is there already. VL-BASE-0002 for an unknown kind,
    /// VL-BASE-0003 for an identity of another institution, VL-ACT-0005 beyond 10 000 acts.
    [[nodiscard]] base::Result<store::ActRow> create(const Actor& actor, base::Ulid id,
                                                     const std::string& kind) const;
    /// The entries behind the first `after` ones, at most 200 and about 2 MiB. VL-BASE-0003.
    [[nodiscard]] base::Result<acts_sync::Page> log(const Actor& actor, base::Ulid id,
                                                    std::int64_t after) const;
    /// Adds entries, all or none. VL-ACT-0008 when others wrote meanwhile, VL-ACT-0007 for entries of more
    /// than ten minutes in the future, VL-ACT-0001 to 0006 for what is no change of this act, VL-BASE-0003.
    [[nodiscard]] base::Result<acts_sync::Head> append(const Actor& actor, base::Ulid id,
                                                       const acts_sync::Push& push) const;

private:
    store::Store& store_;
    const Audit& audit_;
    const base::Clock& clock_;
};

} // namespace vienlogs::server::app
