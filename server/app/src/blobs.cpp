// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/blobs.h"

#include <algorithm>

#include "sealed_file.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

std::string nameOf(const std::string& sha256, int piece) {
    return sha256 + ":" + std::to_string(piece);
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

base::Result<contract::BlobState> Blobs::stateOf(const store::BlobRow& row) const {
    contract::BlobState state{row.sha256, row.size, row.complete, {}};
    if (row.complete)
        return state;
    const auto here = pieces_->list(row.sha256);
    if (!here)
        return base::fail(here.error());
    for (int piece = 0; piece < piecesOf(row.size); ++piece)
        if (!std::binary_search(here->begin(), here->end(), piece))
            state.missing.push_back(piece);
    return state;
}

base::Result<contract::BlobState> Blobs::announce(const Actor& actor, const std::string& sha256,
                                                  std::int64_t size) {
    if (!isSha256(sha256) || size < 1)
        return base::fail(base::codes::invalidArgument, "sha256 or size of a blob");
    if (size > maxSize)
        return base::fail(codes::bodyTooLarge, "blob");
    store::BlobRow row{sha256, size, false};
    const auto kept = store_.write([&](store::Transaction& t) -> base::Result<void> {
        const auto known = t.blobs().blob(sha256);
        if (!known)
            return base::fail(known.error());
        if (*known && (*known)->size != size)
            return base::fail(codes::blobMismatch, "size");
        if (*known)
            row = **known;
        else if (const auto saved = t.blobs().saveBlob(row); !saved)
            return saved;
        // Who sends the bytes has them; who only names a blob that is here has proved nothing.
        return row.complete ? base::Result<void>() : t.blobs().link(sha256, actor.place);
    });
    if (!kept)
        return base::fail(kept.error());
    const auto state = stateOf(row);
    // All pieces came but the process ended before they were counted.
    return state && !row.complete && state->missing.empty() ? complete(row) : state;
}

base::Result<contract::BlobState> Blobs::putPiece(const Actor&, const std::string& sha256, int piece,
                                                  const base::Bytes& bytes) {
    const auto row = rowOf(sha256);
    if (!row)
        return base::fail(row.error());
    if (row->complete)
        return stateOf(*row);
    if (piece < 0 || piece >= piecesOf(row->size))
        return base::fail(base::codes::invalidArgument, "piece");
    if (static_cast<std::int64_t>(bytes.size()) != sizeOfPiece(row->size, piece))
        return base::fail(codes::blobMismatch, "size of a piece");
    const auto kept = sealed::seal(key_, nameOf(sha256, piece), bytes).and_then([&](const auto& sealed) {
        return pieces_->put(sha256, piece, sealed);
    });
    if (!kept)
        return base::fail(kept.error());
    const auto state = stateOf(*row);
    return state && state->missing.empty() ? complete(*row) : state;
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

base::Result<contract::BlobState> Blobs::complete(const store::BlobRow& row) {
    const std::scoped_lock lock(completing_);
    const auto good = isWhole(row);
    if (!good)
        return base::fail(good.error());
    if (!*good) {
        if (const auto dropped = pieces_->drop(row.sha256); !dropped)
            return base::fail(dropped.error());
        return base::fail(codes::blobMismatch, "digest");
    }
    store::BlobRow whole = row;
    whole.complete = true;
    if (const auto kept = store_.write([&](store::Transaction& t) { return t.blobs().saveBlob(whole); });
        !kept)
        return base::fail(kept.error());
    return stateOf(whole);
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
