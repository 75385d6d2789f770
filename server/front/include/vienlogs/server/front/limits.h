// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>

namespace vienlogs::server::front {

/// What a client may ask of the front before it is refused. Bytes and counts; nothing read from outside is
/// unbounded.
struct Limits {
    std::size_t requestLine = 4096;
    std::size_t headBytes = 16 * 1024;
    std::size_t headerCount = 64;
    std::size_t drainedBody = 64 * 1024; ///< A refused body up to this is thrown away to keep the connection.
    std::size_t bodiesInMemory = 128U * 1024 * 1024; ///< Of all connections together.
    std::size_t bytesPerSecond = 1024; ///< The least average speed of a body or of reading an answer.
    std::size_t connections = 12'000;
    std::size_t connectionsPerAddress = 1024; ///< A municipality may sit behind one address.
    std::size_t connectionsPerDevice = 64;
    std::size_t queued = 1024; ///< Requests that wait for a thread of the pool.
    std::size_t threads = 16;  ///< Of the pool; half of them at most serve slow requests,
    std::size_t readers = 4;   ///< and so many, a reading connection of the store each, what only reads.
    std::size_t loops = 2;
    std::chrono::milliseconds handshakeTime{10'000};
    std::chrono::milliseconds headTime{10'000}; ///< From the first byte of a request to the end of its head.
    std::chrono::milliseconds idleTime{75'000};
    std::chrono::milliseconds bodyGrace{10'000}; ///< Before the least speed counts.
    std::chrono::milliseconds lingerTime{2'000}; ///< For the client to read the last answer.
    std::chrono::milliseconds drainTime{10'000}; ///< For requests in work when the front stops.
};

} // namespace vienlogs::server::front
