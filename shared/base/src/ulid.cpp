// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/base/ulid.h"

#include <cstring>
#include <random>

namespace vienlogs::base {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t textLength = 26;

int valueOf(char c) {
    if (c >= 'a' && c <= 'z')
        c = char(c - 'a' + 'A');
    const auto at = alphabet.find(c);
    return at == std::string_view::npos ? -1 : int(at);
}

} // namespace

Ulid Ulid::make(const Clock& clock) {
    Ulid id;
    const auto millis = std::uint64_t(clock.now().time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i)
        id.bytes_[i] = std::uint8_t(millis >> (40 - 8 * i));
    thread_local std::random_device random; // libstdc++ reads the processor's or the kernel's generator
    for (std::size_t i = 6; i < 16; i += 2) {
        const auto value = random();
        id.bytes_[i] = std::uint8_t(value);
        id.bytes_[i + 1] = std::uint8_t(value >> 8);
    }
    return id;
}

std::optional<Ulid> Ulid::parse(std::string_view text) {
    if (text.size() != textLength || valueOf(text[0]) > 7)
        return std::nullopt;
    Ulid id;
    unsigned buffer = 0;
    int bits = -2; // 26 letters carry 130 bits: the first two are always zero
    std::size_t out = 0;
    for (const char c : text) {
        const int value = valueOf(c);
        if (value < 0)
            return std::nullopt;
        buffer = buffer << 5 | unsigned(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            id.bytes_[out++] = std::uint8_t(buffer >> bits);
            buffer &= (1U << bits) - 1;
        }
    }
    return id;
}

std::string Ulid::toString() const {
    std::string text;
    text.reserve(textLength);
    unsigned buffer = 0;
    int bits = 2;
    for (const auto byte : bytes_) {
        buffer = buffer << 8 | byte;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            text.push_back(alphabet[buffer >> bits & 31]);
            buffer &= (1U << bits) - 1;
        }
    }
    return text;
}

} // namespace vienlogs::base

std::size_t std::hash<vienlogs::base::Ulid>::operator()(const vienlogs::base::Ulid& id) const noexcept {
    std::size_t value = 0; // the last bytes are the random ones
    std::memcpy(&value, id.bytes().data() + 8, sizeof value);
    return value;
}
