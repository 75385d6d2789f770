// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "schema.h"

namespace vienlogs::server::store {

namespace {

constexpr std::string_view first = R"sql(
CREATE TABLE places(code TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE devices(name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, place TEXT NOT NULL REFERENCES places(code),
  revoked_at BIGINT);
CREATE TABLE clerks(id TEXT PRIMARY KEY, identifier TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  institution TEXT NOT NULL, roles TEXT NOT NULL, left_at BIGINT);
CREATE TABLE challenges(id TEXT PRIMARY KEY, device TEXT NOT NULL, bytes BLOB NOT NULL, expires_at BIGINT NOT NULL,
  used INTEGER NOT NULL);
CREATE TABLE sessions(token_hash TEXT PRIMARY KEY, clerk TEXT NOT NULL, device TEXT NOT NULL, place TEXT NOT NULL,
  expires_at BIGINT NOT NULL);
CREATE TABLE answers(device TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL, status INTEGER NOT NULL,
  body TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY(device, key));
CREATE TABLE commands(device TEXT NOT NULL, key TEXT NOT NULL, stream TEXT NOT NULL, epoch BIGINT NOT NULL,
  sequence BIGINT NOT NULL, fingerprint TEXT NOT NULL, status TEXT NOT NULL, failure_code TEXT NOT NULL,
  failure_argument TEXT NOT NULL, version BIGINT NOT NULL, received_at BIGINT NOT NULL, PRIMARY KEY(device, key));
CREATE UNIQUE INDEX commands_sequence ON commands(device, epoch, sequence);
CREATE TABLE waiting(device TEXT NOT NULL, epoch BIGINT NOT NULL, sequence BIGINT NOT NULL, stream TEXT NOT NULL,
  PRIMARY KEY(device, epoch, sequence));
CREATE TABLE progress(device TEXT PRIMARY KEY, epoch BIGINT NOT NULL, contiguous BIGINT NOT NULL);
CREATE TABLE cases(id TEXT PRIMARY KEY, place TEXT NOT NULL, client TEXT NOT NULL, number TEXT NOT NULL,
  state TEXT NOT NULL, version BIGINT NOT NULL, body TEXT NOT NULL);
CREATE INDEX cases_client ON cases(client);
CREATE TABLE contacts(id TEXT PRIMARY KEY, place TEXT NOT NULL, device TEXT NOT NULL, clerk TEXT NOT NULL,
  channel TEXT NOT NULL, opened_at BIGINT NOT NULL, ended_at BIGINT, client TEXT, identity_level TEXT NOT NULL,
  outcome TEXT NOT NULL);
CREATE TABLE history(client TEXT NOT NULL, case_id TEXT NOT NULL, version BIGINT NOT NULL, at BIGINT NOT NULL,
  entry TEXT NOT NULL, PRIMARY KEY(client, case_id, version));
CREATE INDEX history_time ON history(client, at);
CREATE TABLE scopes(scope TEXT PRIMARY KEY, last BIGINT NOT NULL);
CREATE TABLE changes(scope TEXT NOT NULL, sequence BIGINT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
  tombstone INTEGER NOT NULL, PRIMARY KEY(scope, sequence));
CREATE UNIQUE INDEX changes_object ON changes(scope, kind, id);
CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE blobs(sha256 TEXT PRIMARY KEY, size BIGINT NOT NULL, complete INTEGER NOT NULL);
CREATE TABLE blob_links(sha256 TEXT NOT NULL, place TEXT NOT NULL, PRIMARY KEY(sha256, place));
CREATE TABLE audit(idx BIGINT PRIMARY KEY, leaf TEXT NOT NULL, subject TEXT NOT NULL, hash BLOB NOT NULL);
CREATE INDEX audit_subject ON audit(subject, idx);
CREATE TABLE audit_frontier(level INTEGER PRIMARY KEY, hash BLOB NOT NULL);
CREATE TABLE audit_heads(size BIGINT PRIMARY KEY, root TEXT NOT NULL, at BIGINT NOT NULL, signature TEXT NOT NULL);
)sql";

// writer: the lock that every writing transaction takes first, how many there were, and where everything
// went.
constexpr std::string_view sharedStores = R"sql(
CREATE TABLE writer(id INTEGER PRIMARY KEY, turn BIGINT NOT NULL, moved_to TEXT NOT NULL);
INSERT INTO writer(id,turn,moved_to) VALUES(1,0,'');
CREATE TABLE blob_pieces(sha256 TEXT NOT NULL, piece INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY(sha256, piece));
)sql";

/// Perfect subtrees of the audit's tree for proofs, its keys, staff from feeds, refreshed sessions, logins by
/// other issuers, security records.
constexpr std::string_view rights = R"sql(
CREATE TABLE audit_nodes(level INTEGER NOT NULL, idx BIGINT NOT NULL, hash BLOB NOT NULL, PRIMARY KEY(level, idx));
CREATE TABLE audit_keys(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, public_key TEXT NOT NULL,
  endorsed_by TEXT NOT NULL, endorsement TEXT NOT NULL);
ALTER TABLE audit_heads ADD COLUMN key_id TEXT NOT NULL DEFAULT '';
ALTER TABLE places ADD COLUMN kind TEXT NOT NULL DEFAULT 'centre';
ALTER TABLE clerks ADD COLUMN places TEXT NOT NULL DEFAULT '*';
ALTER TABLE clerks ADD COLUMN source TEXT NOT NULL DEFAULT 'admin';
ALTER TABLE clerks ADD COLUMN subject TEXT NOT NULL DEFAULT '';
CREATE INDEX clerks_subject ON clerks(subject);
ALTER TABLE sessions ADD COLUMN family TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN factor TEXT NOT NULL DEFAULT 'card';
DELETE FROM sessions;
CREATE TABLE refreshes(token_hash TEXT PRIMARY KEY, family TEXT NOT NULL, clerk TEXT NOT NULL, device TEXT NOT NULL,
  place TEXT NOT NULL, factor TEXT NOT NULL, expires_at BIGINT NOT NULL, used_at BIGINT);
CREATE INDEX refreshes_family ON refreshes(family);
CREATE INDEX sessions_family ON sessions(family);
CREATE TABLE federated_logins(id TEXT PRIMARY KEY, device TEXT NOT NULL, state TEXT NOT NULL,
  nonce TEXT NOT NULL, verifier TEXT NOT NULL, redirect TEXT NOT NULL, expires_at BIGINT NOT NULL,
  used INTEGER NOT NULL);
CREATE TABLE second_factors(clerk TEXT PRIMARY KEY, secret BLOB NOT NULL, last_step BIGINT NOT NULL,
  failures INTEGER NOT NULL, locked_until BIGINT);
CREATE TABLE security_events(hour BIGINT NOT NULL, code TEXT NOT NULL, device TEXT NOT NULL, operation TEXT NOT NULL,
  first_at BIGINT NOT NULL, last_at BIGINT NOT NULL, count BIGINT NOT NULL,
  PRIMARY KEY(hour, code, device, operation));
)sql";

/// A person who comes back under another number is another clerk of the same identifier; only one of them
/// works.
constexpr std::string_view employments = R"sql(
CREATE TABLE employments(id TEXT PRIMARY KEY, identifier TEXT NOT NULL, name TEXT NOT NULL,
  institution TEXT NOT NULL, roles TEXT NOT NULL, left_at BIGINT, places TEXT NOT NULL DEFAULT '*',
  source TEXT NOT NULL DEFAULT 'admin', subject TEXT NOT NULL DEFAULT '');
INSERT INTO employments(id,identifier,name,institution,roles,left_at,places,source,subject)
  SELECT id,identifier,name,institution,roles,left_at,places,source,subject FROM clerks;
DROP TABLE clerks;
ALTER TABLE employments RENAME TO clerks;
CREATE INDEX clerks_subject ON clerks(subject);
CREATE INDEX clerks_identifier ON clerks(identifier);
CREATE UNIQUE INDEX clerks_at_work ON clerks(identifier) WHERE left_at IS NULL;
)sql";

/// Several issuers of staff, a second try of the code, and whose cards are believed.
constexpr std::string_view issuers = R"sql(
ALTER TABLE federated_logins ADD COLUMN issuer TEXT NOT NULL DEFAULT '';
ALTER TABLE federated_logins ADD COLUMN subject TEXT NOT NULL DEFAULT '';
CREATE TABLE card_issuers(fingerprint TEXT PRIMARY KEY, certificate TEXT NOT NULL);
)sql";

/// Time stamps over heads of the audit; their token is DER.
constexpr std::string_view timeStamps = R"sql(
CREATE TABLE audit_stamps(size BIGINT PRIMARY KEY, root TEXT NOT NULL, at BIGINT NOT NULL, signature TEXT NOT NULL,
  key_id TEXT NOT NULL, stamped_at BIGINT NOT NULL, token BLOB NOT NULL);
)sql";

/// Keys that grow with time come first, so that what devices send at the same moment lies side by side: a
/// page that is changed has to be encrypted and written. `waiting` also holds, with no stream, what was
/// decided before its turn; so commands need no second index, and a device that sends in order has no row
/// there.
constexpr std::string_view throughput = R"sql(
INSERT INTO waiting(device,epoch,sequence,stream) SELECT c.device,c.epoch,c.sequence,'' FROM commands c
  JOIN progress p ON p.device=c.device WHERE c.epoch>p.epoch OR (c.epoch=p.epoch AND c.sequence>p.contiguous)
  ON CONFLICT(device,epoch,sequence) DO UPDATE SET stream='';
CREATE TABLE commands_new(key TEXT NOT NULL, device TEXT NOT NULL, stream TEXT NOT NULL, epoch BIGINT NOT NULL,
  sequence BIGINT NOT NULL, fingerprint TEXT NOT NULL, status TEXT NOT NULL, failure_code TEXT NOT NULL,
  failure_argument TEXT NOT NULL, version BIGINT NOT NULL, received_at BIGINT NOT NULL, PRIMARY KEY(key, device))
  WITHOUT ROWID;
INSERT INTO commands_new(key,device,stream,epoch,sequence,fingerprint,status,failure_code,failure_argument,version,
  received_at) SELECT key,device,stream,epoch,sequence,fingerprint,status,failure_code,failure_argument,version,
  received_at FROM commands ORDER BY key,device;
DROP TABLE commands;
ALTER TABLE commands_new RENAME TO commands;
CREATE TABLE changes_new(scope TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, sequence BIGINT NOT NULL,
  tombstone INTEGER NOT NULL, PRIMARY KEY(scope, kind, id)) WITHOUT ROWID;
INSERT INTO changes_new(scope,kind,id,sequence,tombstone) SELECT scope,kind,id,sequence,tombstone FROM changes;
DROP TABLE changes;
ALTER TABLE changes_new RENAME TO changes;
CREATE UNIQUE INDEX changes_sequence ON changes(scope, sequence);
)sql";

/// Ends of days of the desks' card terminals.
constexpr std::string_view days = R"sql(
CREATE TABLE day_closings(id TEXT PRIMARY KEY, place TEXT NOT NULL, device TEXT NOT NULL, at BIGINT NOT NULL,
  body TEXT NOT NULL);
CREATE INDEX day_closings_time ON day_closings(at);
)sql";

/// Acts while they are drafted, by whose institution; the log of each line by line.
constexpr std::string_view acts = R"sql(
CREATE TABLE acts(id TEXT PRIMARY KEY, institution TEXT NOT NULL, kind TEXT NOT NULL, entries BIGINT NOT NULL,
  chain TEXT NOT NULL, changed BIGINT NOT NULL);
CREATE INDEX acts_institution ON acts(institution, id);
CREATE TABLE act_lines(act TEXT NOT NULL, position BIGINT NOT NULL, line TEXT NOT NULL, chain TEXT NOT NULL,
  sender TEXT NOT NULL, PRIMARY KEY(act, position)) WITHOUT ROWID;
)sql";

constexpr sqlcipher::Migration steps[] = {{first},      {sharedStores}, {rights}, {employments}, {issuers},
                                          {timeStamps}, {throughput},   {days},   {acts}};

} // namespace

std::span<const sqlcipher::Migration> migrations() {
    return steps;
}

} // namespace vienlogs::server::store
