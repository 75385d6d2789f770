// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "vienlogs/base/result.h"
#include "vienlogs/server/syslog/message.h"

namespace vienlogs::server::syslog {

/// Where the collector listens. TLS proves who it is; this side may show a certificate of its own.
struct Target {
    enum class Transport { Udp, Tcp, Tls };
    Transport transport = Transport::Udp;
    std::string host;
    std::uint16_t port = 0;
    std::filesystem::path ca;          ///< PEM of who vouches for the collector; for TLS.
    std::filesystem::path certificate; ///< PEM; empty for none.
    std::filesystem::path key;
};

/// "udp://host:port", "tcp://…" or "tls://…". VL-LOG-0001 for anything else.
[[nodiscard]] base::Result<Target> targetOf(const std::string& address);

/// How it goes.
struct Figures {
    std::uint64_t sent = 0;
    std::uint64_t lost = 0; ///< For want of room while the collector was away.
    std::uint64_t waiting = 0;
    bool isConnected = false;
};

class Link;

/// Sends messages from a thread of its own and keeps a bounded number while the collector is away. TCP and
/// TLS keep what the system has not taken; what was in the network when a connection broke is lost unseen, as
/// both RFCs say.
class Sender {
public:
    static constexpr std::size_t usualRoom = 4 * 1024 * 1024;
    explicit Sender(Target target, std::size_t maxWaitingBytes = usualRoom);
    /// Sends what waits, for two seconds at most.
    ~Sender();
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;

    /// Never waits. What there is no room for is counted as lost.
    void post(std::string message);
    [[nodiscard]] Figures figures() const;

private:
    void run();
    /// Sends the first message; false when the collector is away.
    bool sendFirst(Link& link, std::unique_lock<std::mutex>& lock);

    const Target target_;
    const std::size_t room_;
    mutable std::mutex mutex_;
    std::condition_variable wanted_;
    std::deque<std::string> waiting_;
    std::size_t waitingBytes_ = 0;
    Figures figures_;
    bool ending_ = false;
    std::thread thread_;
};

} // namespace vienlogs::server::syslog
