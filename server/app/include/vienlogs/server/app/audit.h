// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/audit_key.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// One act or look, as the audit keeps it.
struct AuditEntry {
    std::string what; ///< "case.submit", "login", "register.population.person", …
    std::string clerk;
    std::string clerkName;
    std::string institution;
    std::string place;
    std::string device;
    std::string subject; ///< Identifier::toString() of whom it is about; empty when nobody.
    std::string purpose;
    std::string legalBasis;
    std::string object; ///< Case, contact, blob or login that it concerns.
    std::string sender; ///< In whose session it came, when that is not the clerk's own.
    std::string result; ///< "accepted" and what is to be noted, or the code of the failure.
};

/// An entry by somebody who is logged in.
[[nodiscard]] AuditEntry entryOf(const Actor& actor, std::string what);

/// The append-only log: a Merkle tree over canonical JSON records, its head signed with every growth. Proofs
/// over it are for clients, who keep the head they saw and hold the server to it.
class Audit final : private store::Seal {
public:
    Audit(store::Store& store, AuditKey key, const base::Clock& clock)
        : store_(store), key_(std::move(key)), clock_(clock) {}

    /// Adds a record in a running transaction.
    [[nodiscard]] base::Result<void> append(store::Transaction& transaction, const AuditEntry& entry) const;
    /// Runs work that appends; the new head is signed in the same transaction, once for all that it commits.
    [[nodiscard]] base::Result<void> write(const store::Store::Work& work,
                                           const store::Needs& needs = {}) const;
    /// Records one entry in a transaction of its own.
    [[nodiscard]] base::Result<void> record(const AuditEntry& entry) const;
    /// Makes the signing key known and fills in what proofs need; before the first record of a process.
    [[nodiscard]] base::Result<void> prepare() const;
    /// Writes down that `next` signs from now on, vouched for by the key that signs until now.
    [[nodiscard]] base::Result<void> endorse(store::Transaction& transaction, const AuditKey& next) const;
    /// The newest signed head; an empty log is signed on first demand.
    [[nodiscard]] base::Result<contract::AuditHead> head() const;
    [[nodiscard]] base::Result<contract::AuditHeads> heads() const;
    /// That a record is in the tree of the first `size` records; 0 for all there are. VL-AUD-0003.
    [[nodiscard]] base::Result<contract::AuditInclusion> inclusion(std::int64_t index,
                                                                   std::int64_t size) const;
    /// That the newest head's tree begins with that of the first `from` records. VL-AUD-0001 when the log has
    /// never been so long, which is what a client of a rolled back server is to be told.
    [[nodiscard]] base::Result<contract::AuditConsistency> consistency(std::int64_t from) const;

private:
    [[nodiscard]] base::Result<contract::AuditHead> headIn(store::Transaction& transaction) const;
    [[nodiscard]] base::Result<contract::AuditHead> sign(std::int64_t size, const std::string& root) const;
    [[nodiscard]] base::Result<void> seal(store::Transaction& transaction) const override;

    store::Store& store_;
    AuditKey key_;
    const base::Clock& clock_;
};

} // namespace vienlogs::server::app
