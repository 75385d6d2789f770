// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/trust/ocsp.h"

#include <array>

#include "openssl_types.h"
#include "rules.h"

namespace vienlogs::trust {

namespace {

using CutoffPtr = std::unique_ptr<ASN1_GENERALIZEDTIME, Freed<ASN1_GENERALIZEDTIME_free>>;

constexpr std::size_t mostResponseBytes = 64 * 1024;
constexpr int nonceBytes = 32; // RFC 8954: 1 to 32

const EVP_MD* digestOf(CertIdHash hash) {
    return hash == CertIdHash::Sha1 ? EVP_sha1() : EVP_sha256();
}

OcspResponsePtr parseResponse(const base::Bytes& der) {
    if (der.empty() || der.size() > mostResponseBytes)
        return nullptr;
    const auto* at = der.data();
    OcspResponsePtr response(d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(der.size())));
    return response && at == der.data() + der.size() ? std::move(response) : nullptr;
}

/// Who signed: the issuer, or a certificate of the answer that fits its responder id.
X509* signerOf(OCSP_BASICRESP* basic, X509* issuer) {
    const ASN1_OCTET_STRING* keyHash = nullptr;
    const X509_NAME* name = nullptr;
    OCSP_resp_get0_id(basic, &keyHash, &name);
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned size = 0;
    if (name && X509_NAME_cmp(name, X509_get_subject_name(issuer)) == 0)
        return issuer;
    if (keyHash && X509_pubkey_digest(issuer, EVP_sha1(), hash.data(), &size) == 1 &&
        ASN1_STRING_length(keyHash) == static_cast<int>(size) &&
        std::equal(hash.begin(), hash.begin() + size, ASN1_STRING_get0_data(keyHash)))
        return issuer;
    X509* signer = nullptr;
    return OCSP_resp_get0_signer(basic, &signer, nullptr) == 1 ? signer : nullptr;
}

/// RFC 6960 section 4.2.2.2. A kept answer was held against now when it was new; of a fresh one only the
/// responder itself says when it was made.
std::string whyNotResponder(X509* signer, X509* issuer, base::Timestamp producedAt,
                            const RevocationRules& rules) {
    const bool now =
        rules.kept || validAt(signer, rules.now) || validAt(signer, rules.now - rules.clockSlack);
    if (!validAt(signer, producedAt) || !now)
        return "the responder's certificate was not valid";
    if (X509_cmp(signer, issuer) == 0)
        return {};
    if (!isStrongSignature(X509_get_signature_nid(signer)) || !issuedBy(signer, issuer))
        return "the responder is not of the issuer";
    const auto extended = X509_get_extended_key_usage(signer);
    if (extended == UINT32_MAX || (extended & XKU_OCSP_SIGN) == 0)
        return "the responder may not answer";
    if ((X509_get_key_usage(signer) & KU_DIGITAL_SIGNATURE) == 0)
        return "the responder may not sign";
    return {};
}

std::string whyNotSigned(OCSP_BASICRESP* basic, X509* issuer, base::Timestamp producedAt,
                         const RevocationRules& rules) {
    auto* signer = signerOf(basic, issuer);
    if (!signer)
        return "unknown responder";
    const ASN1_OBJECT* algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, OCSP_resp_get0_tbs_sigalg(basic));
    if (!isStrongSignature(OBJ_obj2nid(algorithm)))
        return "weak signature";
    if (auto why = whyNotResponder(signer, issuer, producedAt, rules); !why.empty())
        return why;
    const std::unique_ptr<STACK_OF(X509), Freed<[](STACK_OF(X509) * stack) { sk_X509_free(stack); }>> signers(
        sk_X509_new_null());
    // The chain was checked above; left for OpenSSL is the signature by that certificate and no other.
    if (!signers || sk_X509_push(signers.get(), signer) <= 0 ||
        OCSP_basic_verify(basic, signers.get(), nullptr, OCSP_NOVERIFY | OCSP_NOINTERN) != 1)
        return "its signature does not hold";
    return {};
}

bool isAbout(const OCSP_SINGLERESP* single, X509* certificate, X509* issuer) {
    // OpenSSL's reading functions of a CertID take it unconst.
    auto* id = const_cast<OCSP_CERTID*>(OCSP_SINGLERESP_get0_id(single));
    ASN1_OBJECT* hash = nullptr;
    if (OCSP_id_get0_info(nullptr, &hash, nullptr, nullptr, id) != 1)
        return false;
    const int nid = OBJ_obj2nid(hash);
    if (nid != NID_sha1 && nid != NID_sha256)
        return false;
    const CertIdPtr wanted(OCSP_cert_to_id(EVP_get_digestbynid(nid), certificate, issuer));
    return wanted && OCSP_id_cmp(wanted.get(), id) == 0;
}

std::string whyNotNonce(OCSP_BASICRESP* basic, const RevocationRules& rules) {
    const int at = OCSP_BASICRESP_get_ext_by_NID(basic, NID_id_pkix_OCSP_Nonce, -1);
    if (at < 0)
        return rules.nonceRequired ? "no nonce" : "";
    if (rules.nonce.empty())
        return {};
    // The nonce is an OCTET STRING within the extension's own; responders that copy it bare exist too.
    const auto* value = X509_EXTENSION_get_data(OCSP_BASICRESP_get_ext(basic, at));
    const base::Bytes sent(ASN1_STRING_get0_data(value),
                           ASN1_STRING_get0_data(value) + ASN1_STRING_length(value));
    base::Bytes wrapped{V_ASN1_OCTET_STRING, static_cast<std::uint8_t>(rules.nonce.size())};
    wrapped.insert(wrapped.end(), rules.nonce.begin(), rules.nonce.end());
    return sent == wrapped || sent == rules.nonce ? "" : "the nonce is of another question";
}

/// Whether "good" may only mean that the responder forgot a certificate that had expired (archive cutoff, RFC
/// 6960 section 4.4.4).
bool mayHaveForgotten(OCSP_SINGLERESP* single, X509* certificate, base::Timestamp thisUpdate) {
    const auto expired = timeOf(X509_get0_notAfter(certificate));
    if (!expired || *expired >= thisUpdate)
        return false;
    const CutoffPtr cutoff(static_cast<ASN1_GENERALIZEDTIME*>(
        OCSP_SINGLERESP_get1_ext_d2i(single, NID_id_pkix_OCSP_archiveCutoff, nullptr, nullptr)));
    const auto since = timeOf(cutoff.get());
    return !since || *since > *expired;
}

base::Result<ports::RevocationAnswer> read(OCSP_SINGLERESP* single, X509* certificate,
                                           base::Timestamp producedAt) {
    ports::RevocationAnswer answer;
    int reason = -1;
    ASN1_GENERALIZEDTIME *revoked = nullptr, *from = nullptr, *to = nullptr;
    const int status = OCSP_single_get0_status(single, &reason, &revoked, &from, &to);
    const auto thisUpdate = timeOf(from);
    if (!thisUpdate || (to && !timeOf(to)))
        return refused("unreadable dates");
    answer.source = ports::RevocationSource::Ocsp;
    answer.producedAt = producedAt;
    answer.thisUpdate = *thisUpdate;
    answer.nextUpdate = timeOf(to);
    if (status == V_OCSP_CERTSTATUS_GOOD && mayHaveForgotten(single, certificate, *thisUpdate))
        return refused("it no longer tells of a certificate that expired");
    if (status == V_OCSP_CERTSTATUS_GOOD)
        answer.state = ports::RevocationState::Good;
    if (status == V_OCSP_CERTSTATUS_REVOKED) {
        answer.state = ports::RevocationState::Revoked;
        answer.revokedAt = timeOf(revoked);
        answer.reason = reasonName(reason);
    }
    return answer;
}

base::Result<ports::RevocationAnswer> findAnswer(OCSP_BASICRESP* basic, X509* certificate, X509* issuer,
                                                 base::Timestamp producedAt) {
    for (int i = 0; i < OCSP_resp_count(basic); ++i) {
        auto* single = OCSP_resp_get0(basic, i);
        if (isAbout(single, certificate, issuer))
            return read(single, certificate, producedAt);
    }
    return refused("it is about another certificate");
}

base::Result<OcspBasicPtr> basicOf(const base::Bytes& der) {
    const auto response = parseResponse(der);
    if (!response)
        return refused("no OCSP answer");
    const int status = OCSP_response_status(response.get());
    if (status == OCSP_RESPONSE_STATUS_TRYLATER || status == OCSP_RESPONSE_STATUS_INTERNALERROR)
        return base::fail(codes::away, OCSP_response_status_str(status));
    if (status != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return refused(OCSP_response_status_str(status));
    OcspBasicPtr basic(OCSP_response_get1_basic(response.get()));
    if (!basic)
        return refused("no basic OCSP answer");
    return basic;
}

} // namespace

base::Result<OcspQuestion> askOcsp(const base::Bytes& certificate, const base::Bytes& issuer,
                                   CertIdHash hash) {
    const auto subject = parseX509(certificate), authority = parseX509(issuer);
    if (!subject || !authority)
        return base::fail(codes::certificate, "not a certificate", "OCSP");
    const OcspRequestPtr request(OCSP_REQUEST_new());
    CertIdPtr id(OCSP_cert_to_id(digestOf(hash), subject.get(), authority.get()));
    if (!request || !id || !OCSP_request_add0_id(request.get(), id.get()))
        return base::fail(codes::certificate, "OCSP question", "OCSP");
    id.release(); // now the request's
    if (OCSP_request_add1_nonce(request.get(), nullptr, nonceBytes) != 1)
        return base::fail(codes::certificate, "OCSP nonce", "OCSP");
    OcspQuestion question;
    const int at = OCSP_REQUEST_get_ext_by_NID(request.get(), NID_id_pkix_OCSP_Nonce, -1);
    const auto* value = X509_EXTENSION_get_data(OCSP_REQUEST_get_ext(request.get(), at));
    const auto* end = ASN1_STRING_get0_data(value) + ASN1_STRING_length(value);
    question.nonce.assign(end - nonceBytes, end);
    question.der = derOf<i2d_OCSP_REQUEST>(request.get());
    return question;
}

base::Result<ports::RevocationAnswer> checkOcsp(const base::Bytes& response, const base::Bytes& certificate,
                                                const base::Bytes& issuer, const RevocationRules& rules) {
    const auto subject = parseX509(certificate), authority = parseX509(issuer);
    if (!subject || !authority)
        return base::fail(codes::certificate, "not a certificate", "OCSP");
    const auto basic = basicOf(response);
    if (!basic)
        return base::fail(basic.error());
    const auto producedAt = timeOf(OCSP_resp_get0_produced_at(basic->get()));
    if (!producedAt || *producedAt > rules.now + rules.clockSlack)
        return refused("produced in the future");
    if (const auto why = whyNotSigned(basic->get(), authority.get(), *producedAt, rules); !why.empty())
        return refused(why);
    if (const auto why = whyNotNonce(basic->get(), rules); !why.empty())
        return refused(why);
    auto answer = findAnswer(basic->get(), subject.get(), authority.get(), *producedAt);
    if (!answer)
        return answer;
    if (const auto why = whyNotOfNow(*answer, rules); !why.empty())
        return refused(why);
    answer->proof = response;
    return answer;
}

base::Result<base::Bytes> responderOf(const base::Bytes& response, const base::Bytes& issuer) {
    const auto authority = parseX509(issuer);
    if (!authority)
        return base::fail(codes::certificate, "not a certificate", "OCSP");
    const auto basic = basicOf(response);
    if (!basic)
        return base::fail(basic.error());
    auto* signer = signerOf(basic->get(), authority.get());
    if (!signer)
        return refused("unknown responder");
    return derOf<i2d_X509>(signer);
}

std::string ocspAddressOf(const base::Bytes& certificate) {
    const auto parsed = parseX509(certificate);
    const std::unique_ptr<STACK_OF(OPENSSL_STRING), Freed<X509_email_free>> addresses(
        parsed ? X509_get1_ocsp(parsed.get()) : nullptr);
    return addresses && sk_OPENSSL_STRING_num(addresses.get()) > 0
               ? sk_OPENSSL_STRING_value(addresses.get(), 0)
               : std::string();
}

} // namespace vienlogs::trust
