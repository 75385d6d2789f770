// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "sealed_file.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <fstream>

#include "random.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::server::app::sealed {

namespace {

constexpr std::size_t nonceSize = 12;
constexpr std::size_t tagSize = 16;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

tl::unexpected<base::Failure> fileFailure(int error) {
    const auto code =
        error == ENOSPC || error == EDQUOT ? base::codes::diskFull : base::codes::fileUnreadable;
    return base::fail(code, "errno " + std::to_string(error), "blob");
}

const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

base::Result<void> writeDurably(int descriptor, const base::Bytes& bytes) {
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto written = ::write(descriptor, bytes.data() + done, bytes.size() - done);
        if (written < 0)
            return fileFailure(errno);
        done += static_cast<std::size_t>(written);
    }
    if (::fsync(descriptor) != 0)
        return fileFailure(errno);
    return {};
}

} // namespace

base::Result<void> syncFolder(const std::filesystem::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int error = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    return done ? base::Result<void>() : fileFailure(error);
}

base::Result<base::Bytes> seal(const base::Secret& key, std::string_view name, const base::Bytes& content) {
    auto sealed = randomBytes(nonceSize);
    if (!sealed)
        return sealed;
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    sealed->resize(nonceSize + content.size() + tagSize);
    auto* text = sealed->data() + nonceSize;
    int size = 0;
    const bool done =
        EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key.view()), sealed->data()) ==
            1 &&
        EVP_EncryptUpdate(cipher.get(), nullptr, &size, bytesOf(name), static_cast<int>(name.size())) == 1 &&
        EVP_EncryptUpdate(cipher.get(), text, &size, content.data(), static_cast<int>(content.size())) == 1 &&
        EVP_EncryptFinal_ex(cipher.get(), text + size, &size) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_GET_TAG, tagSize, text + content.size()) == 1;
    if (!done)
        return base::fail(base::codes::internal, "sealing a piece");
    return sealed;
}

base::Result<base::Bytes> unseal(const base::Secret& key, std::string_view name, const base::Bytes& sealed) {
    if (sealed.size() < nonceSize + tagSize)
        return base::fail(base::codes::fileUnreadable, "a short piece", "blob");
    const Cipher cipher(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    base::Bytes content(sealed.size() - nonceSize - tagSize);
    base::Bytes tag(sealed.end() - tagSize, sealed.end()); // OpenSSL takes it through a pointer to change
    const auto* text = sealed.data() + nonceSize;
    int size = 0;
    const bool done =
        EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, bytesOf(key.view()), sealed.data()) ==
            1 &&
        EVP_DecryptUpdate(cipher.get(), nullptr, &size, bytesOf(name), static_cast<int>(name.size())) == 1 &&
        EVP_DecryptUpdate(cipher.get(), content.data(), &size, text, static_cast<int>(content.size())) == 1 &&
        EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_GCM_SET_TAG, tagSize, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(cipher.get(), content.data() + size, &size) == 1;
    if (!done)
        return base::fail(base::codes::fileUnreadable, "a piece was changed", "blob");
    return content;
}

base::Result<void> write(const std::filesystem::path& file, const base::Bytes& bytes) {
    static std::atomic<std::uint64_t> counter{0};
    auto temporary = file;
    temporary += ".new" + std::to_string(counter++);
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fileFailure(errno);
    auto done = writeDurably(descriptor, bytes);
    ::close(descriptor);
    if (done && ::rename(temporary.c_str(), file.c_str()) != 0)
        done = fileFailure(errno);
    if (!done) {
        ::unlink(temporary.c_str());
        return done;
    }
    return syncFolder(file.parent_path());
}

std::int64_t contentSize(const std::filesystem::path& file) {
    constexpr auto frame = static_cast<std::int64_t>(nonceSize + tagSize);
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return error ? 0 : std::max<std::int64_t>(0, static_cast<std::int64_t>(size) - frame);
}

base::Result<base::Bytes> read(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return base::fail(base::codes::notFound, "piece");
    return base::Bytes{std::istreambuf_iterator<char>(stream), {}};
}

} // namespace vienlogs::server::app::sealed
