// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/ulid.h"

namespace vienlogs::contract {

/// One line of the client's e-account history (Sadarbības vēsture).
struct HistoryEntry {
    base::Ulid caseId;
    std::string number;
    std::string serviceId;
    std::string state;
    std::string channel;
    std::string institution;
    base::Timestamp at;
    friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

/// Who looked at or did what with a person's data, as the person is shown it.
struct AccessRecord {
    std::int64_t index = 0; ///< In the audit log.
    base::Timestamp at;
    std::string who; ///< Clerk's name and institution.
    std::string place;
    std::string what; ///< "register.population.person", "case.submit", …
    std::string purpose;
    std::string legalBasis;
    friend bool operator==(const AccessRecord&, const AccessRecord&) = default;
};

/// The signed head of the audit's Merkle tree (RFC 6962).
struct AuditHead {
    std::int64_t size = 0;
    std::string root; ///< Hexadecimal SHA-256.
    base::Timestamp at;
    std::string signature; ///< Base 64, of the server's audit key over "size\nroot\nat".
    friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

} // namespace vienlogs::contract
