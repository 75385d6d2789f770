// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <openssl/ssl.h>

namespace vienlogs::testkit {

/// Connections that do nothing, or send only half of what they should.
class IdleCrowd {
public:
    /// Plain without a device's folder, else TLS with its certificate.
    IdleCrowd(std::string address, const std::filesystem::path& device);
    ~IdleCrowd();
    IdleCrowd(const IdleCrowd&) = delete;
    IdleCrowd& operator=(const IdleCrowd&) = delete;

    /// Opens so many more, each sending these bytes; how many succeeded.
    int connect(int count, const std::string& bytes);
    /// How many the server has not closed.
    [[nodiscard]] int stillConnected() const;

private:
    struct Free {
        void operator()(SSL* session) const { SSL_free(session); }
        void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
    };
    struct Line {
        int socket;
        std::unique_ptr<SSL, Free> session;
    };
    [[nodiscard]] static bool send(const Line& line, const std::string& bytes);

    std::string address_;
    std::unique_ptr<SSL_CTX, Free> context_;
    std::vector<Line> lines_;
};

/// A port that was free a moment ago.
[[nodiscard]] int freePort();
/// Waits until somebody listens on a port of this machine, 10 s at most.
void waitFor(int port);

} // namespace vienlogs::testkit
