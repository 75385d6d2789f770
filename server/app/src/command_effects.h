// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/base/result.h"
#include "vienlogs/domain/cases/commands.h"
#include "vienlogs/server/app/fee_book.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// What a command did, or why it did nothing.
struct Effect {
    std::optional<base::Failure> refusal;
    std::int64_t version = 0; ///< Of the case; 0 for contact commands.
    std::string clerkName;    ///< Of the command's clerk, as the directory has them now.
    std::string institution;
    std::string subject; ///< Whom it was about.
    std::string purpose;
    std::string legalBasis;
    bool feeNotChecked = false; ///< The invoice is of a version of the service that is no longer known here.
};

/// Applies a command to the tables. Fails only when the store does; a refused command has changed nothing.
[[nodiscard]] base::Result<Effect> take(store::Transaction& transaction, const FeeBook& fees,
                                        const domain::cases::Command& command);

/// The scope whose followers see the cases of a place.
[[nodiscard]] std::string scopeOf(const std::string& place);

} // namespace vienlogs::server::app
