// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <vector>

#include "increment.h"
#include "vienlogs/ports/trust_services.h"

namespace vienlogs::pdf {

/// What is needed to check a signature when nobody can be asked any more; DER.
struct Proofs {
    std::set<base::Bytes> certificates, ocspResponses, crls;
};

/// The certificate and its issuers, as far as they are among the candidates; at most 8.
[[nodiscard]] std::vector<base::Bytes> chainOf(const base::Bytes& certificate,
                                               const std::vector<base::Bytes>& candidates);

/// The certificates that a CMS structure carries; at most 32.
[[nodiscard]] std::vector<base::Bytes> certificatesIn(const base::Bytes& cms);

/// Asks about every certificate of the chain but its root; about the first one an answer no older than
/// `notBefore`, where that is given. VL-PDF-0016, VL-PDF-0017.
[[nodiscard]] base::Result<void> collect(Proofs& proofs, const std::vector<base::Bytes>& chain,
                                         ports::Revocation& revocation,
                                         std::optional<base::Timestamp> notBefore);

/// The update that puts them into the document's security store (ISO 32000-2, section 12.8.4.3), beside what
/// is there.
[[nodiscard]] base::Result<std::string> storeProofs(Document& document, const Proofs& proofs);

} // namespace vienlogs::pdf
