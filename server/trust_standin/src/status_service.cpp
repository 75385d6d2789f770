// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "status_service.h"

#include <ctime>

#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

namespace vienlogs::trust_standin {

namespace {

template<typename T, auto Free>
struct Freed {
    void operator()(T* object) const { Free(object); }
};
using Request = std::unique_ptr<OCSP_REQUEST, Freed<OCSP_REQUEST, OCSP_REQUEST_free>>;
using Response = std::unique_ptr<OCSP_RESPONSE, Freed<OCSP_RESPONSE, OCSP_RESPONSE_free>>;
using Basic = std::unique_ptr<OCSP_BASICRESP, Freed<OCSP_BASICRESP, OCSP_BASICRESP_free>>;
using CertId = std::unique_ptr<OCSP_CERTID, Freed<OCSP_CERTID, OCSP_CERTID_free>>;
using Time = std::unique_ptr<ASN1_TIME, Freed<ASN1_TIME, ASN1_TIME_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BIGNUM, BN_free>>;
using Integer = std::unique_ptr<ASN1_INTEGER, Freed<ASN1_INTEGER, ASN1_INTEGER_free>>;
using Crl = std::unique_ptr<X509_CRL, Freed<X509_CRL, X509_CRL_free>>;
using Entry = std::unique_ptr<X509_REVOKED, Freed<X509_REVOKED, X509_REVOKED_free>>;
using Enumerated = std::unique_ptr<ASN1_ENUMERATED, Freed<ASN1_ENUMERATED, ASN1_ENUMERATED_free>>;

constexpr long minute = 60, day = 24 * 60 * minute;
constexpr const char* nonsense = "<html>It works!</html>";

Time inSeconds(long seconds) {
    return Time(X509_gmtime_adj(nullptr, seconds));
}

Time timeOf(base::Timestamp at) {
    return Time(
        ASN1_TIME_set(nullptr, std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count()));
}

template<auto Write, typename T>
std::string written(T* object) {
    unsigned char* der = nullptr;
    const int size = Write(object, &der);
    std::string text(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size > 0 ? size : 0));
    OPENSSL_free(der);
    return text;
}

std::string serialOf(OCSP_CERTID* id) {
    ASN1_INTEGER* serial = nullptr;
    OCSP_id_get0_info(nullptr, nullptr, nullptr, &serial, id);
    const Number number(ASN1_INTEGER_to_BN(serial, nullptr));
    char* hex = BN_bn2hex(number.get());
    std::string text(hex);
    OPENSSL_free(hex);
    return text;
}

CertId next(OCSP_CERTID* id) {
    CertId other(OCSP_CERTID_dup(id));
    ASN1_INTEGER* serial = nullptr;
    OCSP_id_get0_info(nullptr, nullptr, nullptr, &serial, other.get());
    const Number number(ASN1_INTEGER_to_BN(serial, nullptr));
    BN_add_word(number.get(), 1);
    BN_to_ASN1_INTEGER(number.get(), serial);
    return other;
}

std::string bare(int status) {
    const Response response(OCSP_response_create(status, nullptr));
    return written<i2d_OCSP_RESPONSE>(response.get());
}

void addStatus(OCSP_BASICRESP* basic, OCSP_CERTID* id, const std::string& state, const Revoked& revoked) {
    const bool past = state == "expired";
    const auto from = inSeconds(past ? -2 * day : 0), to = inSeconds(past ? -day : 10 * minute);
    const auto entry = revoked.find(serialOf(id));
    const auto at = entry ? timeOf(entry->at) : nullptr;
    const auto other = state == "wrongCertId" ? next(id) : nullptr;
    const int status = state == "unknown" ? V_OCSP_CERTSTATUS_UNKNOWN
                       : entry            ? V_OCSP_CERTSTATUS_REVOKED
                                          : V_OCSP_CERTSTATUS_GOOD;
    OCSP_basic_add1_status(basic, other ? other.get() : id, status, entry ? entry->reason : -1,
                           status == V_OCSP_CERTSTATUS_REVOKED ? at.get() : nullptr, from.get(), to.get());
}

void addNonce(OCSP_BASICRESP* basic, OCSP_REQUEST* request, const std::string& state) {
    if (state == "wrongNonce")
        OCSP_basic_add1_nonce(basic, nullptr, 32);
    else if (state != "noNonce")
        OCSP_copy_nonce(basic, request);
}

bool addEntry(X509_CRL* crl, const std::string& serial, const RevokedEntry& revoked) {
    Entry entry(X509_REVOKED_new());
    BIGNUM* raw = nullptr;
    BN_hex2bn(&raw, serial.c_str());
    const Number number(raw);
    const Integer integer(BN_to_ASN1_INTEGER(number.get(), nullptr));
    const auto at = timeOf(revoked.at);
    X509_REVOKED_set_serialNumber(entry.get(), integer.get());
    X509_REVOKED_set_revocationDate(entry.get(), at.get());
    if (revoked.reason >= 0) {
        const Enumerated reason(ASN1_ENUMERATED_new());
        ASN1_ENUMERATED_set(reason.get(), revoked.reason);
        X509_REVOKED_add1_ext_i2d(entry.get(), NID_crl_reason, reason.get(), 0, 0);
    }
    if (X509_CRL_add0_revoked(crl, entry.get()) != 1)
        return false;
    entry.release(); // now the list's
    return true;
}

std::string makeCrl(const StatusIssuer& issuer, const Identity& signer, const std::string& state,
                    const Revoked& revoked) {
    const Crl crl(X509_CRL_new());
    const bool past = state == "expired";
    X509_CRL_set_version(crl.get(), 1);
    X509_CRL_set_issuer_name(crl.get(), X509_get_subject_name(issuer.authority.certificate.get()));
    X509_CRL_set1_lastUpdate(crl.get(), inSeconds(past ? -2 * day : 0).get());
    X509_CRL_set1_nextUpdate(crl.get(), inSeconds(past ? -day : day).get());
    for (const auto& [serial, entry] : revoked.all())
        addEntry(crl.get(), serial, entry);
    const Integer number(ASN1_INTEGER_new());
    ASN1_INTEGER_set_int64(number.get(), std::time(nullptr));
    X509_CRL_add1_ext_i2d(crl.get(), NID_crl_number, number.get(), 0, 0);
    X509_CRL_sort(crl.get());
    X509_CRL_sign(crl.get(), signer.key.get(), EVP_sha256());
    return written<i2d_X509_CRL>(crl.get());
}

} // namespace

StatusIssuer makeStatusIssuer(const std::string& name, const Identity& authority) {
    return {name, authority, makeResponder(authority, "OCSPSigning"), makeResponder(authority, "clientAuth")};
}

StatusService::StatusService(std::vector<StatusIssuer> issuers, const Revoked& revoked)
    : ocsp({"up", "down", "silent", "nonsense", "expired", "wrongResponder", "unfitResponder", "wrongCertId",
            "wrongNonce", "noNonce", "unknown", "tryLater"}),
      crl({"up", "down", "silent", "nonsense", "expired", "wrongSigner"}), issuers_(std::move(issuers)),
      stranger_(makeResponder(makeAuthority("Somebody else"), "OCSPSigning")), revoked_(revoked) {}

const StatusIssuer* StatusService::issuerOf(ocsp_cert_id_st* id) const {
    ASN1_OBJECT* hash = nullptr;
    ASN1_INTEGER* serial = nullptr;
    OCSP_id_get0_info(nullptr, &hash, nullptr, &serial, id);
    const auto* digest = EVP_get_digestbyobj(hash);
    for (const auto& issuer : issuers_) {
        auto* certificate = issuer.authority.certificate.get();
        const CertId own(digest ? OCSP_cert_id_new(digest, X509_get_subject_name(certificate),
                                                   X509_get0_pubkey_bitstr(certificate), serial)
                                : nullptr);
        if (own && OCSP_id_issuer_cmp(own.get(), id) == 0)
            return &issuer;
    }
    return nullptr;
}

std::optional<std::string> StatusService::answerOcsp(const std::string& question) {
    const auto state = ocsp.get();
    if (state == "down" || state == "silent")
        return {};
    if (state == "nonsense")
        return nonsense;
    if (state == "tryLater")
        return bare(OCSP_RESPONSE_STATUS_TRYLATER);
    const auto* at = reinterpret_cast<const unsigned char*>(question.data());
    const Request request(d2i_OCSP_REQUEST(nullptr, &at, static_cast<long>(question.size())));
    if (!request || OCSP_request_onereq_count(request.get()) < 1)
        return bare(OCSP_RESPONSE_STATUS_MALFORMEDREQUEST);
    const Basic basic(OCSP_BASICRESP_new());
    const StatusIssuer* issuer = nullptr;
    for (int i = 0; i < OCSP_request_onereq_count(request.get()); ++i) {
        auto* id = OCSP_onereq_get0_id(OCSP_request_onereq_get0(request.get(), i));
        issuer = issuerOf(id);
        if (!issuer)
            return bare(OCSP_RESPONSE_STATUS_UNAUTHORIZED);
        addStatus(basic.get(), id, state, revoked_);
    }
    addNonce(basic.get(), request.get(), state);
    const auto& signer = state == "wrongResponder"   ? stranger_
                         : state == "unfitResponder" ? issuer->unfit
                                                     : issuer->responder;
    if (OCSP_basic_sign(basic.get(), signer.certificate.get(), signer.key.get(), EVP_sha256(), nullptr, 0) !=
        1)
        return bare(OCSP_RESPONSE_STATUS_INTERNALERROR);
    const Response response(OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic.get()));
    return written<i2d_OCSP_RESPONSE>(response.get());
}

std::optional<std::string> StatusService::crlOf(const std::string& name) {
    const auto state = crl.get();
    if (state == "down" || state == "silent")
        return {};
    if (state == "nonsense")
        return nonsense;
    for (const auto& issuer : issuers_)
        if (issuer.name == name)
            return makeCrl(issuer, state == "wrongSigner" ? stranger_ : issuer.authority, state, revoked_);
    return std::string();
}

} // namespace vienlogs::trust_standin
