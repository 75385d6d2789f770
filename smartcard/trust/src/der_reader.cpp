// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "der_reader.h"

namespace vienlogs::trust {

std::optional<DerElement> DerReader::next() {
    constexpr std::uint8_t longForm = 0x80, manyByteTag = 0x1F;
    constexpr std::size_t mostLengthBytes = 4;
    if (rest_.size() < 2 || (rest_[0] & manyByteTag) == manyByteTag)
        return {};
    std::size_t header = 2, length = rest_[1];
    if (length >= longForm) {
        const std::size_t count = length - longForm;
        if (count == 0 || count > mostLengthBytes || rest_.size() < header + count)
            return {};
        length = 0;
        for (std::size_t i = 0; i < count; ++i)
            length = length << 8 | rest_[header + i];
        header += count;
    }
    if (length > rest_.size() - header)
        return {};
    const DerElement element{rest_[0], rest_.first(header + length), rest_.subspan(header, length)};
    rest_ = rest_.subspan(header + length);
    return element;
}

} // namespace vienlogs::trust
