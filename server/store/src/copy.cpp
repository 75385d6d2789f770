// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/store/copy.h"

#include "vienlogs/server/store/failures.h"
#include "vienlogs/sqlcipher/failures.h"

namespace vienlogs::server::store {

namespace {

constexpr int rowsOfPage = 200;  ///< A case may have 256 KiB.
constexpr int piecesOfPage = 16; ///< A piece of a blob has 1 MiB.
constexpr std::string_view piecesTable = "blob_pieces";

/// Only ever added to, so what both sides have is the same and need not be read again.
bool isAppendOnly(const RawTable& table) {
    return table.name == "audit";
}

int pageSizeOf(const RawTable& table) {
    return table.name == piecesTable ? piecesOfPage : rowsOfPage;
}

RawRow keyOf(const RawTable& table, const RawRow& row) {
    return {row.begin(), row.begin() + static_cast<std::ptrdiff_t>(table.keySize)};
}

/// Rows of one side in their order, read page by page.
class Rows {
public:
    using ReadPage = std::function<base::Result<std::vector<RawRow>>(const RawRow& after)>;
    Rows(const RawTable& table, ReadPage readPage, RawRow after)
        : table_(table), readPage_(std::move(readPage)), after_(std::move(after)) {}
    /// The row at hand; nullptr at the end.
    [[nodiscard]] base::Result<const RawRow*> peek() {
        if (at_ == page_.size() && !ended_) {
            auto page = readPage_(after_);
            if (!page)
                return base::fail(page.error());
            page_ = std::move(*page);
            at_ = 0;
            ended_ = page_.empty();
            if (!ended_)
                after_ = keyOf(table_, page_.back());
        }
        return at_ < page_.size() ? &page_[at_] : nullptr;
    }
    void pass() { ++at_; }

private:
    const RawTable& table_;
    ReadPage readPage_;
    RawRow after_;
    std::vector<RawRow> page_;
    std::size_t at_ = 0;
    bool ended_ = false;
};

/// What one page of writing does to the target.
struct Changes {
    std::vector<RawRow> puts;
    std::vector<RawRow> removals;
    [[nodiscard]] std::size_t size() const { return puts.size() + removals.size(); }
};

base::Result<void> writeOut(Store& to, const RawTable& table, Changes& changes) {
    if (changes.size() == 0)
        return {};
    auto done = to.write([&](Transaction& t) -> base::Result<void> {
        for (const auto& key : changes.removals)
            if (auto removed = t.raw().remove(table, key); !removed)
                return removed;
        for (const auto& row : changes.puts)
            if (auto put = t.raw().put(table, row); !put)
                return put;
        return {};
    });
    changes = {};
    return done;
}

Rows rowsOf(Transaction& from, const RawTable& table, RawRow after) {
    return {table,
            [&from, &table](const RawRow& key) { return from.raw().after(table, key, pageSizeOf(table)); },
            std::move(after)};
}

Rows rowsOf(Store& to, const RawTable& table, RawRow after) {
    return {table,
            [&to, &table](const RawRow& key) {
                return inRead<std::vector<RawRow>>(
                    to, [&](Transaction& t) { return t.raw().after(table, key, pageSizeOf(table)); });
            },
            std::move(after)};
}

/// Goes through both sides in step, as a merge does.
base::Result<void> merge(Rows from, Rows there, Store& to, const RawTable& table, CopyReport::Count& count) {
    Changes changes;
    for (;;) {
        const auto source = from.peek();
        const auto target = there.peek();
        if (!source || !target)
            return base::fail(source ? target.error() : source.error());
        if (!*source && !*target)
            return writeOut(to, table, changes);
        const auto sourceKey = *source ? keyOf(table, **source) : RawRow();
        const auto targetKey = *target ? keyOf(table, **target) : RawRow();
        if (!*source || (*target && targetKey < sourceKey)) {
            changes.removals.push_back(targetKey);
            ++count.removed;
            there.pass();
        } else {
            ++count.rows;
            const bool same = *target && targetKey == sourceKey && **target == **source;
            if (!same) {
                changes.puts.push_back(**source);
                ++count.written;
            }
            if (*target && targetKey == sourceKey)
                there.pass();
            from.pass();
        }
        if (changes.size() >= static_cast<std::size_t>(pageSizeOf(table)))
            if (auto written = writeOut(to, table, changes); !written)
                return written;
    }
}

/// The key of the audit's last record on the other side, or nothing.
base::Result<RawRow> startOf(Store& to, const RawTable& table, CopyReport::Count& count) {
    if (!isAppendOnly(table))
        return RawRow();
    const auto size = inRead<std::int64_t>(to, [](Transaction& t) { return t.audit().size(); });
    if (!size)
        return base::fail(size.error());
    count.rows = *size;
    return *size == 0 ? RawRow() : RawRow{*size - 1};
}

base::Result<void> copyTable(Transaction& from, Store& to, const RawTable& table, CopyReport::Count& count) {
    const auto start = startOf(to, table, count);
    if (!start)
        return base::fail(start.error());
    auto done = merge(rowsOf(from, table, *start), rowsOf(to, table, *start), to, table, count);
    if (done || done.error().code != sqlcipher::codes::constraint || isAppendOnly(table))
        return done;
    // Two rows changed a value that only one may have (a sequence that was counted again): from the
    // beginning.
    count = {};
    return to.write([&](Transaction& t) { return t.raw().clear(table); }).and_then([&] {
        return merge(rowsOf(from, table, {}), rowsOf(to, table, {}), to, table, count);
    });
}

/// The shapes of the tables to be copied, from the side that can tell.
base::Result<std::vector<RawTable>> shapesOf(Transaction& from, Store& to, Scans scans) {
    auto tables = to.isShared()
                      ? from.raw().tables()
                      : inRead<std::vector<RawTable>>(to, [](Transaction& t) { return t.raw().tables(); });
    if (tables && scans == Scans::Beside)
        std::erase_if(*tables, [](const auto& table) { return table.name == piecesTable; });
    return tables;
}

} // namespace

std::int64_t CopyReport::changes() const {
    std::int64_t sum = 0;
    for (const auto& [name, count] : tables)
        sum += count.written + count.removed;
    return sum;
}

base::Result<void> copyAll(Transaction& from, Store& to, Scans scans, CopyReport* report) {
    const auto tables = shapesOf(from, to, scans);
    if (!tables)
        return base::fail(tables.error());
    for (const auto& table : *tables) {
        CopyReport::Count count;
        if (auto copied = copyTable(from, to, table, count); !copied)
            return copied;
        if (report)
            report->tables[table.name] = count;
    }
    return {};
}

base::Result<void> checkCopy(Transaction& from, Transaction& to, Scans scans) {
    const auto tables = from.raw().tables();
    if (!tables)
        return base::fail(tables.error());
    for (const auto& table : *tables) {
        if (scans == Scans::Beside && table.name == piecesTable)
            continue;
        const auto here = from.raw().count(table);
        const auto there = to.raw().count(table);
        if (!here || !there)
            return base::fail(here ? there.error() : here.error());
        if (*here != *there)
            return base::fail(codes::copyDiffers, "rows", table.name);
    }
    const auto here = from.audit().head();
    const auto there = to.audit().head();
    const auto frontierHere = from.audit().frontier();
    const auto frontierThere = to.audit().frontier();
    if (!here || !there || !frontierHere || !frontierThere)
        return base::fail(codes::copyDiffers, "head", "audit");
    if (*here != *there || *frontierHere != *frontierThere)
        return base::fail(codes::copyDiffers, "head", "audit");
    return {};
}

} // namespace vienlogs::server::store
