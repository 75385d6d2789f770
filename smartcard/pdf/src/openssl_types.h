// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <openssl/cms.h>
#include <openssl/ess.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>

#include "vienlogs/base/bytes.h"

/// OpenSSL's objects with their ends.
namespace vienlogs::pdf {

template<auto Free>
struct Freed {
    template<typename T>
    void operator()(T* object) const {
        Free(object);
    }
};
using X509Ptr = std::unique_ptr<X509, Freed<X509_free>>;
using CmsPtr = std::unique_ptr<CMS_ContentInfo, Freed<CMS_ContentInfo_free>>;
using DigestPtr = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;

/// The DER of something, by its i2d function; empty when it cannot be written.
template<auto Write, typename T>
base::Bytes derOf(T* object) {
    const int size = Write(object, nullptr);
    base::Bytes der(std::size_t(size > 0 ? size : 0));
    auto* at = der.data();
    if (size > 0)
        Write(object, &at);
    return der;
}

/// All of the bytes are the certificate, at most 16 KiB; null if not.
[[nodiscard]] X509Ptr parseX509(const base::Bytes& der);
/// "Anna Bērziņa" by given name and surname, else the common name or the organisation; empty when it has
/// none.
[[nodiscard]] std::string nameOf(X509* certificate);

} // namespace vienlogs::pdf
