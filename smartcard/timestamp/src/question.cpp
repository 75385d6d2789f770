// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/timestamp/question.h"

#include <openssl/rand.h>

#include "openssl_types.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"

namespace vienlogs::timestamp {

namespace {

bool setImprint(TS_REQ* request, std::string_view text) {
    const Imprint imprint(TS_MSG_IMPRINT_new());
    const Algorithm algorithm(X509_ALGOR_new());
    auto hash = digest::sha256(text);
    return imprint && algorithm &&
           X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1 &&
           TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
           TS_MSG_IMPRINT_set_msg(imprint.get(), hash.data(), static_cast<int>(hash.size())) == 1 &&
           TS_REQ_set_msg_imprint(request, imprint.get()) == 1;
}

bool setNonce(TS_REQ* request) {
    std::array<unsigned char, 16> random{};
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1)
        return false;
    random[0] = static_cast<unsigned char>((random[0] & 0x7f) | 0x40); // never negative, always as long
    const Number number(BN_bin2bn(random.data(), static_cast<int>(random.size()), nullptr));
    const Integer nonce(BN_to_ASN1_INTEGER(number.get(), nullptr));
    return nonce && TS_REQ_set_nonce(request, nonce.get()) == 1;
}

} // namespace

base::Result<Question> Question::make(std::string_view text, const std::string& policy) {
    Question question;
    question.request_ = std::shared_ptr<TS_REQ>(TS_REQ_new(), TS_REQ_free);
    auto* request = question.request_.get();
    if (!request || TS_REQ_set_version(request, 1) != 1 || !setImprint(request, text) || !setNonce(request) ||
        TS_REQ_set_cert_req(request, 1) != 1)
        return base::fail(base::codes::internal, "time stamp question: " + lastError());
    if (!policy.empty()) {
        const Object identifier(OBJ_txt2obj(policy.c_str(), 1));
        if (!identifier || TS_REQ_set_policy_id(request, identifier.get()) != 1)
            return base::fail(base::codes::invalidArgument, "time stamp policy: " + lastError());
    }
    question.der_ = derOf<i2d_TS_REQ>(request);
    return question;
}

} // namespace vienlogs::timestamp
