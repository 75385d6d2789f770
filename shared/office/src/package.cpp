// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/package.h"

#include <algorithm>
#include <memory>

#include <zip.h>

#include "vienlogs/office/failures.h"

namespace vienlogs::office {

using base::fail;

namespace {

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};

using Archive = std::unique_ptr<zip_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;

/// Reads what is really there, whatever size the directory claims.
base::Result<std::string> readPart(zip_t* archive, zip_uint64_t index, std::size_t most) {
    const File file(zip_fopen_index(archive, index, 0));
    if (!file)
        return fail(codes::notOffice, "a part cannot be opened");
    std::string content;
    char buffer[1 << 15];
    for (;;) {
        const auto count = zip_fread(file.get(), buffer, sizeof buffer);
        if (count < 0)
            return fail(codes::notOffice, "a part is damaged");
        if (count == 0)
            return content;
        content.append(buffer, std::size_t(count));
        if (content.size() > most)
            return fail(codes::tooLarge, "a part");
    }
}

base::Result<Archive> openArchive(std::string_view bytes) {
    if (bytes.size() > PackageBounds::packageBytes)
        return fail(codes::tooLarge, "the package");
    Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
    if (!source)
        return fail(codes::notOffice, "no memory");
    Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY, nullptr));
    if (!archive)
        return fail(codes::notOffice, "no zip");
    (void)source.release(); // the archive's now
    return archive;
}

} // namespace

base::Result<OpenedPackage> openPackage(std::string_view bytes, const std::vector<std::string>& wanted) {
    auto archive = openArchive(bytes);
    if (!archive)
        return fail(archive.error());
    const auto count = zip_get_num_entries(archive->get(), 0);
    if (count < 0 || std::size_t(count) > PackageBounds::parts)
        return fail(codes::tooLarge, "parts");
    OpenedPackage package;
    std::size_t left = PackageBounds::allBytes;
    for (zip_uint64_t i = 0; i < zip_uint64_t(count); ++i) {
        const char* name = zip_get_name(archive->get(), i, 0);
        if (!name)
            return fail(codes::notOffice, "a part without a name");
        package.names.emplace_back(name);
        if (std::find(wanted.begin(), wanted.end(), name) == wanted.end())
            continue;
        auto content = readPart(archive->get(), i, std::min(left, PackageBounds::partBytes));
        if (!content)
            return fail(content.error());
        left -= content->size();
        if (!package.parts.emplace(name, std::move(*content)).second)
            return fail(codes::notOffice, "two parts of one name");
    }
    return package;
}

base::Result<std::string> makePackage(const std::vector<Part>& parts) {
    zip_source_t* made = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    if (!made)
        return fail(codes::unwritable, "no memory");
    zip_source_keep(made); // read after the archive let it go
    const Source source(made);
    Archive archive(zip_open_from_source(made, ZIP_TRUNCATE, nullptr));
    if (!archive)
        return fail(codes::unwritable, "no archive");
    for (const auto& part : parts) {
        zip_source_t* content = zip_source_buffer(archive.get(), part.content.data(), part.content.size(), 0);
        const auto index = zip_file_add(archive.get(), part.name.c_str(), content, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(content);
            return fail(codes::unwritable, "a part");
        }
        zip_set_file_compression(archive.get(), zip_uint64_t(index),
                                 part.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    }
    if (zip_close(archive.get()) != 0)
        return fail(codes::unwritable, "closing");
    (void)archive.release();
    zip_stat_t stat;
    if (zip_source_stat(made, &stat) != 0 || zip_source_open(made) != 0)
        return fail(codes::unwritable, "reading back");
    std::string bytes(stat.size, '\0');
    const auto read = zip_source_read(made, bytes.data(), bytes.size());
    zip_source_close(made);
    if (read != zip_int64_t(bytes.size()))
        return fail(codes::unwritable, "reading back");
    return bytes;
}

} // namespace vienlogs::office
