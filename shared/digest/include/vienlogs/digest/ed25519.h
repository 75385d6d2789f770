// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

struct evp_pkey_st;

namespace vienlogs::digest {

/// The public half of an Ed25519 key (RFC 8032), for checking signatures.
class Ed25519PublicKey {
public:
    /// VL-BASE-0002 when the PEM holds no Ed25519 key.
    [[nodiscard]] static base::Result<Ed25519PublicKey> fromPem(const std::string& pem);
    [[nodiscard]] bool verify(std::string_view text, const base::Bytes& signature) const;
    /// The first 16 hexadecimal digits of the SHA-256 of the raw key: short enough for people to compare.
    [[nodiscard]] const std::string& id() const { return id_; }

private:
    Ed25519PublicKey(std::shared_ptr<evp_pkey_st> key, std::string id)
        : key_(std::move(key)), id_(std::move(id)) {}
    std::shared_ptr<evp_pkey_st> key_;
    std::string id_;
};

} // namespace vienlogs::digest
