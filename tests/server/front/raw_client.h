// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

namespace vienlogs::testkit {

/// A TCP connection that sends what it is told to, byte for byte.
class RawClient {
public:
    explicit RawClient(const std::string& address);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool send(const std::string& bytes) const;
    /// The head and, as Content-Length says, the body of one answer; empty when the connection ended before
    /// it.
    [[nodiscard]] std::string receive();
    /// All until the peer closes; the connection is reset or 20 s pass otherwise.
    [[nodiscard]] std::string receiveAll();
    /// The status of one answer, 0 without one.
    [[nodiscard]] int status();
    /// Ends the own direction.
    void finish() const;

private:
    bool more();
    int socket_ = -1;
    std::string buffer_;
};

} // namespace vienlogs::testkit
