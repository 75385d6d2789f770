// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "vienlogs/base/failure.h"
#include "vienlogs/base/language.h"
#include "vienlogs/contract/wire.h"

namespace vienlogs::server::app {

/// HTTP status that fits a failure's code.
[[nodiscard]] int statusOf(base::FailureCode code);
/// What a client is told; the failure's detail stays in the log.
[[nodiscard]] contract::Problem problemOf(const base::Failure& failure, base::Language language);
/// The known code of a stored text; VL-BASE-0001 for a text that is none.
[[nodiscard]] base::FailureCode codeFrom(std::string_view text);

} // namespace vienlogs::server::app
