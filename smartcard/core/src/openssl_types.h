// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

namespace vienlogs::card {

template<auto release>
struct Release {
    template<typename T>
    void operator()(T* object) const {
        release(object);
    }
};

using X509Ptr = std::unique_ptr<X509, Release<X509_free>>;
using StorePtr = std::unique_ptr<X509_STORE, Release<X509_STORE_free>>;
using StoreContextPtr = std::unique_ptr<X509_STORE_CTX, Release<X509_STORE_CTX_free>>;
using DigestContextPtr = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using EcdsaPtr = std::unique_ptr<ECDSA_SIG, Release<ECDSA_SIG_free>>;

inline X509Ptr parseX509(const unsigned char* der, std::size_t size) {
    auto* at = der;
    X509Ptr certificate(d2i_X509(nullptr, &at, long(size)));
    return certificate && at == der + size ? std::move(certificate) : nullptr;
}

} // namespace vienlogs::card
