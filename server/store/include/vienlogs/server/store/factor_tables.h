// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/result.h"
#include "vienlogs/server/store/factor_rows.h"

/// As tables.h, for logins by other issuers, second factors and refusals.
namespace vienlogs::server::store {

/// Logins by other issuers, second factors, and the issuers of eID cards.
class FactorTable {
public:
    virtual ~FactorTable() = default;
    [[nodiscard]] virtual base::Result<void> addFederated(const FederatedLogin& login) = 0;
    [[nodiscard]] virtual base::Result<std::optional<FederatedLogin>> federated(const std::string& id) = 0;
    [[nodiscard]] virtual base::Result<void> markFederatedUsed(const std::string& id) = 0;
    /// Whom the issuer named, so that a mistyped code needs no second visit there; empty to forget it.
    [[nodiscard]] virtual base::Result<void> keepFederatedSubject(const std::string& id,
                                                                  const std::string& subject) = 0;
    [[nodiscard]] virtual base::Result<std::optional<SecondFactor>> factor(const std::string& clerk) = 0;
    [[nodiscard]] virtual base::Result<void> saveFactor(const SecondFactor& factor) = 0;
    /// By fingerprint.
    [[nodiscard]] virtual base::Result<std::vector<CardIssuer>> cardIssuers() = 0;
    /// One that is there already stays.
    [[nodiscard]] virtual base::Result<void> addCardIssuer(const CardIssuer& issuer) = 0;
    [[nodiscard]] virtual base::Result<void> removeCardIssuer(const std::string& fingerprint) = 0;
};

/// What was refused, counted by hour, so that a flood of refusals stays a few rows.
class SecurityTable {
public:
    virtual ~SecurityTable() = default;
    /// Adds the counts of the event to those that are there.
    [[nodiscard]] virtual base::Result<void> count(const SecurityEvent& event) = 0;
    /// The newest first.
    [[nodiscard]] virtual base::Result<std::vector<SecurityEvent>> events(int limit) = 0;
    [[nodiscard]] virtual base::Result<void> forgetBefore(std::int64_t hour) = 0;
};

} // namespace vienlogs::server::store
