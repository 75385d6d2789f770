// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "cms_check.h"

#include <openssl/err.h>

#include <algorithm>

#include "openssl_types.h"
#include "proofs.h"
#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

namespace {

using verify::CheckKind;
using verify::Indication;
using verify::SubIndication;
using EssPtr = std::unique_ptr<ESS_SIGNING_CERT_V2, Freed<ESS_SIGNING_CERT_V2_free>>;

bool isSafe(int hash) {
    return hash == NID_sha256 || hash == NID_sha384 || hash == NID_sha512;
}

std::string nameOf(int nid) {
    const auto* name = OBJ_nid2ln(nid);
    return name ? name : "?";
}

base::Bytes bytesOf(const ASN1_STRING* string) {
    return string ? base::Bytes(ASN1_STRING_get0_data(string),
                                ASN1_STRING_get0_data(string) + ASN1_STRING_length(string))
                  : base::Bytes{};
}

const ASN1_STRING* signedAttribute(CMS_SignerInfo* signer, int nid, int type) {
    // -3: exactly one attribute with exactly one value
    return static_cast<ASN1_STRING*>(CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(nid), -3, type));
}

base::Result<base::Bytes> digestOf(const Source& source, const SignedBytes& part, int hash) {
    const DigestPtr context(EVP_MD_CTX_new());
    EVP_DigestInit_ex(context.get(), EVP_get_digestbynid(hash), nullptr);
    std::string piece(1 << 18, '\0');
    for (auto [at, end] : {std::pair{std::uint64_t(0), part.before}, std::pair{part.from, part.end}})
        while (at < end) {
            const auto bytes = std::span(piece).first(std::min<std::uint64_t>(piece.size(), end - at));
            if (const auto read = source.read(at, bytes); !read)
                return base::fail(read.error());
            EVP_DigestUpdate(context.get(), bytes.data(), bytes.size());
            at += bytes.size();
        }
    base::Bytes digest(EVP_MAX_MD_SIZE);
    unsigned size = 0;
    EVP_DigestFinal_ex(context.get(), digest.data(), &size);
    digest.resize(size);
    return digest;
}

/// The checks of one signature, one after the other, until the next makes no sense.
class Checking {
public:
    Checking(verify::SignatureReport& report, verify::Evidence& evidence)
        : report_(report), evidence_(evidence) {}

    void run(const base::Bytes& contents, const Source& source, const SignedBytes& signedBytes) {
        if (!read(contents) || !findSigner() || !checkAlgorithms())
            return;
        checkContent(source, signedBytes);
        checkValue();
        checkCertificateAttribute();
        takeStamps();
    }

private:
    void fail(CheckKind kind, base::FailureCode code, std::string detail, Indication indication,
              SubIndication sub) {
        verify::fail(report_, {kind, verify::Outcome::Failed, {}, base::Failure{code, detail, detail}},
                     indication, sub);
    }
    void pass(CheckKind kind) { report_.checks.push_back({kind, verify::Outcome::Passed, {}, {}}); }

    bool read(const base::Bytes& contents) {
        const auto* at = contents.data();
        cms_.reset(d2i_CMS_ContentInfo(nullptr, &at, long(contents.size())));
        const bool filled =
            cms_ && std::all_of(at, contents.data() + contents.size(), [](auto b) { return b == 0; });
        const bool outside = filled && OBJ_obj2nid(CMS_get0_type(cms_.get())) == NID_pkcs7_signed &&
                             OBJ_obj2nid(CMS_get0_eContentType(cms_.get())) == NID_pkcs7_data &&
                             CMS_is_detached(cms_.get()) == 1;
        auto* signers = outside ? CMS_get0_SignerInfos(cms_.get()) : nullptr;
        if (sk_CMS_SignerInfo_num(signers) != 1) {
            fail(CheckKind::Structure, codes::unknownForm, "CMS", Indication::TotalFailed,
                 SubIndication::FormatFailure);
            return false;
        }
        signer_ = sk_CMS_SignerInfo_value(signers, 0);
        pass(CheckKind::Structure);
        return true;
    }

    bool findSigner() {
        evidence_.certificates = certificatesIn(derOf<i2d_CMS_ContentInfo>(cms_.get()));
        for (const auto& each : evidence_.certificates) {
            auto certificate = parseX509(each);
            if (certificate && CMS_SignerInfo_cert_cmp(signer_, certificate.get()) == 0) {
                evidence_.signer = each;
                certificate_ = std::move(certificate);
                return true;
            }
        }
        fail(CheckKind::Certificate, codes::noCertificateAttribute, "no certificate of the signer",
             Indication::Indeterminate, SubIndication::NoSigningCertificateFound);
        return false;
    }

    bool checkAlgorithms() {
        X509_ALGOR *digest = nullptr, *signature = nullptr;
        CMS_SignerInfo_get0_algs(signer_, nullptr, nullptr, &digest, &signature);
        hash_ = OBJ_obj2nid(digest->algorithm);
        const int method = OBJ_obj2nid(signature->algorithm);
        report_.signatureMethod = nameOf(method);
        int signatureHash = NID_undef, kind = NID_undef;
        const bool known = OBJ_find_sigid_algs(method, &signatureHash, &kind) == 1;
        // Plain rsaEncryption and PSS name no hash: the one of the signer's info counts, or PSS's own.
        const bool safeMethod =
            known ? signatureHash == NID_undef || isSafe(signatureHash) : method == NID_rsaEncryption;
        const auto* key = X509_get0_pubkey(certificate_.get());
        const int bits = key ? EVP_PKEY_get_bits(key) : 0, type = key ? EVP_PKEY_get_base_id(key) : 0;
        const bool strong = type == EVP_PKEY_EC ? bits >= 256 : type == EVP_PKEY_RSA && bits >= 2048;
        if (isSafe(hash_) && safeMethod && strong) {
            pass(CheckKind::Algorithms);
            return true;
        }
        fail(CheckKind::Algorithms, codes::unknownForm, nameOf(isSafe(hash_) ? method : hash_),
             Indication::Indeterminate, SubIndication::CryptoConstraintsFailure);
        return isSafe(hash_); // an unsafe hash is not even computed
    }

    void checkContent(const Source& source, const SignedBytes& signedBytes) {
        const auto digest = digestOf(source, signedBytes, hash_);
        const auto named = bytesOf(signedAttribute(signer_, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING));
        const auto* type = static_cast<ASN1_OBJECT*>(
            CMS_signed_get0_data_by_OBJ(signer_, OBJ_nid2obj(NID_pkcs9_contentType), -3, V_ASN1_OBJECT));
        if (!digest || named.empty() || *digest != named)
            fail(CheckKind::FileDigest, codes::contentChanged, {}, Indication::TotalFailed,
                 SubIndication::HashFailure);
        else if (!type || OBJ_obj2nid(type) != NID_pkcs7_data)
            fail(CheckKind::FileDigest, codes::unknownForm, "content-type", Indication::TotalFailed,
                 SubIndication::FormatFailure);
        else
            pass(CheckKind::FileDigest);
    }

    void checkValue() {
        CMS_SignerInfo_set1_signer_cert(signer_, certificate_.get());
        // Without signed attributes there is nothing in the CMS that the value could be over.
        if (CMS_signed_get_attr_count(signer_) > 0 && CMS_SignerInfo_verify(signer_) == 1)
            return pass(CheckKind::SignatureValue);
        fail(CheckKind::SignatureValue, codes::signatureWrong, {}, Indication::TotalFailed,
             SubIndication::SigCryptoFailure);
    }

    void checkCertificateAttribute() {
        const auto der =
            bytesOf(signedAttribute(signer_, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE));
        const auto* at = der.data();
        const EssPtr named(der.empty() ? nullptr : d2i_ESS_SIGNING_CERT_V2(nullptr, &at, long(der.size())));
        auto* chain = sk_X509_new_null();
        sk_X509_push(chain, certificate_.get());
        const bool good = named && OSSL_ESS_check_signing_certs(nullptr, named.get(), chain, 1) > 0;
        sk_X509_free(chain);
        if (good)
            return pass(CheckKind::Certificate);
        fail(CheckKind::Certificate, codes::noCertificateAttribute, {}, Indication::Indeterminate,
             SubIndication::SigConstraintsFailure);
    }

    void takeStamps() {
        constexpr int mostStamps = 8;
        const auto value = bytesOf(CMS_SignerInfo_get0_signature(signer_));
        const auto* stamp = OBJ_nid2obj(NID_id_smime_aa_timeStampToken);
        int at = CMS_unsigned_get_attr_by_OBJ(signer_, stamp, -1);
        for (int i = 0; at >= 0 && i < mostStamps;
             ++i, at = CMS_unsigned_get_attr_by_OBJ(signer_, stamp, at)) {
            auto* attribute = CMS_unsigned_get_attr(signer_, at);
            const auto* token =
                static_cast<ASN1_STRING*>(X509_ATTRIBUTE_get0_data(attribute, 0, V_ASN1_SEQUENCE, nullptr));
            evidence_.timeStamps.push_back({bytesOf(token), value});
        }
    }

    verify::SignatureReport& report_;
    verify::Evidence& evidence_;
    CmsPtr cms_;
    CMS_SignerInfo* signer_ = nullptr;
    X509Ptr certificate_;
    int hash_ = NID_undef;
};

} // namespace

void checkCms(const base::Bytes& contents, const Source& source, const SignedBytes& signedBytes,
              verify::SignatureReport& report, verify::Evidence& evidence) {
    Checking(report, evidence).run(contents, source, signedBytes);
    ERR_clear_error();
}

} // namespace vienlogs::pdf
