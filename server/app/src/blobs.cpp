// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/blobs.h"

#include <algorithm>

#include "sealed_file.h"
#include "uploads.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

std::string nameOf(const std::string& sha256, int piece) {
    return sha256 + ":" + std::to_string(piece);
}

std::string nameOfPart(const std::string& sha256, int piece) {
    return nameOf(sha256, piece) + ":part";
}

std::int64_t sizeOfPiece(std::int64_t size, int piece) {
    return std::min(contract::blobPieceSize, size - piece * contract::blobPieceSize);
}

} // namespace

int piecesOf(std::int64_t size) {
    return static_cast<int>((size + contract::blobPieceSize - 1) / contract::blobPieceSize);
}

bool isSha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Blobs::Blobs(store::Store& store, const Audit& audit, std::unique_ptr<Pieces> pieces,
             std::filesystem::path unfinished, base::Secret key)
    : store_(store), audit_(audit), pieces_(std::move(pieces)), key_(std::move(key)),
      uploads_(std::make_unique<const Uploads>(std::move(unfinished))) {}

Blobs::~Blobs() = default;

void Blobs::forgetOld() const {
    uploads_->forgetOld();
}

base::Result<store::BlobRow> Blobs::rowOf(const std::string& sha256) const {
    if (!isSha256(sha256))
        return base::fail(base::codes::invalidArgument, "sha256");
    const auto row = store::inRead<std::optional<store::BlobRow>>(
        store_, [&](store::Transaction& t) { return t.blobs().blob(sha256); });
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(base::codes::notFound, "blob");
    return **row;
}

base::Result<std::optional<std::int64_t>> Blobs::heldBy(const std::string& place,
                                                        const std::string& sha256) const {
    return store::inRead<std::optional<std::int64_t>>(
        store_, [&](store::Transaction& t) -> base::Result<std::optional<std::int64_t>> {
            const auto row = t.blobs().blob(sha256);
            const auto linked = t.blobs().isLinked(sha256, place);
            if (!row || !linked)
                return base::fail(row ? linked.error() : row.error());
            return *row && (*row)->complete && *linked ? std::optional((*row)->size) : std::nullopt;
        });
}

base::Result<contract::BlobState> Blobs::announce(const Actor& actor, const std::string& sha256,
                                                  std::int64_t size) {
    if (!isSha256(sha256) || size < 1)
        return base::fail(base::codes::invalidArgument, "sha256 or size of a blob");
    if (size > maxSize)
        return base::fail(codes::bodyTooLarge, "blob");
    const auto held = heldBy(actor.place, sha256);
    if (!held)
        return base::fail(held.error());
    if (*held && **held != size)
        return base::fail(codes::blobMismatch, "size");
    if (*held)
        return contract::BlobState{sha256, size, true, {}};
    if (const auto begun = uploads_->begin(actor.device, sha256, size); !begun)
        return base::fail(begun.error());
    return stateOf(actor, sha256, size);
}

base::Result<contract::BlobState> Blobs::stateOf(const Actor& actor, const std::string& sha256,
                                                 std::int64_t size) {
    auto missing = uploads_->missing(actor.device, sha256, size);
    if (missing.empty()) // also when the process ended after the last piece and before it was counted
        return complete(actor, sha256, size);
    const std::scoped_lock lock(keepingPart_); // What a line that just broke had brought is being written.
    const auto held = sealed::contentSize(uploads_->part(actor.device, sha256, missing.front()));
    return contract::BlobState{sha256, size, false, std::move(missing), held};
}

base::Result<std::int64_t> Blobs::announcedSize(const Actor& actor, const PiecePlace& place) const {
    if (!isSha256(place.sha256))
        return base::fail(base::codes::invalidArgument, "sha256");
    const auto size = uploads_->sizeOf(actor.device, place.sha256);
    if (size && (place.piece < 0 || place.piece >= piecesOf(*size)))
        return base::fail(base::codes::invalidArgument, "piece");
    return size;
}

base::Result<base::Bytes> Blobs::joined(const Actor& actor, const PiecePlace& place,
                                        const base::Bytes& bytes) const {
    if (place.from == 0)
        return bytes;
    const auto file = uploads_->part(actor.device, place.sha256, place.piece);
    const auto part = sealed::read(file).and_then([&](const auto& sealed) {
        return sealed::unseal(key_, nameOfPart(place.sha256, place.piece), sealed);
    });
    if (!part || static_cast<std::int64_t>(part->size()) < place.from) {
        std::error_code ignored;
        if (!part) // One that cannot be read would be offered for ever.
            std::filesystem::remove(file, ignored);
        return base::fail(codes::blobMismatch, "less of the piece is here");
    }
    base::Bytes whole(part->begin(), part->begin() + static_cast<std::ptrdiff_t>(place.from));
    whole.insert(whole.end(), bytes.begin(), bytes.end());
    return whole;
}

base::Result<contract::BlobState> Blobs::putPiece(const Actor& actor, const PiecePlace& place,
                                                  const base::Bytes& rest) {
    if (!isSha256(place.sha256))
        return base::fail(base::codes::invalidArgument, "sha256");
    const auto& sha256 = place.sha256;
    const auto held = heldBy(actor.place, sha256);
    if (!held)
        return base::fail(held.error());
    if (*held)
        return contract::BlobState{sha256, **held, true, {}};
    const auto size = announcedSize(actor, place);
    if (!size)
        return base::fail(size.error());
    if (place.from + static_cast<std::int64_t>(rest.size()) != sizeOfPiece(*size, place.piece))
        return base::fail(codes::blobMismatch, "size of a piece");
    std::error_code ignored;
    const auto file = uploads_->piece(actor.device, sha256, place.piece);
    if (std::filesystem::exists(file, ignored)) // It came before; its part is gone.
        return stateOf(actor, sha256, *size);
    const auto kept = joined(actor, place, rest)
                          .and_then([&](const auto& bytes) {
                              return sealed::seal(key_, nameOf(sha256, place.piece), bytes);
                          })
                          .and_then([&](const auto& sealed) { return sealed::write(file, sealed); });
    if (!kept)
        return base::fail(kept.error());
    std::filesystem::remove(uploads_->part(actor.device, sha256, place.piece), ignored);
    return stateOf(actor, sha256, *size);
}

base::Result<void> Blobs::keepPart(const Actor& actor, const PiecePlace& place, const base::Bytes& bytes) {
    const auto size = announcedSize(actor, place);
    if (!size)
        return base::fail(size.error());
    const auto end = place.from + static_cast<std::int64_t>(bytes.size());
    if (end >= sizeOfPiece(*size, place.piece))
        return base::fail(codes::blobMismatch, "size of a part");
    const std::scoped_lock lock(keepingPart_);
    const auto file = uploads_->part(actor.device, place.sha256, place.piece);
    std::error_code ignored;
    if (std::filesystem::exists(uploads_->piece(actor.device, place.sha256, place.piece), ignored) ||
        sealed::contentSize(file) >= end)
        return {};
    return joined(actor, place, bytes)
        .and_then(
            [&](const auto& part) { return sealed::seal(key_, nameOfPart(place.sha256, place.piece), part); })
        .and_then([&](const auto& sealed) { return sealed::write(file, sealed); });
}

base::Result<bool> Blobs::isWhole(const store::BlobRow& row) const {
    digest::Sha256Stream digest;
    for (int number = 0; number < piecesOf(row.size); ++number) {
        const auto bytes = piece(row.sha256, number);
        if (!bytes)
            return base::fail(bytes.error());
        digest.add(*bytes);
    }
    return digest::toHex(digest.finish()) == row.sha256;
}

base::Result<contract::BlobState> Blobs::complete(const Actor& actor, const std::string& sha256,
                                                  std::int64_t size) {
    const std::scoped_lock lock(completing_);
    digest::Sha256Stream digest;
    std::vector<std::filesystem::path> files;
    for (int number = 0; number < piecesOf(size); ++number) {
        files.push_back(uploads_->piece(actor.device, sha256, number));
        const auto bytes = sealed::read(files.back()).and_then([&](const auto& sealed) {
            return sealed::unseal(key_, nameOf(sha256, number), sealed);
        });
        if (!bytes)
            return base::fail(bytes.error());
        digest.add(*bytes);
    }
    if (digest::toHex(digest.finish()) != sha256) {
        uploads_->forget(actor.device, sha256);
        return base::fail(codes::blobMismatch, "digest");
    }
    if (const auto taken = pieces_->takeIn(sha256, files); !taken)
        return base::fail(taken.error());
    // Who sent every byte has them: the place may name and read the blob from now on.
    const auto kept = store_.write([&](store::Transaction& t) {
        return t.blobs().saveBlob({sha256, size, true}).and_then([&] {
            return t.blobs().link(sha256, actor.place);
        });
    });
    if (!kept)
        return base::fail(kept.error());
    uploads_->forget(actor.device, sha256);
    return contract::BlobState{sha256, size, true, {}};
}

base::Result<std::int64_t> Blobs::openFor(const Actor& actor, const std::string& sha256) {
    const auto row = rowOf(sha256);
    if (!row)
        return base::fail(row.error());
    const auto opened = audit_.write([&](store::Transaction& t) -> base::Result<void> {
        const auto linked = t.blobs().isLinked(sha256, actor.place);
        if (!linked)
            return base::fail(linked.error());
        if (!*linked || !row->complete)
            return base::fail(base::codes::notFound, "blob");
        auto entry = entryOf(actor, "blob.read");
        entry.object = sha256;
        return audit_.append(t, entry);
    });
    if (!opened)
        return base::fail(opened.error());
    return row->size;
}

base::Result<base::Bytes> Blobs::piece(const std::string& sha256, int piece) const {
    return pieces_->get(sha256, piece).and_then([&](const auto& sealed) {
        return sealed::unseal(key_, nameOf(sha256, piece), sealed);
    });
}

base::Result<std::int64_t> Blobs::verify() const {
    constexpr int page = 500;
    std::int64_t count = 0;
    for (std::string last;;) {
        const auto rows = store::inRead<std::vector<store::BlobRow>>(
            store_, [&](store::Transaction& t) { return t.blobs().completeAfter(last, page); });
        if (!rows)
            return base::fail(rows.error());
        if (rows->empty())
            return count;
        for (const auto& row : *rows) {
            const auto good = isWhole(row);
            if (!good || !*good)
                return base::fail(base::codes::fileUnreadable, "a blob is not whole", row.sha256);
            ++count;
        }
        last = rows->back().sha256;
    }
}

} // namespace vienlogs::server::app
