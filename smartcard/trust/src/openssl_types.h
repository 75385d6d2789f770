// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <ctime>
#include <memory>
#include <optional>

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/trust/failures.h"

/// OpenSSL's objects with their ends, and what several files need of them.
namespace vienlogs::trust {

template<auto Free>
struct Freed {
    template<typename T>
    void operator()(T* object) const {
        Free(object);
    }
};
using X509Ptr = std::unique_ptr<X509, Freed<X509_free>>;
using BioPtr = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using CertIdPtr = std::unique_ptr<OCSP_CERTID, Freed<OCSP_CERTID_free>>;
using OcspRequestPtr = std::unique_ptr<OCSP_REQUEST, Freed<OCSP_REQUEST_free>>;
using OcspResponsePtr = std::unique_ptr<OCSP_RESPONSE, Freed<OCSP_RESPONSE_free>>;
using OcspBasicPtr = std::unique_ptr<OCSP_BASICRESP, Freed<OCSP_BASICRESP_free>>;

constexpr std::size_t mostCertificateBytes = 64 * 1024;

inline X509Ptr parseX509(const base::Bytes& der) {
    if (der.empty() || der.size() > mostCertificateBytes)
        return nullptr;
    const auto* at = der.data();
    X509Ptr certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    const bool whole = certificate && at == der.data() + der.size();
    ERR_clear_error();
    return whole ? std::move(certificate) : nullptr;
}

/// The DER of something, by its i2d function.
template<auto Write, typename T>
base::Bytes derOf(T* object) {
    const int size = Write(object, nullptr);
    base::Bytes der(static_cast<std::size_t>(size > 0 ? size : 0));
    auto* at = der.data();
    if (size > 0)
        Write(object, &at);
    return der;
}

inline std::optional<base::Timestamp> timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return base::Timestamp(std::chrono::seconds(timegm(&parts)));
}

inline bool validAt(const X509* certificate, base::Timestamp at) {
    const auto from = timeOf(X509_get0_notBefore(certificate)), to = timeOf(X509_get0_notAfter(certificate));
    return from && to && *from <= at && at <= *to;
}

/// Whether `issuer`'s key signed `certificate`, and the names say so too.
inline bool issuedBy(X509* certificate, X509* issuer) {
    const bool issued = X509_check_issued(issuer, certificate) == X509_V_OK &&
                        X509_verify(certificate, X509_get0_pubkey(issuer)) == 1;
    ERR_clear_error();
    return issued;
}

/// Hashes that are long broken sign nothing here.
inline bool isStrongSignature(int signatureNid) {
    int digest = NID_undef, key = NID_undef;
    return OBJ_find_sigid_algs(signatureNid, &digest, &key) == 1 && digest != NID_md5 && digest != NID_sha1;
}

inline tl::unexpected<base::Failure> refused(const std::string& why) {
    ERR_clear_error();
    return base::fail(codes::refused, why, why);
}

} // namespace vienlogs::trust
