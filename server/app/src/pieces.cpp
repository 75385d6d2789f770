// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/pieces.h"

#include <algorithm>
#include <charconv>

#include "sealed_file.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/app/blobs.h"

namespace vienlogs::server::app {

namespace {

/// FOLDER/ab/abcd…/3 is piece 3 of a blob.
class FolderPieces final : public Pieces {
public:
    explicit FolderPieces(std::filesystem::path folder) : folder_(std::move(folder)) {}

    base::Result<void> put(const std::string& sha256, int piece, const base::Bytes& sealed) override {
        return makeFolder(sha256).and_then(
            [&] { return sealed::write(folderOf(sha256) / std::to_string(piece), sealed); });
    }
    base::Result<void> takeIn(const std::string& sha256,
                              const std::vector<std::filesystem::path>& files) override {
        if (auto made = makeFolder(sha256); !made)
            return made;
        std::error_code error;
        for (std::size_t piece = 0; piece < files.size() && !error; ++piece)
            std::filesystem::rename(files[piece], folderOf(sha256) / std::to_string(piece), error);
        if (error)
            return base::fail(base::codes::fileUnreadable, error.message(), "blob");
        return sealed::syncFolder(folderOf(sha256));
    }
    base::Result<base::Bytes> get(const std::string& sha256, int piece) const override {
        return sealed::read(folderOf(sha256) / std::to_string(piece));
    }
    base::Result<std::vector<int>> list(const std::string& sha256) const override {
        std::vector<int> pieces;
        std::error_code ignored;
        for (const auto& entry : std::filesystem::directory_iterator(folderOf(sha256), ignored)) {
            const auto name = entry.path().filename().string();
            int piece = 0;
            const auto [at, error] = std::from_chars(name.data(), name.data() + name.size(), piece);
            if (error == std::errc() && at == name.data() + name.size()) // else one that was never finished
                pieces.push_back(piece);
        }
        std::sort(pieces.begin(), pieces.end());
        return pieces;
    }
    base::Result<void> drop(const std::string& sha256) override {
        std::error_code error;
        std::filesystem::remove_all(folderOf(sha256), error);
        return error ? base::fail(base::codes::fileUnreadable, "remove", "blob") : base::Result<void>();
    }
    base::Result<std::vector<std::string>> blobs() const override {
        std::vector<std::string> names;
        std::error_code ignored;
        for (const auto& group : std::filesystem::directory_iterator(folder_, ignored))
            for (const auto& blob : std::filesystem::directory_iterator(group.path(), ignored))
                if (isSha256(blob.path().filename().string())) // else of what is not finished
                    names.push_back(blob.path().filename().string());
        return names;
    }

private:
    /// A new folder outlives a power cut only when the ones that name it are on the disk as well.
    [[nodiscard]] base::Result<void> makeFolder(const std::string& sha256) const {
        std::error_code error;
        const auto folder = folderOf(sha256);
        std::filesystem::create_directories(folder, error);
        if (error)
            return base::fail(base::codes::fileUnreadable, error.message(), "blob");
        return sealed::syncFolder(folder.parent_path()).and_then([&] { return sealed::syncFolder(folder_); });
    }
    [[nodiscard]] std::filesystem::path folderOf(const std::string& sha256) const {
        return folder_ / sha256.substr(0, 2) / sha256;
    }
    std::filesystem::path folder_;
};

class TablePieces final : public Pieces {
public:
    explicit TablePieces(store::Store& store) : store_(store) {}

    base::Result<void> put(const std::string& sha256, int piece, const base::Bytes& sealed) override {
        return store_.write(
            [&](store::Transaction& t) { return t.blobs().savePiece(sha256, piece, sealed); });
    }
    base::Result<void> takeIn(const std::string& sha256,
                              const std::vector<std::filesystem::path>& files) override {
        for (std::size_t piece = 0; piece < files.size(); ++piece) {
            const auto put = sealed::read(files[piece]).and_then([&](const auto& sealed) {
                return this->put(sha256, static_cast<int>(piece), sealed);
            });
            if (!put)
                return put;
        }
        return {};
    }
    base::Result<base::Bytes> get(const std::string& sha256, int piece) const override {
        auto found = store::inRead<std::optional<base::Bytes>>(
            store_, [&](store::Transaction& t) { return t.blobs().piece(sha256, piece); });
        if (!found)
            return base::fail(found.error());
        if (!*found)
            return base::fail(base::codes::notFound, "piece");
        return std::move(**found);
    }
    base::Result<std::vector<int>> list(const std::string& sha256) const override {
        return store::inRead<std::vector<int>>(
            store_, [&](store::Transaction& t) { return t.blobs().pieces(sha256); });
    }
    base::Result<void> drop(const std::string& sha256) override {
        return store_.write([&](store::Transaction& t) { return t.blobs().removePieces(sha256); });
    }
    base::Result<std::vector<std::string>> blobs() const override {
        return store::inRead<std::vector<std::string>>(
            store_, [&](store::Transaction& t) { return t.blobs().withPieces(); });
    }

private:
    store::Store& store_;
};

} // namespace

std::unique_ptr<Pieces> piecesInFolder(std::filesystem::path folder) {
    return std::make_unique<FolderPieces>(std::move(folder));
}

std::unique_ptr<Pieces> piecesInTable(store::Store& store) {
    return std::make_unique<TablePieces>(store);
}

} // namespace vienlogs::server::app
