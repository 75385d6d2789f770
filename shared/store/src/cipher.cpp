// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "cipher.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <memory>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::store {

namespace {

template<auto Free>
struct Freed {
    template<typename T>
    void operator()(T* object) const {
        Free(object);
    }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;
using Kdf = std::unique_ptr<EVP_KDF, Freed<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, Freed<EVP_KDF_CTX_free>>;

auto libraryFailed(const char* what) {
    return base::fail(base::codes::internal, std::string("OpenSSL: ") + what);
}

const std::uint8_t* bytesOf(const base::Secret& secret) {
    return reinterpret_cast<const std::uint8_t*>(secret.view().data());
}

void* mutableBytes(const void* data) {
    return const_cast<void*>(data); // OSSL_PARAM has no const form; OpenSSL only reads these
}

} // namespace

base::Result<base::Secret> deriveKey(const base::Secret& from, std::span<const std::uint8_t> salt,
                                     std::string_view use) {
    const Kdf kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    const KdfContext context(EVP_KDF_CTX_new(kdf.get()));
    char digest[] = "SHA256";
    std::vector params{
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, mutableBytes(from.view().data()),
                                          from.view().size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, mutableBytes(use.data()), use.size())};
    if (!salt.empty()) // OpenSSL 3.0 refuses an empty one; without any it takes zeros, as the RFC says
        params.push_back(
            OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, mutableBytes(salt.data()), salt.size()));
    params.push_back(OSSL_PARAM_construct_end());
    std::array<std::uint8_t, keySize> key{};
    if (!context || EVP_KDF_derive(context.get(), key.data(), key.size(), params.data()) != 1)
        return libraryFailed("HKDF");
    base::Secret derived(std::string_view(reinterpret_cast<const char*>(key.data()), key.size()));
    base::wipe(key.data(), key.size());
    return derived;
}

base::Result<base::Bytes> seal(const base::Secret& key, const Nonce& nonce,
                               std::span<const std::uint8_t> plain) {
    base::Bytes out(plain.size() + tagSize);
    const CipherContext context(EVP_CIPHER_CTX_new());
    int size = 0;
    const bool done =
        context && key.view().size() == keySize &&
        EVP_EncryptInit_ex2(context.get(), EVP_aes_256_gcm(), bytesOf(key), nonce.data(), nullptr) == 1 &&
        EVP_EncryptUpdate(context.get(), out.data(), &size, plain.data(), int(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(context.get(), out.data() + size, &size) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, tagSize, out.data() + plain.size()) == 1;
    if (!done)
        return libraryFailed("AES-256-GCM");
    return out;
}

base::Result<base::Bytes> unseal(const base::Secret& key, const Nonce& nonce,
                                 std::span<const std::uint8_t> sealedBytes, base::FailureCode onForgery) {
    if (sealedBytes.size() < tagSize)
        return base::fail(onForgery, "shorter than its tag");
    const auto size = sealedBytes.size() - tagSize;
    base::Bytes out(size);
    base::Bytes tag(sealedBytes.begin() + std::ptrdiff_t(size), sealedBytes.end());
    const CipherContext context(EVP_CIPHER_CTX_new());
    int written = 0;
    const bool ready =
        context && key.view().size() == keySize &&
        EVP_DecryptInit_ex2(context.get(), EVP_aes_256_gcm(), bytesOf(key), nonce.data(), nullptr) == 1 &&
        EVP_DecryptUpdate(context.get(), out.data(), &written, sealedBytes.data(), int(size)) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, tagSize, tag.data()) == 1;
    if (!ready)
        return libraryFailed("AES-256-GCM");
    if (EVP_DecryptFinal_ex(context.get(), out.data() + written, &written) != 1)
        return base::fail(onForgery, "tag");
    return out;
}

base::Result<base::Bytes> randomBytes(std::size_t count) {
    base::Bytes bytes(count);
    if (RAND_bytes(bytes.data(), int(count)) != 1)
        return libraryFailed("random");
    return bytes;
}

} // namespace vienlogs::store
