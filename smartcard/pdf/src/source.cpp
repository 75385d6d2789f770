// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/pdf/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

base::Result<std::unique_ptr<FileSource>> FileSource::open(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat about {};
    if (descriptor < 0)
        return base::fail(codes::damaged, "the file cannot be opened");
    auto source = std::unique_ptr<FileSource>(new FileSource(descriptor, 0));
    if (::fstat(descriptor, &about) != 0 || !S_ISREG(about.st_mode))
        return base::fail(codes::damaged, "not a file");
    source->size_ = std::uint64_t(about.st_size);
    if (source->size_ > mostFileBytes)
        return base::fail(codes::tooLarge);
    return source;
}

FileSource::~FileSource() {
    ::close(descriptor_);
}

base::Result<void> FileSource::read(std::uint64_t offset, std::span<char> into) const {
    while (!into.empty()) {
        const auto got = ::pread(descriptor_, into.data(), into.size(), off_t(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return base::fail(codes::damaged, "the file ends early");
        offset += std::uint64_t(got);
        into = into.subspan(std::size_t(got));
    }
    return {};
}

base::Result<void> MemorySource::read(std::uint64_t offset, std::span<char> into) const {
    if (offset > bytes_.size() || into.size() > bytes_.size() - offset)
        return base::fail(codes::damaged, "reading past the end");
    std::memcpy(into.data(), bytes_.data() + offset, into.size());
    return {};
}

base::Result<void> ExtendedSource::read(std::uint64_t offset, std::span<char> into) const {
    if (offset > size() || into.size() > size() - offset)
        return base::fail(codes::damaged, "reading past the end");
    if (offset < start_.size()) {
        const auto part = std::min<std::uint64_t>(into.size(), start_.size() - offset);
        if (const auto read = start_.read(offset, into.first(part)); !read)
            return read;
        offset += part;
        into = into.subspan(part);
    }
    std::memcpy(into.data(), more_.data() + (offset - start_.size()), into.size());
    return {};
}

base::Result<void> writeExtended(const Source& start, const std::string& more,
                                 const std::filesystem::path& file) {
    auto part = file;
    part += ".part";
    {
        std::ofstream stream(part, std::ios::binary | std::ios::trunc);
        std::array<char, 65536> piece;
        for (std::uint64_t at = 0; at < start.size() && stream; at += piece.size()) {
            const auto size = std::min<std::uint64_t>(piece.size(), start.size() - at);
            if (const auto read = start.read(at, std::span(piece).first(size)); !read)
                return read;
            stream.write(piece.data(), std::streamsize(size));
        }
        stream.write(more.data(), std::streamsize(more.size()));
        stream.close();
        if (!stream)
            return base::fail(base::codes::fileUnreadable, "writing the signed file", file.filename());
    }
    std::error_code problem;
    std::filesystem::rename(part, file, problem);
    if (problem)
        return base::fail(base::codes::fileUnreadable, problem.message(), file.filename());
    return {};
}

} // namespace vienlogs::pdf
