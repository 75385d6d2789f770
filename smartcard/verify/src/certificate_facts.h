// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "openssl_types.h"
#include "vienlogs/verify/findings.h"

namespace vienlogs::verify {

/// What a certificate says of itself, believed or not.
struct CertificateFacts {
    CertificateData data;
    std::string name;       ///< Of whom or what it is: common name, else organisation.
    std::string identifier; ///< serialNumber, for a seal organizationIdentifier.
    std::string issuerName;
    bool seal = false;                        ///< By QcType, else by whose name it is.
    bool mayCommit = false;                   ///< Key usage for signing documents.
    bool qualified = false, inDevice = false; ///< QcCompliance; QcSSCD with the policy that says the same.
};

/// Nothing when it is no certificate or one of an unusable shape. ETSI EN 319 412-2, -3, -5.
[[nodiscard]] std::optional<CertificateFacts> factsOf(const base::Bytes& der);

/// Hexadecimal SHA-256 of a certificate.
[[nodiscard]] std::string fingerprint(const base::Bytes& der);

} // namespace vienlogs::verify
