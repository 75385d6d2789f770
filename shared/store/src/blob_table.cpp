// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "blob_table.h"

#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/store/encrypted_store.h"
#include "vienlogs/store/failures.h"

namespace vienlogs::store {

base::Result<std::string> BlobTable::put(const base::Bytes& bytes, bool send) {
    if (std::int64_t(bytes.size()) > maxBlobSize)
        return base::fail(codes::blobTooLarge, {}, std::to_string(maxBlobSize / 1'000'000));
    const auto sha256 = digest::toHex(digest::sha256(bytes));
    if (const auto place = placeOf(sha256); place && files_.readPiece(place->file, place->size, 0))
        return database_.run("UPDATE blobs SET send = send OR ? WHERE sha256 = ?", int(send), sha256)
            .map([&] { return sha256; });
    const auto file = files_.write(bytes); // durable before the row, so that no row names a missing file
    if (!file)
        return base::fail(file.error());
    // A row whose file was lost gets the new one.
    const auto named = database_.run("INSERT INTO blobs(sha256, file, size, send) VALUES(?, ?, ?, ?) "
                                     "ON CONFLICT(sha256) DO UPDATE SET file = excluded.file, "
                                     "send = send OR excluded.send",
                                     sha256, *file, bytes.size(), int(send));
    if (!named && named.error().code == base::codes::diskFull)
        files_.removeUnnamed(*file); // else every attempt on a full disk leaves less room for the next
    return named.map([&] { return sha256; });
}

base::Result<BlobTable::Place> BlobTable::placeOf(const std::string& sha256) {
    auto place = readFirst(
        database_, "SELECT file, size FROM blobs WHERE sha256 = ?",
        [](Statement& row) {
            return base::Result<Place>(Place{row.text(0), row.integer(1)});
        },
        sha256);
    if (!place)
        return base::fail(place.error());
    if (!*place)
        return base::fail(base::codes::notFound, "blob");
    return **place;
}

base::Result<base::Bytes> BlobTable::all(const std::string& sha256) {
    return placeOf(sha256).and_then(
        [&](const Place& place) { return files_.readAll(place.file, place.size); });
}

base::Result<base::Bytes> BlobTable::piece(const std::string& sha256, int piece) {
    return placeOf(sha256).and_then(
        [&](const Place& place) { return files_.readPiece(place.file, place.size, piece); });
}

base::Result<std::vector<ports::LocalStore::BlobToSend>> BlobTable::toSend() {
    using ToSend = ports::LocalStore::BlobToSend;
    return readAll(database_, "SELECT sha256, size FROM blobs WHERE send = 1 AND sent = 0",
                   [](Statement& row) {
                       return base::Result<ToSend>(ToSend{row.text(0), row.integer(1)});
                   });
}

base::Result<void> BlobTable::markSent(const std::string& sha256) {
    return database_.run("UPDATE blobs SET sent = 1 WHERE sha256 = ?", sha256);
}

base::Result<void> BlobTable::offerAgain() {
    return database_.run("UPDATE blobs SET sent = 0 WHERE send = 1");
}

} // namespace vienlogs::store
