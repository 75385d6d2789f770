// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <openssl/evp.h>

#include <optional>

#include "vienlogs/base/bytes.h"

namespace vienlogs::virtualcard {

/// EC: the input is a hash of at most 48 bytes, the result r‖s of 96. RSA: PKCS#1 v1.5 around the input as it
/// is (a DigestInfo). Nothing if the input does not fit.
[[nodiscard]] std::optional<base::Bytes> signAsGiven(EVP_PKEY* key, const base::Bytes& input);
/// RSA: the card itself puts the SHA-256 hash into a DigestInfo.
[[nodiscard]] std::optional<base::Bytes> signSha256(EVP_PKEY* key, const base::Bytes& hash);

} // namespace vienlogs::virtualcard
