// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/trust/ocsp.h"

namespace vienlogs::trust {

/// The name of a CRLReason (RFC 5280 section 5.3.1); empty when there is none of this number.
[[nodiscard]] std::string reasonName(int reason);

/// Why the dates of an answer do not fit these rules; empty when they do.
[[nodiscard]] std::string whyNotOfNow(const ports::RevocationAnswer& answer, const RevocationRules& rules);

} // namespace vienlogs::trust
