// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/base/failure.h"

namespace vienlogs::server::front::codes {

inline constexpr base::FailureCode cannotListen{"VL-SRV-0043"};     ///< "%1": the address.
inline constexpr base::FailureCode plainNotLoopback{"VL-SRV-0044"}; ///< Plain HTTP for other machines.
inline constexpr base::FailureCode tlsFiles{"VL-SRV-0045"};         ///< "%1": what is wrong with them.

} // namespace vienlogs::server::front::codes
