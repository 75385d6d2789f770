// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::server::app {

/// Bytes of the system's generator.
[[nodiscard]] base::Result<base::Bytes> randomBytes(std::size_t count);

} // namespace vienlogs::server::app
