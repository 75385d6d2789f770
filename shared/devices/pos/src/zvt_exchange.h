// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

#include "vienlogs/devices/pos/zvt_fields.h"
#include "zvt_link.h"
#include "zvt_receipt_lines.h"

namespace vienlogs::devices::pos {

/// How one command ended and what came on the way.
struct ZvtAnswer {
    enum class End {
        Completed, ///< 06 0F.
        Aborted,   ///< 06 1E with `code`.
        Refused,   ///< 84 xx instead of the acknowledgement; `code` is xx.
        Lost,      ///< Anything may have happened at the terminal.
    } end = End::Lost;
    std::uint8_t code = 0;
    std::optional<ZvtFields> status; ///< The last 04 0F.
    base::Bytes completion;          ///< Data of 06 0F.
    std::vector<std::string> lines;

    [[nodiscard]] std::optional<std::uint8_t> resultCode() const;
};

/// How a command is run.
struct ZvtExchangeOptions {
    std::chrono::milliseconds acknowledgement{};
    std::chrono::milliseconds answer{};
    ZvtCharset charset = ZvtCharset::Cp437;
    std::function<void(ports::PosPrompt)> prompt{};
    const std::atomic<bool>* abortAsked = nullptr; ///< With wakeUp: another thread may ask for 06 B0.
    const WakeUp* wakeUp = nullptr;
};

/// Sends a command, acknowledges every message of the terminal and returns when it has ended.
[[nodiscard]] ZvtAnswer exchange(ZvtLink& link, const ZvtMessage& command, const ZvtExchangeOptions& options);

} // namespace vienlogs::devices::pos
