// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "card_keys.h"

#include <openssl/ec.h>
#include <openssl/rsa.h>

#include <memory>

namespace vienlogs::virtualcard {

namespace {

constexpr int half = 48;

struct FreeContext {
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
using ContextPtr = std::unique_ptr<EVP_PKEY_CTX, FreeContext>;

std::optional<base::Bytes> signIn(EVP_PKEY_CTX* context, const base::Bytes& input) {
    std::size_t size = 0;
    if (EVP_PKEY_sign(context, nullptr, &size, input.data(), input.size()) != 1)
        return std::nullopt;
    base::Bytes value(size);
    if (EVP_PKEY_sign(context, value.data(), &size, input.data(), input.size()) != 1)
        return std::nullopt;
    value.resize(size);
    return value;
}

std::optional<base::Bytes> plain(const base::Bytes& der) {
    const auto* at = der.data();
    std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(d2i_ECDSA_SIG(nullptr, &at, long(der.size())),
                                                               ECDSA_SIG_free);
    base::Bytes value(2 * half);
    if (!pair || BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), value.data(), half) != half ||
        BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), value.data() + half, half) != half)
        return std::nullopt;
    return value;
}

} // namespace

std::optional<base::Bytes> signAsGiven(EVP_PKEY* key, const base::Bytes& input) {
    const ContextPtr context(EVP_PKEY_CTX_new(key, nullptr));
    if (!context || input.empty() || EVP_PKEY_sign_init(context.get()) != 1)
        return std::nullopt;
    if (EVP_PKEY_is_a(key, "EC")) {
        const auto der = input.size() <= half ? signIn(context.get(), input) : std::nullopt;
        return der ? plain(*der) : std::nullopt;
    }
    if (EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1)
        return std::nullopt;
    return signIn(context.get(), input);
}

std::optional<base::Bytes> signSha256(EVP_PKEY* key, const base::Bytes& hash) {
    const ContextPtr context(EVP_PKEY_CTX_new(key, nullptr));
    if (!context || hash.size() != 32 || EVP_PKEY_sign_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1 ||
        EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) != 1)
        return std::nullopt;
    return signIn(context.get(), hash);
}

} // namespace vienlogs::virtualcard
