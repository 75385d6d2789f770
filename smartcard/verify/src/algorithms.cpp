// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "algorithms.h"

#include <openssl/ec.h>
#include <openssl/rsa.h>

#include <map>

#include "openssl_types.h"
#include "vienlogs/verify/failures.h"

namespace vienlogs::verify {

namespace {

using SignaturePtr = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG_free>>;

const EVP_MD* evp(Hash hash) {
    return hash == Hash::Sha256 ? EVP_sha256() : hash == Hash::Sha384 ? EVP_sha384() : EVP_sha512();
}

tl::unexpected<base::Failure> weak(const std::string& what) {
    return base::fail(codes::weak, what, what);
}

/// "rsa-sha1" of ".../xmldsig#rsa-sha1": what a person at support can look up.
std::string shortName(const std::string& uri) {
    const auto at = uri.find_last_of("#/");
    auto name = uri.substr(at == std::string::npos ? 0 : at + 1, 40);
    std::erase_if(name, [](char c) { return c < 0x21 || c > 0x7E; });
    return name.empty() ? "?" : name;
}

/// Nothing when the key is good for the scheme.
base::Result<void> checkKey(const EVP_PKEY* key, SignatureMethod::Scheme scheme) {
    const int type = EVP_PKEY_get_base_id(key), bits = EVP_PKEY_get_bits(key);
    if (scheme != SignatureMethod::Scheme::Ecdsa) {
        if (type != EVP_PKEY_RSA && type != EVP_PKEY_RSA_PSS)
            return base::fail(codes::signatureWrong, "the key is of another kind");
        return bits >= 2048 && bits <= 16384 ? base::Result<void>() : weak("RSA " + std::to_string(bits));
    }
    if (type != EVP_PKEY_EC)
        return base::fail(codes::signatureWrong, "the key is of another kind");
    char group[80] = "";
    std::size_t length = 0;
    EVP_PKEY_get_group_name(key, group, sizeof group, &length);
    const std::string name(group, length);
    const bool known = name == "prime256v1" || name == "secp384r1" || name == "secp521r1";
    return known ? base::Result<void>() : weak("EC " + name);
}

/// r‖s as a SEQUENCE of two INTEGERs, which OpenSSL wants.
base::Bytes toDer(const base::Bytes& plain, const EVP_PKEY* key) {
    const auto half = std::size_t(EVP_PKEY_get_bits(key) + 7) / 8;
    if (plain.size() != 2 * half)
        return {};
    const SignaturePtr pair(ECDSA_SIG_new());
    ECDSA_SIG_set0(pair.get(), BN_bin2bn(plain.data(), int(half), nullptr),
                   BN_bin2bn(plain.data() + half, int(half), nullptr));
    return derOf<i2d_ECDSA_SIG>(pair.get());
}

bool fits(EVP_PKEY* key, const SignatureMethod& method, const base::Bytes& text, const base::Bytes& value) {
    const std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* parameters = nullptr; // the context's own
    if (!context || EVP_DigestVerifyInit(context.get(), &parameters, evp(method.hash), nullptr, key) != 1)
        return false;
    const bool pss = method.scheme == SignatureMethod::Scheme::RsaPss;
    if (pss && (EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) != 1 ||
                EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST) != 1))
        return false;
    return EVP_DigestVerify(context.get(), value.data(), value.size(), text.data(), text.size()) == 1;
}

} // namespace

base::Result<Hash> hashNamed(const std::string& uri) {
    static const std::map<std::string, Hash> safe{
        {"http://www.w3.org/2001/04/xmlenc#sha256", Hash::Sha256},
        {"http://www.w3.org/2001/04/xmldsig-more#sha384", Hash::Sha384},
        {"http://www.w3.org/2001/04/xmlenc#sha512", Hash::Sha512},
    };
    const auto found = safe.find(uri);
    return found == safe.end() ? weak(shortName(uri)) : base::Result<Hash>(found->second);
}

Digest::Digest(Hash hash) : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    EVP_DigestInit_ex(context_.get(), evp(hash), nullptr);
}

void Digest::add(std::span<const std::uint8_t> bytes) {
    EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
}

base::Bytes Digest::finish() {
    base::Bytes value(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    EVP_DigestFinal_ex(context_.get(), value.data(), &size);
    value.resize(size);
    return value;
}

base::Bytes digestOf(Hash hash, std::span<const std::uint8_t> bytes) {
    Digest digest(hash);
    digest.add(bytes);
    return digest.finish();
}

base::Result<SignatureMethod> methodNamed(const std::string& uri) {
    using Scheme = SignatureMethod::Scheme;
    static const std::string more = "http://www.w3.org/2001/04/xmldsig-more#",
                             newer = "http://www.w3.org/2007/05/xmldsig-more#";
    static const std::map<std::string, SignatureMethod> safe{
        {more + "rsa-sha256", {Scheme::RsaPkcs1, Hash::Sha256}},
        {more + "rsa-sha384", {Scheme::RsaPkcs1, Hash::Sha384}},
        {more + "rsa-sha512", {Scheme::RsaPkcs1, Hash::Sha512}},
        {newer + "sha256-rsa-MGF1", {Scheme::RsaPss, Hash::Sha256}},
        {newer + "sha384-rsa-MGF1", {Scheme::RsaPss, Hash::Sha384}},
        {newer + "sha512-rsa-MGF1", {Scheme::RsaPss, Hash::Sha512}},
        {more + "ecdsa-sha256", {Scheme::Ecdsa, Hash::Sha256}},
        {more + "ecdsa-sha384", {Scheme::Ecdsa, Hash::Sha384}},
        {more + "ecdsa-sha512", {Scheme::Ecdsa, Hash::Sha512}},
    };
    const auto found = safe.find(uri);
    return found == safe.end() ? weak(shortName(uri)) : base::Result<SignatureMethod>(found->second);
}

base::Result<void> checkSignature(const base::Bytes& certificate, const SignatureMethod& method,
                                  const base::Bytes& text, const base::Bytes& value) {
    const auto parsed = parseX509(certificate);
    auto* key = parsed ? X509_get0_pubkey(parsed.get()) : nullptr;
    if (!key)
        return base::fail(codes::noCertificate, "no key in the certificate");
    if (auto good = checkKey(key, method.scheme); !good)
        return good;
    const auto wire = method.scheme == SignatureMethod::Scheme::Ecdsa ? toDer(value, key) : value;
    const bool good = !wire.empty() && fits(key, method, text, wire);
    ERR_clear_error();
    return good ? base::Result<void>() : base::fail(codes::signatureWrong, "the value does not fit");
}

} // namespace vienlogs::verify
