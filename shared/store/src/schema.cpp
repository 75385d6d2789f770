// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "schema.h"

namespace vienlogs::store {

std::span<const sqlcipher::Migration> migrations() {
    // outbox.state: the values of ports::OutboxState in their order.
    static constexpr sqlcipher::Migration steps[] = {
        {R"sql(
CREATE TABLE counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE program_values(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE outbox(
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    stream TEXT NOT NULL,
    command TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0,
    problem TEXT,
    dismissed INTEGER NOT NULL DEFAULT 0,
    UNIQUE(device, epoch, sequence));
CREATE INDEX outbox_by_state ON outbox(state, position);
CREATE INDEX outbox_by_stream ON outbox(stream, position);
CREATE TABLE cases(
    id TEXT PRIMARY KEY,
    snapshot TEXT,
    snapshot_version INTEGER NOT NULL DEFAULT 0,
    snapshot_epoch TEXT NOT NULL DEFAULT '',
    shown TEXT,
    opened_at TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
CREATE INDEX cases_by_age ON cases(opened_at);
CREATE TABLE cursors(scope TEXT PRIMARY KEY, epoch TEXT NOT NULL, after TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE blobs(
    sha256 TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    size INTEGER NOT NULL,
    send INTEGER NOT NULL,
    sent INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX blobs_to_send ON blobs(sha256) WHERE send = 1 AND sent = 0;
CREATE TABLE reference_texts(sha256 TEXT PRIMARY KEY, content TEXT NOT NULL);
CREATE TABLE reference_items(
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL REFERENCES reference_texts(sha256),
    size INTEGER NOT NULL);
CREATE TABLE payments(
    id TEXT PRIMARY KEY,
    invoice TEXT NOT NULL,
    state TEXT NOT NULL,
    intended_at TEXT NOT NULL,
    terminal TEXT,
    trace TEXT,
    receipt TEXT,
    payment TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX payments_by_invoice ON payments(invoice, intended_at);
CREATE INDEX payments_by_state ON payments(state, intended_at);
CREATE INDEX payments_by_receipt ON payments(terminal, trace, receipt);
)sql"},
        {R"sql(
CREATE INDEX payments_by_age ON payments(intended_at);
CREATE TABLE day_closings(
    id TEXT PRIMARY KEY,
    terminal TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    closing TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX day_closings_by_terminal ON day_closings(terminal, closed_at);
)sql"},
        {R"sql(
ALTER TABLE payments ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
CREATE INDEX payments_untold ON payments(id) WHERE told = 0;
)sql"},
        {R"sql(
ALTER TABLE day_closings ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
CREATE INDEX day_closings_untold ON day_closings(id) WHERE told = 0;
)sql"},
    };
    return steps;
}

} // namespace vienlogs::store
