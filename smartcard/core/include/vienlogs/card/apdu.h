// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"

namespace vienlogs::card {

/// A short command to the card (ISO 7816-4, section 5.2).
struct Command {
    std::uint8_t instruction = 0;
    std::uint8_t p1 = 0, p2 = 0;
    base::Bytes data{};
    std::optional<std::uint8_t> expected{}; ///< Le; 0 stands for 256.

    [[nodiscard]] base::Bytes encode() const;
};

/// What the card answers.
struct Answer {
    base::Bytes data;
    std::uint16_t status = 0;
    [[nodiscard]] bool ok() const { return status == 0x9000; }
    /// "SW 6A82", for the log of support.
    [[nodiscard]] std::string statusText() const;
};

/// A command whose PINs the holder enters at the reader's pad (PC/SC part 10, 2.5).
struct PadCommand {
    Command command;                       ///< Its data are filled up where the digits go.
    std::size_t shortest = 0, longest = 0; ///< Digits.
    bool current = false;                  ///< A PIN that holds now goes to the start of the data.
    std::optional<std::size_t> fresh{};    ///< A new PIN, entered twice, goes to this place in the data.
};

/// The way to one card in one reader. The first failure with VL-CARD-0003 is for good: the channel never
/// speaks to another card that comes into the same reader.
class ApduChannel {
public:
    virtual ~ApduChannel() = default;
    [[nodiscard]] virtual const std::string& reader() const = 0;
    [[nodiscard]] virtual const base::Bytes& answerToReset() const = 0;
    /// Sends a command, returns the answer with its status; VL-CARD-0018 if another program reset the card.
    [[nodiscard]] virtual base::Result<base::Bytes> transmit(const base::Bytes& command) = 0;
    [[nodiscard]] virtual bool hasPinPad() const = 0;
    /// Waits for the holder to enter the PINs, at most half a minute, and sends the command. The answer is
    /// the card's, or 6400 too late, 6401 cancelled, 6402 not the same twice. VL-CARD-0021 without a pad.
    [[nodiscard]] virtual base::Result<base::Bytes> transmitFromPad(const PadCommand& command) = 0;
    /// Keeps other programs out until end().
    [[nodiscard]] virtual base::Result<void> begin() = 0;
    virtual void end() noexcept = 0;
    /// Takes up the card after a reset. Whether it is still the same card is for the caller to find out.
    [[nodiscard]] virtual base::Result<void> reconnect() = 0;
    /// The card must forget a presented PIN when this channel is closed.
    virtual void resetWhenClosed() noexcept = 0;
};

/// Sends a command and collects what the card holds back (61xx) or wants asked for otherwise (6Cxx).
[[nodiscard]] base::Result<Answer> exchange(ApduChannel& channel, const Command& command);
[[nodiscard]] base::Result<Answer> exchange(ApduChannel& channel, const PadCommand& command);

} // namespace vienlogs::card
