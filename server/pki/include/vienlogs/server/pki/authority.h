// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"

namespace vienlogs::server::pki {

namespace codes {
inline constexpr base::FailureCode authorityDamaged{
    "VL-SRV-0040"}; ///< The authority's key or certificate is unusable.
inline constexpr base::FailureCode nameInvalid{"VL-SRV-0041"}; ///< A name that no certificate may carry.
} // namespace codes

/// A certificate with its private key, as PEM texts (RFC 7468); the key is PKCS#8, unencrypted.
struct Issued {
    std::string certificate;
    base::Secret privateKey;
    std::string fingerprint; ///< SHA-256 of the certificate's DER, hexadecimal.
};

/// The certificate authority of one installation: P-256 keys, path length 0, certificates by RFC 5280.
class Authority {
public:
    /// A new authority, valid for ten years from now.
    [[nodiscard]] static base::Result<Issued> create(const std::string& name, const base::Clock& clock);
    /// The authority of PEM texts that create() gave; VL-SRV-0040 when they do not belong together.
    [[nodiscard]] static base::Result<Authority> load(std::string certificate, base::Secret privateKey);

    /// A certificate for the server, for serverAuth and these host names or addresses, valid for 825 days.
    [[nodiscard]] base::Result<Issued> issueServer(const std::vector<std::string>& hosts,
                                                   const base::Clock& clock) const;
    /// A certificate for a device, for clientAuth, valid for 825 days. The name (1-64 of a-z, 0-9, "-") is
    /// its common name.
    [[nodiscard]] base::Result<Issued> issueDevice(const std::string& name, const base::Clock& clock) const;

    [[nodiscard]] const std::string& certificate() const { return certificate_; }

private:
    Authority(std::string certificate, base::Secret privateKey)
        : certificate_(std::move(certificate)), privateKey_(std::move(privateKey)) {}
    std::string certificate_;
    base::Secret privateKey_;
};

} // namespace vienlogs::server::pki
