// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"

/// The project's small certificate authority: P-256 keys, one CA, the server's certificate, one a device.
namespace vienlogs::server::admin {

/// A key with its certificate.
struct Credential {
    std::shared_ptr<EVP_PKEY> key;
    std::shared_ptr<X509> certificate;
};

enum class Purpose { Authority, Server, Device };

/// Makes a new key and its certificate, signed by `issuer` (itself without one). The server's certificate is
/// good for localhost, 127.0.0.1 and ::1.
[[nodiscard]] base::Result<Credential> issue(const std::string& commonName, Purpose purpose,
                                             const Credential* issuer, base::Timestamp now);
[[nodiscard]] base::Result<base::Secret> keyPem(const Credential& credential);
[[nodiscard]] base::Result<std::string> certificatePem(const Credential& credential);
[[nodiscard]] base::Result<Credential> fromPem(const base::Secret& key, const std::string& certificate);
/// SHA-256 of the certificate's DER, hexadecimal.
[[nodiscard]] std::string fingerprintOf(const Credential& credential);

} // namespace vienlogs::server::admin
