// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <span>

#include <openssl/ssl.h>

namespace vienlogs::server::front {

/// A connected socket that never waits, plain or under TLS. Closes itself.
class Transport {
public:
    enum class State { Good, Again, Closed };
    struct Done {
        State state = State::Good;
        std::size_t bytes = 0;
    };

    Transport(int socket, SSL_CTX* tls);
    ~Transport();
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    /// Goes on with the handshake; Good when it is over.
    [[nodiscard]] State handshake();
    [[nodiscard]] Done read(std::span<char> into);
    [[nodiscard]] Done write(std::span<const char> from);
    /// Tells the peer that nothing more comes; reading goes on.
    void finish();
    [[nodiscard]] int socket() const { return socket_; }
    [[nodiscard]] SSL* session() const { return session_.get(); }

private:
    struct Free {
        void operator()(SSL* session) const { SSL_free(session); }
    };
    [[nodiscard]] State stateOf(int result) const;

    int socket_;
    std::unique_ptr<SSL, Free> session_;
};

} // namespace vienlogs::server::front
