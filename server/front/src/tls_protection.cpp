// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "tls_protection.h"

#include <algorithm>

#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/params.h>

namespace vienlogs::server::front {

namespace {

constexpr char applicationData = 23;

template<typename T>
unsigned char* raw(T* bytes) {
    return reinterpret_cast<unsigned char*>(bytes);
}
const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

} // namespace

TlsEngine::TlsEngine()
    : gcm256_(EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr)),
      gcm128_(EVP_CIPHER_fetch(nullptr, "AES-128-GCM", nullptr)),
      chacha_(EVP_CIPHER_fetch(nullptr, "ChaCha20-Poly1305", nullptr)),
      kdf_(EVP_KDF_fetch(nullptr, "TLS13-KDF", nullptr)), context_(EVP_CIPHER_CTX_new()) {
    ERR_clear_error(); // What is missing shows when it is asked for.
    suites_ = {{{gcm256_.get(), "SHA384", 32, 48},
                {gcm128_.get(), "SHA256", 16, 32},
                {chacha_.get(), "SHA256", 32, 32}}};
}

const TlsEngine::Suite* TlsEngine::suiteOf(const SSL_CIPHER& cipher) const {
    const auto* found = [&]() -> const Suite* {
        switch (SSL_CIPHER_get_protocol_id(&cipher)) {
        case 0x1301:
            return &suites_[1];
        case 0x1302:
            return &suites_[0];
        case 0x1303:
            return &suites_[2];
        default:
            return nullptr;
        }
    }();
    return found && found->cipher && kdf_ && context_ ? found : nullptr;
}

bool TlsEngine::expand(const Suite& suite, std::span<const std::uint8_t> secret, const char* label,
                       std::span<std::uint8_t> into) const {
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> derivation(EVP_KDF_CTX_new(kdf_.get()),
                                                                               EVP_KDF_CTX_free);
    int mode = EVP_KDF_HKDF_MODE_EXPAND_ONLY;
    std::string prefix = "tls13 ";
    std::string name = label;
    std::string digest = suite.digest;
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_int(OSSL_KDF_PARAM_MODE, &mode),
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, const_cast<std::uint8_t*>(secret.data()),
                                          secret.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PREFIX, prefix.data(), prefix.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_LABEL, name.data(), name.size()),
        OSSL_PARAM_construct_end()};
    return derivation && EVP_KDF_derive(derivation.get(), into.data(), into.size(), parameters) == 1;
}

std::optional<TlsDirection> TlsDirection::make(const TlsEngine& engine, const TlsEngine::Suite& suite,
                                               const base::Bytes& secret) {
    TlsDirection direction(engine, suite);
    if (secret.size() != suite.secretSize)
        return std::nullopt;
    std::copy(secret.begin(), secret.end(), direction.secret_.begin());
    return direction.derive() ? std::optional(direction) : std::nullopt;
}

TlsDirection::~TlsDirection() {
    base::wipe(secret_.data(), secret_.size());
    base::wipe(key_.data(), key_.size());
}

bool TlsDirection::derive() {
    const std::span secret(secret_.data(), suite_->secretSize);
    sequence_ = 0;
    return engine_->expand(*suite_, secret, "key", std::span(key_).first(suite_->keySize)) &&
           engine_->expand(*suite_, secret, "iv", iv_);
}

bool TlsDirection::nextKeys() {
    std::array<std::uint8_t, 48> next{};
    const std::span room(next.data(), suite_->secretSize);
    const bool good = engine_->expand(*suite_, {secret_.data(), suite_->secretSize}, "traffic upd", room);
    secret_ = next;
    base::wipe(next.data(), next.size());
    return good && derive();
}

/// Sets key and nonce of the next record, and its header as what is authenticated besides.
bool TlsDirection::begin(bool sealing, std::string_view header) {
    auto nonce = iv_;
    for (std::size_t i = 0; i < sizeof sequence_; ++i)
        nonce[nonce.size() - 1 - i] ^= static_cast<std::uint8_t>(sequence_ >> (8 * i));
    ++sequence_;
    auto* context = engine_->context();
    // Setting the same cipher again would build it anew.
    auto* cipher = EVP_CIPHER_CTX_get0_cipher(context) == suite_->cipher ? nullptr : suite_->cipher;
    int ignored = 0;
    return EVP_CipherInit_ex2(context, cipher, key_.data(), nonce.data(), sealing ? 1 : 0, nullptr) == 1 &&
           EVP_CipherUpdate(context, nullptr, &ignored, raw(header), static_cast<int>(header.size())) == 1;
}

bool TlsDirection::seal(std::uint8_t type, std::string_view content, std::string& out) {
    const auto length = content.size() + 1 + tagSize;
    const auto at = out.size();
    const std::array<char, headerSize> header{applicationData, 3, 3, static_cast<char>(length >> 8U),
                                              static_cast<char>(length & 0xffU)};
    out.append(header.data(), header.size());
    out.resize(at + headerSize + length);
    auto* context = engine_->context();
    auto* into = raw(out.data() + at + headerSize);
    int size = 0;
    return begin(true, {header.data(), header.size()}) &&
           EVP_CipherUpdate(context, into, &size, raw(content), static_cast<int>(content.size())) == 1 &&
           EVP_CipherUpdate(context, into + content.size(), &size, &type, 1) == 1 &&
           EVP_CipherFinal_ex(context, into + content.size() + 1, &size) == 1 &&
           EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, tagSize, into + content.size() + 1) == 1;
}

std::optional<TlsDirection::Content> TlsDirection::open(std::string_view record, std::span<char> into) {
    const auto header = record.substr(0, headerSize);
    const auto sealed = record.substr(headerSize, record.size() - headerSize - tagSize);
    auto* tag = const_cast<char*>(record.data() + record.size() - tagSize);
    auto* context = engine_->context();
    int size = 0;
    if (!begin(false, header) ||
        EVP_CipherUpdate(context, raw(into.data()), &size, raw(sealed), static_cast<int>(sealed.size())) !=
            1 ||
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, tagSize, tag) != 1 ||
        EVP_CipherFinal_ex(context, raw(into.data()) + size, &size) != 1)
        return std::nullopt;
    auto length = sealed.size(); // The content, its type, and zeros that hide how long it is.
    while (length > 0 && into[length - 1] == 0)
        --length;
    if (length == 0 || length > mostContent + 1)
        return std::nullopt;
    return Content{static_cast<std::uint8_t>(into[length - 1]), length - 1};
}

} // namespace vienlogs::server::front
