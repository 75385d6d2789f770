// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/digest/ed25519.h"
#include "vienlogs/digest/merkle.h"

namespace vienlogs::server::app {

/// Checks a log from its first record on: give every record in its order, then ask against signed heads.
/// Needs neither the server nor its keys, only the public keys that signed its heads.
class AuditProof {
public:
    explicit AuditProof(std::vector<digest::Ed25519PublicKey> keys) : keys_(std::move(keys)) {}
    /// A key that one of those already known vouches for; others say nothing and are passed over.
    void follow(const contract::AuditKeyInfo& key);
    /// A head seen earlier and kept elsewhere, or stamped: the log must still contain it. Before the first
    /// record.
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

    std::vector<digest::Ed25519PublicKey> keys_;
    digest::merkle::Frontier tree_;
    std::multimap<std::int64_t, contract::AuditHead> expected_; ///< By their size.
};

/// The keys of a file with one PEM after the other, the oldest first. VL-BASE-0002 without any.
[[nodiscard]] base::Result<std::vector<digest::Ed25519PublicKey>> publicKeysOf(const std::string& pems);

} // namespace vienlogs::server::app
