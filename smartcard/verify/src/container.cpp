// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "container.h"

#include <zlib.h>

#include <algorithm>

#include "entry_name.h"
#include "vienlogs/verify/failures.h"

namespace vienlogs::verify {

namespace {

constexpr std::size_t piece = 256 * 1024;
constexpr std::string_view metaFolder = "META-INF/";

/// Holds the unpacked bytes against size and checksum, and passes them on.
class Passed {
public:
    Passed(const ZipEntry& entry, const Container::Take& take) : entry_(entry), take_(take) {}
    [[nodiscard]] bool pass(std::span<const std::uint8_t> bytes) {
        count_ += bytes.size();
        if (count_ > entry_.size)
            return false;
        crc_ = ::crc32(crc_, bytes.data(), static_cast<uInt>(bytes.size()));
        take_(bytes);
        return true;
    }
    [[nodiscard]] bool whole() const { return count_ == entry_.size && crc_ == entry_.crc; }

private:
    const ZipEntry& entry_;
    const Container::Take& take_;
    std::uint64_t count_ = 0;
    uLong crc_ = ::crc32(0, nullptr, 0);
};

/// zlib's unpacking of raw deflate with its end.
class Inflater {
public:
    Inflater() : good_(::inflateInit2(&stream_, -MAX_WBITS) == Z_OK), out_(piece) {}
    ~Inflater() { ::inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    [[nodiscard]] bool unpack(std::span<std::uint8_t> packed, Passed& passed) {
        stream_.next_in = packed.data();
        stream_.avail_in = static_cast<uInt>(packed.size());
        while (good_ && stream_.avail_in > 0) {
            if (ended_)
                return false; // data behind the end
            stream_.next_out = out_.data();
            stream_.avail_out = static_cast<uInt>(out_.size());
            const int status = ::inflate(&stream_, Z_NO_FLUSH);
            ended_ = status == Z_STREAM_END;
            good_ = (status == Z_OK || ended_) && passed.pass({out_.data(), out_.size() - stream_.avail_out});
        }
        return good_;
    }
    /// What the last input still holds back.
    [[nodiscard]] bool finish(Passed& passed) {
        while (good_ && !ended_) {
            stream_.next_out = out_.data();
            stream_.avail_out = static_cast<uInt>(out_.size());
            const int status = ::inflate(&stream_, Z_FINISH);
            ended_ = status == Z_STREAM_END;
            const auto got = out_.size() - stream_.avail_out;
            good_ = (ended_ || (got > 0 && (status == Z_OK || status == Z_BUF_ERROR))) &&
                    passed.pass({out_.data(), got});
        }
        return good_;
    }

private:
    z_stream stream_{};
    bool good_, ended_ = false;
    base::Bytes out_;
};

bool copyStored(ByteSource& source, const ZipEntry& entry, Passed& passed) {
    base::Bytes buffer(std::min<std::uint64_t>(piece, entry.packed));
    for (std::uint64_t at = 0; at < entry.packed;) {
        const auto next = std::span(buffer).first(std::min<std::uint64_t>(buffer.size(), entry.packed - at));
        if (!source.read(entry.dataAt + at, next) || !passed.pass(next))
            return false;
        at += next.size();
    }
    return true;
}

bool inflateAll(ByteSource& source, const ZipEntry& entry, Passed& passed) {
    base::Bytes buffer(std::min<std::uint64_t>(piece, entry.packed));
    Inflater inflater;
    for (std::uint64_t at = 0; at < entry.packed;) {
        const auto next = std::span(buffer).first(std::min<std::uint64_t>(buffer.size(), entry.packed - at));
        if (!source.read(entry.dataAt + at, next) || !inflater.unpack(next, passed))
            return false;
        at += next.size();
    }
    return inflater.finish(passed);
}

bool isMeta(const std::string& name) {
    return folded(name).starts_with(folded(std::string(metaFolder)));
}

} // namespace

base::Result<Container> Container::open(std::unique_ptr<ByteSource> source) {
    auto entries = readDirectory(*source);
    if (!entries)
        return base::fail(std::move(entries.error()));
    Container container(std::move(source), std::move(*entries));
    constexpr std::uint64_t typeAt = 38; // a local header and the name, no extra field: EN 319 162-1, A.1
    const auto& all = container.entries_;
    if (all.empty() || all[0].name != "mimetype" || !all[0].stored || all[0].dataAt != typeAt)
        return base::fail(codes::unreadable, "no media type at the start");
    for (const auto& entry :
         all) // another program might take it for a file, and it would be one that nobody signed
        if (isMeta(entry.name) && !entry.name.starts_with(metaFolder))
            return base::fail(codes::hostile, "META-INF spelled otherwise", shown(entry.name));
    const auto type = container.readWhole(all[0], 100);
    if (!type)
        return base::fail(type.error());
    if (std::string(type->begin(), type->end()) != mediaType)
        return base::fail(codes::unreadable, "another media type");
    return container;
}

std::vector<const ZipEntry*> Container::files() const {
    std::vector<const ZipEntry*> files;
    for (const auto& entry : entries_)
        if (!entry.folder && &entry != &entries_[0] && !isMeta(entry.name))
            files.push_back(&entry);
    return files;
}

std::vector<const ZipEntry*> Container::signatureFiles() const {
    std::vector<const ZipEntry*> found;
    for (const auto& entry : entries_)
        if (entry.name.starts_with(metaFolder) && entry.name.ends_with(".xml") &&
            entry.name.find("signatures", metaFolder.size()) != std::string::npos)
            found.push_back(&entry);
    return found;
}

base::Result<void> Container::read(const ZipEntry& entry, const Take& take) {
    Passed passed(entry, take);
    const bool good =
        entry.stored ? copyStored(*source_, entry, passed) : inflateAll(*source_, entry, passed);
    if (!good || !passed.whole())
        return base::fail(codes::hostile, "an entry that is not what the directory says", shown(entry.name));
    return {};
}

base::Result<base::Bytes> Container::readWhole(const ZipEntry& entry, std::size_t most) {
    if (entry.size > most)
        return base::fail(codes::tooLarge, "a file of the container's own");
    base::Bytes bytes;
    bytes.reserve(entry.size);
    const auto good = read(entry, [&](auto more) { bytes.insert(bytes.end(), more.begin(), more.end()); });
    if (!good)
        return base::fail(good.error());
    return bytes;
}

} // namespace vienlogs::verify
