// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/money.h"

namespace vienlogs::devices::pos {

/// Numbers of the bitmaps ("BMP") that the data of a message is made of.
namespace bmp {
inline constexpr std::uint8_t amount = 0x04;
inline constexpr std::uint8_t tlvContainer = 0x06;
inline constexpr std::uint8_t traceNumber = 0x0B;
inline constexpr std::uint8_t time = 0x0C;
inline constexpr std::uint8_t date = 0x0D;
inline constexpr std::uint8_t statusByte = 0x19;
inline constexpr std::uint8_t cardNumber = 0x22;
inline constexpr std::uint8_t resultCode = 0x27;
inline constexpr std::uint8_t terminalId = 0x29;
inline constexpr std::uint8_t originalTrace = 0x37; ///< Of a reversal: the trace number it gives back.
inline constexpr std::uint8_t authorisation = 0x3B;
inline constexpr std::uint8_t additionalText = 0x3C;
inline constexpr std::uint8_t currency = 0x49;
inline constexpr std::uint8_t dayTotals = 0x60;
inline constexpr std::uint8_t receiptNumber = 0x87;
inline constexpr std::uint8_t cardType = 0x8A;
inline constexpr std::uint8_t cardName = 0x8B;
} // namespace bmp

/// The fields of one message in the order they came. An unknown number ends the reading, because its length
/// cannot be known; what was read before it stays. At most 64 fields.
class ZvtFields {
public:
    /// Reads fields; `complete()` is false if something could not be read.
    [[nodiscard]] static ZvtFields parse(std::span<const std::uint8_t> data);

    [[nodiscard]] bool complete() const { return complete_; }
    /// The first field of a number, without number and length.
    [[nodiscard]] std::optional<std::span<const std::uint8_t>> find(std::uint8_t number) const;
    /// The digits of a binary coded decimal field, "000042"; empty if it is missing or no decimal.
    [[nodiscard]] std::string digits(std::uint8_t number) const;
    [[nodiscard]] std::optional<base::Money> amount() const;
    [[nodiscard]] std::optional<std::uint8_t> byte(std::uint8_t number) const;
    /// ASCII characters up to the first zero byte.
    [[nodiscard]] std::string ascii(std::uint8_t number) const;
    /// The card number as the terminal masks it, "E" becoming "*"; digits beyond the first six and the last
    /// four are masked here too, should a terminal send them.
    [[nodiscard]] std::string maskedCardNumber() const;

private:
    struct Field {
        std::uint8_t number;
        base::Bytes data;
    };
    std::vector<Field> fields_;
    bool complete_ = false;
};

/// Digits as binary coded decimal in `size` bytes, filled with zeros from the left.
[[nodiscard]] base::Bytes bcd(std::uint64_t value, std::size_t size);

/// Writes the fields of a message one after the other.
class ZvtFieldWriter {
public:
    ZvtFieldWriter& raw(std::span<const std::uint8_t> bytes);
    /// A field of fixed length.
    ZvtFieldWriter& fixed(std::uint8_t number, std::span<const std::uint8_t> bytes);
    ZvtFieldWriter& decimal(std::uint8_t number, std::uint64_t value, std::size_t size);
    /// A field with its length in front as `digits` bytes F0..F9 ("LLVAR", "LLLVAR").
    ZvtFieldWriter& variable(std::uint8_t number, std::span<const std::uint8_t> bytes, int digits);
    /// The container 06 with its length as in TLV.
    ZvtFieldWriter& container(std::span<const std::uint8_t> tlv);
    [[nodiscard]] base::Bytes take() { return std::move(bytes_); }

private:
    base::Bytes bytes_;
};

} // namespace vienlogs::devices::pos
