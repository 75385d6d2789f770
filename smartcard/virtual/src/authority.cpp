// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/virtualcard/authority.h"

#include <fcntl.h>
#include <openssl/conf.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::virtualcard {

namespace {

constexpr unsigned authorityBits = 4096; // as large as that of the real one, so that certificates are as long
constexpr unsigned strangerBits = 2048;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using FilePtr = std::unique_ptr<std::FILE, CloseFile>;

/// Holds the folder's lock, so that two cards started at once do not make two authorities.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& directory)
        : handle_(::open((directory / ".lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600)) {
        if (handle_ >= 0)
            ::flock(handle_, LOCK_EX);
    }
    ~FolderLock() {
        if (handle_ >= 0)
            ::close(handle_);
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int handle_;
};

std::string opensslReason() {
    const auto* reason = ERR_reason_error_string(ERR_peek_last_error());
    return reason ? reason : "unknown";
}

bool addExtension(X509* certificate, X509* issuer, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    auto* configuration = NCONF_new(nullptr); // empty, but policies want one
    X509V3_set_nconf(&context, configuration);
    auto* extension = X509V3_EXT_nconf_nid(configuration, &context, nid, value);
    NCONF_free(configuration);
    const bool added = extension && X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    return added;
}

bool addName(X509_NAME* name, const char* field, const std::string& value) {
    return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(value.data()), int(value.size()),
                                      -1, 0);
}

bool setRandomSerial(X509* certificate) {
    unsigned char bytes[16];
    if (RAND_bytes(bytes, sizeof bytes) != 1)
        return false;
    bytes[0] = (bytes[0] & 0x7F) | 0x40;
    auto* number = BN_bin2bn(bytes, sizeof bytes, nullptr);
    const bool set = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    return set;
}

CertificatePtr blank(EVP_PKEY* key, Validity validity) {
    CertificatePtr certificate(X509_new());
    constexpr long day = 86400;
    const bool good = certificate && X509_set_version(certificate.get(), 2) &&
                      setRandomSerial(certificate.get()) &&
                      X509_gmtime_adj(X509_getm_notBefore(certificate.get()), validity.fromDay * day) &&
                      X509_gmtime_adj(X509_getm_notAfter(certificate.get()), validity.toDay * day) &&
                      X509_set_pubkey(certificate.get(), key);
    return good ? std::move(certificate) : nullptr;
}

CertificatePtr makeAuthorityCertificate(EVP_PKEY* key, const ForeignIssuer& issuer) {
    auto certificate = blank(key, {-10 * 365, 10 * 365});
    if (!certificate)
        return nullptr;
    auto* name = X509_get_subject_name(certificate.get());
    const bool good =
        addName(name, "C", issuer.country) && addName(name, "O", "Vienlogs, invented for tests") &&
        addName(name, "organizationIdentifier", "NTR" + issuer.country + "-40000000000") &&
        addName(name, "CN", issuer.commonName) && X509_set_issuer_name(certificate.get(), name) &&
        addExtension(certificate.get(), certificate.get(), NID_basic_constraints, "critical,CA:TRUE") &&
        addExtension(certificate.get(), certificate.get(), NID_key_usage, "critical,keyCertSign,cRLSign") &&
        addExtension(certificate.get(), certificate.get(), NID_subject_key_identifier, "hash") &&
        X509_sign(certificate.get(), key, EVP_sha256());
    return good ? std::move(certificate) : nullptr;
}

FilePtr openPrivately(const std::filesystem::path& file) {
    const int handle = ::open(file.c_str(), O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
    return FilePtr(handle < 0 ? nullptr : ::fdopen(handle, "w"));
}

bool addHolder(X509* certificate, const Person& person) {
    auto* name = X509_get_subject_name(certificate);
    const auto given = inCapitals(person.givenName), family = inCapitals(person.familyName);
    return addName(name, "C", person.identifier.country()) && addName(name, "CN", given + " " + family) &&
           addName(name, "SN", family) && addName(name, "GN", given) &&
           addName(name, "serialNumber", person.identifier.toString());
}

bool addUse(X509* certificate, X509* issuer, CertificateUse use, bool elliptic) {
    const auto add = [&](int nid, const char* value) {
        return addExtension(certificate, issuer, nid, value);
    };
    if (use == CertificateUse::Authentication)
        return add(NID_key_usage, elliptic ? "critical,digitalSignature,keyAgreement"
                                           : "critical,digitalSignature,keyEncipherment") &&
               add(NID_ext_key_usage, "clientAuth,emailProtection") &&
               add(NID_certificate_policies, "0.4.0.2042.1.2,1.3.6.1.4.1.32061.2.1.2.2");
    // qcStatements (ETSI EN 319 412-5): qualified, key in a QSCD, for electronic signatures
    constexpr auto statements = "DER:30293008060604008E4601013008060604008E460104"
                                "3013060604008E4601063009060704008E46010601";
    return add(NID_key_usage, "critical,nonRepudiation") &&
           add(NID_certificate_policies, "0.4.0.194112.1.2") && add(NID_qcStatements, statements);
}

bool addStatusAddresses(X509* certificate, X509* issuer, const std::string& trustUrl) {
    const auto ocsp = trustUrl.empty() ? "http://ocsp.invalid" : trustUrl + "/ocsp";
    const auto access = "caIssuers;URI:http://eid.invalid/cert/ica.crt,OCSP;URI:" + ocsp;
    const auto list = "URI:" + trustUrl + "/crl/cards.crl";
    return addExtension(certificate, issuer, NID_info_access, access.c_str()) &&
           (trustUrl.empty() || addExtension(certificate, issuer, NID_crl_distribution_points, list.c_str()));
}

} // namespace

base::Result<Authority> Authority::ofDirectory(const std::filesystem::path& directory) {
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    const FolderLock lock(directory);
    const auto keyFile = directory / "ca.key", certificateFile = directory / "ca.crt";
    if (const FilePtr stored(std::fopen(keyFile.c_str(), "r")); stored) {
        KeyPtr key(PEM_read_PrivateKey(stored.get(), nullptr, nullptr, nullptr));
        const FilePtr file(std::fopen(certificateFile.c_str(), "r"));
        CertificatePtr certificate(file ? PEM_read_X509(file.get(), nullptr, nullptr, nullptr) : nullptr);
        if (!key || !certificate || X509_check_private_key(certificate.get(), key.get()) != 1)
            return base::fail(base::codes::fileUnreadable, "not key and certificate of one authority",
                              "ca.key");
        return Authority(std::move(key), std::move(certificate));
    }
    KeyPtr key(EVP_RSA_gen(authorityBits));
    auto certificate = key ? makeAuthorityCertificate(key.get(), {"Vienlogs Test eID ICA", "LV"}) : nullptr;
    if (!certificate)
        return base::fail(base::codes::internal, "making an authority");
    // The certificate first: a folder with a key is a finished one.
    const FilePtr file(std::fopen(certificateFile.c_str(), "w"));
    const bool published =
        file && PEM_write_X509(file.get(), certificate.get()) && std::fflush(file.get()) == 0;
    const auto secret = published ? openPrivately(keyFile) : nullptr;
    if (!secret || !PEM_write_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr))
        return base::fail(base::codes::fileUnreadable, "writing an authority", directory.string());
    return Authority(std::move(key), std::move(certificate));
}

base::Result<Authority> Authority::stranger(const ForeignIssuer& name) {
    KeyPtr key(EVP_RSA_gen(strangerBits));
    auto certificate = key ? makeAuthorityCertificate(key.get(), name) : nullptr;
    if (!certificate)
        return base::fail(base::codes::internal, "making an authority");
    return Authority(std::move(key), std::move(certificate));
}

base::Result<base::Bytes> Authority::issue(const Person& person, EVP_PKEY* key, CertificateUse use,
                                           Validity validity) const {
    const auto certificate = blank(key, validity);
    auto* issuer = certificate_.get();
    const auto add = [&](int nid, const char* value) {
        return addExtension(certificate.get(), issuer, nid, value);
    };
    const bool good = certificate && addHolder(certificate.get(), person) &&
                      X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer)) &&
                      add(NID_basic_constraints, "critical,CA:FALSE") &&
                      addUse(certificate.get(), issuer, use, EVP_PKEY_is_a(key, "EC")) &&
                      add(NID_subject_key_identifier, "hash") && add(NID_authority_key_identifier, "keyid") &&
                      addStatusAddresses(certificate.get(), issuer, trustUrl_) &&
                      X509_sign(certificate.get(), key_.get(), EVP_sha256());
    unsigned char* der = nullptr;
    const int size = good ? i2d_X509(certificate.get(), &der) : 0;
    if (size <= 0)
        return base::fail(base::codes::internal, "issuing a certificate: " + opensslReason());
    base::Bytes bytes(der, der + size);
    OPENSSL_free(der);
    return bytes;
}

KeyPtr makeKey(bool elliptic) {
    return KeyPtr(elliptic ? EVP_EC_gen("P-384") : EVP_RSA_gen(2048));
}

} // namespace vienlogs::virtualcard
