// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "zip_writer.h"

#include <zlib.h>

#include <algorithm>

#include "vienlogs/digest/sha256.h"
#include "vienlogs/sign/container.h"
#include "vienlogs/sign/failures.h"

namespace vienlogs::sign {

namespace {

constexpr std::size_t pieceSize = 256U << 10;
constexpr std::uint32_t localHeader = 0x04034B50, directoryHeader = 0x02014B50, directoryEnd = 0x06054B50;
constexpr std::uint16_t version = 10, nameIsUtf8 = 0x0800;

void put16(base::Bytes& bytes, std::uint32_t value) {
    bytes.insert(bytes.end(), {std::uint8_t(value), std::uint8_t(value >> 8)});
}

void put32(base::Bytes& bytes, std::uint32_t value) {
    put16(bytes, value & 0xFFFF);
    put16(bytes, value >> 16);
}

/// Plain names are marked as such, so that the first entry is to the byte what ASiC describes.
std::uint16_t flagsFor(const std::string& name) {
    return std::any_of(name.begin(), name.end(), [](char c) { return (c & 0x80) != 0; }) ? nameIsUtf8 : 0;
}

} // namespace

ZipWriter::ZipWriter(Output& output, base::Timestamp changed) : output_(output), piece_(pieceSize) {
    using namespace std::chrono;
    const auto day = floor<days>(changed);
    const year_month_day date(day);
    const hh_mm_ss time(floor<seconds>(changed - day));
    const int year = std::clamp(int(date.year()), 1980, 2107);
    date_ = std::uint16_t((year - 1980) << 9 | int(unsigned(date.month())) << 5 | int(unsigned(date.day())));
    time_ =
        std::uint16_t(time.hours().count() << 11 | time.minutes().count() << 5 | time.seconds().count() / 2);
}

/// What local header and directory have in common, from the version to the length of the extra field.
base::Bytes ZipWriter::headerOf(const Entry& entry) const {
    base::Bytes header;
    put16(header, version);
    put16(header, flagsFor(entry.name));
    put16(header, 0); // stored
    put16(header, time_);
    put16(header, date_);
    put32(header, entry.crc);
    put32(header, entry.size);
    put32(header, entry.size);
    put16(header, std::uint32_t(entry.name.size()));
    put16(header, 0);
    return header;
}

base::Result<void> ZipWriter::append(std::span<const std::uint8_t> bytes) {
    // Leaves room for the directory before the 4 GiB where another format would begin.
    if (written_ + bytes.size() > mostBytes + mostBytes / 8)
        return base::fail(codes::tooLarge);
    written_ += bytes.size();
    return output_.append(bytes);
}

base::Result<base::Bytes> ZipWriter::add(const std::string& name, FileReader& content) {
    Entry entry{name, 0, 0, std::uint32_t(written_)};
    const auto headerAt = written_;
    base::Bytes header;
    const auto start = [&] {
        header.clear();
        put32(header, localHeader);
        const auto rest = headerOf(entry);
        header.insert(header.end(), rest.begin(), rest.end());
        header.insert(header.end(), name.begin(), name.end());
    };
    start();
    if (auto done = append(header); !done)
        return base::fail(std::move(done.error()));
    digest::Sha256Stream hash;
    const auto from = written_;
    while (true) {
        const auto got = content.read(piece_);
        if (!got)
            return base::fail(got.error());
        if (*got == 0)
            break;
        const auto piece = std::span<const std::uint8_t>(piece_).first(*got);
        hash.add(piece);
        entry.crc = std::uint32_t(crc32_z(entry.crc, piece.data(), piece.size()));
        if (auto done = append(piece); !done)
            return base::fail(std::move(done.error()));
    }
    entry.size = std::uint32_t(written_ - from);
    start();
    if (auto done = output_.patch(headerAt, header); !done)
        return base::fail(std::move(done.error()));
    entries_.push_back(std::move(entry));
    const auto digest = hash.finish();
    return base::Bytes(digest.begin(), digest.end());
}

base::Result<void> ZipWriter::add(const std::string& name, const base::Bytes& content) {
    const ports::ContainerFile file{name, {}, content};
    return fromMemory(file)
        .open()
        .and_then([&](const auto& reader) { return add(name, *reader); })
        .map([](auto&&) {});
}

base::Result<void> ZipWriter::finish() {
    const auto at = written_;
    for (const auto& entry : entries_) {
        base::Bytes header;
        put32(header, directoryHeader);
        put16(header, 3U << 8 | version); // made on Unix
        const auto rest = headerOf(entry);
        header.insert(header.end(), rest.begin(), rest.end());
        put16(header, 0); // comment
        put16(header, 0); // disk
        put16(header, 0); // internal attributes
        put32(header, 0100644U << 16);
        put32(header, entry.at);
        header.insert(header.end(), entry.name.begin(), entry.name.end());
        if (auto done = append(header); !done)
            return done;
    }
    base::Bytes end;
    put32(end, directoryEnd);
    put32(end, 0); // disks
    put16(end, std::uint32_t(entries_.size()));
    put16(end, std::uint32_t(entries_.size()));
    put32(end, std::uint32_t(written_ - at));
    put32(end, std::uint32_t(at));
    put16(end, 0);
    return append(end);
}

} // namespace vienlogs::sign
