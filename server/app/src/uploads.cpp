// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "uploads.h"

#include <fstream>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/app/blobs.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace fs = std::filesystem;

namespace {

constexpr const char* sizeFile = "size";

} // namespace

fs::path Uploads::folderOf(const std::string& device) const {
    return folder_ / digest::toHex(digest::sha256(device)).substr(0, 32); // a name from outside is no path
}

fs::path Uploads::piece(const std::string& device, const std::string& sha256, int number) const {
    return folderOf(device) / sha256 / std::to_string(number);
}

fs::path Uploads::part(const std::string& device, const std::string& sha256, int number) const {
    return piece(device, sha256, number) += ".part";
}

std::size_t Uploads::forgetOldIn(const fs::path& folder) {
    const auto now = fs::file_time_type::clock::now();
    std::error_code error;
    std::size_t unfinished = 0;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code gone;
        const auto touched = fs::last_write_time(it->path(), gone);
        if (!gone && now - touched > Blobs::keepUnfinished)
            fs::remove_all(it->path(), gone);
        else if (!gone)
            ++unfinished;
    }
    return unfinished;
}

void Uploads::forgetOld() const {
    std::error_code error;
    for (fs::directory_iterator it(folder_, error), end; !error && it != end; it.increment(error))
        forgetOldIn(it->path());
}

base::Result<void> Uploads::makeRoom(const std::string& device) const {
    const auto unfinished = forgetOldIn(folderOf(device));
    if (unfinished >= Blobs::mostUnfinished)
        return base::fail(codes::tooManyUploads, "unfinished uploads", std::to_string(unfinished));
    return {};
}

base::Result<void> Uploads::begin(const std::string& device, const std::string& sha256,
                                  std::int64_t size) const {
    if (const auto known = sizeOf(device, sha256))
        return *known == size ? base::Result<void>() : base::fail(codes::blobMismatch, "size");
    if (const auto room = makeRoom(device); !room)
        return room;
    const auto folder = folderOf(device) / sha256;
    std::error_code error;
    fs::create_directories(folder, error);
    std::ofstream out(folder / sizeFile, std::ios::trunc);
    out << size << std::flush;
    return out ? base::Result<void>() : base::fail(base::codes::diskFull, "size of an upload");
}

base::Result<std::int64_t> Uploads::sizeOf(const std::string& device, const std::string& sha256) const {
    std::ifstream in(folderOf(device) / sha256 / sizeFile);
    std::int64_t size = 0;
    if (!(in >> size) || size < 1 || size > Blobs::maxSize)
        return base::fail(base::codes::notFound, "upload");
    return size;
}

std::vector<int> Uploads::missing(const std::string& device, const std::string& sha256,
                                  std::int64_t size) const {
    std::vector<int> numbers;
    std::error_code ignored;
    for (int number = 0; number < piecesOf(size); ++number)
        if (!fs::exists(piece(device, sha256, number), ignored))
            numbers.push_back(number);
    return numbers;
}

void Uploads::forget(const std::string& device, const std::string& sha256) const {
    std::error_code ignored;
    fs::remove_all(folderOf(device) / sha256, ignored);
}

} // namespace vienlogs::server::app
