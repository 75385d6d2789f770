// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/act.h"
#include "vienlogs/office/returned.h"

namespace vienlogs::office {

/// Which element one paragraph is.
struct Identity {
    base::Ulid id{};                    ///< nil: a new one
    base::Ulid origin{};                ///< of a new one: from which it was copied or split
    std::vector<base::Ulid> absorbed{}; ///< elements whose words were joined to it
    bool duplicate = false;
    bool guessed = false;
};

/// One for each paragraph. No element is given to two of them.
[[nodiscard]] std::vector<Identity> identify(const acts::Act& exported, const Returned& returned);

} // namespace vienlogs::office
