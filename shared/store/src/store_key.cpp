// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/store/store_key.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sys/stat.h>

#include <memory>

#include "cipher.h"
#include "durable_file.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/sqlcipher/failures.h"
#include "vienlogs/store/failures.h"

namespace vienlogs::store {

namespace {

// store.key: magic, salt, nonce, wrapped key with tag.
constexpr std::string_view magic = "VLK1";
constexpr std::size_t saltSize = 32;
constexpr std::size_t fileSize = magic.size() + saltSize + nonceSize + keySize + tagSize;
constexpr std::size_t maxPem = 64 * 1024;

/// Fails when anybody but the owner may read the file.
base::Result<void> mustBePrivate(const std::filesystem::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
        return fileFailure(file, "stat");
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return base::fail(codes::keyExposed, "mode", file.filename().string());
    return {};
}

base::Secret secretOf(base::Bytes&& bytes) {
    base::Secret secret(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    base::wipe(bytes.data(), bytes.size());
    return secret;
}

int noPassphrase(char*, int, int, void*) {
    return -1; // never ask on a terminal
}

/// The private number itself (EC scalar, RSA exponent), the same whichever PEM form the file has.
base::Result<base::Secret> privateNumber(const std::filesystem::path& pemFile) {
    if (const auto isPrivate = mustBePrivate(pemFile); !isPrivate)
        return base::fail(isPrivate.error());
    auto pem = readFile(pemFile, 0, maxPem);
    if (!pem)
        return base::fail(pem.error());
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new_mem_buf(pem->data(), int(pem->size())),
                                                        BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr), EVP_PKEY_free);
    base::wipe(pem->data(), pem->size());
    BIGNUM* number = nullptr;
    if (!key || (EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) != 1 &&
                 EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_RSA_D, &number) != 1))
        return base::fail(base::codes::fileUnreadable, "no private key", pemFile.filename().string());
    base::Bytes bytes(std::size_t(BN_num_bytes(number)));
    BN_bn2bin(number, bytes.data());
    BN_clear_free(number);
    return secretOf(std::move(bytes));
}

base::Result<base::Secret> wrappingKey(const std::filesystem::path& pemFile,
                                       std::span<const std::uint8_t> salt) {
    return privateNumber(pemFile).and_then(
        [&](const base::Secret& number) { return deriveKey(number, salt, "vienlogs store key"); });
}

base::Result<base::Secret> unwrap(const std::filesystem::path& wrapped,
                                  const std::filesystem::path& pemFile) {
    if (const auto isPrivate = mustBePrivate(wrapped); !isPrivate)
        return base::fail(isPrivate.error());
    const auto file = readFile(wrapped, 0, fileSize + 1);
    if (!file)
        return base::fail(file.error());
    if (file->size() != fileSize || !std::equal(magic.begin(), magic.end(), file->begin()))
        return base::fail(sqlcipher::codes::damaged, "store.key");
    const std::span<const std::uint8_t> bytes(*file);
    const auto key = wrappingKey(pemFile, bytes.subspan(magic.size(), saltSize));
    if (!key)
        return base::fail(key.error());
    Nonce nonce{};
    std::copy_n(bytes.begin() + magic.size() + saltSize, nonceSize, nonce.begin());
    return unseal(*key, nonce, bytes.last(keySize + tagSize), sqlcipher::codes::wrongKey).map(secretOf);
}

base::Result<void> wrap(const base::Secret& dataKey, const std::filesystem::path& wrapped,
                        const std::filesystem::path& pemFile) {
    const auto random = randomBytes(saltSize + nonceSize);
    if (!random)
        return base::fail(random.error());
    const auto key = wrappingKey(pemFile, std::span(*random).first(saltSize));
    if (!key)
        return base::fail(key.error());
    Nonce nonce{};
    std::copy_n(random->begin() + saltSize, nonceSize, nonce.begin());
    const auto text = dataKey.view();
    const auto sealedKey =
        seal(*key, nonce, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    if (!sealedKey)
        return base::fail(sealedKey.error());
    auto file = DurableFile::create(wrapped);
    if (!file)
        return base::fail(file.error());
    return file->write({reinterpret_cast<const std::uint8_t*>(magic.data()), magic.size()})
        .and_then([&] { return file->write(*random); })
        .and_then([&] { return file->write(*sealedKey); })
        .and_then([&] { return file->commit(); });
}

} // namespace

base::Result<StoreKey> StoreKey::openOrCreate(const std::filesystem::path& wrapped,
                                              const std::filesystem::path& devicePrivateKey) {
    std::error_code ignored;
    if (std::filesystem::exists(wrapped, ignored))
        return unwrap(wrapped, devicePrivateKey).map([](base::Secret&& key) {
            return StoreKey(std::move(key));
        });
    auto random = randomBytes(keySize);
    if (!random)
        return base::fail(random.error());
    StoreKey key(secretOf(std::move(*random)));
    if (const auto written = key.wrapAgain(wrapped, devicePrivateKey); !written)
        return base::fail(written.error());
    return key;
}

base::Result<void> StoreKey::wrapAgain(const std::filesystem::path& wrapped,
                                       const std::filesystem::path& devicePrivateKey) const {
    return wrap(key_, wrapped, devicePrivateKey);
}

base::Result<base::Secret> StoreKey::derived(std::string_view use) const {
    return deriveKey(key_, {}, use);
}

} // namespace vienlogs::store
