// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include <openssl/evp.h>
#include <openssl/x509.h>

#include "vienlogs/base/bytes.h"

namespace vienlogs::fuzz {

struct TrustCertificates {
    base::Bytes issuer;
    base::Bytes leaf;
};

inline base::Bytes certificateFor(EVP_PKEY* key) {
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), X509_free);
    auto* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("Fuzz"), -1,
                               -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86400);
    X509_set_pubkey(certificate.get(), key);
    X509_sign(certificate.get(), key, EVP_sha256());
    base::Bytes der(static_cast<std::size_t>(i2d_X509(certificate.get(), nullptr)));
    auto* at = der.data();
    i2d_X509(certificate.get(), &at);
    return der;
}

/// An issuer of the name "Fuzz", whose key is forgotten at once, and a certificate of it.
inline TrustCertificates certificatesForTrust() {
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
    return {certificateFor(key.get()), certificateFor(key.get())};
}

} // namespace vienlogs::fuzz
