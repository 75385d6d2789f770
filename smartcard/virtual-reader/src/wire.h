// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handle.h"

namespace vienlogs::virtualreader {

using Bytes = std::vector<std::uint8_t>;

/// What a reader tells a card besides commands; one byte each (the wire of vpcd, so that a card fits either
/// reader).
enum class Signal : std::uint8_t { PowerOff = 0, PowerOn = 1, Reset = 2, AnswerToReset = 4 };

/// A listening socket on 127.0.0.1; invalid when the port is taken.
[[nodiscard]] Handle listenOnLoopback(std::uint16_t port);
/// A listening Unix socket that only its owner may use; a stale file of that name is replaced.
[[nodiscard]] Handle listenAt(const std::string& path);
[[nodiscard]] Handle acceptFrom(const Handle& listener);

/// Whether the other side has hung up; never waits.
[[nodiscard]] bool hungUp(const Handle& peer);

/// One message: its length in two bytes, big-endian, then its bytes. False when the card is gone.
bool sendMessage(const Handle& card, const Bytes& payload);
/// Nothing when the card is gone or silent for so long.
[[nodiscard]] std::optional<Bytes> receiveMessage(const Handle& card, std::chrono::milliseconds longest);

} // namespace vienlogs::virtualreader
