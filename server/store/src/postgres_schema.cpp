// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "postgres_schema.h"

#include "postgres_wire.h"
#include "query.h"
#include "schema.h"

namespace vienlogs::server::store {

namespace {

/// "IF NOT EXISTS" still fails when two servers make the table at the same moment; then it is there.
base::Result<void> makeVersionTable(PostgresConnection& connection) {
    constexpr auto make =
        "CREATE TABLE IF NOT EXISTS schema_version(id INTEGER PRIMARY KEY, version BIGINT NOT NULL)";
    auto made = connection.execute(make);
    if (!made && made.error().code == sqlcipher::codes::constraint)
        made = connection.execute(make);
    return made
        .and_then([&] {
            return connection.run(
                "INSERT INTO schema_version(id,version) VALUES(1,0) ON CONFLICT DO NOTHING");
        })
        .and_then([&] { return connection.settle(); });
}

/// One step of the schema, unless another server has taken it meanwhile; the version reached.
base::Result<std::int64_t> step(PostgresConnection& connection, std::span<const sqlcipher::Migration> list) {
    if (auto begun = connection.run("BEGIN"); !begun)
        return base::fail(begun.error());
    const auto version = number(connection, "SELECT version FROM schema_version WHERE id=1 FOR UPDATE");
    if (!version || *version >= static_cast<std::int64_t>(list.size())) {
        static_cast<void>(connection.run("ROLLBACK").and_then([&] { return connection.settle(); }));
        return version;
    }
    const auto done =
        connection.execute(inPostgres(list[static_cast<std::size_t>(*version)].sql))
            .and_then([&] {
                return connection.run("UPDATE schema_version SET version=? WHERE id=1", *version + 1);
            })
            .and_then([&] { return connection.run("COMMIT"); })
            .and_then([&] { return connection.settleCommit(); });
    return done ? base::Result<std::int64_t>(*version + 1) : base::fail(done.error());
}

} // namespace

base::Result<void> migrate(PostgresConnection& connection, std::span<const sqlcipher::Migration> steps) {
    if (auto made = makeVersionTable(connection); !made)
        return made;
    const auto newest = static_cast<std::int64_t>(steps.size());
    for (;;) {
        const auto version = step(connection, steps);
        if (!version)
            return base::fail(version.error());
        if (*version > newest)
            return base::fail(sqlcipher::codes::newerVersion, "schema " + std::to_string(*version));
        if (*version == newest)
            return {};
    }
}

} // namespace vienlogs::server::store
