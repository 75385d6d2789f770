// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <netdb.h>

#include <memory>
#include <string>

#include <openssl/ssl.h>

#include "vienlogs/server/syslog/sender.h"

namespace vienlogs::server::syslog {

/// A connection to a collector; opened when first needed, closed by whatever goes wrong.
class Link {
public:
    explicit Link(const Target& target) : target_(target) {}
    /// Lets the collector take what was sent.
    ~Link();
    Link(const Link&) = delete;
    Link& operator=(const Link&) = delete;
    /// False when the collector is not to be reached within five seconds.
    bool open();
    /// A datagram, or a message with its length before it (octet counting). False closes.
    bool send(const std::string& message);
    [[nodiscard]] bool isOpen() const { return socket_ >= 0; }
    void close();

private:
    bool connectTo(const addrinfo& address);
    bool secure();
    [[nodiscard]] bool isLeft() const;
    bool write(const std::string& bytes);
    void finish();

    const Target& target_;
    int socket_ = -1;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context_{nullptr, SSL_CTX_free};
    std::unique_ptr<SSL, decltype(&SSL_free)> tls_{nullptr, SSL_free};
};

} // namespace vienlogs::server::syslog
