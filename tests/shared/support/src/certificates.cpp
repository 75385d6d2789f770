// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/test/certificates.h"

#include <fcntl.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <stdexcept>

namespace vienlogs::test {

namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

Key newKey() {
    return {EVP_EC_gen("P-256"), EVP_PKEY_free};
}

void must(bool holds) {
    if (!holds)
        throw std::runtime_error("OpenSSL could not make a test certificate");
}

template<typename Write>
void toFile(const std::filesystem::path& path, Write write) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    FILE* file = ::fdopen(descriptor, "w");
    must(file != nullptr && write(file) == 1);
    std::fclose(file);
}

void writePem(const std::filesystem::path& path, EVP_PKEY* key) {
    toFile(path,
           [&](FILE* f) { return PEM_write_PKCS8PrivateKey(f, key, nullptr, nullptr, 0, nullptr, nullptr); });
}

void extend(X509* certificate, X509* issuer, int kind, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    auto* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
    must(extension && X509_add_ext(certificate, extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

void addToSubject(X509* certificate, const char* kind, const std::string& value) {
    must(X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), kind, MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(value.data()), int(value.size()),
                                    -1, 0) == 1);
}

Certificate unsignedFor(const std::string& name, EVP_PKEY* key, X509* issuer) {
    Certificate certificate(X509_new(), X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    std::uint64_t serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char*>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial >> 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 86400);
    auto* subject = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.data()), int(name.size()), -1, 0);
    X509_set_issuer_name(certificate.get(), issuer ? X509_get_subject_name(issuer) : subject);
    X509_set_pubkey(certificate.get(), key);
    return certificate;
}

} // namespace

struct Authority::Keys {
    Key key = newKey();
    Certificate certificate{nullptr, X509_free};
};

Authority::Authority(const std::string& name) : keys_(std::make_unique<Keys>()) {
    keys_->certificate = unsignedFor(name, keys_->key.get(), nullptr);
    auto* own = keys_->certificate.get();
    extend(own, own, NID_basic_constraints, "critical,CA:TRUE");
    extend(own, own, NID_key_usage, "critical,keyCertSign,cRLSign");
    must(X509_sign(own, keys_->key.get(), EVP_sha256()) > 0);
}

Authority::~Authority() = default;

void Authority::issue(const std::filesystem::path& folder, const std::string& name, bool client) const {
    issueFor(folder, name, {}, client);
}

void Authority::issueCard(const std::filesystem::path& folder, const std::string& name,
                          const std::string& identifier) const {
    issueFor(folder, name, identifier, true);
}

void Authority::issueFor(const std::filesystem::path& folder, const std::string& name,
                         const std::string& serialNumber, bool client) const {
    const auto key = newKey();
    const auto certificate = unsignedFor(name, key.get(), keys_->certificate.get());
    auto* own = certificate.get();
    if (!serialNumber.empty())
        addToSubject(own, "serialNumber", serialNumber);
    extend(own, keys_->certificate.get(), NID_ext_key_usage, client ? "clientAuth" : "serverAuth");
    if (!client)
        extend(own, keys_->certificate.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
    must(X509_sign(own, keys_->key.get(), EVP_sha256()) > 0);
    toFile(folder / (name + ".pem"), [&](FILE* f) { return PEM_write_X509(f, own); });
    writePem(folder / (name + ".key"), key.get());
}

void Authority::writeTo(const std::filesystem::path& path) const {
    toFile(path, [&](FILE* f) { return PEM_write_X509(f, keys_->certificate.get()); });
}

void writeKey(const std::filesystem::path& file) {
    writePem(file, newKey().get());
}

base::Bytes signEs256(const std::filesystem::path& keyFile, const base::Bytes& message) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> file(BIO_new_file(keyFile.c_str(), "r"), BIO_free);
    const Key key(PEM_read_bio_PrivateKey(file.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::size_t size = 128;
    base::Bytes der(size);
    must(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
         EVP_DigestSign(context.get(), der.data(), &size, message.data(), message.size()) == 1);
    const auto* at = der.data();
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> pair(d2i_ECDSA_SIG(nullptr, &at, long(size)),
                                                                     ECDSA_SIG_free);
    base::Bytes raw(64);
    BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), raw.data(), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), raw.data() + 32, 32);
    return raw;
}

} // namespace vienlogs::test
