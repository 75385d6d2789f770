// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/acts_store/act_store.h"

#include <sys/stat.h>

#include "schema.h"
#include "vienlogs/acts/failures.h"
#include "vienlogs/acts/log_codec.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/sqlcipher/upgrade.h"
#include "vienlogs/store/failures.h"
#include "vienlogs/store/store_key.h"

namespace vienlogs::acts_store {

using acts::Entry;
using base::fail;
using base::Result;
using sqlcipher::Database;
using sqlcipher::Transaction;

namespace fs = std::filesystem;

struct ActStore::Parts {
    std::unique_ptr<Database> database;
    bool typing = false; ///< commits are not waited for: see keepTyped()
};

namespace {

Result<Transaction> beginDurable(Database& database, bool& typing) {
    if (typing)
        if (auto full = database.execute("PRAGMA synchronous=FULL"); !full)
            return fail(full.error());
    typing = false;
    return Transaction::begin(database);
}

/// How many entries there are; that none is missing before the last is checked when they are read.
Result<std::size_t> countOf(Database& database, const std::string& act) {
    auto statement =
        database.prepare("SELECT position FROM entries WHERE act = ? ORDER BY position DESC LIMIT 1");
    if (!statement)
        return fail(statement.error());
    const auto row = statement->bind(act).step();
    if (!row)
        return fail(row.error());
    return *row ? std::size_t(statement->integer(0)) + 1 : 0;
}

Result<void> insertEntries(Database& database, const std::string& act, std::size_t position,
                           std::span<const Entry> entries) {
    for (const auto& entry : entries)
        if (auto inserted = database.run("INSERT INTO entries(act, position, line) VALUES(?, ?, ?)", act,
                                         std::int64_t(position++), acts::entryLine(entry));
            !inserted)
            return inserted;
    return {};
}

Result<void> describe(Database& database, const acts::Act& act, base::Timestamp changed) {
    return database.run("UPDATE acts SET title = ?, changed = ? WHERE id = ?", titleOf(act),
                        base::toRfc3339(changed), act.id().toString());
}

Result<acts::History> headOf(Database& database, const base::Ulid& id) {
    auto statement = database.prepare("SELECT kind FROM acts WHERE id = ?");
    if (!statement)
        return fail(statement.error());
    const auto row = statement->bind(id.toString()).step();
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(base::codes::notFound, "act");
    const auto kind = base::valueIn(acts::actKindNames, statement->text(0));
    if (!kind)
        return fail(acts::codes::logDamaged, "kind");
    return acts::History(id, *kind);
}

Result<void> readEntries(Database& database, acts::History& history) {
    auto statement = database.prepare("SELECT position, line FROM entries WHERE act = ? ORDER BY position");
    if (!statement)
        return fail(statement.error());
    statement->bind(history.now().id().toString());
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
        auto entry = acts::entryOf(statement->text(1));
        if (statement->integer(0) != std::int64_t(history.entries().size()))
            return fail(acts::codes::logDamaged, "an entry is missing");
        const auto added =
            entry ? history.append(std::move(*entry)) : Result<void>(fail(std::move(entry.error())));
        if (!added)
            return fail(acts::codes::logDamaged, "entry " + std::to_string(history.entries().size()));
    }
}

Result<std::string> typedLine(Database& database, const base::Ulid& id) {
    auto statement = database.prepare("SELECT line FROM typed WHERE act = ?");
    if (!statement)
        return fail(statement.error());
    const auto row = statement->bind(id.toString()).step();
    if (!row)
        return fail(row.error());
    return *row ? statement->text(0) : std::string();
}

Result<std::unique_ptr<Database>> openDatabase(const fs::path& file, const base::Secret& key) {
    // Whoever holds it does so until that program ends: waiting for it is of no use.
    auto database = Database::open(file, key, {.exclusive = true, .busyTimeoutMs = 0});
    if (!database)
        return database;
    if (const auto ready = sqlcipher::upgrade(**database, file, key, migrations()); !ready)
        return fail(ready.error());
    return database;
}

} // namespace

ActStore::ActStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ActStore::~ActStore() = default;

Result<std::unique_ptr<ActStore>> ActStore::open(const fs::path& folder, const fs::path& devicePrivateKey) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || ::chmod(folder.c_str(), S_IRWXU) != 0)
        return fail(base::codes::fileUnreadable, "mkdir", folder.filename().string());
    const auto file = folder / "acts.db";
    const auto keyFile = folder / "store.key";
    // A new key would not open what is there, and would hide that the old one is lost.
    if (fs::exists(file, error) && !fs::exists(keyFile, error))
        return fail(store::codes::keyMissing);
    const auto key = store::StoreKey::openOrCreate(keyFile, devicePrivateKey);
    if (!key)
        return fail(key.error());
    const auto databaseKey = key->derived("acts");
    if (!databaseKey)
        return fail(databaseKey.error());
    auto database = openDatabase(file, *databaseKey);
    if (!database)
        return fail(database.error());
    return std::unique_ptr<ActStore>(
        new ActStore(std::make_unique<Parts>(Parts{std::move(*database), false})));
}

Result<std::vector<ActSummary>> ActStore::acts() {
    auto statement =
        parts_->database->prepare("SELECT id, kind, title, changed, (SELECT count(*) FROM entries WHERE act "
                                  "= acts.id) FROM acts ORDER BY changed DESC, id");
    if (!statement)
        return fail(statement.error());
    std::vector<ActSummary> found;
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return found;
        const auto id = base::Ulid::parse(statement->text(0));
        const auto kind = base::valueIn(acts::actKindNames, statement->text(1));
        const auto changed = base::fromRfc3339(statement->text(3));
        if (!id || !kind || !changed)
            return fail(acts::codes::logDamaged, "the list of acts");
        found.push_back({*id, *kind, statement->text(2), *changed, std::size_t(statement->integer(4))});
    }
}

Result<void> ActStore::add(const acts::History& history, base::Timestamp now) {
    auto& database = *parts_->database;
    auto transaction = beginDurable(database, parts_->typing);
    if (!transaction)
        return fail(transaction.error());
    const auto& act = history.now();
    const auto id = act.id().toString();
    auto done = database.run("INSERT INTO acts(id, kind, title, changed) VALUES(?, ?, ?, ?)", id,
                             std::string(base::nameIn(acts::actKindNames, act.kind())), titleOf(act),
                             base::toRfc3339(now));
    if (done)
        done = insertEntries(database, id, 0, history.entries());
    return done ? transaction->commit() : done;
}

Result<acts::History> ActStore::load(const base::Ulid& id) {
    auto history = headOf(*parts_->database, id);
    if (!history)
        return history;
    if (const auto read = readEntries(*parts_->database, *history); !read)
        return fail(read.error());
    const auto line = typedLine(*parts_->database, id);
    if (!line || line->empty())
        return line ? std::move(history) : Result<acts::History>(fail(line.error()));
    const auto typed = acts::entryOf(*line);
    const auto count = history->entries().size();
    if (!typed || !history->append(*typed))
        return fail(acts::codes::logDamaged, "what was being typed");
    if (const auto kept = append(history->now(), count, std::span(history->entries()).last(1)); !kept)
        return fail(kept.error());
    return history;
}

Result<void> ActStore::append(const acts::Act& act, std::size_t count, std::span<const Entry> entries) {
    auto& database = *parts_->database;
    auto transaction = beginDurable(database, parts_->typing);
    if (!transaction)
        return fail(transaction.error());
    const auto id = act.id().toString();
    const auto there = countOf(database, id);
    if (!there || *there != count)
        return there ? fail(sqlcipher::codes::constraint, "the log has other entries") : fail(there.error());
    auto done = insertEntries(database, id, count, entries);
    if (done && !entries.empty())
        done = describe(database, act, entries.back().time);
    if (done)
        done = database.run("DELETE FROM typed WHERE act = ?", id);
    return done ? transaction->commit() : done;
}

Result<void> ActStore::keepTyped(const base::Ulid& act, const Entry& typed) {
    auto& database = *parts_->database;
    // Written, but not waited for: a killed program loses nothing by it, and no key press waits for a disk.
    if (!parts_->typing)
        if (auto normal = database.execute("PRAGMA synchronous=NORMAL"); !normal)
            return normal;
    parts_->typing = true;
    return database.run("INSERT INTO typed(act, line) VALUES(?, ?) ON CONFLICT(act) DO UPDATE SET line = "
                        "excluded.line",
                        act.toString(), acts::entryLine(typed));
}

Result<void> ActStore::dropTyped(const base::Ulid& act) {
    return parts_->database->run("DELETE FROM typed WHERE act = ?", act.toString());
}

Result<void> ActStore::checkIntegrity() {
    return parts_->database->checkIntegrity();
}

std::string titleOf(const acts::Act& act) {
    for (const auto& child : act.root().children)
        if (const auto* element = act.find(child); element && element->kind == acts::ElementKind::Title)
            return acts::textOf(element->text);
    return {};
}

} // namespace vienlogs::acts_store
