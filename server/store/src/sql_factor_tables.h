// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sql.h"
#include "vienlogs/server/store/factor_tables.h"

/// As sql_tables.h, for logins by other issuers, second factors and refusals.
namespace vienlogs::server::store {

class SqlFactors final : public FactorTable {
public:
    explicit SqlFactors(SqlConnection& database) : database_(database) {}
    base::Result<void> addFederated(const FederatedLogin& login) override;
    base::Result<std::optional<FederatedLogin>> federated(const std::string& id) override;
    base::Result<void> markFederatedUsed(const std::string& id) override;
    base::Result<void> keepFederatedSubject(const std::string& id, const std::string& subject) override;
    base::Result<std::optional<SecondFactor>> factor(const std::string& clerk) override;
    base::Result<void> saveFactor(const SecondFactor& factor) override;
    base::Result<std::vector<CardIssuer>> cardIssuers() override;
    base::Result<void> addCardIssuer(const CardIssuer& issuer) override;
    base::Result<void> removeCardIssuer(const std::string& fingerprint) override;

private:
    SqlConnection& database_;
};

class SqlSecurity final : public SecurityTable {
public:
    explicit SqlSecurity(SqlConnection& database) : database_(database) {}
    base::Result<void> count(const SecurityEvent& event) override;
    base::Result<std::vector<SecurityEvent>> events(int limit) override;
    base::Result<void> forgetBefore(std::int64_t hour) override;

private:
    SqlConnection& database_;
};

} // namespace vienlogs::server::store
