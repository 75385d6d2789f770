// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"

namespace vienlogs::sign {

/// What a time stamp token (RFC 3161) says, as it lies in a signature.
struct StampToken {
    base::Timestamp at;
    base::Bytes signer; ///< DER of the service's certificate; empty if it is not in the token.
    std::vector<base::Bytes> certificates; ///< All that the token carries, DER.
};

/// VL-SIGN-0005 if it is none. Whether it holds was checked when it was asked for, and is checked again by
/// who validates the signature.
[[nodiscard]] base::Result<StampToken> readStampToken(const base::Bytes& der);

} // namespace vienlogs::sign
