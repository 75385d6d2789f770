// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "der_writer.h"

namespace vienlogs::virtualcard::der {

base::Bytes element(std::uint8_t tag, const base::Bytes& value) {
    base::Bytes bytes;
    bytes.reserve(value.size() + 4);
    bytes.push_back(tag);
    if (value.size() >= 0x80)
        bytes.push_back(value.size() >= 0x100 ? 0x82 : 0x81);
    if (value.size() >= 0x100)
        bytes.push_back(std::uint8_t(value.size() >> 8));
    bytes.push_back(std::uint8_t(value.size() & 0xFF));
    bytes.insert(bytes.end(), value.begin(), value.end());
    return bytes;
}

base::Bytes element(std::uint8_t tag, std::initializer_list<base::Bytes> parts) {
    base::Bytes value;
    for (const auto& part : parts)
        value.insert(value.end(), part.begin(), part.end());
    return element(tag, value);
}

base::Bytes integer(const base::Bytes& bigEndian) {
    base::Bytes value = bigEndian;
    while (value.size() > 1 && value[0] == 0 && !(value[1] & 0x80))
        value.erase(value.begin());
    if (value[0] & 0x80)
        value.insert(value.begin(), 0x00);
    return element(0x02, value);
}

base::Bytes integer(std::uint16_t value) {
    return integer(base::Bytes{std::uint8_t(value >> 8), std::uint8_t(value & 0xFF)});
}

base::Bytes text(std::string_view utf8) {
    return element(0x0C, base::bytesOf(utf8));
}

} // namespace vienlogs::virtualcard::der
