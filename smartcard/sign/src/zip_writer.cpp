// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "zip_writer.h"

#include <zip.h>

#include <memory>

#include "vienlogs/sign/failures.h"

namespace vienlogs::sign {

namespace {

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using SourcePtr = std::unique_ptr<zip_source_t, FreeSource>;
using ArchivePtr = std::unique_ptr<zip_t, DiscardArchive>;

bool add(zip_t* archive, const ZipEntry& entry, time_t changed) {
    auto* source = zip_source_buffer(archive, entry.content->data(), entry.content->size(), 0);
    const auto at = source ? zip_file_add(archive, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (at < 0) {
        zip_source_free(source);
        return false;
    }
    const auto index = zip_uint64_t(at);
    return zip_set_file_compression(archive, index, entry.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0 &&
           zip_file_set_mtime(archive, index, changed, 0) == 0;
}

base::Result<base::Bytes> readAll(zip_source_t* source) {
    zip_stat_t about;
    if (zip_source_open(source) != 0 || zip_source_stat(source, &about) != 0)
        return base::fail(codes::notBuilt, "reading the archive back");
    base::Bytes bytes(about.size);
    const bool whole = zip_source_read(source, bytes.data(), bytes.size()) == zip_int64_t(bytes.size());
    zip_source_close(source);
    if (!whole)
        return base::fail(codes::notBuilt, "reading the archive back");
    return bytes;
}

} // namespace

base::Result<base::Bytes> writeZip(const std::vector<ZipEntry>& entries, base::Timestamp changed) {
    const SourcePtr target(zip_source_buffer_create(nullptr, 0, 0, nullptr));
    if (!target)
        return base::fail(codes::notBuilt, "memory for an archive");
    zip_source_keep(target.get()); // closing the archive gives up the other hold
    ArchivePtr archive(zip_open_from_source(target.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
    if (!archive) {
        zip_source_free(target.get());
        return base::fail(codes::notBuilt, "opening an archive");
    }
    const auto seconds = std::chrono::floor<std::chrono::seconds>(changed).time_since_epoch().count();
    for (const auto& entry : entries)
        if (!add(archive.get(), entry, time_t(seconds)))
            return base::fail(codes::notBuilt, zip_strerror(archive.get()));
    if (zip_close(archive.get()) != 0)
        return base::fail(codes::notBuilt, zip_strerror(archive.get()));
    (void)archive.release(); // closed
    return readAll(target.get());
}

} // namespace vienlogs::sign
