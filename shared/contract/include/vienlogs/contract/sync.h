// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/ulid.h"
#include "vienlogs/contract/problem.h"

namespace vienlogs::contract {

enum class CommandStatus { Accepted, Rejected, Conflict, InFlight };

/// What became of one command of a batch. A replayed command gets the stored result again.
struct CommandResult {
    base::Ulid key;
    CommandStatus status = CommandStatus::Accepted;
    std::optional<Problem> problem; ///< With Rejected and Conflict.
    std::int64_t version = 0;       ///< Of the case afterwards; 0 for contact commands.
    std::int64_t deviceEpoch = 0;   ///< The newest that the server knows of the device, with needsNewEpoch().
    std::string storeEpoch;         ///< Of the server's store when it answered, as ChangesPage::epoch.
    /// Opaque, with the last of a batch: what the server's store held then. Shown back with the next question
    /// for changes, it tells a server that was put back that it has forgotten.
    std::string mark;
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
    std::int64_t held = 0; ///< Bytes of the first missing piece that are there: it goes on behind them.
    friend bool operator==(const BlobState&, const BlobState&) = default;
};
inline constexpr std::int64_t blobPieceSize = 1024 * 1024;

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

} // namespace vienlogs::contract
