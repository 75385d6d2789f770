// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <memory>

#include "vienlogs/base/result.h"
#include "vienlogs/devices/pos/zvt_message.h"
#include "vienlogs/devices/pos/zvt_terminal.h"

namespace vienlogs::devices::pos {

/// Lets another thread end a wait.
class WakeUp {
public:
    WakeUp();
    ~WakeUp();
    WakeUp(const WakeUp&) = delete;
    WakeUp& operator=(const WakeUp&) = delete;
    void wake() const;
    void clear() const;
    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

/// One TCP connection to a terminal that carries whole messages. Every wait has an end.
class ZvtLink {
public:
    enum class Event { Message, TimedOut, Closed, Woken };

    /// Connects; VL-POS-0001 if nobody answers within the time.
    [[nodiscard]] static base::Result<std::unique_ptr<ZvtLink>>
    open(const std::string& host, std::uint16_t port, std::chrono::milliseconds within);
    /// Takes over a connected socket that does not block.
    explicit ZvtLink(int socket) : socket_(socket) {}
    ~ZvtLink();
    ZvtLink(const ZvtLink&) = delete;
    ZvtLink& operator=(const ZvtLink&) = delete;

    /// False if the connection broke or took no bytes for five seconds.
    [[nodiscard]] bool send(const ZvtMessage& message);
    /// Waits for the next message; `wakeUp` may be null.
    [[nodiscard]] Event receive(ZvtMessage& message, std::chrono::milliseconds within, const WakeUp* wakeUp);
    /// Throws away what came unasked; false if the other side has closed.
    [[nodiscard]] bool discardWaiting();

private:
    int socket_;
    ZvtDecoder decoder_;
};

} // namespace vienlogs::devices::pos
