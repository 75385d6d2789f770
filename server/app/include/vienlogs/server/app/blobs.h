// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/actor.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/pieces.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

class Uploads;

/// Where bytes of a blob belong: in a piece, from a byte of it on.
struct PiecePlace {
    std::string sha256;
    int piece = 0;
    std::int64_t from = 0;
};

/// Scans and documents by their SHA-256, in pieces of contract::blobPieceSize. What came of a piece before
/// the line broke is kept too, and the piece goes on behind it. Each piece is kept by itself, encrypted
/// (AES-256-GCM), durable before the blob counts as whole. A place may name and read a blob when one of its
/// devices has sent every byte: knowing a digest is no right.
class Blobs {
public:
    static constexpr std::int64_t maxSize = 200LL * 1024 * 1024;
    /// Uploads that a device may leave unfinished, and how long they are kept.
    static constexpr std::size_t mostUnfinished = 16;
    static constexpr std::chrono::hours keepUnfinished{24};
    /// Whole blobs lie in `pieces`, unfinished ones as files below `unfinished` whatever the store.
    Blobs(store::Store& store, const Audit& audit, std::unique_ptr<Pieces> pieces,
          std::filesystem::path unfinished, base::Secret key);
    ~Blobs();

    /// Says which pieces the device must still send. VL-SRV-0016 over maxSize, VL-SRV-0020 when it is known
    /// with another size, VL-SRV-0025 when the device has mostUnfinished others.
    [[nodiscard]] base::Result<contract::BlobState> announce(const Actor& actor, const std::string& sha256,
                                                             std::int64_t size);
    /// Keeps one piece, of which all before `place.from` is here and `rest` is the rest; with the last piece
    /// the whole is checked. VL-BASE-0003 when it was not announced, VL-SRV-0020 when less of the piece is
    /// here or piece or whole are not what was announced (the whole must then be sent again).
    [[nodiscard]] base::Result<contract::BlobState> putPiece(const Actor& actor, const PiecePlace& place,
                                                             const base::Bytes& rest);
    /// Keeps what came of a piece before the line broke, when it is more than is here. Failures as of
    /// putPiece().
    [[nodiscard]] base::Result<void> keepPart(const Actor& actor, const PiecePlace& place,
                                              const base::Bytes& bytes);
    /// Size of a complete blob that the actor's place may read; audited. VL-BASE-0003 otherwise.
    [[nodiscard]] base::Result<std::int64_t> openFor(const Actor& actor, const std::string& sha256);
    [[nodiscard]] base::Result<base::Bytes> piece(const std::string& sha256, int piece) const;
    /// Removes unfinished uploads that nobody has touched for long; to be called now and then.
    void forgetOld() const;
    /// Reads every complete blob and compares its digest; how many there are. VL-BASE-0005 names one that is
    /// not whole.
    [[nodiscard]] base::Result<std::int64_t> verify() const;

private:
    [[nodiscard]] base::Result<contract::BlobState> stateOf(const Actor& actor, const std::string& sha256,
                                                            std::int64_t size);
    [[nodiscard]] base::Result<contract::BlobState> complete(const Actor& actor, const std::string& sha256,
                                                             std::int64_t size);
    /// The size of a piece that the device announced and that is not whole yet; VL-BASE-0003 or -0002
    /// otherwise.
    [[nodiscard]] base::Result<std::int64_t> announcedSize(const Actor& actor, const PiecePlace& place) const;
    /// What is here of a piece up to `place.from`, with `bytes` behind it.
    [[nodiscard]] base::Result<base::Bytes> joined(const Actor& actor, const PiecePlace& place,
                                                   const base::Bytes& bytes) const;
    [[nodiscard]] base::Result<bool> isWhole(const store::BlobRow& row) const;
    /// The size of a whole blob that the place may read; nothing when there is none for it.
    [[nodiscard]] base::Result<std::optional<std::int64_t>> heldBy(const std::string& place,
                                                                   const std::string& sha256) const;
    [[nodiscard]] base::Result<store::BlobRow> rowOf(const std::string& sha256) const;

    store::Store& store_;
    const Audit& audit_;
    std::unique_ptr<Pieces> pieces_;
    base::Secret key_;
    std::unique_ptr<const Uploads> uploads_;
    std::mutex completing_;
    std::mutex keepingPart_; ///< A shorter part never takes the place of a longer one; who asks waits for it.
};

/// Pieces that a blob of some size has.
[[nodiscard]] int piecesOf(std::int64_t size);
[[nodiscard]] bool isSha256(std::string_view text);

} // namespace vienlogs::server::app
