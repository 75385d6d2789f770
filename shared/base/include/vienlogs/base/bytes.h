// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vienlogs::base {

using Bytes = std::vector<std::uint8_t>;

/// Lower-case hexadecimal.
[[nodiscard]] std::string toHex(const Bytes& bytes);
[[nodiscard]] std::optional<Bytes> fromHex(std::string_view text);
/// Base 64 with padding, RFC 4648 section 4.
[[nodiscard]] std::string toBase64(const Bytes& bytes);
[[nodiscard]] std::optional<Bytes> fromBase64(std::string_view text);
[[nodiscard]] inline Bytes bytesOf(std::string_view text) {
    return {text.begin(), text.end()};
}

/// Overwrites memory in a way the compiler may not leave out; for PINs and keys.
void wipe(void* data, std::size_t size) noexcept;

/// Characters that wipe themselves: a PIN or a passphrase. In memory of their own, which is neither swapped
/// out (as far as the system lets the user lock memory) nor put into a core dump. Not copyable, so that no
/// second copy is made unseen.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string_view text);
    Secret(Secret&& other) noexcept
        : text_(std::exchange(other.text_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { release(); }
    [[nodiscard]] std::string_view view() const { return {text_, size_}; }
    [[nodiscard]] bool empty() const { return size_ == 0; }

private:
    void release() noexcept;
    char* text_ = nullptr; ///< Whole pages; null if empty.
    std::size_t size_ = 0;
};

} // namespace vienlogs::base
