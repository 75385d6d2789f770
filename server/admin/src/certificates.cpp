// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "certificates.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"

namespace vienlogs::server::admin {

namespace {

constexpr long day = 24 * 60 * 60;
constexpr long authorityDays = 3650;
constexpr long otherDays = 825;

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

Bio memoryOf(std::string_view text) {
    return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free};
}
std::string_view contentOf(BIO* bio) {
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

bool addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value), X509_EXTENSION_free);
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool addExtensions(X509* certificate, X509* issuer, Purpose purpose) {
    if (!addExtension(certificate, issuer, NID_subject_key_identifier, "hash") ||
        !addExtension(certificate, issuer, NID_authority_key_identifier, "keyid"))
        return false;
    if (purpose == Purpose::Authority)
        return addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:TRUE,pathlen:0") &&
               addExtension(certificate, issuer, NID_key_usage, "critical,keyCertSign,cRLSign");
    const bool isServer = purpose == Purpose::Server;
    return addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE") &&
           addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature") &&
           addExtension(certificate, issuer, NID_ext_key_usage, isServer ? "serverAuth" : "clientAuth") &&
           (!isServer || addExtension(certificate, issuer, NID_subject_alt_name,
                                      "DNS:localhost,IP:127.0.0.1,IP:0:0:0:0:0:0:0:1"));
}

bool setSerial(X509* certificate) {
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] &= 0x7f;
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(BN_bin2bn(bytes, sizeof bytes, nullptr),
                                                             BN_free);
    return BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

bool setNames(X509* certificate, X509* issuer, const std::string& commonName) {
    auto* subject = X509_get_subject_name(certificate);
    const auto add = [&](const char* field, const std::string& value) {
        return X509_NAME_add_entry_by_txt(subject, field, MBSTRING_UTF8,
                                          reinterpret_cast<const unsigned char*>(value.data()),
                                          static_cast<int>(value.size()), -1, 0) == 1;
    };
    return add("O", "Vienlogs") && add("CN", commonName) &&
           X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1;
}

} // namespace

base::Result<Credential> issue(const std::string& commonName, Purpose purpose, const Credential* issuer,
                               base::Timestamp now) {
    Credential made{{EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"), EVP_PKEY_free},
                    {X509_new(), X509_free}};
    if (!made.key || !made.certificate)
        return base::fail(base::codes::internal, "key of a certificate");
    auto* certificate = made.certificate.get();
    auto* signer = issuer ? issuer->certificate.get() : certificate;
    const auto seconds = std::chrono::system_clock::to_time_t(now);
    const auto days = purpose == Purpose::Authority ? authorityDays : otherDays;
    X509_set_version(certificate, 2);
    X509_set_pubkey(certificate, made.key.get());
    // A day back, so that a desk whose clock is a little behind is not locked out.
    ASN1_TIME_set(X509_getm_notBefore(certificate), seconds - day);
    ASN1_TIME_set(X509_getm_notAfter(certificate), seconds + days * day);
    if (!setSerial(certificate) || !setNames(certificate, signer, commonName) ||
        !addExtensions(certificate, signer, purpose) ||
        X509_sign(certificate, issuer ? issuer->key.get() : made.key.get(), EVP_sha256()) == 0)
        return base::fail(base::codes::internal, "certificate");
    return made;
}

base::Result<base::Secret> keyPem(const Credential& credential) {
    const Bio bio(BIO_new(BIO_s_secmem()), BIO_free);
    if (PEM_write_bio_PKCS8PrivateKey(bio.get(), credential.key.get(), nullptr, nullptr, 0, nullptr,
                                      nullptr) != 1)
        return base::fail(base::codes::internal, "PEM of a key");
    return base::Secret(contentOf(bio.get()));
}

base::Result<std::string> certificatePem(const Credential& credential) {
    const Bio bio(BIO_new(BIO_s_mem()), BIO_free);
    if (PEM_write_bio_X509(bio.get(), credential.certificate.get()) != 1)
        return base::fail(base::codes::internal, "PEM of a certificate");
    return std::string(contentOf(bio.get()));
}

base::Result<Credential> fromPem(const base::Secret& key, const std::string& certificate) {
    const auto keyBio = memoryOf(key.view());
    const auto certificateBio = memoryOf(certificate);
    Credential read{{PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free},
                    {PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr), X509_free}};
    if (!read.key || !read.certificate || X509_check_private_key(read.certificate.get(), read.key.get()) != 1)
        return base::fail(base::codes::fileUnreadable, "key and certificate", "ca.pem");
    return read;
}

std::string fingerprintOf(const Credential& credential) {
    unsigned char* der = nullptr;
    const int size = i2d_X509(credential.certificate.get(), &der);
    const auto digest =
        digest::sha256(std::span<const std::uint8_t>(der, static_cast<std::size_t>(std::max(size, 0))));
    OPENSSL_free(der);
    return digest::toHex(digest);
}

} // namespace vienlogs::server::admin
