// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/card/certificate.h"

#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>
#include <optional>

#include "openssl_types.h"
#include "vienlogs/card/failures.h"

namespace vienlogs::card {

namespace {

constexpr std::size_t largestCertificate = 16384;
constexpr int longestName = 256;

/// The first value of a name's attribute as UTF-8; empty if there is none, it is too long or has control
/// characters.
std::string attributeOf(const X509_NAME* name, int nid) {
    const int at = X509_NAME_get_index_by_NID(name, nid, -1);
    if (at < 0)
        return {};
    unsigned char* text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
    if (size < 0)
        return {};
    std::string value(reinterpret_cast<char*>(text), std::size_t(size));
    OPENSSL_free(text);
    const bool printable =
        std::none_of(value.begin(), value.end(), [](char c) { return (unsigned char)c < 0x20 || c == 0x7F; });
    return size <= longestName && printable ? value : std::string{};
}

std::optional<base::Timestamp> timeOf(const ASN1_TIME* time) {
    std::tm parts{};
    if (!ASN1_TIME_to_tm(time, &parts))
        return std::nullopt;
    using namespace std::chrono;
    const year_month_day date{year(parts.tm_year + 1900), month(unsigned(parts.tm_mon + 1)),
                              day(unsigned(parts.tm_mday))};
    if (!date.ok())
        return std::nullopt;
    return base::Timestamp(sys_days(date)) + hours(parts.tm_hour) + minutes(parts.tm_min) +
           seconds(parts.tm_sec);
}

std::optional<KeyKind> kindOf(X509* certificate) {
    const auto* key = X509_get0_pubkey(certificate);
    if (!key)
        return std::nullopt;
    const int type = EVP_PKEY_get_base_id(key), bits = EVP_PKEY_get_bits(key);
    if (type == EVP_PKEY_RSA && bits >= 2048 && bits <= 4096)
        return KeyKind::Rsa;
    if (type == EVP_PKEY_EC && (bits == 256 || bits == 384))
        return bits == 256 ? KeyKind::P256 : KeyKind::P384;
    return std::nullopt;
}

bool mayAuthenticateClients(X509* certificate) {
    return (X509_get_extension_flags(certificate) & EXFLAG_XKUSAGE) &&
           (X509_get_extended_key_usage(certificate) & XKU_SSL_CLIENT);
}

/// r‖s as a SEQUENCE of two INTEGERs, which OpenSSL wants; nothing if the length is not that of the key.
std::optional<base::Bytes> toDer(const base::Bytes& plain, std::size_t half) {
    if (plain.size() != 2 * half)
        return std::nullopt;
    EcdsaPtr pair(ECDSA_SIG_new());
    auto* r = BN_bin2bn(plain.data(), int(half), nullptr);
    auto* s = BN_bin2bn(plain.data() + half, int(half), nullptr);
    if (!pair || !ECDSA_SIG_set0(pair.get(), r, s))
        return std::nullopt;
    unsigned char* der = nullptr;
    const int size = i2d_ECDSA_SIG(pair.get(), &der);
    if (size <= 0)
        return std::nullopt;
    base::Bytes bytes(der, der + size);
    OPENSSL_free(der);
    return bytes;
}

const EVP_MD* digestOf(KeyKind key) {
    return key == KeyKind::P384 ? EVP_sha384() : EVP_sha256();
}

} // namespace

base::Result<Certificate> parseCertificate(const base::Bytes& der) {
    const auto parsed = der.size() <= largestCertificate ? parseX509(der.data(), der.size()) : nullptr;
    if (!parsed)
        return base::fail(codes::nonsense, "not a certificate");
    const auto from = timeOf(X509_get0_notBefore(parsed.get())),
               to = timeOf(X509_get0_notAfter(parsed.get()));
    const auto key = kindOf(parsed.get());
    if (!from || !to || !key)
        return base::fail(codes::nonsense, "a certificate with dates or a key of no use");
    const auto* subject = X509_get_subject_name(parsed.get());
    auto holder = base::Identifier::parse(attributeOf(subject, NID_serialNumber));
    if (!holder)
        return base::fail(codes::holderUnreadable, "the subject's serialNumber");
    const auto usage = X509_get_key_usage(parsed.get());
    const bool usageGiven = usage != UINT32_MAX;
    return Certificate{der,
                       std::move(*holder),
                       attributeOf(subject, NID_givenName),
                       attributeOf(subject, NID_surname),
                       attributeOf(X509_get_issuer_name(parsed.get()), NID_commonName),
                       *from,
                       *to,
                       *key,
                       usageGiven && (usage & KU_DIGITAL_SIGNATURE),
                       usageGiven && (usage & KU_NON_REPUDIATION),
                       mayAuthenticateClients(parsed.get())};
}

base::Result<KeyKind> keyKindOf(const base::Bytes& der) {
    const auto parsed = der.size() <= largestCertificate ? parseX509(der.data(), der.size()) : nullptr;
    const auto key = parsed ? kindOf(parsed.get()) : std::nullopt;
    if (!key)
        return base::fail(codes::nonsense, "not a certificate, or a key of no use");
    return *key;
}

const char* algorithmOf(KeyKind key) {
    return key == KeyKind::Rsa ? "RS256" : key == KeyKind::P256 ? "ES256" : "ES384";
}

base::Bytes hashFor(KeyKind key, const base::Bytes& data) {
    base::Bytes hash(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    if (!EVP_Digest(data.data(), data.size(), hash.data(), &size, digestOf(key), nullptr))
        size = 0;
    hash.resize(size);
    return hash;
}

base::Bytes digestInfo(const base::Bytes& hash) {
    constexpr std::uint8_t prefix[] = {0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                       0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20};
    base::Bytes info(sizeof prefix + hash.size());
    std::copy(hash.begin(), hash.end(), std::copy(std::begin(prefix), std::end(prefix), info.begin()));
    return info;
}

base::Result<void> verifySignature(const Certificate& certificate, const base::Bytes& data,
                                   const base::Bytes& signature) {
    return verifySignature(certificate.der, certificate.key, data, signature);
}

base::Result<void> verifySignature(const base::Bytes& certificate, KeyKind key, const base::Bytes& data,
                                   const base::Bytes& signature) {
    const auto parsed = parseX509(certificate.data(), certificate.size());
    const auto wire =
        key == KeyKind::Rsa ? std::optional(signature) : toDer(signature, key == KeyKind::P384 ? 48 : 32);
    DigestContextPtr context(EVP_MD_CTX_new());
    if (!parsed || !wire || !context)
        return base::fail(codes::signatureWrong, "a signature of the wrong length");
    if (EVP_DigestVerifyInit(context.get(), nullptr, digestOf(key), nullptr,
                             X509_get0_pubkey(parsed.get())) != 1 ||
        EVP_DigestVerify(context.get(), wire->data(), wire->size(), data.data(), data.size()) != 1)
        return base::fail(codes::signatureWrong, "the signature does not fit the certificate");
    return {};
}

} // namespace vienlogs::card
