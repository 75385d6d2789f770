// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_factor_tables.h"

namespace vienlogs::server::store {

base::Result<void> SqlFactors::addFederated(const FederatedLogin& login) {
    return database_.run(
        "INSERT INTO federated_logins(id,device,state,nonce,verifier,redirect,expires_at,used,issuer,"
        "subject) VALUES(?,?,?,?,?,?,?,?,?,?)",
        login.id, login.device, login.state, login.nonce, login.verifier, login.redirect,
        toMilliseconds(login.expiresAt), login.used, login.issuer, login.subject);
}

base::Result<std::optional<FederatedLogin>> SqlFactors::federated(const std::string& id) {
    return one<FederatedLogin>(
        database_,
        "SELECT id,device,state,nonce,verifier,redirect,expires_at,used,issuer,subject "
        "FROM federated_logins WHERE id=?",
        [](const auto& r) -> base::Result<FederatedLogin> {
            return FederatedLogin{r.text(0), r.text(1),    r.text(2),         r.text(3), r.text(4),
                                  r.text(5), timeAt(r, 6), r.integer(7) != 0, r.text(8), r.text(9)};
        },
        id);
}

base::Result<void> SqlFactors::markFederatedUsed(const std::string& id) {
    return database_.run("UPDATE federated_logins SET used=1 WHERE id=?", id);
}

base::Result<void> SqlFactors::keepFederatedSubject(const std::string& id, const std::string& subject) {
    return database_.run("UPDATE federated_logins SET subject=? WHERE id=?", subject, id);
}

base::Result<std::vector<CardIssuer>> SqlFactors::cardIssuers() {
    return all<CardIssuer>(database_, "SELECT fingerprint,certificate FROM card_issuers ORDER BY fingerprint",
                           [](const auto& r) -> base::Result<CardIssuer> {
                               return CardIssuer{r.text(0), r.text(1)};
                           });
}

base::Result<void> SqlFactors::addCardIssuer(const CardIssuer& issuer) {
    return database_.run("INSERT INTO card_issuers(fingerprint,certificate) VALUES(?,?) "
                         "ON CONFLICT(fingerprint) DO NOTHING",
                         issuer.fingerprint, issuer.certificate);
}

base::Result<void> SqlFactors::removeCardIssuer(const std::string& fingerprint) {
    return database_.run("DELETE FROM card_issuers WHERE fingerprint=?", fingerprint);
}

base::Result<std::optional<SecondFactor>> SqlFactors::factor(const std::string& clerk) {
    return one<SecondFactor>(
        database_, "SELECT clerk,secret,last_step,failures,locked_until FROM second_factors WHERE clerk=?",
        [](const auto& r) -> base::Result<SecondFactor> {
            return SecondFactor{r.text(0), r.bytes(1), r.integer(2), static_cast<int>(r.integer(3)),
                                optionalTimeAt(r, 4)};
        },
        clerk);
}

base::Result<void> SqlFactors::saveFactor(const SecondFactor& factor) {
    return database_.run(
        "INSERT INTO second_factors(clerk,secret,last_step,failures,locked_until) VALUES(?,?,?,?,?) "
        "ON CONFLICT(clerk) DO UPDATE SET secret=excluded.secret, last_step=excluded.last_step, "
        "failures=excluded.failures, locked_until=excluded.locked_until",
        factor.clerk, factor.secret, factor.lastStep, factor.failures, toMilliseconds(factor.lockedUntil));
}

} // namespace vienlogs::server::store
