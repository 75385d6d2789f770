// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "stamp_token.h"

#include <openssl/err.h>

#include <ctime>

#include "openssl_types.h"
#include "vienlogs/sign/failures.h"

namespace vienlogs::sign {

namespace {

constexpr std::size_t longest = 64U << 10;

std::vector<base::Bytes> certificatesIn(PKCS7* token) {
    std::vector<base::Bytes> found;
    auto* all = token->d.sign->cert;
    for (int i = 0; i < sk_X509_num(all); ++i)
        found.push_back(derOf(sk_X509_value(all, i)));
    return found;
}

base::Bytes signerIn(PKCS7* token) {
    auto* signers = PKCS7_get0_signers(token, nullptr, 0);
    auto der = sk_X509_num(signers) == 1 ? derOf(sk_X509_value(signers, 0)) : base::Bytes{};
    sk_X509_free(signers);
    ERR_clear_error();
    return der;
}

} // namespace

base::Result<StampToken> readStampToken(const base::Bytes& der) {
    const auto* at = der.data();
    const SignedDataPtr token(der.size() > longest ? nullptr : d2i_PKCS7(nullptr, &at, long(der.size())));
    const StampInfoPtr info(token && PKCS7_type_is_signed(token.get()) && token->d.sign
                                ? PKCS7_to_TS_TST_INFO(token.get())
                                : nullptr);
    std::tm time{};
    if (!info || ASN1_TIME_to_tm(TS_TST_INFO_get_time(info.get()), &time) != 1) {
        ERR_clear_error();
        return base::fail(codes::notContainer, "not a time stamp");
    }
    return StampToken{base::Timestamp(std::chrono::seconds(timegm(&time))), signerIn(token.get()),
                      certificatesIn(token.get())};
}

} // namespace vienlogs::sign
