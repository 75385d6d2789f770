// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "stamp_token.h"
#include "vienlogs/sign/container.h"

namespace vienlogs::sign {

/// What a signature at level LT carries beside its time stamp; each piece once, DER.
struct Evidence {
    std::vector<base::Bytes> certificates;
    std::vector<base::Bytes> crls;
    std::vector<base::Bytes> ocspResponses;
};

/// The chains of signer and time stamp service, and what the issuer of each certificate below a believed one
/// said of it after the time stamp. VL-SIGN-0006 to -0008 and the failures of the services.
[[nodiscard]] base::Result<Evidence> gatherEvidence(const base::Bytes& signer, const StampToken& stamp,
                                                    const std::vector<base::Bytes>& otherCertificates,
                                                    const TrustServices& services);

} // namespace vienlogs::sign
