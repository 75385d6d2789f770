// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

struct evp_pkey_st;

namespace vienlogs::server::app {

/// The Ed25519 key that signs the heads of the audit; digest::Ed25519PublicKey checks them.
class AuditKey {
public:
    [[nodiscard]] static base::Result<AuditKey> make();
    [[nodiscard]] static base::Result<AuditKey> fromPrivatePem(const base::Secret& pem);

    [[nodiscard]] base::Result<base::Secret> privatePem() const;
    [[nodiscard]] base::Result<std::string> publicPem() const;
    [[nodiscard]] base::Result<base::Bytes> sign(std::string_view text) const;
    /// As digest::Ed25519PublicKey::id().
    [[nodiscard]] const std::string& id() const { return id_; }

private:
    AuditKey() = default;
    [[nodiscard]] static base::Result<AuditKey> owning(std::shared_ptr<evp_pkey_st> key);
    std::shared_ptr<evp_pkey_st> key_;
    std::string id_;
};

} // namespace vienlogs::server::app
