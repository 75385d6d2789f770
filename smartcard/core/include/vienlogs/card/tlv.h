// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>

namespace vienlogs::card {

using ByteView = std::span<const std::uint8_t>;

/// One BER-TLV element; its value lies in the bytes it was read from.
struct Tlv {
    std::uint32_t tag = 0; ///< The tag's bytes as a number: 0x30, 0xA0, 0xBF8101.
    ByteView value;
};

/// Reads elements one after another and never beyond the end. Lengths up to 65 535, tags up to three bytes,
/// no indefinite lengths. A first byte of 00 or FF is the padding of a file and ends it (ISO 7816-15,
/// section 6.1).
class TlvReader {
public:
    explicit TlvReader(ByteView bytes) : rest_(bytes) {}
    /// The next element; nothing at the end or at the first fault.
    [[nodiscard]] std::optional<Tlv> next();
    /// Whether all that was read so far was well formed.
    [[nodiscard]] bool intact() const { return intact_; }
    /// Whether padding ended the elements before the bytes ended.
    [[nodiscard]] bool atPadding() const { return intact_ && !rest_.empty(); }

private:
    std::optional<std::uint32_t> readTag();
    std::optional<std::size_t> readLength();
    ByteView rest_;
    bool intact_ = true;
};

/// The first element of this tag on this level.
[[nodiscard]] std::optional<ByteView> findTag(ByteView bytes, std::uint32_t tag);
/// Goes down level by level, by the first element of each tag.
[[nodiscard]] std::optional<ByteView> findPath(ByteView bytes, std::initializer_list<std::uint32_t> tags);
/// A non-negative INTEGER of at most four bytes (after a leading zero).
[[nodiscard]] std::optional<std::uint32_t> unsignedOf(ByteView integer);
/// How long the DER element is that begins these bytes, header included; nothing if it is none.
[[nodiscard]] std::optional<std::size_t> derLength(ByteView start);

} // namespace vienlogs::card
