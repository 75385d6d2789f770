// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"

namespace vienlogs::contract {

/// The signed head of the audit's Merkle tree (RFC 6962).
struct AuditHead {
    std::int64_t size = 0;
    std::string root; ///< Hexadecimal SHA-256.
    base::Timestamp at;
    std::string signature; ///< Base 64, of the server's audit key over "size\nroot\nat".
    std::string keyId;     ///< Which of the server's keys signed.
    friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

/// A key that signs or has signed heads. Each but the first is vouched for by the one before it, so that who
/// knows one can follow to the newest.
struct AuditKeyInfo {
    std::string id;          ///< digest::Ed25519PublicKey::id()
    std::string publicKey;   ///< PEM
    std::string endorsedBy;  ///< The id of the key before; empty for the first.
    std::string endorsement; ///< Base 64, of that key over auditKeyText(); empty for the first.
    friend bool operator==(const AuditKeyInfo&, const AuditKeyInfo&) = default;
};

/// What a client pins.
struct AuditHeads {
    AuditHead head;
    std::vector<AuditKeyInfo> keys; ///< The oldest first.
    friend bool operator==(const AuditHeads&, const AuditHeads&) = default;
};

/// That one record is in the tree of a size (RFC 6962 section 2.1.1).
struct AuditInclusion {
    std::int64_t index = 0;
    std::int64_t size = 0;
    std::string leafHash;          ///< Hexadecimal, as all hashes here.
    std::vector<std::string> path; ///< From the leaf up.
    std::string root;
    friend bool operator==(const AuditInclusion&, const AuditInclusion&) = default;
};

/// That the head's tree begins with the whole tree of `from` records (RFC 6962 section 2.1.2).
struct AuditConsistency {
    std::int64_t from = 0;
    std::vector<std::string> path;
    AuditHead head;
    std::vector<AuditKeyInfo> keys; ///< As AuditHeads::keys.
    friend bool operator==(const AuditConsistency&, const AuditConsistency&) = default;
};

/// A signed head with a time stamp (RFC 3161) over auditStampText(): that the log was so long and such at a
/// time.
struct AuditStamp {
    AuditHead head;
    base::Timestamp at; ///< As the stamp says.
    std::string token;  ///< Base 64 of the token's DER.
    friend bool operator==(const AuditStamp&, const AuditStamp&) = default;
};

/// How far the time of the records is proved, and how much waits for its stamp.
struct AuditStampState {
    bool isConfigured = false;                   ///< The server knows a time stamp service.
    std::int64_t records = 0;                    ///< Of the log.
    std::int64_t waiting = 0;                    ///< Records that no stamp covers.
    std::optional<base::Timestamp> waitingSince; ///< The time of the first of them.
    std::optional<AuditStamp> newest;
    std::string failure; ///< Code of what hinders the server now; empty for nothing.
    friend bool operator==(const AuditStampState&, const AuditStampState&) = default;
};

/// The bytes that a head's signature covers.
[[nodiscard]] std::string auditHeadText(const AuditHead& head);
/// The text that a time stamp covers: the head and its signature.
[[nodiscard]] std::string auditStampText(const AuditHead& head);
/// The bytes that a key's endorsement covers.
[[nodiscard]] std::string auditKeyText(const AuditKeyInfo& key);

/// What was refused of one device within an hour for one reason.
struct SecurityEvent {
    base::Timestamp firstAt;
    base::Timestamp lastAt;
    std::string code; ///< Of the failure.
    std::string device;
    std::string operation;
    std::int64_t count = 0;
    friend bool operator==(const SecurityEvent&, const SecurityEvent&) = default;
};

} // namespace vienlogs::contract
