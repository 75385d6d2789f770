// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/contract/problem.h"

namespace vienlogs::contract {

/// A look into a central register; the subject is in the body, never in the URL.
struct RegisterRequest {
    std::string registerId; ///< "population", "enterprises", "addresses"
    std::string operation;  ///< "person", "company", "search", …
    std::string subject;    ///< Identifier::toString() or a text to search.
    std::string purpose;    ///< Code of the classifier "purposes".
    std::string legalBasis;
    std::string contactId; ///< The contact in which it happens.
    friend bool operator==(const RegisterRequest&, const RegisterRequest&) = default;
};

/// The register's answer with its age; `state` is "ok", "stale", "closed", "down", "invalid" or "not-found".
struct RegisterAnswer {
    std::string registerId;
    std::string source; ///< The register's name for people.
    std::string state;
    base::Timestamp asOf;
    std::string dataJson; ///< Canonical shape; "null" without data.
    std::optional<Problem> problem;
    friend bool operator==(const RegisterAnswer&, const RegisterAnswer&) = default;
};

/// State of a register, shown before a clerk needs it.
struct RegisterHealth {
    std::string registerId;
    std::string name;
    std::string state;
    std::int64_t latencyMs = 0;
    friend bool operator==(const RegisterHealth&, const RegisterHealth&) = default;
};

} // namespace vienlogs::contract
