// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/pin_tries.h"

#include <charconv>

#include "vienlogs/workflows/failures.h"

namespace vienlogs::workflows {

std::optional<int> triesIn(const base::Failure& failure) {
    if (failure.code == codes::pinBlocked)
        return 0;
    if (failure.code != codes::pinWrong)
        return std::nullopt;
    int tries = 0;
    const auto& text = failure.argument;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), tries);
    return error == std::errc() && end != text.data() ? std::optional(tries) : std::nullopt;
}

bool notEntered(const base::Failure& failure) {
    return failure.code == codes::padCancelled || failure.code == codes::padTooLate;
}

} // namespace vienlogs::workflows
