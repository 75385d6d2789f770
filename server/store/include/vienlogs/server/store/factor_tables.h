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

/// Logins by other issuers and second factors.
class FactorTable {
public:
    virtual ~FactorTable() = default;
    [[nodiscard]] virtual base::Result<void> addFederated(const FederatedLogin& login) = 0;
    [[nodiscard]] virtual base::Result<std::optional<FederatedLogin>> federated(const std::string& id) = 0;
    [[nodiscard]] virtual base::Result<void> markFederatedUsed(const std::string& id) = 0;
    [[nodiscard]] virtual base::Result<std::optional<SecondFactor>> factor(const std::string& clerk) = 0;
    [[nodiscard]] virtual base::Result<void> saveFactor(const SecondFactor& factor) = 0;
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
