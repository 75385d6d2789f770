// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "blob_files.h"
#include "rows.h"
#include "vienlogs/ports/local_store.h"

namespace vienlogs::store {

/// Which blobs there are, in which files, and which of them the server still lacks.
class BlobTable {
public:
    BlobTable(Database& database, BlobFiles files) : database_(database), files_(std::move(files)) {}

    [[nodiscard]] base::Result<std::string> put(const base::Bytes& bytes, bool send);
    [[nodiscard]] base::Result<base::Bytes> all(const std::string& sha256);
    [[nodiscard]] base::Result<base::Bytes> piece(const std::string& sha256, int piece);
    [[nodiscard]] base::Result<std::vector<ports::LocalStore::BlobToSend>> toSend();
    [[nodiscard]] base::Result<void> markSent(const std::string& sha256);
    /// A restored server may lack what it once had.
    [[nodiscard]] base::Result<void> offerAgain();

private:
    struct Place {
        std::string file;
        std::int64_t size = 0;
    };
    [[nodiscard]] base::Result<Place> placeOf(const std::string& sha256);
    Database& database_;
    BlobFiles files_;
};

} // namespace vienlogs::store
