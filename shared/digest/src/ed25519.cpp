// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/digest/ed25519.h"

#include <array>

#include <openssl/evp.h>
#include <openssl/pem.h>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"

namespace vienlogs::digest {

namespace {

constexpr std::size_t idDigits = 16;

} // namespace

base::Result<Ed25519PublicKey> Ed25519PublicKey::fromPem(const std::string& pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(
        BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
    std::shared_ptr<EVP_PKEY> key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr), EVP_PKEY_free);
    std::array<std::uint8_t, 32> raw{};
    std::size_t size = raw.size();
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519 ||
        EVP_PKEY_get_raw_public_key(key.get(), raw.data(), &size) != 1)
        return base::fail(base::codes::invalidArgument, "not an Ed25519 key");
    return Ed25519PublicKey(std::move(key), toHex(sha256(raw)).substr(0, idDigits));
}

bool Ed25519PublicKey::verify(std::string_view text, const base::Bytes& signature) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1 &&
           EVP_DigestVerify(context.get(), signature.data(), signature.size(),
                            reinterpret_cast<const unsigned char*>(text.data()), text.size()) == 1;
}

} // namespace vienlogs::digest
