// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <set>

#include "vienlogs/base/bytes.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/ports/feed_cursor.h"

namespace vienlogs::test {

/// The server's part of the protocol in memory, with the same rule of cases as the real one: each key decided
/// once, the commands of a device's stream in their order, a command after its blob, a feed of whole cases.
/// Copying it is a backup; with its epoch, the snapshot of a whole disk.
class FakeServer {
public:
    using Command = domain::cases::Command;

    std::vector<contract::CommandResult> take(const std::vector<Command>& commands);
    contract::ChangesPage changes(const ports::FeedCursor& cursor);
    /// As if the line had broken in the middle of the next piece.
    void keepPart(const std::string& sha256, const base::Bytes& part);
    std::size_t received = 0; ///< Bytes of all pieces that came.
    contract::BlobState announce(const std::string& sha256, std::int64_t size);
    contract::BlobState put(const std::string& sha256, int piece, std::int64_t from, const base::Bytes& rest);
    /// Something another desk did.
    void changeElsewhere(const domain::cases::Case& theCase);

    std::string epoch = "e1";
    std::map<base::Ulid, domain::cases::Case> cases;
    /// Every command that was applied, in the order of applying.
    std::vector<Command> applied;
    std::map<base::Ulid, contract::CommandResult> results;
    std::map<std::string, base::Bytes> wholeBlobs;
    std::vector<contract::ReferenceItem> referenceItems;
    std::int64_t referenceVersion = 0;

private:
    struct Device {
        std::int64_t epoch = 0;
        std::int64_t contiguous = 0;
        std::map<std::int64_t, base::Ulid> announced; ///< Above contiguous: sequence and stream.
        std::set<std::int64_t> decided;
    };
    struct PartialBlob {
        std::int64_t size = 0;
        std::map<int, base::Bytes> pieces;
        base::Bytes part; ///< Of the first piece that is missing.
    };
    contract::CommandResult takeOne(const Command& command);
    [[nodiscard]] bool mustWait(const Command& command);
    void decide(const Command& command);
    contract::BlobState stateOf(const std::string& sha256);

    std::map<std::string, Device> devices_;
    std::map<base::Ulid, std::string> fingerprints_;
    std::map<std::string, PartialBlob> blobs_;
    std::vector<contract::Change> feed_;
};

} // namespace vienlogs::test
