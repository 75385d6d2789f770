// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <span>
#include <string>

#include <openssl/ssl.h>

#include "tls_context.h"

namespace vienlogs::server::front {

/// What became of reading or writing.
enum class Progress { Good, Again, Closed };
struct Done {
    Progress state = Progress::Good;
    std::size_t bytes = 0;
};

/// A connected socket that never waits, plain or under TLS. Closes itself.
class Transport {
public:
    Transport(int socket, SSL_CTX* tls);
    ~Transport();
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    /// Goes on with the handshake; Good when it is over.
    [[nodiscard]] Progress handshake();
    [[nodiscard]] Done read(std::span<char> into);
    [[nodiscard]] Done write(std::span<const char> from);
    /// Tells the peer that nothing more comes; reading goes on.
    void finish();
    [[nodiscard]] int socket() const { return socket_; }
    [[nodiscard]] SSL* session() const { return session_.get(); }
    /// SHA-256 of the certificate for which the handshake failed; empty when none was shown.
    [[nodiscard]] std::string refusedCertificate() const { return notes_ ? notes_->refused : std::string(); }

private:
    struct Free {
        void operator()(SSL* session) const { SSL_free(session); }
    };
    [[nodiscard]] Progress stateOf(int result) const;

    int socket_;
    std::unique_ptr<TlsNotes> notes_;
    std::unique_ptr<SSL, Free> session_; ///< Null for plain HTTP.
};

} // namespace vienlogs::server::front
