// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/identifier.h"
#include "vienlogs/base/ulid.h"
#include "vienlogs/contract/wire.h"

/// What the server keeps, one type a table.
namespace vienlogs::server::store {

/// A service centre: "CES", "Cēsu VPVKAC".
struct Place {
    std::string code;
    std::string name;
    std::string kind = "centre"; ///< One of app::knownPlaceKinds().
};

/// A machine that may talk to the server: its certificate and where it stands.
struct Device {
    std::string name;        ///< The common name of its certificate.
    std::string fingerprint; ///< SHA-256 of the certificate's DER, hexadecimal.
    std::string place;
    std::optional<base::Timestamp> revokedAt;
};

/// Somebody who works with the suite.
struct Clerk {
    std::string id; ///< Personnel number.
    base::Identifier identifier;
    std::string name;
    std::string institution;
    std::vector<std::string> roles;
    std::optional<base::Timestamp> leftAt;
    std::vector<std::string> places{"*"}; ///< Where they may work; "*" is everywhere.
    std::string source = "admin";         ///< "admin", or "feed" when a list of staff decides.
    std::string subject;                  ///< Whom another issuer calls this person; empty for nobody.
};

/// Random bytes given for one login.
struct Challenge {
    std::string id;
    std::string device;
    base::Bytes bytes;
    base::Timestamp expiresAt;
    bool used = false;
};

/// A login; only the digest of its token is kept.
struct SessionRow {
    std::string tokenHash;
    std::string clerk;
    std::string device;
    std::string place;
    base::Timestamp expiresAt;
    std::string family;          ///< All tokens that follow from one login.
    std::string factor = "card"; ///< "card", or "federated" with a second factor.
};

/// What renews a session, once; only its digest is kept.
struct RefreshRow {
    SessionRow session; ///< As it will be; `tokenHash` is that of the refreshing token.
    std::optional<base::Timestamp> usedAt;
};

/// The answer to a write that carried an idempotency key.
struct StoredAnswer {
    std::string fingerprint; ///< Of route and body.
    int status = 200;
    std::string body;
    base::Timestamp at;
};

/// A command that was decided, with what is needed to give the same answer again, in any language.
struct StoredCommand {
    std::string device;
    base::Ulid key;
    base::Ulid stream;
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
    std::string fingerprint;
    contract::CommandStatus status = contract::CommandStatus::Accepted;
    std::string failureCode; ///< Empty when accepted.
    std::string failureArgument;
    std::int64_t version = 0;
    base::Timestamp receivedAt;
};

/// A case as it is kept.
struct CaseText {
    std::string place;
    std::string client; ///< Identifier::toString()
    std::int64_t version = 0;
    std::string json;
};

/// How far a device has come: all its commands up to `contiguous` are decided.
struct Progress {
    std::int64_t epoch = 0; ///< 0: nothing known of the device.
    std::int64_t contiguous = 0;
};

/// One client at one desk, from arrival to end.
struct Contact {
    base::Ulid id;
    std::string place;
    std::string device;
    std::string clerk;
    std::string channel;
    base::Timestamp openedAt;
    std::optional<base::Timestamp> endedAt;
    std::optional<base::Identifier> client;
    std::string identityLevel;
    std::string outcome;
};

/// One end of day of a terminal, as its desk told it last.
struct DayClosingRow {
    std::string place;
    std::string device;
    domain::payments::DayClosing closing;
};

struct BlobRow {
    std::string sha256;
    std::int64_t size = 0;
    bool complete = false;
};

/// One record of the audit; the hash is the leaf hash of RFC 6962 over the text.
struct AuditRow {
    std::int64_t index = 0;
    std::string leaf;    ///< Canonical JSON.
    std::string subject; ///< Whom it is about: Identifier::toString(), or empty.
    base::Bytes hash;
};

} // namespace vienlogs::server::store
