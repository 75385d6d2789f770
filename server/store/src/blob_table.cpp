// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "query.h"
#include "sql_tables.h"

namespace vienlogs::server::store {

namespace {

base::Result<BlobRow> readBlob(const SqlRow& row) {
    return BlobRow{row.text(0), row.integer(1), row.integer(2) != 0};
}

} // namespace

base::Result<std::optional<BlobRow>> SqlBlobs::blob(const std::string& sha256) {
    return one<BlobRow>(database_, "SELECT sha256,size,complete FROM blobs WHERE sha256=?", readBlob, sha256);
}

base::Result<void> SqlBlobs::saveBlob(const BlobRow& blob) {
    return database_.run(
        "INSERT INTO blobs(sha256,size,complete) VALUES(?,?,?) ON CONFLICT(sha256) DO UPDATE SET "
        "size=excluded.size, complete=excluded.complete",
        blob.sha256, blob.size, blob.complete);
}

base::Result<void> SqlBlobs::link(const std::string& sha256, const std::string& place) {
    return database_.run("INSERT INTO blob_links(sha256,place) VALUES(?,?) ON CONFLICT DO NOTHING", sha256,
                         place);
}

base::Result<bool> SqlBlobs::isLinked(const std::string& sha256, const std::string& place) {
    return number(database_, "SELECT count(*) FROM blob_links WHERE sha256=? AND place=?", sha256, place)
        .map([](std::int64_t count) { return count > 0; });
}

base::Result<void> SqlBlobs::savePiece(const std::string& sha256, int piece, const base::Bytes& sealed) {
    return database_.run(
        "INSERT INTO blob_pieces(sha256,piece,bytes) VALUES(?,?,?) ON CONFLICT(sha256,piece) "
        "DO UPDATE SET bytes=excluded.bytes",
        sha256, piece, sealed);
}

base::Result<std::optional<base::Bytes>> SqlBlobs::piece(const std::string& sha256, int piece) {
    return one<base::Bytes>(
        database_, "SELECT bytes FROM blob_pieces WHERE sha256=? AND piece=?",
        [](const auto& r) -> base::Result<base::Bytes> { return r.bytes(0); }, sha256, piece);
}

base::Result<std::vector<int>> SqlBlobs::pieces(const std::string& sha256) {
    return all<int>(
        database_, "SELECT piece FROM blob_pieces WHERE sha256=? ORDER BY piece",
        [](const auto& r) -> base::Result<int> { return static_cast<int>(r.integer(0)); }, sha256);
}

base::Result<void> SqlBlobs::removePieces(const std::string& sha256) {
    return database_.run("DELETE FROM blob_pieces WHERE sha256=?", sha256);
}

base::Result<std::vector<std::string>> SqlBlobs::withPieces() {
    return all<std::string>(database_, "SELECT DISTINCT sha256 FROM blob_pieces",
                            [](const auto& r) -> base::Result<std::string> { return r.text(0); });
}

base::Result<std::vector<BlobRow>> SqlBlobs::completeAfter(const std::string& sha256, int limit) {
    return all<BlobRow>(
        database_,
        "SELECT sha256,size,complete FROM blobs WHERE complete=1 AND sha256>? ORDER BY sha256 LIMIT ?",
        readBlob, sha256, limit);
}

} // namespace vienlogs::server::store
