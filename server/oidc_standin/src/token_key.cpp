// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "token_key.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>

#include "vienlogs/base/bytes.h"
#include "vienlogs/digest/sha256.h"

namespace vienlogs::oidc_standin {

namespace {

constexpr int coordinate = 32;

std::string numberText(const BIGNUM* number) {
    std::string bytes(coordinate, '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), coordinate);
    return bytes;
}

std::string partsOf(const nlohmann::json& header, const nlohmann::json& claims) {
    return base64Url(header.dump()) + "." + base64Url(claims.dump());
}

} // namespace

std::string base64Url(const std::string& bytes) {
    auto text = base::toBase64(base::bytesOf(bytes));
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text.substr(0, text.find('='));
}

std::string challengeOf(const std::string& verifier) {
    const auto digest = digest::sha256(verifier);
    return base64Url(std::string(digest.begin(), digest.end()));
}

TokenKey::TokenKey(std::string id)
    : id_(std::move(id)), key_(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), EVP_PKEY_free) {
    if (!key_)
        throw std::runtime_error("no key");
}

nlohmann::json TokenKey::jwk() const {
    BIGNUM* x = nullptr;
    BIGNUM* y = nullptr;
    EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X, &x);
    EVP_PKEY_get_bn_param(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y, &y);
    nlohmann::json jwk{{"kty", "EC"},
                       {"crv", "P-256"},
                       {"use", "sig"},
                       {"alg", "ES256"},
                       {"kid", id_},
                       {"x", base64Url(numberText(x))},
                       {"y", base64Url(numberText(y))}};
    BN_free(x);
    BN_free(y);
    return jwk;
}

std::string TokenKey::sign(const nlohmann::json& claims) const {
    const auto text = partsOf({{"alg", "ES256"}, {"typ", "JWT"}, {"kid", id_}}, claims);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::array<unsigned char, 128> der{};
    std::size_t size = der.size();
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) != 1 ||
        EVP_DigestSign(context.get(), der.data(), &size, reinterpret_cast<const unsigned char*>(text.data()),
                       text.size()) != 1)
        throw std::runtime_error("no signature");
    const auto* at = der.data();
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size)), ECDSA_SIG_free);
    return text + "." +
           base64Url(numberText(ECDSA_SIG_get0_r(pair.get())) + numberText(ECDSA_SIG_get0_s(pair.get())));
}

std::string TokenKey::unsignedToken(const nlohmann::json& claims) {
    return partsOf({{"alg", "none"}, {"kid", "key-1"}}, claims) + ".";
}

} // namespace vienlogs::oidc_standin
