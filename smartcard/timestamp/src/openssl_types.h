// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <memory>
#include <string>

#include <openssl/err.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "vienlogs/base/bytes.h"

/// OpenSSL's objects with their ends.
namespace vienlogs::timestamp {

template<auto Free>
struct Freed {
    template<typename T>
    void operator()(T* object) const {
        Free(object);
    }
};
using Answer = std::unique_ptr<TS_RESP, Freed<TS_RESP_free>>;
using Check = std::unique_ptr<TS_VERIFY_CTX, Freed<TS_VERIFY_CTX_free>>;
using Imprint = std::unique_ptr<TS_MSG_IMPRINT, Freed<TS_MSG_IMPRINT_free>>;
using Algorithm = std::unique_ptr<X509_ALGOR, Freed<X509_ALGOR_free>>;
using Integer = std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER_free>>;
using Object = std::unique_ptr<ASN1_OBJECT, Freed<ASN1_OBJECT_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Token = std::unique_ptr<PKCS7, Freed<PKCS7_free>>;
struct FreeStack {
    void operator()(STACK_OF(X509) * stack) const { sk_X509_free(stack); } // not what is in it
};
using Signers = std::unique_ptr<STACK_OF(X509), FreeStack>;
using Roots = std::unique_ptr<X509_STORE, Freed<X509_STORE_free>>;

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

/// What went wrong last, and nothing of it left for the next caller.
inline std::string lastError() {
    std::array<char, 200> text{};
    ERR_error_string_n(ERR_peek_last_error(), text.data(), text.size());
    ERR_clear_error();
    return text.data();
}

} // namespace vienlogs::timestamp
