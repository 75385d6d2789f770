// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/audit_key.h"
#include "vienlogs/server/app/merkle.h"

namespace vienlogs::server::app {

/// Checks a log from its first record on: give every record in its order, then ask against signed heads.
/// Needs neither the server nor its keys, only the public key.
class AuditProof {
public:
    explicit AuditProof(const AuditKey& publicKey) : publicKey_(publicKey) {}
    /// A head seen earlier and kept elsewhere: the log must still contain it. Before the first record.
    [[nodiscard]] base::Result<void> expect(const contract::AuditHead& earlier);
    /// The next record's text; VL-SRV-0023 when it names another place in the log, or when the tree is no
    /// longer the one of the expected head.
    [[nodiscard]] base::Result<void> add(std::string_view leaf);
    /// VL-SRV-0023 unless the head is signed, and is of exactly the records given.
    [[nodiscard]] base::Result<void> finish(const contract::AuditHead& head) const;
    [[nodiscard]] std::int64_t size() const { return tree_.size(); }

private:
    [[nodiscard]] base::Result<void> checkSignature(const contract::AuditHead& head) const;
    [[nodiscard]] base::Result<void> checkRoot(const contract::AuditHead& head) const;

    const AuditKey& publicKey_;
    merkle::Frontier tree_;
    std::optional<contract::AuditHead> earlier_;
};

} // namespace vienlogs::server::app
