// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/test/certificates.h"

#include <fcntl.h>
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
    const auto key = newKey();
    const auto certificate = unsignedFor(name, key.get(), keys_->certificate.get());
    auto* own = certificate.get();
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

} // namespace vienlogs::test
