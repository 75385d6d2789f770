// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/base/bytes.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <new>

namespace vienlogs::base {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::string_view base64Alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int hexValue(char c) {
    if (c >= 'A' && c <= 'F')
        c = char(c - 'A' + 'a');
    const auto at = hexDigits.find(c);
    return at == std::string_view::npos ? -1 : int(at);
}

} // namespace

std::string toHex(const Bytes& bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text.push_back(hexDigits[byte >> 4]);
        text.push_back(hexDigits[byte & 15]);
    }
    return text;
}

std::optional<Bytes> fromHex(std::string_view text) {
    if (text.size() % 2)
        return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hexValue(text[i]), low = hexValue(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes.push_back(std::uint8_t(high << 4 | low));
    }
    return bytes;
}

std::string toBase64(const Bytes& bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto left = bytes.size() - i;
        const unsigned group = unsigned(bytes[i]) << 16 | (left > 1 ? unsigned(bytes[i + 1]) << 8 : 0) |
                               (left > 2 ? unsigned(bytes[i + 2]) : 0);
        text.push_back(base64Alphabet[group >> 18 & 63]);
        text.push_back(base64Alphabet[group >> 12 & 63]);
        text.push_back(left > 1 ? base64Alphabet[group >> 6 & 63] : '=');
        text.push_back(left > 2 ? base64Alphabet[group & 63] : '=');
    }
    return text;
}

std::optional<Bytes> fromBase64(std::string_view text) {
    if (text.size() % 4)
        return std::nullopt;
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    unsigned buffer = 0;
    int bits = 0;
    for (const char c : text.substr(0, text.size() - padding)) {
        const auto value = base64Alphabet.find(c);
        if (value == std::string_view::npos)
            return std::nullopt;
        buffer = buffer << 6 | unsigned(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(std::uint8_t(buffer >> bits));
            buffer &= (1U << bits) - 1;
        }
    }
    if (buffer != 0)
        return std::nullopt; // bits that no encoder writes
    return bytes;
}

void wipe(void* data, std::size_t size) noexcept {
    auto* byte = static_cast<volatile std::uint8_t*>(data);
    while (size--)
        *byte++ = 0;
}

namespace {

std::size_t wholePages(std::size_t size) {
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
}

char* makePages(std::size_t size) {
    void* pages = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        throw std::bad_alloc();
    // Both are done where they can be done: a secret that might be swapped out is better than no login.
    static_cast<void>(::mlock(pages, size));
#ifdef MADV_DONTDUMP
    static_cast<void>(::madvise(pages, size, MADV_DONTDUMP));
#endif
    return static_cast<char*>(pages);
}

} // namespace

Secret::Secret(std::string_view text) {
    if (text.empty())
        return;
    text_ = makePages(wholePages(text.size()));
    size_ = text.size();
    std::copy(text.begin(), text.end(), text_);
}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        release();
        text_ = std::exchange(other.text_, nullptr);
        size_ = std::exchange(other.size_, 0);
    }
    return *this;
}

void Secret::release() noexcept {
    if (!text_)
        return;
    wipe(text_, size_);
    ::munmap(text_, wholePages(size_)); // unlocks it, too
    text_ = nullptr;
    size_ = 0;
}

} // namespace vienlogs::base
