// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "certificates.h"

#include <array>
#include <stdexcept>

#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace vienlogs::trust_standin {

namespace {

constexpr long daySeconds = 24 * 60 * 60;
constexpr int authorityDays = 3650;

void must(bool good, const char* what) {
    if (!good)
        throw std::runtime_error(std::string("certificate: ") + what);
}

void add(X509* certificate, X509* issuer, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
        X509V3_EXT_conf_nid(nullptr, &context, nid, value), X509_EXTENSION_free);
    must(extension && X509_add_ext(certificate, extension.get(), -1) == 1, value);
}

void setSerial(X509* certificate) {
    std::array<unsigned char, 16> random{};
    must(RAND_bytes(random.data(), static_cast<int>(random.size())) == 1, "random");
    random[0] = static_cast<unsigned char>((random[0] & 0x7f) | 0x40);
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(
        BN_bin2bn(random.data(), static_cast<int>(random.size()), nullptr), BN_free);
    must(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)), "serial");
}

/// A key and a certificate that lacks its extensions and signature.
Identity begin(const std::string& name, int firstDay, int lastDay) {
    Identity made{{EVP_EC_gen("P-256"), EVP_PKEY_free}, {X509_new(), X509_free}};
    auto* certificate = made.certificate.get();
    must(made.key && certificate && X509_set_version(certificate, X509_VERSION_3) == 1, "new");
    setSerial(certificate);
    must(X509_gmtime_adj(X509_getm_notBefore(certificate), firstDay * daySeconds) &&
             X509_gmtime_adj(X509_getm_notAfter(certificate), lastDay * daySeconds),
         "dates");
    auto* subject = X509_get_subject_name(certificate);
    must(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                    reinterpret_cast<const unsigned char*>(name.data()),
                                    static_cast<int>(name.size()), -1, 0) == 1 &&
             X509_set_pubkey(certificate, made.key.get()) == 1,
         "name");
    return made;
}

void sign(const Identity& made, const Identity& by) {
    must(X509_set_issuer_name(made.certificate.get(), X509_get_subject_name(by.certificate.get())) == 1 &&
             X509_sign(made.certificate.get(), by.key.get(), EVP_sha256()) > 0,
         "signature");
}

} // namespace

Identity makeAuthority(const std::string& name) {
    auto made = begin(name, -authorityDays, authorityDays);
    auto* certificate = made.certificate.get();
    add(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE");
    add(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    add(certificate, certificate, NID_subject_key_identifier, "hash");
    sign(made, made);
    return made;
}

Identity makeStamper(const Identity& authority, int firstDay, int lastDay) {
    auto made = begin("Vienlogs stand-in time stamps", firstDay, lastDay);
    auto* certificate = made.certificate.get();
    auto* issuer = authority.certificate.get();
    add(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE");
    add(certificate, issuer, NID_key_usage, "critical,digitalSignature");
    add(certificate, issuer, NID_ext_key_usage, "critical,timeStamping");
    add(certificate, issuer, NID_subject_key_identifier, "hash");
    add(certificate, issuer, NID_authority_key_identifier, "keyid");
    sign(made, authority);
    return made;
}

Identity makeResponder(const Identity& authority, const std::string& purpose) {
    auto made = begin("Vienlogs stand-in responder", -365, 3650);
    auto* certificate = made.certificate.get();
    auto* issuer = authority.certificate.get();
    add(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE");
    add(certificate, issuer, NID_key_usage, "critical,digitalSignature");
    add(certificate, issuer, NID_ext_key_usage, purpose.c_str());
    if (purpose == "OCSPSigning")
        add(certificate, issuer, NID_id_pkix_OCSP_noCheck, "");
    sign(made, authority);
    return made;
}

Identity makeOperator(const std::string& name) {
    auto made = begin(name, -authorityDays, authorityDays);
    auto* certificate = made.certificate.get();
    add(certificate, certificate, NID_basic_constraints, "critical,CA:FALSE");
    add(certificate, certificate, NID_key_usage, "critical,digitalSignature");
    add(certificate, certificate, NID_subject_key_identifier, "hash");
    sign(made, made);
    return made;
}

Identity readIdentity(const std::string& certificateFile, const std::string& keyFile) {
    using File = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
    const File certificate(BIO_new_file(certificateFile.c_str(), "r"), BIO_free_all);
    const File key(BIO_new_file(keyFile.c_str(), "r"), BIO_free_all);
    must(certificate && key, "files of an identity cannot be read");
    Identity read{{PEM_read_bio_PrivateKey(key.get(), nullptr, nullptr, nullptr), EVP_PKEY_free},
                  {PEM_read_bio_X509(certificate.get(), nullptr, nullptr, nullptr), X509_free}};
    must(read.key && read.certificate && X509_check_private_key(read.certificate.get(), read.key.get()) == 1,
         "not key and certificate of one identity");
    return read;
}

std::string pemOf(const Identity& identity) {
    const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio(BIO_new(BIO_s_mem()), BIO_free_all);
    must(PEM_write_bio_X509(bio.get(), identity.certificate.get()) == 1, "PEM");
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

} // namespace vienlogs::trust_standin
