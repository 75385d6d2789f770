// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <openssl/evp.h>
#include <openssl/x509.h>

namespace vienlogs::trust_standin {

/// A key with its certificate.
struct Identity {
    std::shared_ptr<EVP_PKEY> key;
    std::shared_ptr<X509> certificate;
};

/// A self-signed authority. These throw std::runtime_error when OpenSSL fails.
[[nodiscard]] Identity makeAuthority(const std::string& name);
/// A signer of time stamps, good for so many days around today.
[[nodiscard]] Identity makeStamper(const Identity& authority, int firstDay, int lastDay);
/// Somebody with one extended key usage ("OCSPSigning"), certified by the authority.
[[nodiscard]] Identity makeResponder(const Identity& authority, const std::string& purpose);
/// A self-signed operator of a trusted list.
[[nodiscard]] Identity makeOperator(const std::string& name);
/// An identity of two PEM files.
[[nodiscard]] Identity readIdentity(const std::string& certificateFile, const std::string& keyFile);
[[nodiscard]] std::string pemOf(const Identity& identity);

} // namespace vienlogs::trust_standin
