// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

/// AES-256-GCM and HKDF-SHA256 by OpenSSL.
namespace vienlogs::store {

inline constexpr std::size_t keySize = 32;
inline constexpr std::size_t nonceSize = 12;
inline constexpr std::size_t tagSize = 16;
using Nonce = std::array<std::uint8_t, nonceSize>;

/// A 32-byte key for one use (RFC 5869).
[[nodiscard]] base::Result<base::Secret> deriveKey(const base::Secret& from,
                                                   std::span<const std::uint8_t> salt, std::string_view use);
/// Ciphertext with the tag behind it. A nonce may never be used twice with one key.
[[nodiscard]] base::Result<base::Bytes> seal(const base::Secret& key, const Nonce& nonce,
                                             std::span<const std::uint8_t> plain);
/// The plain bytes, or a failure with `onForgery` when one bit is not as sealed.
[[nodiscard]] base::Result<base::Bytes> unseal(const base::Secret& key, const Nonce& nonce,
                                               std::span<const std::uint8_t> sealedBytes,
                                               base::FailureCode onForgery);
[[nodiscard]] base::Result<base::Bytes> randomBytes(std::size_t count);

} // namespace vienlogs::store
