// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/devices/pos/zvt_tlv.h"

namespace vienlogs::devices::pos {

namespace {

constexpr std::size_t mostElements = 1024;
constexpr int mostTagBytes = 3;

bool takeTag(std::span<const std::uint8_t>& bytes, std::uint32_t& tag) {
    tag = bytes.front();
    bytes = bytes.subspan(1);
    if ((tag & 0x1F) != 0x1F)
        return true;
    for (int more = 1; more < mostTagBytes && !bytes.empty(); ++more) {
        const auto byte = bytes.front();
        bytes = bytes.subspan(1);
        tag = tag << 8 | byte;
        if ((byte & 0x80) == 0)
            return true;
    }
    return false;
}

} // namespace

bool takeTlvLength(std::span<const std::uint8_t>& bytes, std::size_t& length) {
    if (bytes.empty())
        return false;
    const auto first = bytes.front();
    const std::size_t more = first < 0x80 ? 0U : first & 0x7FU;
    if (more > 2 || first == 0x80 || bytes.size() < 1 + more)
        return false;
    length = first < 0x80 ? first : 0U;
    for (std::size_t at = 1; at <= more; ++at)
        length = length << 8 | bytes[at];
    bytes = bytes.subspan(1 + more);
    return true;
}

std::vector<TlvElement> parseTlv(std::span<const std::uint8_t> bytes) {
    std::vector<TlvElement> elements;
    while (!bytes.empty() && elements.size() < mostElements) {
        TlvElement element;
        std::size_t length = 0;
        if (!takeTag(bytes, element.tag) || !takeTlvLength(bytes, length) || length > bytes.size())
            break;
        element.content = bytes.first(length);
        bytes = bytes.subspan(length);
        elements.push_back(element);
    }
    return elements;
}

void appendTlvLength(base::Bytes& to, std::size_t length) {
    if (length >= 0x100)
        to.insert(to.end(), {0x82, static_cast<std::uint8_t>(length >> 8)});
    else if (length >= 0x80)
        to.push_back(0x81);
    to.push_back(static_cast<std::uint8_t>(length & 0xFF));
}

void appendTlv(base::Bytes& to, std::uint32_t tag, std::span<const std::uint8_t> content) {
    if (tag > 0xFF)
        to.push_back(static_cast<std::uint8_t>(tag >> 8));
    to.push_back(static_cast<std::uint8_t>(tag & 0xFF));
    appendTlvLength(to, content.size());
    to.insert(to.end(), content.begin(), content.end());
}

} // namespace vienlogs::devices::pos
