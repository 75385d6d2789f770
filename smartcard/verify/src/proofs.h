// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>

#include "vienlogs/verify/judge.h"

namespace vienlogs::verify {

/// Word on revocation for the certificates of one signature: what came with it first, then whoever can be
/// asked. Each certificate is looked up once.
class Proofs {
public:
    Proofs(const Evidence& evidence, ports::Revocation* revocation, base::Timestamp now)
        : evidence_(evidence), revocation_(revocation), now_(now) {}

    /// Whether the certificate was revoked at `at`: nothing if it was not, the word that says so if it was,
    /// VL-VERIFY-0018 when nobody knows. A proof that came along counts when it was made after `at`; one
    /// made before, for a time that `at` lies in, only where nobody can be asked.
    [[nodiscard]] base::Result<std::optional<ports::RevocationAnswer>>
    revokedAt(const base::Bytes& certificate, const base::Bytes& issuer, base::Timestamp at);

    /// What revokedAt() found of the certificate; null before it was asked and where nobody knew.
    [[nodiscard]] const ports::RevocationAnswer* wordOn(const base::Bytes& certificate) const;

    /// All that was used, for the diagnostic report.
    [[nodiscard]] const std::vector<RevocationData>& used() const { return used_; }

private:
    [[nodiscard]] std::vector<ports::RevocationAnswer> embedded(const base::Bytes& certificate,
                                                                const base::Bytes& issuer) const;
    [[nodiscard]] base::Result<RevocationData> lookUp(const base::Bytes& certificate,
                                                      const base::Bytes& issuer, base::Timestamp at) const;
    const Evidence& evidence_;
    ports::Revocation* revocation_;
    base::Timestamp now_;
    std::vector<RevocationData> used_;
};

} // namespace vienlogs::verify
