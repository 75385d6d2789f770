// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/ssl.h>

#include "vienlogs/base/bytes.h"

namespace vienlogs::server::front {

/// OpenSSL's ciphers and key derivation, ready for use; one a loop, which its connections use in turn.
class TlsEngine {
public:
    /// A cipher suite of TLS 1.3.
    struct Suite {
        EVP_CIPHER* cipher;
        const char* digest;
        std::size_t keySize;
        std::size_t secretSize;
    };
    TlsEngine();
    /// Null for one that is not known here.
    [[nodiscard]] const Suite* suiteOf(const SSL_CIPHER& cipher) const;
    /// HKDF-Expand-Label with an empty context, RFC 8446 section 7.1.
    [[nodiscard]] bool expand(const Suite& suite, std::span<const std::uint8_t> secret, const char* label,
                              std::span<std::uint8_t> into) const;
    [[nodiscard]] EVP_CIPHER_CTX* context() const { return context_.get(); }

private:
    template<auto Function>
    struct Free {
        template<typename T>
        void operator()(T* thing) const {
            Function(thing);
        }
    };
    using Cipher = std::unique_ptr<EVP_CIPHER, Free<EVP_CIPHER_free>>;
    Cipher gcm256_, gcm128_, chacha_;
    std::unique_ptr<EVP_KDF, Free<EVP_KDF_free>> kdf_;
    std::unique_ptr<EVP_CIPHER_CTX, Free<EVP_CIPHER_CTX_free>> context_;
    std::array<Suite, 3> suites_{};
};

/// Protects or opens the records of one direction of a connection: RFC 8446 sections 5.2, 5.3 and 7.3.
class TlsDirection {
public:
    static constexpr std::size_t headerSize = 5;
    static constexpr std::size_t mostContent = 16 * 1024;
    static constexpr std::size_t mostProtected = mostContent + 256;
    static constexpr std::size_t leastProtected = 17; ///< A tag and the content's type.

    /// From the secret that the handshake agreed on; nothing when OpenSSL refuses.
    [[nodiscard]] static std::optional<TlsDirection>
    make(const TlsEngine& engine, const TlsEngine::Suite& suite, const base::Bytes& secret);
    TlsDirection(const TlsDirection&) = default;
    TlsDirection& operator=(const TlsDirection&) = default;
    ~TlsDirection();

    struct Content {
        std::uint8_t type;
        std::size_t size;
    };
    /// Appends the record of a content, at most `mostContent` bytes.
    [[nodiscard]] bool seal(std::uint8_t type, std::string_view content, std::string& out);
    /// Opens a whole record with its header; `into` has room for its protected part. Nothing when it is not
    /// the other side's next one.
    [[nodiscard]] std::optional<Content> open(std::string_view record, std::span<char> into);
    /// Takes the next keys, as after a KeyUpdate.
    [[nodiscard]] bool nextKeys();
    /// Records under these keys so far.
    [[nodiscard]] std::uint64_t count() const { return sequence_; }

private:
    TlsDirection(const TlsEngine& engine, const TlsEngine::Suite& suite) : engine_(&engine), suite_(&suite) {}
    [[nodiscard]] bool derive();
    [[nodiscard]] bool begin(bool sealing, std::string_view header);

    static constexpr std::size_t tagSize = 16;
    const TlsEngine* engine_;
    const TlsEngine::Suite* suite_;
    std::array<std::uint8_t, 48> secret_{};
    std::array<std::uint8_t, 32> key_{};
    std::array<std::uint8_t, 12> iv_{};
    std::uint64_t sequence_ = 0;
};

} // namespace vienlogs::server::front
