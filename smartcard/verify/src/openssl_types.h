// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <memory>

#include "vienlogs/base/bytes.h"

/// OpenSSL's objects with their ends.
namespace vienlogs::verify {

template<auto Free>
struct Freed {
    template<typename T>
    void operator()(T* object) const {
        Free(object);
    }
};
inline void freeCertificates(STACK_OF(X509) * all) {
    sk_X509_pop_free(all, X509_free);
}
using X509Ptr = std::unique_ptr<X509, Freed<X509_free>>;
using X509ListPtr = std::unique_ptr<STACK_OF(X509), Freed<freeCertificates>>;
using StorePtr = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;
using StoreContextPtr = std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX_free>>;

/// The whole of the bytes as one certificate; null if it is none or over 64 KiB.
inline X509Ptr parseX509(const base::Bytes& der) {
    const auto* at = der.data();
    X509Ptr certificate(der.size() > 65536 ? nullptr : d2i_X509(nullptr, &at, long(der.size())));
    ERR_clear_error();
    return certificate && at == der.data() + der.size() ? std::move(certificate) : nullptr;
}

/// The DER of something, by its i2d function.
template<auto Write, typename T>
base::Bytes derOf(T* object) {
    unsigned char* text = nullptr;
    const int size = Write(object, &text);
    base::Bytes der;
    if (size > 0)
        der.assign(text, text + size);
    OPENSSL_free(text);
    return der;
}

} // namespace vienlogs::verify
