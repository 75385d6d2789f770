// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "stamp.h"

#include <openssl/ts.h>

#include <ctime>

#include "algorithms.h"
#include "chain.h"
#include "vienlogs/verify/failures.h"

namespace vienlogs::verify {

namespace {

constexpr std::size_t longestToken = 256 * 1024;
constexpr int mostCertificates = 64;
using Token = std::unique_ptr<PKCS7, Freed<PKCS7_free>>;
using Info = std::unique_ptr<TS_TST_INFO, Freed<TS_TST_INFO_free>>;
using VerifyContext = std::unique_ptr<TS_VERIFY_CTX, Freed<TS_VERIFY_CTX_free>>;

tl::unexpected<base::Failure> wrong(const std::string& why) {
    ERR_clear_error();
    return base::fail(codes::stampWrong, why, why);
}

Token parseToken(const base::Bytes& der) {
    const auto* at = der.data();
    Token token(der.size() > longestToken ? nullptr : d2i_PKCS7(nullptr, &at, long(der.size())));
    const bool whole = token && at == der.data() + der.size() && PKCS7_type_is_signed(token.get());
    return whole ? std::move(token) : nullptr;
}

std::optional<Hash> hashOf(const X509_ALGOR* algorithm) {
    const ASN1_OBJECT* object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    switch (OBJ_obj2nid(object)) {
    case NID_sha256:
        return Hash::Sha256;
    case NID_sha384:
        return Hash::Sha384;
    case NID_sha512:
        return Hash::Sha512;
    default:
        return std::nullopt;
    }
}

/// The digest that the one signer of the token used is a safe one, too.
bool signedSafely(PKCS7* token) {
    auto* signers = PKCS7_get_signer_info(token);
    if (!signers || sk_PKCS7_SIGNER_INFO_num(signers) != 1)
        return false;
    X509_ALGOR* digest = nullptr;
    PKCS7_SIGNER_INFO_get0_algs(sk_PKCS7_SIGNER_INFO_value(signers, 0), nullptr, &digest, nullptr);
    return digest && hashOf(digest);
}

std::string lastError() {
    const auto* reason = ERR_reason_error_string(ERR_peek_last_error());
    return reason ? reason : "it does not fit";
}

} // namespace

base::Result<Stamp> readStamp(const base::Bytes& der, std::span<const base::Bytes> others) {
    const auto token = parseToken(der);
    const Info info(token ? PKCS7_to_TS_TST_INFO(token.get()) : nullptr);
    std::tm time{};
    if (!info || ASN1_TIME_to_tm(TS_TST_INFO_get_time(info.get()), &time) != 1)
        return wrong("no time stamp");
    Stamp stamp{base::Timestamp(std::chrono::seconds(timegm(&time))), {}, {}};
    const auto* all = token->d.sign->cert;
    for (int i = 0; i < sk_X509_num(all) && i < mostCertificates; ++i)
        stamp.certificates.push_back(derOf<i2d_X509>(sk_X509_value(all, i)));
    const auto known = listOf(others);
    auto* signers = PKCS7_get0_signers(token.get(), known.get(), 0);
    if (sk_X509_num(signers) == 1)
        stamp.certificate = derOf<i2d_X509>(sk_X509_value(signers, 0));
    sk_X509_free(signers);
    ERR_clear_error();
    return stamp;
}

base::Result<void> checkStamp(const StampEvidence& evidence, const Stamp& stamp,
                              std::span<const base::Bytes> others, std::span<const base::Bytes> anchors) {
    const auto token = parseToken(evidence.token);
    const Info info(token ? PKCS7_to_TS_TST_INFO(token.get()) : nullptr);
    if (!info)
        return wrong("no time stamp");
    const auto hash = hashOf(TS_MSG_IMPRINT_get_algo(TS_TST_INFO_get_msg_imprint(info.get())));
    if (!hash || !signedSafely(token.get()))
        return base::fail(codes::weak, "the hash of a time stamp", "RFC 3161");
    const VerifyContext check(TS_VERIFY_CTX_new());
    TS_VERIFY_CTX_set_flags(check.get(), TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_SIGNATURE);
    const auto digest = digestOf(*hash, evidence.covered);
    TS_VERIFY_CTX_set_imprint(check.get(), // both freed with the check, like the store
                              static_cast<unsigned char*>(OPENSSL_memdup(digest.data(), digest.size())),
                              long(digest.size()));
    TS_VERIFY_CTX_set_store(check.get(), anchorsAt(anchors, stamp.at).release());
    TS_VERIFY_CTX_set_certs(check.get(), listOf(others).release());
    if (TS_RESP_verify_token(check.get(), token.get()) != 1)
        return wrong(lastError());
    return {};
}

} // namespace vienlogs::verify
