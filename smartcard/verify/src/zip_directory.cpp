// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "zip_directory.h"

#include <algorithm>
#include <set>

#include "entry_name.h"
#include "vienlogs/base/bytes.h"
#include "vienlogs/verify/failures.h"

namespace vienlogs::verify {

namespace {

constexpr std::size_t mostEntries = 10000;
constexpr std::uint64_t mostBytes = 4ULL << 30;
constexpr std::uint64_t largestDirectory = 8U << 20;
constexpr std::size_t endSize = 22, longestComment = 65535, fileHeaderSize = 46, localHeaderSize = 30;
/// Text packs well, but hardly better than this; deflate itself ends at 1032.
constexpr std::uint64_t highestRatio = 250, ratioFrom = 10U << 20;

tl::unexpected<base::Failure> hostile(const std::string& name, const std::string& why) {
    return base::fail(codes::hostile, why, shown(name).empty() ? why : shown(name));
}
tl::unexpected<base::Failure> unreadable(const std::string& why) {
    return base::fail(codes::unreadable, why);
}

std::uint32_t number(const std::uint8_t* at, int bytes) {
    std::uint32_t value = 0;
    for (int i = bytes - 1; i >= 0; --i)
        value = value << 8 | at[i];
    return value;
}

struct End {
    std::uint64_t at = 0;
    std::uint64_t directoryAt = 0, directorySize = 0;
    std::size_t entries = 0;
};

base::Result<End> findEnd(ByteSource& source) {
    const auto size = source.size();
    if (size < endSize)
        return unreadable("too short for an archive");
    if (size > mostBytes)
        return base::fail(codes::tooLarge, "the archive");
    base::Bytes tail(std::min<std::uint64_t>(size, endSize + longestComment));
    if (!source.read(size - tail.size(), tail))
        return unreadable("the end cannot be read");
    for (std::size_t i = tail.size() - endSize + 1; i-- > 0;) {
        const auto* end = tail.data() + i;
        // The comment must end with the file, so that nothing follows that another program takes for an end.
        if (number(end, 4) != 0x06054B50 || number(end + 20, 2) != tail.size() - i - endSize)
            continue;
        const auto here = number(end + 8, 2), all = number(end + 10, 2);
        if (number(end + 4, 2) != 0 || number(end + 6, 2) != 0 || here != all)
            return hostile({}, "an archive in several parts");
        if (all == 0xFFFF || number(end + 12, 4) == 0xFFFFFFFF || number(end + 16, 4) == 0xFFFFFFFF)
            return base::fail(codes::tooLarge, "an archive of more than 4 GB, or one that says so");
        return End{size - tail.size() + i, number(end + 16, 4), number(end + 12, 4), all};
    }
    return unreadable("no end of an archive");
}

struct Listed {
    ZipEntry entry;
    std::uint16_t flags = 0, method = 0;
    std::uint64_t localAt = 0;
};

/// What the directory says of one entry alone.
base::Result<void> checkListed(const Listed& listed, const std::uint8_t* header) {
    const auto& entry = listed.entry;
    if (const auto wrong = wrongWith(entry.name))
        return hostile(entry.name, *wrong);
    if (listed.flags & 0x2041) // encrypted, strongly encrypted, masked headers
        return hostile(entry.name, "an encrypted entry");
    if (listed.method != 0 && listed.method != 8)
        return hostile(entry.name, "an unusual way of packing");
    if (number(header + 34, 2) != 0)
        return hostile(entry.name, "an archive in several parts");
    const auto type = number(header + 38, 4) >> 16 & 0170000; // stat's st_mode, where the packer has one
    if (type != 0 && type != 0100000 && !(type == 0040000 && entry.folder))
        return hostile(entry.name, "a link or a device");
    if (entry.packed == 0xFFFFFFFF || entry.size == 0xFFFFFFFF || listed.localAt == 0xFFFFFFFF)
        return base::fail(codes::tooLarge, "an entry of more than 4 GB, or one that says so");
    if (entry.folder && entry.size != 0)
        return hostile(entry.name, "a folder with content");
    if (entry.stored && entry.packed != entry.size)
        return hostile(entry.name, "two sizes");
    if (entry.size > ratioFrom && entry.size / highestRatio > entry.packed)
        return hostile(entry.name, "it swells when unpacked");
    return {};
}

base::Result<Listed> readListed(const base::Bytes& directory, std::size_t& at) {
    if (directory.size() - at < fileHeaderSize || number(directory.data() + at, 4) != 0x02014B50)
        return unreadable("the directory of the archive");
    const auto* header = directory.data() + at;
    const std::size_t name = number(header + 28, 2), extra = number(header + 30, 2),
                      note = number(header + 32, 2);
    if (directory.size() - at - fileHeaderSize < name + extra + note)
        return unreadable("the directory of the archive");
    Listed listed;
    listed.entry.name.assign(reinterpret_cast<const char*>(header) + fileHeaderSize, name);
    listed.entry.folder = name > 0 && listed.entry.name.back() == '/';
    listed.flags = static_cast<std::uint16_t>(number(header + 8, 2));
    listed.method = static_cast<std::uint16_t>(number(header + 10, 2));
    listed.entry.stored = listed.method == 0;
    listed.entry.crc = number(header + 16, 4);
    listed.entry.packed = number(header + 20, 4);
    listed.entry.size = number(header + 24, 4);
    listed.localAt = number(header + 42, 4);
    if (auto good = checkListed(listed, header); !good)
        return base::fail(std::move(good.error()));
    at += fileHeaderSize + name + extra + note;
    return listed;
}

bool sameOrLater(std::uint32_t local, std::uint64_t listed, bool later) {
    return local == listed || (later && (local == 0 || local == 0xFFFFFFFF));
}

/// Holds what stands before the data against the directory; tells where the data begin.
base::Result<std::uint64_t> checkLocal(ByteSource& source, const Listed& listed) {
    base::Bytes header(localHeaderSize);
    if (!source.read(listed.localAt, header) || number(header.data(), 4) != 0x04034B50)
        return hostile(listed.entry.name, "no entry where the directory says");
    const std::size_t nameSize = number(header.data() + 26, 2), extra = number(header.data() + 28, 2);
    base::Bytes name(nameSize);
    if (!source.read(listed.localAt + localHeaderSize, name) ||
        std::string(name.begin(), name.end()) != listed.entry.name)
        return hostile(listed.entry.name, "two names for one entry");
    const auto flags = number(header.data() + 6, 2);
    const bool later = flags & 8; // sizes follow the data
    if (flags != listed.flags || number(header.data() + 8, 2) != listed.method ||
        !sameOrLater(number(header.data() + 14, 4), listed.entry.crc, later) ||
        !sameOrLater(number(header.data() + 18, 4), listed.entry.packed, later) ||
        !sameOrLater(number(header.data() + 22, 4), listed.entry.size, later))
        return hostile(listed.entry.name, "two descriptions of one entry");
    return listed.localAt + localHeaderSize + nameSize + extra;
}

/// The end of an entry's data and of the sizes that may follow them (APPNOTE 4.3.9).
std::uint64_t endOf(const Listed& listed, std::uint64_t next) {
    const auto end = listed.entry.dataAt + listed.entry.packed;
    constexpr std::uint64_t shortest = 12, longest = 24;
    const bool sizesFollow = (listed.flags & 8) && next >= end + shortest && next <= end + longest;
    return sizesFollow ? next : end;
}

/// Files follow each other from the first byte to the directory, without a gap and without sharing bytes.
base::Result<void> checkPlaces(std::vector<Listed>& all, const End& end) {
    std::vector<const Listed*> byPlace;
    for (const auto& listed : all)
        byPlace.push_back(&listed);
    std::sort(byPlace.begin(), byPlace.end(), [](auto* a, auto* b) { return a->localAt < b->localAt; });
    std::uint64_t at = 0;
    for (std::size_t i = 0; i < byPlace.size(); ++i) {
        if (byPlace[i]->localAt != at)
            return hostile(byPlace[i]->entry.name, "entries that overlap or hide something between them");
        at = endOf(*byPlace[i], i + 1 < byPlace.size() ? byPlace[i + 1]->localAt : end.directoryAt);
    }
    if (at != end.directoryAt || end.directoryAt + end.directorySize != end.at)
        return hostile({}, "something hides beside the directory of the archive");
    return {};
}

base::Result<void> checkNames(const std::vector<Listed>& all) {
    std::set<std::string> names;
    std::uint64_t bytes = 0;
    for (const auto& listed : all) {
        if (!names.insert(folded(listed.entry.name)).second)
            return hostile(listed.entry.name, "two entries of one name");
        bytes += listed.entry.size;
    }
    if (bytes > mostBytes)
        return base::fail(codes::tooLarge, "the files together");
    return {};
}

base::Result<std::vector<Listed>> readAll(ByteSource& source, const End& end) {
    if (end.entries > mostEntries || end.directorySize > largestDirectory)
        return base::fail(codes::tooLarge, "the number of files");
    base::Bytes directory(end.directorySize);
    if (end.directoryAt > end.at || !source.read(end.directoryAt, directory))
        return unreadable("the directory of the archive");
    std::vector<Listed> all;
    for (std::size_t at = 0; at < directory.size();) {
        auto listed = readListed(directory, at);
        if (!listed)
            return base::fail(std::move(listed.error()));
        all.push_back(std::move(*listed));
    }
    if (all.size() != end.entries)
        return hostile({}, "more or fewer entries than counted");
    return all;
}

} // namespace

base::Result<std::vector<ZipEntry>> readDirectory(ByteSource& source) {
    const auto end = findEnd(source);
    if (!end)
        return base::fail(end.error());
    auto all = readAll(source, *end);
    if (!all)
        return base::fail(std::move(all.error()));
    for (auto& listed : *all) {
        const auto dataAt = checkLocal(source, listed);
        if (!dataAt)
            return base::fail(dataAt.error());
        listed.entry.dataAt = *dataAt;
    }
    if (auto good = checkNames(*all).and_then([&] { return checkPlaces(*all, *end); }); !good)
        return base::fail(std::move(good.error()));
    std::vector<ZipEntry> entries;
    for (auto& listed : *all)
        entries.push_back(std::move(listed.entry));
    return entries;
}

} // namespace vienlogs::verify
