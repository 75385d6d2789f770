// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/pki/authority.h"

#include <algorithm>
#include <arpa/inet.h>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"

namespace vienlogs::server::pki {

namespace {

template<auto Free>
struct Freed {
    template<typename T>
    void operator()(T* object) const {
        Free(object);
    }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;

constexpr std::chrono::days authorityLife{3650};
constexpr std::chrono::days certificateLife{825};
/// Machines whose clocks differ a little must not refuse a certificate made a moment ago.
constexpr std::chrono::minutes clockSlack{5};

/// What one certificate is to say.
struct Request {
    std::string commonName;
    std::chrono::days life;
    bool isAuthority = false;
    const char* keyUsage = "critical,digitalSignature";
    const char* extendedKeyUsage = nullptr;
    std::string alternativeNames;
};

auto broken(const char* what) {
    return base::fail(base::codes::internal, what);
}

base::Secret textOf(BIO* bio) {
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return base::Secret(std::string_view(data, std::size_t(size)));
}

Bio readerOf(std::string_view text) {
    return Bio(BIO_new_mem_buf(text.data(), int(text.size())));
}

bool addExtension(X509* certificate, X509* issuer, int nid, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

/// 127 random bits: unique and never negative (RFC 5280 section 4.1.2.2).
bool setSerial(X509* certificate) {
    std::array<std::uint8_t, 16> serial{};
    if (RAND_bytes(serial.data(), int(serial.size())) != 1)
        return false;
    serial[0] = std::uint8_t((serial[0] & 0x7f) | 0x40);
    const std::unique_ptr<BIGNUM, Freed<BN_free>> number(
        BN_bin2bn(serial.data(), int(serial.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setDates(X509* certificate, const Request& request, const base::Clock& clock) {
    const auto from = std::chrono::time_point_cast<std::chrono::seconds>(clock.now() - clockSlack);
    const auto to = from + request.life;
    return ASN1_TIME_set(X509_getm_notBefore(certificate), std::time_t(from.time_since_epoch().count())) &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), std::time_t(to.time_since_epoch().count()));
}

bool setName(X509* certificate, const std::string& commonName) {
    auto* name = X509_get_subject_name(certificate);
    const auto add = [&](const char* field, const std::string& value) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                          reinterpret_cast<const unsigned char*>(value.data()),
                                          int(value.size()), -1, 0) == 1;
    };
    return add("O", "Vienlogs") && add("CN", commonName);
}

bool addExtensions(X509* certificate, X509* issuer, const Request& request) {
    bool good = addExtension(certificate, issuer, NID_basic_constraints,
                             request.isAuthority ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE") &&
                addExtension(certificate, issuer, NID_key_usage, request.keyUsage) &&
                addExtension(certificate, issuer, NID_subject_key_identifier, "hash");
    if (!request.isAuthority)
        good = good && addExtension(certificate, issuer, NID_authority_key_identifier, "keyid");
    if (request.extendedKeyUsage)
        good = good && addExtension(certificate, issuer, NID_ext_key_usage, request.extendedKeyUsage);
    if (!request.alternativeNames.empty())
        good = good && addExtension(certificate, issuer, NID_subject_alt_name, request.alternativeNames);
    return good;
}

std::string fingerprintOf(X509* certificate) {
    base::Bytes der(std::size_t(i2d_X509(certificate, nullptr)));
    auto* at = der.data();
    i2d_X509(certificate, &at);
    return digest::toHex(digest::sha256(der));
}

/// Makes a key and a certificate for it; signed by the issuer, or by itself where there is none.
base::Result<Issued> issue(const Request& request, X509* issuer, EVP_PKEY* issuerKey,
                           const base::Clock& clock) {
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    if (!key || !certificate)
        return broken("key");
    auto* signer = issuer ? issuer : certificate.get();
    const bool filled =
        X509_set_version(certificate.get(), X509_VERSION_3) && setSerial(certificate.get()) &&
        setDates(certificate.get(), request, clock) && setName(certificate.get(), request.commonName) &&
        X509_set_issuer_name(certificate.get(), X509_get_subject_name(signer)) &&
        X509_set_pubkey(certificate.get(), key.get()) && addExtensions(certificate.get(), signer, request);
    if (!filled || X509_sign(certificate.get(), issuerKey ? issuerKey : key.get(), EVP_sha256()) <= 0)
        return broken("certificate");
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_secmem()));
    if (!PEM_write_bio_X509(certificateText.get(), certificate.get()) ||
        !PEM_write_bio_PKCS8PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr))
        return broken("PEM");
    return Issued{std::string(textOf(certificateText.get()).view()), textOf(keyText.get()),
                  fingerprintOf(certificate.get())};
}

Certificate certificateOf(const std::string& pem) {
    return Certificate(PEM_read_bio_X509(readerOf(pem).get(), nullptr, nullptr, nullptr));
}
Key keyOf(const base::Secret& pem) {
    return Key(PEM_read_bio_PrivateKey(readerOf(pem.view()).get(), nullptr, nullptr, nullptr));
}

bool isDeviceName(const std::string& name) {
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !name.empty() && name.size() <= 64 && std::all_of(name.begin(), name.end(), allowed);
}

bool isHostName(const std::string& host) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
    };
    return !host.empty() && host.size() <= 253 && std::all_of(host.begin(), host.end(), allowed);
}

bool isAddress(const std::string& host) {
    std::array<std::uint8_t, 16> binary{};
    return inet_pton(AF_INET, host.c_str(), binary.data()) == 1 ||
           inet_pton(AF_INET6, host.c_str(), binary.data()) == 1;
}

} // namespace

base::Result<Issued> Authority::create(const std::string& name, const base::Clock& clock) {
    if (name.empty() || name.size() > 64)
        return base::fail(codes::nameInvalid, "authority");
    const Request request{.commonName = name,
                          .life = authorityLife,
                          .isAuthority = true,
                          .keyUsage = "critical,keyCertSign,cRLSign"};
    return issue(request, nullptr, nullptr, clock);
}

base::Result<Authority> Authority::load(std::string certificate, base::Secret privateKey) {
    const auto parsed = certificateOf(certificate);
    const auto key = keyOf(privateKey);
    if (!parsed || !key || X509_check_private_key(parsed.get(), key.get()) != 1 ||
        X509_check_ca(parsed.get()) != 1)
        return base::fail(codes::authorityDamaged);
    return Authority(std::move(certificate), std::move(privateKey));
}

base::Result<Issued> Authority::issueServer(const std::vector<std::string>& hosts,
                                            const base::Clock& clock) const {
    Request request{
        .commonName = "Vienlogs server", .life = certificateLife, .extendedKeyUsage = "serverAuth"};
    for (const auto& host : hosts) {
        if (!isHostName(host))
            return base::fail(codes::nameInvalid, "host", host);
        request.alternativeNames += request.alternativeNames.empty() ? "" : ",";
        request.alternativeNames += (isAddress(host) ? "IP:" : "DNS:") + host;
    }
    if (request.alternativeNames.empty())
        return base::fail(codes::nameInvalid, "no host");
    return issue(request, certificateOf(certificate_).get(), keyOf(privateKey_).get(), clock);
}

base::Result<Issued> Authority::issueDevice(const std::string& name, const base::Clock& clock) const {
    if (!isDeviceName(name))
        return base::fail(codes::nameInvalid, "device", name);
    const Request request{.commonName = name, .life = certificateLife, .extendedKeyUsage = "clientAuth"};
    return issue(request, certificateOf(certificate_).get(), keyOf(privateKey_).get(), clock);
}

} // namespace vienlogs::server::pki
