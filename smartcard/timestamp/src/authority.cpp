// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/timestamp/authority.h"

#include <ctime>

#include <openssl/pem.h>

#include "openssl_types.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/timestamp/failures.h"

namespace vienlogs::timestamp {

namespace {

/// A token with its certificates has some thousand bytes.
constexpr std::size_t longestAnswer = 64 * 1024;
constexpr std::chrono::minutes clockSlack{10};

tl::unexpected<base::Failure> refused(const std::string& why) {
    return base::fail(codes::refused, why, why);
}

std::optional<base::Timestamp> timeOf(TS_TST_INFO* info) {
    std::tm time{};
    if (!info || ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &time) != 1)
        return {};
    return base::Timestamp(std::chrono::seconds(timegm(&time)));
}

/// The roots as of a moment, which is what every certificate of the chain is held against.
Roots rootsAt(const std::vector<std::shared_ptr<X509>>& certificates, base::Timestamp at) {
    Roots roots(X509_STORE_new());
    for (const auto& certificate : certificates)
        X509_STORE_add_cert(roots.get(), certificate.get());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count();
    constexpr int securityLevel = 2; // RSA of 2048 bits, no SHA-1: as who validates wants it
    auto* rules = X509_STORE_get0_param(roots.get());
    X509_VERIFY_PARAM_set_time(rules, static_cast<std::time_t>(seconds));
    X509_VERIFY_PARAM_set_auth_level(rules, securityLevel);
    return roots;
}

/// Whose name and key made the certificate; of two with one name, the key tells.
bool isIssuer(X509* issuer, X509* certificate) {
    const bool made = X509_check_issued(issuer, certificate) == X509_V_OK &&
                      X509_verify(certificate, X509_get0_pubkey(issuer)) == 1;
    ERR_clear_error();
    return made;
}

void believe(TS_VERIFY_CTX* check, Roots roots) {
    TS_VERIFY_CTX_add_flags(check, TS_VFY_SIGNATURE);
    TS_VERIFY_CTX_set_store(check, roots.release()); // freed with the check
}

} // namespace

base::Result<Authority> Authority::fromPem(const std::string& pems, const std::string& file) {
    const std::unique_ptr<BIO, Freed<BIO_free_all>> bio(
        BIO_new_mem_buf(pems.data(), static_cast<int>(pems.size())));
    Authority authority;
    while (auto* certificate = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
        authority.roots_.emplace_back(certificate, X509_free);
    ERR_clear_error(); // The end of the file is one.
    if (authority.roots_.empty())
        return base::fail(codes::authority, "no certificate", file);
    return authority;
}

base::Result<Stamp> Authority::check(const Question& question, const base::Bytes& answer,
                                     base::Timestamp now) const {
    const auto* at = answer.data();
    if (answer.size() > longestAnswer)
        return refused("too long");
    const Answer response(d2i_TS_RESP(nullptr, &at, static_cast<long>(answer.size())));
    if (!response || at != answer.data() + answer.size()) {
        ERR_clear_error();
        return refused("no time stamp answer");
    }
    const Check check(TS_REQ_to_TS_VERIFY_CTX(question.request_.get(), nullptr));
    believe(check.get(), rootsAt(roots_, now));
    if (TS_RESP_verify_response(check.get(), response.get()) != 1)
        return refused(lastError());
    const auto time = timeOf(TS_RESP_get_tst_info(response.get()));
    if (!time || *time > now + clockSlack || *time < now - clockSlack)
        return refused("its time is not ours");
    return Stamp{derOf<i2d_PKCS7>(TS_RESP_get_token(response.get())), *time};
}

base::Result<base::Timestamp> Authority::verify(std::string_view text, const base::Bytes& token) const {
    const auto* at = token.data();
    const Token signedData(
        token.size() > longestAnswer ? nullptr : d2i_PKCS7(nullptr, &at, static_cast<long>(token.size())));
    const std::unique_ptr<TS_TST_INFO, Freed<TS_TST_INFO_free>> info(
        signedData && PKCS7_type_is_signed(signedData.get()) ? PKCS7_to_TS_TST_INFO(signedData.get())
                                                             : nullptr);
    const auto time = timeOf(info.get());
    if (!time) {
        ERR_clear_error();
        return refused("no time stamp");
    }
    const Check check(TS_VERIFY_CTX_new());
    TS_VERIFY_CTX_set_flags(check.get(), TS_VFY_VERSION | TS_VFY_IMPRINT);
    const auto hash = digest::sha256(text);
    auto* imprint = static_cast<unsigned char*>(OPENSSL_memdup(hash.data(), hash.size()));
    TS_VERIFY_CTX_set_imprint(check.get(), imprint, static_cast<long>(hash.size())); // freed with the check
    believe(check.get(), rootsAt(roots_, *time));
    if (TS_RESP_verify_token(check.get(), signedData.get()) != 1)
        return refused(lastError());
    return *time;
}

base::Result<Stamper> Authority::stamperOf(const base::Bytes& token) const {
    const auto* at = token.data();
    const Token signedData(
        token.size() > longestAnswer ? nullptr : d2i_PKCS7(nullptr, &at, static_cast<long>(token.size())));
    const Signers signers(signedData && PKCS7_type_is_signed(signedData.get())
                              ? PKCS7_get0_signers(signedData.get(), nullptr, 0)
                              : nullptr);
    if (!signers || sk_X509_num(signers.get()) != 1) {
        ERR_clear_error();
        return refused("not one signer");
    }
    auto* signer = sk_X509_value(signers.get(), 0);
    const auto* brought = signedData->d.sign->cert;
    for (int i = 0; i < sk_X509_num(brought); ++i)
        if (auto* issuer = sk_X509_value(brought, i); isIssuer(issuer, signer))
            return Stamper{derOf<i2d_X509>(signer), derOf<i2d_X509>(issuer)};
    for (const auto& root : roots_)
        if (isIssuer(root.get(), signer))
            return Stamper{derOf<i2d_X509>(signer), derOf<i2d_X509>(root.get())};
    return refused("unknown issuer");
}

} // namespace vienlogs::timestamp
