// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "vienlogs/base/bytes.h"
#include "vienlogs/virtualcard/person.h"

namespace vienlogs::virtualcard {

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeCertificate {
    void operator()(X509* certificate) const { X509_free(certificate); }
};
using KeyPtr = std::unique_ptr<EVP_PKEY, FreeKey>;
using CertificatePtr = std::unique_ptr<X509, FreeCertificate>;

/// When a certificate is valid, in days from now.
struct Validity {
    int fromDay = -1;
    int toDay = 5 * 365;
};

enum class CertificateUse { Authentication, Signing };

/// A small authority that issues the certificates of virtual cards. For tests and the demonstration only: its
/// key lies in a file.
class Authority {
public:
    /// The authority of a folder (ca.crt, ca.key with mode 0600), made at first use. Several processes may do
    /// it at once.
    [[nodiscard]] static base::Result<Authority> ofDirectory(const std::filesystem::path& directory);
    /// One that nobody trusts and that is gone with this object.
    [[nodiscard]] static base::Result<Authority> stranger(const ForeignIssuer& name);

    /// DER of a certificate as LV eID ICA issues them: subject, key usage, policies, statements.
    [[nodiscard]] base::Result<base::Bytes> issue(const Person& person, EVP_PKEY* key, CertificateUse use,
                                                  Validity validity) const;
    /// Where certificates issued from now on say that their status is told: OCSP at URL/ocsp, the list of
    /// revoked ones at URL/crl/cards.crl. Empty: at an address that leads nowhere.
    void setTrustUrl(const std::string& url) { trustUrl_ = url; }

private:
    Authority(KeyPtr key, CertificatePtr certificate)
        : key_(std::move(key)), certificate_(std::move(certificate)) {}
    KeyPtr key_;
    CertificatePtr certificate_;
    std::string trustUrl_;
};

/// A new P-384 or RSA-2048 key; nothing only if the machine has no random numbers.
[[nodiscard]] KeyPtr makeKey(bool elliptic);

} // namespace vienlogs::virtualcard
