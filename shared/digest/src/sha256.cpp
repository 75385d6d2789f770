// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/digest/sha256.h"

#include <openssl/evp.h>

#include "vienlogs/base/bytes.h"

namespace vienlogs::digest {

struct Sha256Stream::State {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

Sha256Stream::Sha256Stream() : state_(std::make_unique<State>()) {
    EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr);
}
Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;

void Sha256Stream::add(std::span<const std::uint8_t> bytes) {
    EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size());
}
void Sha256Stream::add(std::string_view text) {
    EVP_DigestUpdate(state_->context.get(), text.data(), text.size());
}

Sha256 Sha256Stream::finish() {
    Sha256 digest{};
    EVP_DigestFinal_ex(state_->context.get(), digest.data(), nullptr);
    return digest;
}

Sha256 sha256(std::span<const std::uint8_t> bytes) {
    Sha256Stream stream;
    stream.add(bytes);
    return stream.finish();
}
Sha256 sha256(std::string_view text) {
    Sha256Stream stream;
    stream.add(text);
    return stream.finish();
}

std::string toHex(const Sha256& digest) {
    return base::toHex({digest.begin(), digest.end()});
}

} // namespace vienlogs::digest
