// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "stamp_service.h"

#include <array>
#include <ctime>

#include <openssl/rand.h>
#include <openssl/ts.h>

namespace vienlogs::trust_standin {

namespace {

using namespace std::chrono_literals;
using Request = std::unique_ptr<TS_REQ, decltype(&TS_REQ_free)>;
using Context = std::unique_ptr<TS_RESP_CTX, decltype(&TS_RESP_CTX_free)>;
using Answer = std::unique_ptr<TS_RESP, decltype(&TS_RESP_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using Integer = std::unique_ptr<ASN1_INTEGER, decltype(&ASN1_INTEGER_free)>;
using Policy = std::unique_ptr<ASN1_OBJECT, decltype(&ASN1_OBJECT_free)>;

constexpr const char* policyName = "1.3.6.1.4.1.99999.1"; ///< Of an arc that is nobody's.
constexpr auto longestSilence = 60s;

ASN1_INTEGER* nextSerial(TS_RESP_CTX*, void*) {
    std::array<unsigned char, 8> random{};
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1)
        return nullptr;
    random[0] &= 0x7f;
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(
        BN_bin2bn(random.data(), static_cast<int>(random.size()), nullptr), BN_free);
    return BN_to_ASN1_INTEGER(number.get(), nullptr);
}

int timeNow(TS_RESP_CTX*, void* ahead, long* seconds, long* microseconds) {
    *seconds = static_cast<long>(std::time(nullptr)) + *static_cast<const long*>(ahead);
    *microseconds = 0;
    return 1;
}

/// The question as somebody else would have asked it.
void spoil(TS_REQ* request, StampState state) {
    if (state == StampState::WrongNonce) {
        const Integer nonce(ASN1_INTEGER_new(), ASN1_INTEGER_free);
        ASN1_INTEGER_set(nonce.get(), 4711);
        TS_REQ_set_nonce(request, nonce.get());
    } else if (state == StampState::WrongImprint) {
        auto* imprint = TS_REQ_get_msg_imprint(request);
        std::array<unsigned char, 32> other{};
        TS_MSG_IMPRINT_set_msg(imprint, other.data(), static_cast<int>(other.size()));
    }
}

bool prepare(TS_RESP_CTX* context, const Identity& signer, long& ahead) {
    const Policy policy(OBJ_txt2obj(policyName, 1), ASN1_OBJECT_free);
    TS_RESP_CTX_set_serial_cb(context, nextSerial, nullptr);
    TS_RESP_CTX_set_time_cb(context, timeNow, &ahead);
    return policy && TS_RESP_CTX_set_def_policy(context, policy.get()) == 1 &&
           TS_RESP_CTX_set_signer_cert(context, signer.certificate.get()) == 1 &&
           TS_RESP_CTX_set_signer_key(context, signer.key.get()) == 1 &&
           TS_RESP_CTX_set_signer_digest(context, EVP_sha256()) == 1 &&
           TS_RESP_CTX_set_ess_cert_id_digest(context, EVP_sha256()) == 1 &&
           TS_RESP_CTX_add_md(context, EVP_sha256()) == 1 && TS_RESP_CTX_add_md(context, EVP_sha384()) == 1 &&
           TS_RESP_CTX_add_md(context, EVP_sha512()) == 1 && TS_RESP_CTX_set_accuracy(context, 1, 0, 0) == 1;
}

std::string written(TS_RESP* answer) {
    unsigned char* der = nullptr;
    const int size = i2d_TS_RESP(answer, &der);
    std::string text(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size > 0 ? size : 0));
    OPENSSL_free(der);
    return text;
}

std::string rejection() {
    const std::unique_ptr<TS_STATUS_INFO, decltype(&TS_STATUS_INFO_free)> status(TS_STATUS_INFO_new(),
                                                                                 TS_STATUS_INFO_free);
    const Answer answer(TS_RESP_new(), TS_RESP_free);
    TS_STATUS_INFO_set_status(status.get(), TS_STATUS_REJECTION);
    TS_RESP_set_status_info(answer.get(), status.get());
    return written(answer.get());
}

} // namespace

StampService::StampService(StampControls& controls)
    : controls_(controls), authority_(makeAuthority("Vienlogs stand-in authority")),
      stamper_(makeStamper(authority_, -365, 3650)), expired_(makeStamper(authority_, -30, -1)),
      stranger_(makeStamper(makeAuthority("Somebody else"), -365, 3650)) {}

const Identity& StampService::signerFor(StampState state) const {
    return state == StampState::Expired ? expired_ : state == StampState::Untrusted ? stranger_ : stamper_;
}

std::optional<std::string> StampService::answer(const std::string& question) {
    controls_.waitWhileSilent(longestSilence);
    auto control = controls_.get();
    if (control.state == StampState::Down || control.state == StampState::Silent)
        return {};
    if (control.state == StampState::Nonsense)
        return "<html>It works!</html>";
    if (control.state == StampState::Refusing)
        return rejection();
    const auto* at = reinterpret_cast<const unsigned char*>(question.data());
    const Request request(d2i_TS_REQ(nullptr, &at, static_cast<long>(question.size())), TS_REQ_free);
    if (!request)
        return rejection();
    spoil(request.get(), control.state);
    const Context context(TS_RESP_CTX_new(), TS_RESP_CTX_free);
    const Bio bio(BIO_new(BIO_s_mem()), BIO_free_all);
    if (!prepare(context.get(), signerFor(control.state), control.aheadSeconds) ||
        i2d_TS_REQ_bio(bio.get(), request.get()) != 1)
        return rejection();
    const Answer answer(TS_RESP_create_response(context.get(), bio.get()), TS_RESP_free);
    return answer ? written(answer.get()) : rejection();
}

} // namespace vienlogs::trust_standin
