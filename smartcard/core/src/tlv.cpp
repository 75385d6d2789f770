// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/card/tlv.h"

namespace vienlogs::card {

namespace {

constexpr std::size_t longestLengthBytes = 2;
constexpr std::size_t longestTagBytes = 3;

} // namespace

std::optional<std::uint32_t> TlvReader::readTag() {
    std::uint32_t tag = rest_[0];
    std::size_t used = 1;
    if ((rest_[0] & 0x1F) == 0x1F) {
        do {
            if (used == rest_.size() || used == longestTagBytes)
                return std::nullopt;
            tag = tag << 8 | rest_[used];
        } while (rest_[used++] & 0x80);
    }
    rest_ = rest_.subspan(used);
    return tag;
}

std::optional<std::size_t> TlvReader::readLength() {
    if (rest_.empty())
        return std::nullopt;
    std::size_t length = rest_[0];
    rest_ = rest_.subspan(1);
    if (length >= 0x80) {
        const std::size_t count = length & 0x7F;
        if (count == 0 || count > longestLengthBytes || count > rest_.size())
            return std::nullopt;
        length = 0;
        for (std::size_t i = 0; i < count; ++i)
            length = length << 8 | rest_[i];
        rest_ = rest_.subspan(count);
    }
    return length <= rest_.size() ? std::optional(length) : std::nullopt;
}

std::optional<Tlv> TlvReader::next() {
    if (!intact_ || rest_.empty() || rest_[0] == 0x00 || rest_[0] == 0xFF)
        return std::nullopt;
    const auto tag = readTag();
    const auto length = tag ? readLength() : std::nullopt;
    if (!length) {
        intact_ = false;
        return std::nullopt;
    }
    const Tlv element{*tag, rest_.first(*length)};
    rest_ = rest_.subspan(*length);
    return element;
}

std::optional<ByteView> findTag(ByteView bytes, std::uint32_t tag) {
    TlvReader reader(bytes);
    while (const auto element = reader.next())
        if (element->tag == tag)
            return element->value;
    return std::nullopt;
}

std::optional<ByteView> findPath(ByteView bytes, std::initializer_list<std::uint32_t> tags) {
    std::optional<ByteView> at = bytes;
    for (const auto tag : tags)
        if (at = findTag(*at, tag); !at)
            return std::nullopt;
    return at;
}

std::optional<std::uint32_t> unsignedOf(ByteView integer) {
    if (integer.empty() || (integer[0] & 0x80))
        return std::nullopt;
    while (integer.size() > 1 && integer[0] == 0)
        integer = integer.subspan(1);
    if (integer.size() > 4)
        return std::nullopt;
    std::uint32_t value = 0;
    for (const auto byte : integer)
        value = value << 8 | byte;
    return value;
}

std::optional<std::size_t> derLength(ByteView start) {
    if (start.size() < 4 || start[0] != 0x30)
        return std::nullopt;
    if (start[1] < 0x80)
        return 2U + start[1];
    if (start[1] == 0x81)
        return 3U + start[2];
    if (start[1] == 0x82)
        return 4U + (std::size_t(start[2]) << 8 | start[3]);
    return std::nullopt;
}

} // namespace vienlogs::card
