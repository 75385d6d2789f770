// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// Where the sealed pieces of blobs lie: files beside a store of one machine, rows of a store that several
/// servers share. Durable when put() or takeIn() returns.
class Pieces {
public:
    virtual ~Pieces() = default;
    [[nodiscard]] virtual base::Result<void> put(const std::string& sha256, int piece,
                                                 const base::Bytes& sealed) = 0;
    /// Piece i is what the file i holds, sealed. The files may be gone afterwards.
    [[nodiscard]] virtual base::Result<void> takeIn(const std::string& sha256,
                                                    const std::vector<std::filesystem::path>& files) = 0;
    /// VL-BASE-0003 when it is not here.
    [[nodiscard]] virtual base::Result<base::Bytes> get(const std::string& sha256, int piece) const = 0;
    [[nodiscard]] virtual base::Result<std::vector<int>> list(const std::string& sha256) const = 0;
    [[nodiscard]] virtual base::Result<void> drop(const std::string& sha256) = 0;
    /// The blobs of which there are pieces.
    [[nodiscard]] virtual base::Result<std::vector<std::string>> blobs() const = 0;
};

[[nodiscard]] std::unique_ptr<Pieces> piecesInFolder(std::filesystem::path folder);
[[nodiscard]] std::unique_ptr<Pieces> piecesInTable(store::Store& store);
/// Where the pieces of this store are.
[[nodiscard]] inline std::unique_ptr<Pieces> piecesOf(store::Store& store, std::filesystem::path folder) {
    return store.isShared() ? piecesInTable(store) : piecesInFolder(std::move(folder));
}

} // namespace vienlogs::server::app
