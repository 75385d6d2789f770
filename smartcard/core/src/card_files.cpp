// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "card_files.h"

#include <algorithm>

#include "vienlogs/card/failures.h"
#include "vienlogs/card/tlv.h"

namespace vienlogs::card {

namespace {

constexpr std::size_t block = 0xC0; // some readers fail above
constexpr std::size_t largestFile = 8192;
constexpr std::uint16_t endOfFile = 0x6282, outsideOfFile = 0x6B00;

Command selectCommand(const base::Bytes& path) {
    constexpr std::uint8_t noAnswer = 0x0C;
    if (path.size() == 2)
        return {.instruction = 0xA4, .p1 = 0x02, .p2 = noAnswer, .data = path};
    if (path[0] == 0x3F && path[1] == 0x00)
        return {.instruction = 0xA4, .p1 = 0x08, .p2 = noAnswer, .data = {path.begin() + 2, path.end()}};
    return {.instruction = 0xA4, .p1 = 0x09, .p2 = noAnswer, .data = path};
}

/// Files are often larger than what they hold; there is no need to read the rest.
bool endsInPadding(const base::Bytes& file) {
    TlvReader reader(file);
    while (reader.next()) {
    }
    return reader.atPadding();
}

} // namespace

base::Result<void> CardFiles::selectApplication(const base::Bytes& identifier) {
    const auto answer = exchange(channel_, {.instruction = 0xA4, .p1 = 0x04, .p2 = 0x0C, .data = identifier});
    if (!answer)
        return base::fail(answer.error());
    if (!answer->ok())
        return base::fail(codes::notEid, "SELECT application: " + answer->statusText());
    return {};
}

base::Result<bool> CardFiles::selectFile(const base::Bytes& path) {
    const auto answer = exchange(channel_, selectCommand(path));
    if (!answer)
        return base::fail(answer.error());
    if (answer->status == 0x6A82)
        return false;
    if (!answer->ok())
        return base::fail(codes::nonsense, "SELECT file: " + answer->statusText());
    return true;
}

base::Result<base::Bytes> CardFiles::readBlock(std::size_t offset, std::size_t size) {
    auto answer = exchange(channel_, {.instruction = 0xB0,
                                      .p1 = std::uint8_t(offset >> 8),
                                      .p2 = std::uint8_t(offset & 0xFF),
                                      .expected = std::uint8_t(size)});
    if (!answer)
        return base::fail(answer.error());
    if (answer->status == outsideOfFile)
        return base::Bytes{};
    if ((!answer->ok() && answer->status != endOfFile) || answer->data.size() > size)
        return base::fail(codes::nonsense, "READ BINARY: " + answer->statusText());
    return std::move(answer->data);
}

base::Result<base::Bytes> CardFiles::readFile(const base::Bytes& path) {
    auto file = readFirstBlock(path);
    std::size_t last = file ? file->size() : 0;
    while (file && last == block && file->size() < largestFile && !endsInPadding(*file)) {
        auto more = readBlock(file->size(), block);
        if (!more)
            return more;
        last = more->size();
        file->insert(file->end(), more->begin(), more->end());
    }
    return file;
}

base::Result<base::Bytes> CardFiles::readFirstBlock(const base::Bytes& path) {
    const auto found = selectFile(path);
    if (!found)
        return base::fail(found.error());
    return *found ? readBlock(0, block) : base::Bytes{};
}

base::Result<base::Bytes> CardFiles::readElement(base::Bytes element) {
    const auto length = derLength(element);
    if (!length || *length > largestFile)
        return base::Bytes{};
    while (element.size() < *length) {
        auto more = readBlock(element.size(), std::min(block, *length - element.size()));
        if (!more)
            return more;
        if (more->empty())
            return base::fail(codes::nonsense, "a file shorter than its content says");
        element.insert(element.end(), more->begin(), more->end());
    }
    element.resize(*length);
    return element;
}

} // namespace vienlogs::card
