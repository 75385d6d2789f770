// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <map>
#include <memory>

#include "postgres_address.h"
#include "sql.h"

struct pg_conn;
struct pg_result;

namespace vienlogs::server::store {

/// A connection to PostgreSQL in pipeline mode: writes are sent without waiting, and a reading, or settle(),
/// waits for everything sent before it. Statements are prepared at their first use.
class PostgresConnection final : public SqlConnection {
public:
    /// VL-STORE-0030 when no primary answers.
    [[nodiscard]] static base::Result<std::unique_ptr<PostgresConnection>>
    open(const PostgresParameters& parameters);
    ~PostgresConnection() override;
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    base::Result<void> perform(std::string_view sql, std::span<const SqlValue> values) override;
    base::Result<void> select(std::string_view sql, std::span<const SqlValue> values,
                              const EachRow& each) override;
    /// Waits for everything that was sent; the first failure of it.
    [[nodiscard]] base::Result<void> settle();
    /// As settle(), but for a COMMIT sent last: fails as well when PostgreSQL turned it into a rollback.
    [[nodiscard]] base::Result<void> settleCommit();
    /// Has everything sent on its way; what comes back is waited for at the next use.
    [[nodiscard]] base::Result<void> sendOff();
    /// Runs SQL text of ours, several statements, in a transaction of its own; not between other statements.
    [[nodiscard]] base::Result<void> execute(const std::string& sql);
    /// The connection is gone or leads to a standby; only a new one helps.
    [[nodiscard]] bool isBroken() const;
    /// A statement of the transaction failed, so all of it is lost; as of the last waiting.
    [[nodiscard]] bool isSpoiled() const;

private:
    /// What is on its way: a statement (with its text while it is being prepared), or a synchronisation.
    struct Sent {
        bool isSync = false;
        std::string prepares;
    };
    struct Answer {
        base::Result<void> outcome;
        std::string lastTag; ///< Of the last statement that was done: "COMMIT", "ROLLBACK", …
    };

    explicit PostgresConnection(pg_conn* handle) : handle_(handle) {}
    [[nodiscard]] base::Result<void> send(std::string_view sql, std::span<const SqlValue> values);
    [[nodiscard]] base::Result<std::string> prepared(std::string_view sql);
    [[nodiscard]] base::Result<void> synchronise();
    [[nodiscard]] Answer receive(const EachRow* each);
    void takeResult(const pg_result* result, const Sent& sent, bool isLast, const EachRow* each,
                    Answer& answer);
    [[nodiscard]] base::Failure lost(const char* doing);

    pg_conn* handle_;
    std::map<std::string, std::string, std::less<>> names_; ///< Of prepared statements by their text.
    std::deque<Sent> sent_;
    int nameCount_ = 0;
    bool standby_ = false;
};

} // namespace vienlogs::server::store
