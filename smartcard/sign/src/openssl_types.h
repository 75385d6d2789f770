// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <openssl/pkcs7.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>

#include "vienlogs/base/bytes.h"

namespace vienlogs::sign {

template<auto release>
struct Release {
    template<typename T>
    void operator()(T* object) const {
        release(object);
    }
};

using X509Ptr = std::unique_ptr<X509, Release<X509_free>>;
using SignedDataPtr = std::unique_ptr<PKCS7, Release<PKCS7_free>>;
using StampInfoPtr = std::unique_ptr<TS_TST_INFO, Release<TS_TST_INFO_free>>;

inline X509Ptr parseX509(const base::Bytes& der) {
    const auto* at = der.data();
    X509Ptr certificate(d2i_X509(nullptr, &at, long(der.size())));
    return certificate && at == der.data() + der.size() ? std::move(certificate) : nullptr;
}

inline base::Bytes derOf(X509* certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509(certificate, &der);
    base::Bytes bytes(der, der + std::max(size, 0));
    OPENSSL_free(der);
    return bytes;
}

} // namespace vienlogs::sign
