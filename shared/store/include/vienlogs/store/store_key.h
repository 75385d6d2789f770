// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string_view>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::store {

/// The store's 256-bit data key. On disk it exists only wrapped: AES-256-GCM under a key that HKDF-SHA256
/// (RFC 5869) derives from the device's private key and a random salt.
class StoreKey {
public:
    /// Unwraps the key in `wrapped`, or makes and wraps a new one when there is no such file. Fails with
    /// VL-STORE-0001 when another device's key wrapped it, VL-STORE-0011 when others may read a file,
    /// VL-BASE-0005 when a file cannot be read.
    [[nodiscard]] static base::Result<StoreKey> openOrCreate(const std::filesystem::path& wrapped,
                                                             const std::filesystem::path& devicePrivateKey);
    /// Wraps the same key by another private key, when the device gets a new certificate.
    [[nodiscard]] base::Result<void> wrapAgain(const std::filesystem::path& wrapped,
                                               const std::filesystem::path& devicePrivateKey) const;

    /// 32 bytes for one use ("database", "blobs"), derived from the data key.
    [[nodiscard]] base::Result<base::Secret> derived(std::string_view use) const;

private:
    explicit StoreKey(base::Secret key) : key_(std::move(key)) {}
    base::Secret key_;
};

} // namespace vienlogs::store
