// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/testkit/card_ca.h"

#include <ctime>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace vienlogs::testkit {

namespace {

std::shared_ptr<EVP_PKEY> newKey() {
    return {EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-384"), EVP_PKEY_free};
}

void addExtension(X509* certificate, int nid, const char* value) {
    auto* extension = X509V3_EXT_conf_nid(nullptr, nullptr, nid, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void addName(X509_NAME* name, const char* field, const std::string& value) {
    X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(value.data()),
                               static_cast<int>(value.size()), -1, 0);
}

std::shared_ptr<X509> begin(EVP_PKEY* key, int firstDay, int lastDay) {
    static long serial = 0;
    std::shared_ptr<X509> certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 86400L * firstDay);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86400L * lastDay);
    X509_set_pubkey(certificate.get(), key);
    return certificate;
}

} // namespace

base::Bytes Card::sign(const base::Bytes& message) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    base::Bytes der(256);
    std::size_t size = der.size();
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha384(), nullptr, key.get());
    EVP_DigestSign(context.get(), der.data(), &size, message.data(), message.size());
    const auto* at = static_cast<const unsigned char*>(der.data());
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(size)), ECDSA_SIG_free);
    base::Bytes raw(96);
    BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), raw.data(), 48);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), raw.data() + 48, 48);
    return raw;
}

CardCa::CardCa() : key_(newKey()), certificate_(begin(key_.get(), -10, 3650)) {
    auto* name = X509_get_subject_name(certificate_.get());
    addName(name, "CN", "Test card issuer");
    X509_set_issuer_name(certificate_.get(), name);
    addExtension(certificate_.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate_.get(), NID_key_usage, "critical,keyCertSign");
    X509_sign(certificate_.get(), key_.get(), EVP_sha384());
}

Card CardCa::issue(const CardOptions& options) const {
    const auto key = newKey();
    const auto certificate = begin(key.get(), options.firstDay, options.lastDay);
    auto* name = X509_get_subject_name(certificate.get());
    addName(name, "CN", "Somebody");
    addName(name, "serialNumber", options.serialNumber);
    X509_set_issuer_name(certificate.get(), X509_get_subject_name(certificate_.get()));
    addExtension(certificate.get(), NID_key_usage, "critical,digitalSignature");
    if (options.purpose)
        addExtension(certificate.get(), NID_ext_key_usage, options.purpose);
    X509_sign(certificate.get(), key_.get(), EVP_sha384());
    base::Bytes der(static_cast<std::size_t>(i2d_X509(certificate.get(), nullptr)));
    auto* at = der.data();
    i2d_X509(certificate.get(), &at);
    return {key, der};
}

std::string CardCa::pem() const {
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_X509(bio.get(), certificate_.get());
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string CardCa::keyPem() const {
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_PrivateKey(bio.get(), key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

} // namespace vienlogs::testkit
