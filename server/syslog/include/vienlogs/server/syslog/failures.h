// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

namespace vienlogs::server::syslog::codes {

inline constexpr base::FailureCode collector{"VL-LOG-0001"}; ///< "%1" cannot be reached or is no address.

} // namespace vienlogs::server::syslog::codes
