// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "postgres_connection.h"

#include <libpq-fe.h>

#include "attempt.h"
#include "postgres_wire.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/store/failures.h"

namespace vienlogs::server::store {

namespace {

/// More answers than this are not left unread, lest both sides wait for the other to read.
constexpr std::size_t maxUnread = 64;

using PgResult = std::unique_ptr<PGresult, decltype(&PQclear)>;

} // namespace

base::Result<std::unique_ptr<PostgresConnection>>
PostgresConnection::open(const PostgresParameters& parameters) {
    std::vector<const char*> names;
    std::vector<const char*> values;
    for (const auto& [name, value] : parameters.named) {
        names.push_back(name.c_str());
        values.push_back(value.c_str());
    }
    base::Secret password(std::string(parameters.password.view()) + '\0'); // libpq wants its end marked
    if (!parameters.password.empty()) {
        names.push_back("password");
        values.push_back(password.view().data());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    std::unique_ptr<PostgresConnection> made(
        new PostgresConnection(PQconnectdbParams(names.data(), values.data(), 0)));
    if (PQstatus(made->handle_) != CONNECTION_OK)
        return base::fail(made->lost("connect"));
    PQsetNoticeProcessor(
        made->handle_, [](void*, const char*) {}, nullptr);
    // Statements are planned once, often while their tables are empty: reading a whole table would seem right
    // then, and stay. All look-ups of ours have their index; compiling what has none costs more than it.
    const PgResult planned(PQexec(made->handle_, "SET enable_seqscan=off; SET jit=off"), PQclear);
    if (PQresultStatus(planned.get()) != PGRES_COMMAND_OK)
        return base::fail(made->lost("planner"));
    if (PQenterPipelineMode(made->handle_) != 1)
        return base::fail(made->lost("pipeline"));
    return made;
}

PostgresConnection::~PostgresConnection() {
    PQfinish(handle_);
}

bool PostgresConnection::isSpoiled() const {
    return PQtransactionStatus(handle_) == PQTRANS_INERROR;
}

bool PostgresConnection::isBroken() const {
    return standby_ || PQstatus(handle_) != CONNECTION_OK;
}

base::Failure PostgresConnection::lost(const char* doing) {
    sent_.clear();
    return {codes::unreachable, doing, {}};
}

base::Result<std::string> PostgresConnection::prepared(std::string_view sql) {
    const auto known = names_.find(sql);
    if (known != names_.end())
        return known->second;
    const auto name = "s" + std::to_string(nameCount_++);
    const auto text = numbered(sql);
    if (PQsendPrepare(handle_, name.c_str(), text.c_str(), 0, nullptr) != 1)
        return base::fail(lost("prepare"));
    sent_.push_back({false, std::string(sql)});
    names_.emplace(sql, name);
    return name;
}

base::Result<void> PostgresConnection::send(std::string_view sql, std::span<const SqlValue> values) {
    const auto name = prepared(sql);
    if (!name)
        return base::fail(name.error());
    const WireValues wire(values);
    if (PQsendQueryPrepared(handle_, name->c_str(), wire.count(), wire.values(), wire.lengths(),
                            wire.formats(), binaryFormat) != 1)
        return base::fail(lost("send"));
    sent_.push_back({});
    return {};
}

base::Result<void> PostgresConnection::perform(std::string_view sql, std::span<const SqlValue> values) {
    if (sent_.size() >= maxUnread)
        if (auto done = settle(); !done)
            return done;
    return send(sql, values);
}

base::Result<void> PostgresConnection::select(std::string_view sql, std::span<const SqlValue> values,
                                              const EachRow& each) {
    return send(sql, values).and_then([&] { return synchronise(); }).and_then([&] {
        return receive(&each).outcome;
    });
}

base::Result<void> PostgresConnection::synchronise() {
    if (PQpipelineSync(handle_) != 1)
        return base::fail(lost("sync"));
    sent_.push_back({true, {}});
    return {};
}

base::Result<void> PostgresConnection::settle() {
    return synchronise().and_then([&] { return receive(nullptr).outcome; });
}

base::Result<void> PostgresConnection::settleCommit() {
    if (auto sent = synchronise(); !sent)
        return sent;
    auto answer = receive(nullptr);
    if (answer.outcome && answer.lastTag != "COMMIT")
        return base::fail(base::codes::internal, "a commit became " + answer.lastTag);
    return answer.outcome;
}

base::Result<void> PostgresConnection::sendOff() {
    return synchronise();
}

PostgresConnection::Answer PostgresConnection::receive(const EachRow* each) {
    Answer answer;
    while (!sent_.empty()) {
        const auto sent = sent_.front();
        sent_.pop_front();
        const bool isLast = sent_.size() == 1; // Before the synchronisation that ends everything.
        for (;;) {
            const PgResult result(PQgetResult(handle_), PQclear);
            if (result)
                takeResult(result.get(), sent, isLast, each, answer);
            if (PQstatus(handle_) != CONNECTION_OK) {
                answer.outcome = base::fail(lost("answer"));
                return answer;
            }
            if (!result || PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC)
                break;
        }
    }
    return answer;
}

void PostgresConnection::takeResult(const PGresult* result, const Sent& sent, bool isLast,
                                    const EachRow* each, Answer& answer) {
    const auto status = PQresultStatus(result);
    if (status == PGRES_PIPELINE_SYNC)
        return;
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        if (!sent.prepares.empty())
            names_.erase(sent.prepares);
        if (status == PGRES_PIPELINE_ABORTED || !answer.outcome)
            return; // What made it so was told before.
        const auto failure = failureOf(result);
        standby_ = standby_ || failure.code == codes::unreachable;
        answer.outcome = base::fail(failure);
        return;
    }
    answer.lastTag = PQcmdStatus(const_cast<PGresult*>(result));
    if (!each || !isLast)
        return;
    for (int row = 0; row < PQntuples(result) && answer.outcome; ++row)
        answer.outcome =
            attempt([&] { return (*each)(WireRow(result, row)); }); // The rest is read all the same.
}

base::Result<void> PostgresConnection::execute(const std::string& sql) {
    if (auto done = settle(); !done)
        return done;
    if (PQexitPipelineMode(handle_) != 1)
        return base::fail(lost("pipeline"));
    const PgResult result(PQexec(handle_, sql.c_str()), PQclear);
    const auto status = PQresultStatus(result.get());
    const bool good = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (PQstatus(handle_) != CONNECTION_OK || PQenterPipelineMode(handle_) != 1)
        return base::fail(lost("execute"));
    return good ? base::Result<void>() : base::fail(failureOf(result.get()));
}

} // namespace vienlogs::server::store
