// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "vienlogs/base/failure.h"

namespace vienlogs::workflows {

/// The code of ours with this text, as a server names it; nothing when we have no such code.
[[nodiscard]] std::optional<base::FailureCode> knownCode(std::string_view text);

} // namespace vienlogs::workflows
