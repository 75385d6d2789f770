// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "deferred.h"

#include <utility>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/sqlcipher/failures.h"

namespace vienlogs::server::store {

namespace {

/// Cases may have 256 KiB each; more than this is not held back.
constexpr std::size_t maxBytes = std::size_t{4} << 20;
/// Rows of one statement: few sizes, so that few statements have to be prepared.
constexpr std::array<std::size_t, 4> statementSizes{64, 16, 4, 1};

/// How the rows of a table are written. Without `onConflict` the table only takes new rows.
struct Shape {
    std::string_view insert;
    std::size_t columns;
    std::size_t keySize;
    std::string_view onConflict;
};

constexpr std::array<Shape, deferredTables> shapes{{
    {"INSERT INTO commands(key,device,stream,epoch,sequence,fingerprint,status,failure_code,failure_argument,"
     "version,received_at) VALUES",
     11, 2, ""},
    {"INSERT INTO cases(id,place,client,number,state,version,body) VALUES", 7, 1,
     " ON CONFLICT(id) DO UPDATE SET state=excluded.state, version=excluded.version, body=excluded.body"},
    {"INSERT INTO contacts(id,place,device,clerk,channel,opened_at,ended_at,client,identity_level,outcome) "
     "VALUES",
     10, 1,
     " ON CONFLICT(id) DO UPDATE SET ended_at=excluded.ended_at, client=excluded.client, "
     "identity_level=excluded.identity_level, outcome=excluded.outcome"},
    {"INSERT INTO changes(scope,kind,id,sequence,tombstone) VALUES", 5, 3,
     " ON CONFLICT(scope,kind,id) DO UPDATE SET sequence=excluded.sequence, tombstone=excluded.tombstone"},
    {"INSERT INTO scopes(scope,last) VALUES", 2, 1, " ON CONFLICT(scope) DO UPDATE SET last=excluded.last"},
    {"INSERT INTO progress(device,epoch,contiguous) VALUES", 3, 1,
     " ON CONFLICT(device) DO UPDATE SET epoch=excluded.epoch, contiguous=excluded.contiguous"},
    {"INSERT INTO history(client,case_id,version,at,entry) VALUES", 5, 3, ""},
    {"INSERT INTO audit(idx,leaf,subject,hash) VALUES", 4, 1, ""},
    {"INSERT INTO audit_nodes(level,idx,hash) VALUES", 3, 2, ""},
    {"INSERT INTO audit_frontier(level,hash) VALUES", 2, 1,
     " ON CONFLICT(level) DO UPDATE SET hash=excluded.hash"},
}};

std::size_t indexOf(Deferred table) {
    return static_cast<std::size_t>(table);
}

std::string statementFor(const Shape& shape, std::size_t rows) {
    std::string row = "(?";
    for (std::size_t i = 1; i < shape.columns; ++i)
        row += ",?";
    row += ')';
    std::string sql(shape.insert);
    for (std::size_t i = 0; i < rows; ++i)
        sql += (i > 0 ? "," : "") + row;
    return sql + std::string(shape.onConflict);
}

void addTo(std::vector<SqlValue>& values, const RawRow& row) {
    for (const auto& cell : row)
        if (const auto* number = std::get_if<std::int64_t>(&cell))
            values.emplace_back(*number);
        else if (const auto* text = std::get_if<std::string>(&cell))
            values.emplace_back(std::string_view(*text));
        else if (const auto* bytes = std::get_if<base::Bytes>(&cell))
            values.emplace_back(bytes);
        else
            values.emplace_back(std::monostate());
}

std::size_t sizeOf(const RawRow& row) {
    std::size_t size = 0;
    for (const auto& cell : row)
        if (const auto* text = std::get_if<std::string>(&cell))
            size += text->size();
    return size;
}

tl::unexpected<base::Failure> lostTransaction() {
    return base::fail(base::codes::internal, "the transaction is spoiled");
}

} // namespace

base::Result<void> DeferringConnection::perform(std::string_view sql, std::span<const SqlValue> values) {
    if (auto flushed = flush(); !flushed)
        return flushed;
    if (marked_ && !hasSavepoint_ && savepoints_ == Savepoints::Lazily && !isMixed_) {
        if (auto begun = connection_.run("SAVEPOINT work"); !begun)
            return begun;
        hasSavepoint_ = true;
    }
    isMixed_ = isMixed_ || (marked_ && !hasSavepoint_);
    return connection_.perform(sql, values);
}

base::Result<void> DeferringConnection::select(std::string_view sql, std::span<const SqlValue> values,
                                               const EachRow& each) {
    return flush().and_then([&] { return connection_.select(sql, values, each); });
}

base::Result<void> DeferringConnection::defer(Deferred table, RawRow row) {
    const auto& shape = shapes[indexOf(table)];
    RawRow key(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(shape.keySize));
    auto& rows = rows_[indexOf(table)];
    bytes_ += sizeOf(row);
    const auto known = rows.find(key);
    if (known != rows.end() && shape.onConflict.empty())
        return base::fail(sqlcipher::codes::constraint, "put off twice");
    if (marked_)
        undo_.push_back({table, key, known == rows.end() ? std::nullopt : std::optional(known->second)});
    if (known == rows.end())
        rows.emplace(std::move(key), std::move(row));
    else
        known->second = std::move(row);
    return bytes_ > maxBytes ? flush() : base::Result<void>();
}

base::Result<void> DeferringConnection::flush() {
    if (lost_)
        return lostTransaction();
    for (std::size_t i = 0; i < deferredTables; ++i) {
        if (rows_[i].empty())
            continue;
        if (auto written = write(static_cast<Deferred>(i), rows_[i]); !written) {
            lost_ = true;
            return written;
        }
        rows_[i].clear();
    }
    bytes_ = 0;
    isMixed_ = isMixed_ || (!undo_.empty() && !hasSavepoint_);
    undo_.clear();
    return {};
}

base::Result<void> DeferringConnection::write(Deferred table, const Rows& rows) {
    const auto& shape = shapes[indexOf(table)];
    auto row = rows.begin();
    auto left = rows.size();
    std::vector<SqlValue> values;
    for (const auto size : statementSizes)
        for (; left >= size; left -= size) {
            values.clear();
            for (std::size_t i = 0; i < size; ++i)
                addTo(values, (row++)->second);
            if (auto done = connection_.perform(statementFor(shape, size), values); !done)
                return done;
        }
    return {};
}

void DeferringConnection::mark() {
    undo_.clear();
    marked_ = true;
    hasSavepoint_ = isMixed_ = false;
}

base::Result<void> DeferringConnection::keep() {
    undo_.clear();
    marked_ = false;
    if (lost_)
        return lostTransaction();
    return std::exchange(hasSavepoint_, false) ? connection_.run("RELEASE work") : base::Result<void>();
}

base::Result<void> DeferringConnection::takeBack() {
    marked_ = false;
    if (lost_ || isMixed_)
        return lostTransaction();
    for (; !undo_.empty(); undo_.pop_back()) {
        auto& rows = rows_[indexOf(undo_.back().table)];
        if (auto& last = undo_.back(); last.before)
            rows.insert_or_assign(std::move(last.key), std::move(*last.before));
        else
            rows.erase(last.key);
    }
    if (!std::exchange(hasSavepoint_, false))
        return {};
    return connection_.run("ROLLBACK TO work").and_then([&] { return connection_.run("RELEASE work"); });
}

void DeferringConnection::drop() {
    for (auto& rows : rows_)
        rows.clear();
    undo_.clear();
    bytes_ = 0;
    marked_ = hasSavepoint_ = isMixed_ = lost_ = false;
}

} // namespace vienlogs::server::store
