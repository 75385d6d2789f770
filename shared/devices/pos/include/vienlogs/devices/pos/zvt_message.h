// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "vienlogs/base/bytes.h"

namespace vienlogs::devices::pos {

/// Control fields of ZVT (PA00P015): class and instruction.
namespace zvt {
inline constexpr std::uint16_t statusInformation = 0x040F;
inline constexpr std::uint16_t intermediateStatus = 0x04FF;
inline constexpr std::uint16_t statusEnquiry = 0x0501;
inline constexpr std::uint16_t registration = 0x0600;
inline constexpr std::uint16_t authorisation = 0x0601;
inline constexpr std::uint16_t logOff = 0x0602;
inline constexpr std::uint16_t completion = 0x060F;
inline constexpr std::uint16_t abortByTerminal = 0x061E;
inline constexpr std::uint16_t repeatReceipt = 0x0620;
inline constexpr std::uint16_t reversal = 0x0630;
inline constexpr std::uint16_t endOfDay = 0x0650;
inline constexpr std::uint16_t abortByDesk = 0x06B0;
inline constexpr std::uint16_t printLine = 0x06D1;
inline constexpr std::uint16_t printTextBlock = 0x06D3;
inline constexpr std::uint16_t acknowledged = 0x8000;
} // namespace zvt

/// One message of the protocol as it travels over TCP: control field, length, data.
struct ZvtMessage {
    std::uint16_t control = 0;
    base::Bytes data;

    /// 80 00: understood, at work.
    [[nodiscard]] bool isAcknowledgement() const { return control == zvt::acknowledged; }
    /// 84 xx: the command is refused; xx says why.
    [[nodiscard]] bool isRefusal() const { return (control >> 8) == 0x84; }
    [[nodiscard]] std::uint8_t instruction() const { return static_cast<std::uint8_t>(control & 0xFF); }
    friend bool operator==(const ZvtMessage&, const ZvtMessage&) = default;
};

/// The bytes of a message; the length takes one byte, or FF and two (low byte first) from 255 on. At most
/// 65 535 bytes of data; what is beyond is a fault of the caller and is cut.
[[nodiscard]] base::Bytes encode(const ZvtMessage& message);

/// Cuts a stream of bytes into messages. Holds at most one message (65 540 bytes) and what was added last.
class ZvtDecoder {
public:
    void add(std::span<const std::uint8_t> bytes);
    /// The next whole message, or nothing until more bytes have come.
    [[nodiscard]] std::optional<ZvtMessage> next();
    [[nodiscard]] std::size_t waiting() const { return buffer_.size() - start_; }

private:
    base::Bytes buffer_;
    std::size_t start_ = 0;
};

} // namespace vienlogs::devices::pos
