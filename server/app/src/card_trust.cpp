// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/card_trust.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

template<typename T, void (*Free)(T*)>
struct Freed {
    void operator()(T* value) const { Free(value); }
};
using Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;
using TrustStore = std::unique_ptr<X509_STORE, Freed<X509_STORE, X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Freed<X509_STORE_CTX, X509_STORE_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX, EVP_MD_CTX_free>>;
using EcSignature = std::unique_ptr<ECDSA_SIG, Freed<ECDSA_SIG, ECDSA_SIG_free>>;

constexpr std::size_t maxCertificate = 16 * 1024;
constexpr int minRsaBits = 2048;

Certificate parse(const base::Bytes& der) {
    if (der.empty() || der.size() > maxCertificate)
        return nullptr;
    const auto* at = der.data();
    Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    return at == der.data() + der.size() ? std::move(certificate) : nullptr;
}

TrustStore trusted(const std::vector<store::CardIssuer>& known) {
    TrustStore issuers(X509_STORE_new());
    for (const auto& [fingerprint, pem] : known) {
        const std::unique_ptr<BIO, decltype(&BIO_free)> text(
            BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
        const Certificate issuer(PEM_read_bio_X509(text.get(), nullptr, nullptr, nullptr));
        if (issuer)
            X509_STORE_add_cert(issuers.get(), issuer.get());
    }
    ERR_clear_error();
    return issuers;
}

/// The certificate that made this one, when the chain holds.
base::Result<Certificate> checkChain(X509_STORE* issuers, X509* certificate, base::Timestamp now) {
    const StoreContext context(X509_STORE_CTX_new());
    if (!context || X509_STORE_CTX_init(context.get(), issuers, certificate, nullptr) != 1)
        return base::fail(codes::cardUntrusted, "chain context");
    auto* rules = X509_STORE_CTX_get0_param(context.get());
    // An intermediate issuer is trusted as it is, without its root.
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
    X509_VERIFY_PARAM_set_purpose(rules, X509_PURPOSE_SSL_CLIENT);
    X509_VERIFY_PARAM_set_time(rules, std::chrono::system_clock::to_time_t(now));
    if (X509_verify_cert(context.get()) != 1)
        return base::fail(codes::cardUntrusted,
                          X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get())));
    auto* issuer = sk_X509_value(X509_STORE_CTX_get0_chain(context.get()), 1);
    if (!issuer || X509_up_ref(issuer) != 1)
        return base::fail(codes::cardUntrusted, "an issuer's own certificate");
    return Certificate(issuer);
}

/// A card's authentication key must be allowed to authenticate; without the extension anything would be.
base::Result<void> checkPurpose(X509* certificate) {
    const auto usage = X509_get_extended_key_usage(certificate);
    if (usage == UINT32_MAX || (usage & XKU_SSL_CLIENT) == 0)
        return base::fail(codes::cardUntrusted, "no client authentication purpose");
    return {};
}

base::Result<base::Identifier> identifierOf(X509* certificate) {
    auto* subject = X509_get_subject_name(certificate);
    const int at = X509_NAME_get_index_by_NID(subject, NID_serialNumber, -1);
    if (at < 0 || X509_NAME_get_index_by_NID(subject, NID_serialNumber, at) >= 0)
        return base::fail(codes::cardUntrusted, "not exactly one serialNumber in the subject");
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
    if (size < 0)
        return base::fail(codes::cardUntrusted, "serialNumber");
    auto identifier =
        base::Identifier::parse({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    OPENSSL_free(text);
    if (!identifier)
        return base::fail(codes::cardUntrusted, "serialNumber is no identifier");
    return identifier;
}

/// r‖s of RFC 7518 to the DER form that OpenSSL checks; empty when the length is wrong.
base::Bytes toDer(const base::Bytes& signature, std::size_t half) {
    if (signature.size() != 2 * half)
        return {};
    const EcSignature pair(ECDSA_SIG_new());
    auto* r = BN_bin2bn(signature.data(), static_cast<int>(half), nullptr);
    auto* s = BN_bin2bn(signature.data() + half, static_cast<int>(half), nullptr);
    ECDSA_SIG_set0(pair.get(), r, s);
    base::Bytes der(static_cast<std::size_t>(std::max(i2d_ECDSA_SIG(pair.get(), nullptr), 0)));
    auto* at = der.data();
    i2d_ECDSA_SIG(pair.get(), &at);
    return der;
}

bool verify(EVP_PKEY* key, const EVP_MD* digest, const base::Bytes& signature, const base::Bytes& message) {
    const DigestContext context(EVP_MD_CTX_new());
    return !signature.empty() && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), signature.size(), message.data(),
                            message.size()) == 1;
}

base::Result<void> checkSignature(X509* certificate, const CardProof& proof, const base::Bytes& message) {
    auto* key = X509_get0_pubkey(certificate);
    const int bits = key ? EVP_PKEY_get_bits(key) : 0;
    const int type = key ? EVP_PKEY_get_base_id(key) : 0;
    bool good = false;
    if (proof.algorithm == "ES384" && type == EVP_PKEY_EC && bits == 384)
        good = verify(key, EVP_sha384(), toDer(proof.signature, 48), message);
    else if (proof.algorithm == "ES256" && type == EVP_PKEY_EC && bits == 256)
        good = verify(key, EVP_sha256(), toDer(proof.signature, 32), message);
    else if (proof.algorithm == "RS256" && type == EVP_PKEY_RSA && bits >= minRsaBits)
        good = verify(key, EVP_sha256(), proof.signature, message);
    ERR_clear_error();
    if (!good)
        return base::fail(codes::signatureWrong);
    return {};
}

} // namespace

base::Result<base::Identifier> CardTrust::holderOf(const CardProof& proof, const base::Bytes& message) const {
    const auto certificate = parse(proof.certificate);
    if (!certificate)
        return base::fail(codes::cardUntrusted, "not a certificate");
    const auto known = store::inRead<std::vector<store::CardIssuer>>(
        store_, [](store::Transaction& t) { return t.factors().cardIssuers(); });
    if (!known)
        return base::fail(known.error());
    const auto issuers = trusted(*known);
    return checkChain(issuers.get(), certificate.get(), clock_.now())
        .and_then([&](const Certificate&) { return checkPurpose(certificate.get()); })
        .and_then([&] { return checkSignature(certificate.get(), proof, message); })
        .and_then([&] { return identifierOf(certificate.get()); });
}

base::Result<base::Bytes> CardTrust::issuerOf(const base::Bytes& der) const {
    const auto certificate = parse(der);
    if (!certificate)
        return base::fail(codes::cardUntrusted, "not a certificate");
    const auto known = store::inRead<std::vector<store::CardIssuer>>(
        store_, [](store::Transaction& t) { return t.factors().cardIssuers(); });
    if (!known)
        return base::fail(known.error());
    return checkChain(trusted(*known).get(), certificate.get(), clock_.now())
        .map([](const Certificate& issuer) {
            base::Bytes bytes(static_cast<std::size_t>(std::max(i2d_X509(issuer.get(), nullptr), 0)));
            auto* at = bytes.data();
            i2d_X509(issuer.get(), &at);
            return bytes;
        });
}

} // namespace vienlogs::server::app
