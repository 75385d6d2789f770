// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/devices/pos/zvt_message.h"

#include <algorithm>

namespace vienlogs::devices::pos {

namespace {
constexpr std::uint8_t longLength = 0xFF;
constexpr std::size_t mostData = 0xFFFF;
} // namespace

base::Bytes encode(const ZvtMessage& message) {
    const auto size = std::min(message.data.size(), mostData);
    base::Bytes bytes{static_cast<std::uint8_t>(message.control >> 8), message.instruction()};
    if (size < longLength) {
        bytes.push_back(static_cast<std::uint8_t>(size));
    } else {
        bytes.push_back(longLength);
        bytes.push_back(static_cast<std::uint8_t>(size & 0xFF));
        bytes.push_back(static_cast<std::uint8_t>(size >> 8));
    }
    bytes.insert(bytes.end(), message.data.begin(), message.data.begin() + static_cast<std::ptrdiff_t>(size));
    return bytes;
}

void ZvtDecoder::add(std::span<const std::uint8_t> bytes) {
    buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(start_));
    start_ = 0;
    buffer_.insert(buffer_.end(), bytes.begin(), bytes.end());
}

std::optional<ZvtMessage> ZvtDecoder::next() {
    const std::span<const std::uint8_t> rest(buffer_.data() + start_, waiting());
    if (rest.size() < 3)
        return std::nullopt;
    std::size_t header = 3;
    std::size_t size = rest[2];
    if (rest[2] == longLength) {
        header = 5;
        if (rest.size() < header)
            return std::nullopt;
        size = static_cast<std::size_t>(rest[3]) | static_cast<std::size_t>(rest[4]) << 8;
    }
    if (rest.size() < header + size)
        return std::nullopt;
    const auto data = rest.subspan(header, size);
    start_ += header + size;
    return ZvtMessage{static_cast<std::uint16_t>(rest[0] << 8 | rest[1]), {data.begin(), data.end()}};
}

} // namespace vienlogs::devices::pos
