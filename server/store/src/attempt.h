// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <exception>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/base/result.h"

namespace vienlogs::server::store {

/// Runs work of others. What a library below it throws (no memory, a row that is not what it was) becomes a
/// failure here: whoever leads a batch works for all who wait, and a connection must not stay in a
/// transaction.
template<typename Work>
[[nodiscard]] base::Result<void> attempt(const Work& work) {
    try {
        return work();
    } catch (const std::exception&) { // Its text may hold what was read.
        return base::fail(base::codes::internal, "exception in a transaction");
    }
}

} // namespace vienlogs::server::store
