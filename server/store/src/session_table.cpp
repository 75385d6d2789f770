// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_tables.h"

namespace vienlogs::server::store {

namespace {

template<typename Row>
SessionRow readSession(const Row& r) {
    return {r.text(0), r.text(1), r.text(2), r.text(3), timeAt(r, 4), r.text(5), r.text(6)};
}

} // namespace

base::Result<void> SqlSessions::addChallenge(const Challenge& challenge) {
    return database_.run("INSERT INTO challenges(id,device,bytes,expires_at,used) VALUES(?,?,?,?,?)",
                         challenge.id, challenge.device, challenge.bytes, toMilliseconds(challenge.expiresAt),
                         challenge.used);
}

base::Result<std::optional<Challenge>> SqlSessions::challenge(const std::string& id) {
    return one<Challenge>(
        database_, "SELECT id,device,bytes,expires_at,used FROM challenges WHERE id=?",
        [](const auto& r) -> base::Result<Challenge> {
            return Challenge{r.text(0), r.text(1), r.bytes(2), timeAt(r, 3), r.integer(4) != 0};
        },
        id);
}

base::Result<void> SqlSessions::markChallengeUsed(const std::string& id) {
    return database_.run("UPDATE challenges SET used=1 WHERE id=?", id);
}

base::Result<void> SqlSessions::addSession(const SessionRow& session) {
    return database_.run("INSERT INTO sessions(token_hash,clerk,device,place,expires_at,family,factor) "
                         "VALUES(?,?,?,?,?,?,?)",
                         session.tokenHash, session.clerk, session.device, session.place,
                         toMilliseconds(session.expiresAt), session.family, session.factor);
}

base::Result<std::optional<SessionRow>> SqlSessions::session(const std::string& tokenHash) {
    return one<SessionRow>(
        database_,
        "SELECT token_hash,clerk,device,place,expires_at,family,factor FROM sessions WHERE token_hash=?",
        [](const auto& r) -> base::Result<SessionRow> { return readSession(r); }, tokenHash);
}

base::Result<void> SqlSessions::addRefresh(const RefreshRow& refresh) {
    const auto& session = refresh.session;
    return database_.run(
        "INSERT INTO refreshes(token_hash,clerk,device,place,expires_at,family,factor,used_at) "
        "VALUES(?,?,?,?,?,?,?,?)",
        session.tokenHash, session.clerk, session.device, session.place, toMilliseconds(session.expiresAt),
        session.family, session.factor, toMilliseconds(refresh.usedAt));
}

base::Result<std::optional<RefreshRow>> SqlSessions::refresh(const std::string& tokenHash) {
    return one<RefreshRow>(
        database_,
        "SELECT token_hash,clerk,device,place,expires_at,family,factor,used_at FROM refreshes "
        "WHERE token_hash=?",
        [](const auto& r) -> base::Result<RefreshRow> {
            return RefreshRow{readSession(r), optionalTimeAt(r, 7)};
        },
        tokenHash);
}

base::Result<void> SqlSessions::markRefreshUsed(const std::string& tokenHash, base::Timestamp at) {
    return database_.run("UPDATE refreshes SET used_at=? WHERE token_hash=?", toMilliseconds(at), tokenHash);
}

base::Result<std::string> SqlSessions::rightsMark() {
    return one<std::string>(database_, "SELECT value FROM settings WHERE key='rights'",
                            [](const auto& r) -> base::Result<std::string> { return r.text(0); })
        .map([](const auto& mark) { return mark.value_or("0"); });
}

base::Result<void> SqlSessions::endFamily(const std::string& family) {
    return database_.run("DELETE FROM sessions WHERE family=?", family)
        .and_then([&] { return database_.run("DELETE FROM refreshes WHERE family=?", family); })
        .and_then([&] { return moveRightsMark(database_); });
}

base::Result<std::optional<StoredAnswer>> SqlSessions::answer(const std::string& device,
                                                              const std::string& key) {
    return one<StoredAnswer>(
        database_, "SELECT fingerprint,status,body,at FROM answers WHERE device=? AND key=?",
        [](const auto& r) -> base::Result<StoredAnswer> {
            return StoredAnswer{r.text(0), static_cast<int>(r.integer(1)), r.text(2), timeAt(r, 3)};
        },
        device, key);
}

base::Result<void> SqlSessions::saveAnswer(const std::string& device, const std::string& key,
                                           const StoredAnswer& answer) {
    return database_.run("INSERT INTO answers(device,key,fingerprint,status,body,at) VALUES(?,?,?,?,?,?)",
                         device, key, answer.fingerprint, answer.status, answer.body,
                         toMilliseconds(answer.at));
}

base::Result<void> SqlSessions::forgetOld(base::Timestamp now, base::Timestamp answersBefore) {
    return database_.run("DELETE FROM challenges WHERE expires_at<?", toMilliseconds(now))
        .and_then(
            [&] { return database_.run("DELETE FROM sessions WHERE expires_at<?", toMilliseconds(now)); })
        .and_then(
            [&] { return database_.run("DELETE FROM refreshes WHERE expires_at<?", toMilliseconds(now)); })
        .and_then([&] {
            return database_.run("DELETE FROM federated_logins WHERE expires_at<?", toMilliseconds(now));
        })
        .and_then(
            [&] { return database_.run("DELETE FROM answers WHERE at<?", toMilliseconds(answersBefore)); });
}

} // namespace vienlogs::server::store
