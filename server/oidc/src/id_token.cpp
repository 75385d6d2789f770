// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/oidc/id_token.h"

#include <algorithm>
#include <array>
#include <optional>

#include <nlohmann/json.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include "vienlogs/contract/codec.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::oidc {

namespace {

using Json = nlohmann::json;
using KeyPtr = std::shared_ptr<EVP_PKEY>;
constexpr std::size_t longestToken = 16 * 1024;
constexpr std::size_t mostKeys = 32;
constexpr std::size_t coordinate = 32; ///< Bytes of a number of P-256.
constexpr int leastRsaBits = 2048;
constexpr int mostRsaBits = 8192;
constexpr std::chrono::seconds clocksDiffer{60};
constexpr std::chrono::seconds longestAge{600};

tl::unexpected<base::Failure> wrong(const char* what) {
    return base::fail(app::codes::issuerWrong, what);
}

std::string textIn(const Json& json, const char* name) {
    const auto at = json.find(name);
    return at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
}

/// Base 64 for URLs, without padding: RFC 7515 section 2.
std::optional<base::Bytes> fromBase64Url(std::string text) {
    if (text.find_first_of("+/=") != std::string::npos)
        return std::nullopt;
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    text.append((4 - text.size() % 4) % 4, '=');
    return base::fromBase64(text);
}

KeyPtr keyFrom(const char* type, OSSL_PARAM_BLD* builder) {
    const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> parameters(OSSL_PARAM_BLD_to_param(builder),
                                                                             OSSL_PARAM_free);
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr), EVP_PKEY_CTX_free);
    EVP_PKEY* key = nullptr;
    if (!parameters || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return nullptr;
    return {key, EVP_PKEY_free};
}

using Builder = std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)>;
using Number = std::unique_ptr<BIGNUM, decltype(&BN_free)>;

Number numberOf(const base::Bytes& bytes) {
    return {BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr), BN_free};
}

KeyPtr rsaKey(const Json& json) {
    const auto n = fromBase64Url(textIn(json, "n"));
    const auto e = fromBase64Url(textIn(json, "e"));
    if (!n || !e || n->size() > mostRsaBits / 8 || e->size() > 8)
        return nullptr;
    const auto modulus = numberOf(*n);
    const auto exponent = numberOf(*e);
    if (!modulus || !exponent || BN_num_bits(modulus.get()) < leastRsaBits)
        return nullptr;
    const Builder builder(OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, modulus.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, exponent.get());
    return keyFrom("RSA", builder.get());
}

KeyPtr ecKey(const Json& json) {
    const auto x = fromBase64Url(textIn(json, "x"));
    const auto y = fromBase64Url(textIn(json, "y"));
    if (textIn(json, "crv") != "P-256" || !x || !y || x->size() != coordinate || y->size() != coordinate)
        return nullptr;
    base::Bytes point{4}; // Uncompressed.
    point.insert(point.end(), x->begin(), x->end());
    point.insert(point.end(), y->begin(), y->end());
    const Builder builder(OSSL_PARAM_BLD_new(), OSSL_PARAM_BLD_free);
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    return keyFrom("EC", builder.get());
}

/// r‖s as OpenSSL wants it.
std::optional<base::Bytes> derOf(const base::Bytes& signature) {
    if (signature.size() != 2 * coordinate)
        return std::nullopt;
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(ECDSA_SIG_new(), ECDSA_SIG_free);
    ECDSA_SIG_set0(pair.get(), BN_bin2bn(signature.data(), coordinate, nullptr),
                   BN_bin2bn(signature.data() + coordinate, coordinate, nullptr));
    base::Bytes der(static_cast<std::size_t>(i2d_ECDSA_SIG(pair.get(), nullptr)));
    auto* at = der.data();
    i2d_ECDSA_SIG(pair.get(), &at);
    return der;
}

bool isSigned(const JwkSet::Key& key, std::string_view text, const base::Bytes& signature) {
    const auto bytes = key.algorithm == "ES256" ? derOf(signature) : std::optional(signature);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return bytes && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.key.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytes->data(), bytes->size(),
                            reinterpret_cast<const unsigned char*>(text.data()), text.size()) == 1;
}

/// A token's three parts, the first two as JSON.
struct Parts {
    Json header;
    Json claims;
    std::string signedText;
    base::Bytes signature;
};

base::Result<Json> objectOf(const std::string& part) {
    const auto bytes = fromBase64Url(part);
    if (!bytes)
        return wrong("base 64 of a token");
    auto json = contract::parseJson({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
    if (!json || !json->is_object())
        return wrong("JSON of a token");
    return json;
}

base::Result<Parts> partsOf(const std::string& token) {
    const auto first = token.find('.');
    const auto second = first == std::string::npos ? first : token.find('.', first + 1);
    if (token.size() > longestToken || second == std::string::npos ||
        token.find('.', second + 1) != std::string::npos)
        return wrong("not a token");
    auto header = objectOf(token.substr(0, first));
    auto claims = objectOf(token.substr(first + 1, second - first - 1));
    auto signature = fromBase64Url(token.substr(second + 1));
    if (!header || !claims || !signature)
        return header && claims ? wrong("base 64 of a signature")
                                : base::fail(header ? claims.error() : header.error());
    return Parts{std::move(*header), std::move(*claims), token.substr(0, second), std::move(*signature)};
}

/// The audience is a text or a list; with several, "azp" must name us as well.
bool isForUs(const Json& claims, const std::string& clientId) {
    const auto audience = claims.find("aud");
    if (audience == claims.end())
        return false;
    if (audience->is_string())
        return audience->get<std::string>() == clientId;
    const bool named =
        audience->is_array() && std::any_of(audience->begin(), audience->end(), [&](const Json& one) {
            return one.is_string() && one.get<std::string>() == clientId;
        });
    return named && (audience->size() == 1 || textIn(claims, "azp") == clientId);
}

std::optional<std::int64_t> secondsIn(const Json& claims, const char* name) {
    const auto at = claims.find(name);
    constexpr std::int64_t farAway = 100'000'000'000;
    if (at == claims.end() || !at->is_number_integer() || *at < 0 || *at > farAway)
        return std::nullopt;
    return at->get<std::int64_t>();
}

bool isOfNow(const Json& claims, base::Timestamp now) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const auto expires = secondsIn(claims, "exp");
    const auto issued = secondsIn(claims, "iat");
    const auto skew = clocksDiffer.count();
    return expires && issued && *expires + skew > seconds && *issued <= seconds + skew &&
           seconds - *issued <= longestAge.count() + skew &&
           (!claims.contains("nbf") ||
            secondsIn(claims, "nbf").value_or(seconds + skew + 1) <= seconds + skew);
}

} // namespace

base::Result<JwkSet> JwkSet::parse(const Json& json) {
    const auto list = json.is_object() ? json.find("keys") : json.end();
    if (list == json.end() || !list->is_array() || list->size() > mostKeys)
        return wrong("not a set of keys");
    JwkSet set;
    for (const auto& one : *list) {
        if (!one.is_object() || (one.contains("use") && textIn(one, "use") != "sig"))
            continue;
        const auto type = textIn(one, "kty");
        const std::string algorithm = type == "RSA" ? "RS256" : "ES256";
        auto key = type == "RSA" ? rsaKey(one) : type == "EC" ? ecKey(one) : nullptr;
        const auto id = textIn(one, "kid");
        if (key && !id.empty() && (!one.contains("alg") || textIn(one, "alg") == algorithm))
            set.keys_.insert_or_assign(id, Key{algorithm, std::move(key)});
    }
    if (set.keys_.empty())
        return wrong("no key that can be used");
    return set;
}

const JwkSet::Key* JwkSet::find(const std::string& id) const {
    const auto found = keys_.find(id);
    return found == keys_.end() ? nullptr : &found->second;
}

base::Result<std::string> keyIdOf(const std::string& token) {
    const auto parts = partsOf(token);
    if (!parts)
        return base::fail(parts.error());
    auto id = textIn(parts->header, "kid");
    return id.empty() ? base::Result<std::string>(wrong("no key named")) : id;
}

base::Result<app::IssuerClaims> verifyIdToken(const std::string& token, const JwkSet& keys,
                                              const TokenExpectations& expected, base::Timestamp now) {
    const auto parts = partsOf(token);
    if (!parts)
        return base::fail(parts.error());
    const auto* key = keys.find(textIn(parts->header, "kid"));
    // The key decides the algorithm, not the token: "none" and a public key as a secret have no way in.
    if (!key || textIn(parts->header, "alg") != key->algorithm || parts->header.contains("crit"))
        return wrong("key or algorithm of a token");
    if (!isSigned(*key, parts->signedText, parts->signature))
        return wrong("signature of a token");
    if (textIn(parts->claims, "iss") != expected.issuer)
        return wrong("issuer of a token");
    if (!isForUs(parts->claims, expected.clientId))
        return wrong("audience of a token");
    if (!isOfNow(parts->claims, now))
        return wrong("times of a token");
    const auto subject = textIn(parts->claims, "sub");
    if (subject.empty() || subject.size() > 255)
        return wrong("subject of a token");
    return app::IssuerClaims{expected.issuer + "#" + subject, textIn(parts->claims, "nonce")};
}

} // namespace vienlogs::server::oidc
