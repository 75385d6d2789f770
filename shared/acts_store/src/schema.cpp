// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "schema.h"

namespace vienlogs::acts_store {

std::span<const sqlcipher::Migration> migrations() {
    // entries.line: an entry as acts::entryLine writes it, the same as in the file of vienlogs-acts.
    static constexpr sqlcipher::Migration steps[] = {{R"sql(
CREATE TABLE acts(
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    changed TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entries(
    act TEXT NOT NULL REFERENCES acts(id),
    position INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY(act, position)) WITHOUT ROWID;
CREATE TABLE typed(act TEXT PRIMARY KEY REFERENCES acts(id), line TEXT NOT NULL) WITHOUT ROWID;
)sql"}};
    return steps;
}

} // namespace vienlogs::acts_store
