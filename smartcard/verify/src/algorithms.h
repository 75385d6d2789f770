// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

struct evp_md_ctx_st;

namespace vienlogs::verify {

/// Hashes that are still safe (ETSI TS 119 312, section 5.2).
enum class Hash { Sha256, Sha384, Sha512 };

/// By the name that XML signatures use; VL-VERIFY-0010 for an unsafe or unknown one.
[[nodiscard]] base::Result<Hash> hashNamed(const std::string& uri);

/// A digest of bytes given piece by piece.
class Digest {
public:
    explicit Digest(Hash hash);
    void add(std::span<const std::uint8_t> bytes);
    [[nodiscard]] base::Bytes finish();

private:
    std::shared_ptr<evp_md_ctx_st> context_;
};

[[nodiscard]] base::Bytes digestOf(Hash hash, std::span<const std::uint8_t> bytes);

/// How a signature was made.
struct SignatureMethod {
    enum class Scheme { RsaPkcs1, RsaPss, Ecdsa } scheme = Scheme::Ecdsa;
    Hash hash = Hash::Sha256;
};
/// As hashNamed().
[[nodiscard]] base::Result<SignatureMethod> methodNamed(const std::string& uri);

/// Whether `value` (r‖s for ECDSA, RFC 4050) was made over `text` by the certificate's key. VL-VERIFY-0009 if
/// not; VL-VERIFY-0010 when the key is a weak one (RSA under 2048 bits, other curves than the three of NIST).
[[nodiscard]] base::Result<void> checkSignature(const base::Bytes& certificate, const SignatureMethod& method,
                                                const base::Bytes& text, const base::Bytes& value);

} // namespace vienlogs::verify
