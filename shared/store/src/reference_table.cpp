// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "reference_table.h"

#include <map>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/sqlcipher/failures.h"

namespace vienlogs::store {

base::Result<void> ReferenceTable::addTexts(const contract::ReferenceManifest& manifest, const Items& items) {
    std::map<std::string, std::string> digests;
    for (const auto& item : manifest.items)
        digests[item.name] = item.sha256;
    for (const auto& [name, text] : items) {
        const auto sha256 = digest::toHex(digest::sha256(text));
        const auto expected = digests.find(name);
        if (expected == digests.end() || expected->second != sha256)
            return base::fail(base::codes::invalidArgument, "reference item " + name);
        const auto added = database_.run(
            "INSERT INTO reference_texts(sha256, content) VALUES(?, ?) ON CONFLICT(sha256) DO NOTHING",
            sha256, text);
        if (!added)
            return added;
    }
    return {};
}

base::Result<void> ReferenceTable::save(const contract::ReferenceManifest& manifest, const Items& items) {
    auto done =
        addTexts(manifest, items).and_then([&] { return database_.run("DELETE FROM reference_items"); });
    for (const auto& item : manifest.items) {
        if (!done)
            break;
        done = database_.run("INSERT INTO reference_items(name, sha256, size) VALUES(?, ?, ?)", item.name,
                             item.sha256, item.size);
    }
    // The foreign key to the texts holds a manifest back whose items are not all here.
    if (!done && done.error().code == sqlcipher::codes::constraint)
        return base::fail(base::codes::invalidArgument, "reference item missing");
    return done
        .and_then([&] {
            return database_.run(
                "DELETE FROM reference_texts WHERE sha256 NOT IN (SELECT sha256 FROM reference_items)");
        })
        .and_then([&] { return counters_.set("reference", manifest.version); });
}

base::Result<contract::ReferenceManifest> ReferenceTable::manifest() {
    const auto version = counters_.at("reference");
    if (!version)
        return base::fail(version.error());
    return readAll(database_, "SELECT name, sha256, size FROM reference_items ORDER BY position",
                   [](Statement& row) {
                       return base::Result<contract::ReferenceItem>(
                           contract::ReferenceItem{row.text(0), row.text(1), row.integer(2)});
                   })
        .map([&](std::vector<contract::ReferenceItem>&& items) {
            return contract::ReferenceManifest{*version, std::move(items)};
        });
}

base::Result<ReferenceTable::Items> ReferenceTable::items() {
    return readAll(
        database_,
        "SELECT name, content FROM reference_items JOIN reference_texts USING(sha256) ORDER BY position",
        [](Statement& row) {
            return base::Result<std::pair<std::string, std::string>>(std::pair(row.text(0), row.text(1)));
        });
}

} // namespace vienlogs::store
