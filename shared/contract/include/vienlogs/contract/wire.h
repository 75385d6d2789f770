// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/identifier.h"
#include "vienlogs/base/ulid.h"
#include "vienlogs/domain/cases/commands.h"

/// The wire types of the API, as server/api/openapi.yaml describes them. codec.h turns them into JSON and
/// back.
namespace vienlogs::contract {

/// RFC 9457 problem with our failure code; `title` is in the language of the request.
struct Problem {
    int status = 500;
    std::string code;   ///< "VL-SRV-0001"
    std::string title;  ///< What happened.
    std::string detail; ///< What to do.
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// What a card must sign to log in: random bytes that the server gave for one use.
struct LoginChallenge {
    std::string id;
    std::string challenge; ///< Base 64 of 48 random bytes.
    base::Timestamp expiresAt;
    friend bool operator==(const LoginChallenge&, const LoginChallenge&) = default;
};

/// The signed bytes are "vienlogs-login\n" + place + "\n" + the challenge's raw bytes.
struct LoginRequest {
    std::string challengeId;
    std::string place;
    std::string certificate; ///< Base 64 DER.
    std::string algorithm;   ///< As ports::CardSignature.
    std::string signature;   ///< Base 64.
    friend bool operator==(const LoginRequest&, const LoginRequest&) = default;
};

struct Session {
    std::string token; ///< Bearer; never logged.
    base::Timestamp expiresAt;
    std::string clerkId; ///< The personnel number; not the personal code.
    std::string clerkName;
    std::vector<std::string> roles;
    std::string place;
    std::string placeName;
    std::string device; ///< The name in the device's certificate.
    friend bool operator==(const Session&, const Session&) = default;
};

enum class CommandStatus { Accepted, Rejected, Conflict, InFlight };

/// What became of one command of a batch. A replayed command gets the stored result again.
struct CommandResult {
    base::Ulid key;
    CommandStatus status = CommandStatus::Accepted;
    std::optional<Problem> problem; ///< With Rejected and Conflict.
    std::int64_t version = 0;       ///< Of the case afterwards; 0 for contact commands.
    std::int64_t deviceEpoch = 0;   ///< The newest that the server knows of the device, with needsNewEpoch().
    friend bool operator==(const CommandResult&, const CommandResult&) = default;
};

/// Whether the command was not taken only because the server knows later ones of this device than the device
/// itself does (VL-SRV-0014, -0015: its store is new or was restored). It comes again in a new epoch.
[[nodiscard]] bool needsNewEpoch(const CommandResult& result);

/// One change in a scope ("place:…" or "reference"); absence never means deletion.
struct Change {
    std::int64_t sequence = 0;
    std::string kind; ///< "case", "reference"
    std::string id;
    bool tombstone = false;
    std::string bodyJson; ///< The whole object as it is now; empty with a tombstone.
    friend bool operator==(const Change&, const Change&) = default;
};

struct ChangesPage {
    std::string epoch; ///< Another one than asked with: the server was restored; start again from no cursor.
    std::vector<Change> changes;
    std::string next; ///< Opaque cursor to ask with next.
    bool more = false;
    friend bool operator==(const ChangesPage&, const ChangesPage&) = default;
};

/// A blob and the pieces of 1 MiB the server still lacks of it.
struct BlobState {
    std::string sha256;
    std::int64_t size = 0;
    bool complete = false;
    std::vector<int> missing;
    friend bool operator==(const BlobState&, const BlobState&) = default;
};
inline constexpr std::int64_t blobPieceSize = 1024 * 1024;

/// A look into a central register; the subject is in the body, never in the URL.
struct RegisterRequest {
    std::string registerId; ///< "population", "enterprises", "addresses"
    std::string operation;  ///< "person", "company", "search", …
    std::string subject;    ///< Identifier::toString() or a text to search.
    std::string purpose;    ///< Code of the classifier "purposes".
    std::string legalBasis;
    std::string contactId; ///< The contact in which it happens.
    friend bool operator==(const RegisterRequest&, const RegisterRequest&) = default;
};

/// The register's answer with its age; `state` is "ok", "stale", "closed", "down", "invalid" or "not-found".
struct RegisterAnswer {
    std::string registerId;
    std::string source; ///< The register's name for people.
    std::string state;
    base::Timestamp asOf;
    std::string dataJson; ///< Canonical shape; "null" without data.
    std::optional<Problem> problem;
    friend bool operator==(const RegisterAnswer&, const RegisterAnswer&) = default;
};

/// The distributed data files (catalogue, forms, questionnaires, classifiers) and their version.
struct ReferenceItem {
    std::string name; ///< "catalogue/services/dzivesvietas-deklaresana.json"
    std::string sha256;
    std::int64_t size = 0;
    friend bool operator==(const ReferenceItem&, const ReferenceItem&) = default;
};
struct ReferenceManifest {
    std::int64_t version = 0;
    std::vector<ReferenceItem> items;
    friend bool operator==(const ReferenceManifest&, const ReferenceManifest&) = default;
};

/// One line of the client's e-account history (Sadarbības vēsture).
struct HistoryEntry {
    base::Ulid caseId;
    std::string number;
    std::string serviceId;
    std::string state;
    std::string channel;
    std::string institution;
    base::Timestamp at;
    friend bool operator==(const HistoryEntry&, const HistoryEntry&) = default;
};

/// Who looked at or did what with a person's data, as the person is shown it.
struct AccessRecord {
    std::int64_t index = 0; ///< In the audit log.
    base::Timestamp at;
    std::string who; ///< Clerk's name and institution.
    std::string place;
    std::string what; ///< "register.population.person", "case.submit", …
    std::string purpose;
    std::string legalBasis;
    friend bool operator==(const AccessRecord&, const AccessRecord&) = default;
};

/// The signed head of the audit's Merkle tree (RFC 6962).
struct AuditHead {
    std::int64_t size = 0;
    std::string root; ///< Hexadecimal SHA-256.
    base::Timestamp at;
    std::string signature; ///< Base 64, of the server's audit key over "size\nroot\nat".
    friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

/// State of a register, shown before a clerk needs it.
struct RegisterHealth {
    std::string registerId;
    std::string name;
    std::string state;
    std::int64_t latencyMs = 0;
    friend bool operator==(const RegisterHealth&, const RegisterHealth&) = default;
};

} // namespace vienlogs::contract
