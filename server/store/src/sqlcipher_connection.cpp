// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "sqlcipher_connection.h"

namespace vienlogs::server::store {

namespace {

class Row final : public SqlRow {
public:
    explicit Row(const sqlcipher::Statement& statement) : statement_(statement) {}
    std::int64_t integer(int column) const override { return statement_.integer(column); }
    std::string text(int column) const override { return statement_.text(column); }
    base::Bytes bytes(int column) const override { return statement_.bytes(column); }
    bool isNull(int column) const override { return statement_.isNull(column); }

private:
    const sqlcipher::Statement& statement_;
};

/// Binds a value at its place.
struct Bind {
    sqlcipher::Statement& statement;
    int at;
    void operator()(std::monostate) const { statement.set(at, std::nullopt); }
    void operator()(std::int64_t number) const { statement.set(at, number); }
    void operator()(std::string_view text) const { statement.set(at, text); }
    void operator()(const base::Bytes* bytes) const { statement.set(at, *bytes); }
};

base::Result<sqlcipher::Statement> bound(sqlcipher::Database& database, std::string_view sql,
                                         std::span<const SqlValue> values) {
    auto statement = database.prepare(sql);
    if (statement)
        for (int at = 1; const auto& value : values)
            std::visit(Bind{*statement, at++}, value);
    return statement;
}

} // namespace

base::Result<void> SqlCipherConnection::perform(std::string_view sql, std::span<const SqlValue> values) {
    auto statement = bound(*database_, sql, values);
    return statement ? statement->run() : base::fail(statement.error());
}

base::Result<void> SqlCipherConnection::select(std::string_view sql, std::span<const SqlValue> values,
                                               const EachRow& each) {
    auto statement = bound(*database_, sql, values);
    if (!statement)
        return base::fail(statement.error());
    const Row row(*statement);
    for (;;) {
        const auto more = statement->step();
        if (!more)
            return base::fail(more.error());
        if (!*more)
            return {};
        if (auto seen = each(row); !seen)
            return seen;
    }
}

} // namespace vienlogs::server::store
