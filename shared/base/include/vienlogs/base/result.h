// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <tl/expected.hpp>

#include "vienlogs/base/failure.h"

namespace vienlogs::base {

/// A value or the failure that prevented it. tl::expected, because std::expected needs C++23.
template<typename T>
using Result = tl::expected<T, Failure>;

/// The failing side of a Result: `return fail(codes::noReader, "SCardListReaders: 0x8010002E");`
[[nodiscard]] inline tl::unexpected<Failure> fail(FailureCode code, std::string detail = {},
                                                  std::string argument = {}) {
    return tl::unexpected<Failure>(Failure{code, std::move(detail), std::move(argument)});
}

/// Passes the failure of one Result on as the failure of another.
[[nodiscard]] inline tl::unexpected<Failure> fail(Failure failure) {
    return tl::unexpected<Failure>(std::move(failure));
}

} // namespace vienlogs::base
