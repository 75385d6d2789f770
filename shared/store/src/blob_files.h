// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::store {

/// The bytes of blobs, one file each. A file has a key of its own and is sealed in pieces of 1 MiB
/// (AES-256-GCM; the nonce holds the piece's number and whether it is the last), so that any piece can be
/// read alone and none can be changed, moved or cut off unseen. File names are random: they say nothing of
/// the content.
class BlobFiles {
public:
    BlobFiles(std::filesystem::path folder, base::Secret key)
        : folder_(std::move(folder)), key_(std::move(key)) {}

    /// Durable when it returns; gives the file's name.
    [[nodiscard]] base::Result<std::string> write(const base::Bytes& bytes) const;
    /// Piece `piece` of a blob of `size` bytes; VL-STORE-0012 when the file is not what was written.
    [[nodiscard]] base::Result<base::Bytes> readPiece(const std::string& name, std::int64_t size,
                                                      int piece) const;
    [[nodiscard]] base::Result<base::Bytes> readAll(const std::string& name, std::int64_t size) const;
    /// Deletes a file that write() gave and that no row came to name.
    void removeUnnamed(const std::string& name) const;
    /// Deletes files that a killed program did not finish. A whole file is never deleted, also when no row
    /// names it: the rows may be those of an older copy.
    void removeUnfinished() const;

private:
    [[nodiscard]] base::Result<base::Secret> keyOf(const base::Bytes& salt) const;
    std::filesystem::path folder_;
    base::Secret key_;
};

} // namespace vienlogs::store
