// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/language.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/fee_book.h"
#include "vienlogs/server/app/store_life.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// Takes what desks did: every command exactly once, those of one stream in their order. Effect, stored
/// result, change, history and audit record are one transaction.
class CommandService {
public:
    static constexpr std::size_t maxBatch = 100;
    /// `changed` is called after a commit with the scope that has something new.
    CommandService(const Audit& audit, const StoreLife& life, const FeeBook& fees, const base::Clock& clock,
                   std::function<void(const std::string&)> changed)
        : audit_(audit), life_(life), fees_(fees), clock_(clock), changed_(std::move(changed)) {}

    /// One result a command, in the batch's order. Fails only when nothing of the batch could be decided
    /// (store away, batch too large); the same batch may be sent again at any time.
    [[nodiscard]] base::Result<std::vector<contract::CommandResult>>
    accept(const Actor& actor, const std::vector<domain::cases::Command>& commands,
           base::Language language) const;

private:
    [[nodiscard]] base::Result<contract::CommandResult> decide(store::Transaction& transaction,
                                                               const Actor& actor,
                                                               const domain::cases::Command& command,
                                                               base::Language language) const;
    [[nodiscard]] base::Result<contract::CommandResult>
    turnAway(store::Transaction& transaction, const Actor& actor, const domain::cases::Command& command,
             base::FailureCode code, base::Language language) const;
    [[nodiscard]] base::Result<contract::CommandResult> execute(store::Transaction& transaction,
                                                                const Actor& actor,
                                                                const domain::cases::Command& command,
                                                                base::Language language) const;

    const Audit& audit_;
    const StoreLife& life_;
    const FeeBook& fees_;
    const base::Clock& clock_;
    std::function<void(const std::string&)> changed_;
};

} // namespace vienlogs::server::app
