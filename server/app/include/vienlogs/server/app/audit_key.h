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

/// The Ed25519 key that signs the heads of the audit, or only its public half for checking them.
class AuditKey {
public:
    [[nodiscard]] static base::Result<AuditKey> make();
    [[nodiscard]] static base::Result<AuditKey> fromPrivatePem(const base::Secret& pem);
    [[nodiscard]] static base::Result<AuditKey> fromPublicPem(const std::string& pem);

    [[nodiscard]] base::Result<base::Secret> privatePem() const;
    [[nodiscard]] base::Result<std::string> publicPem() const;
    [[nodiscard]] base::Result<base::Bytes> sign(std::string_view text) const;
    [[nodiscard]] bool verify(std::string_view text, const base::Bytes& signature) const;

private:
    explicit AuditKey(std::shared_ptr<evp_pkey_st> key) : key_(std::move(key)) {}
    std::shared_ptr<evp_pkey_st> key_;
};

} // namespace vienlogs::server::app
