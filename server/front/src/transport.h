// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <span>
#include <string>

#include <openssl/ssl.h>

#include "tls_context.h"
#include "tls_records.h"

namespace vienlogs::server::front {

/// A connected socket that never waits, plain or under TLS. Closes itself.
class Transport {
public:
    Transport(int socket, SSL_CTX* tls);
    ~Transport();
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    /// Goes on with the handshake; Good when it is over.
    [[nodiscard]] Progress handshake();
    /// After the handshake and when session() is not needed any more: lets OpenSSL's connection go, whose
    /// memory is most of what an idle one costs. Keeps it where it is needed after all.
    void settle(const TlsEngine& engine);
    /// `into` has room for 16.5 kB at least.
    [[nodiscard]] Done read(std::span<char> into);
    /// Takes some of the bytes, none while some are unsent.
    [[nodiscard]] Done write(std::span<const char> from);
    /// Bytes that were taken wait for the socket; write() with none goes on with them.
    [[nodiscard]] bool hasUnsent() const { return records_ && records_->hasUnsent(); }
    /// Tells the peer that nothing more comes; reading goes on.
    void finish();
    [[nodiscard]] int socket() const { return socket_; }
    /// During and right after the handshake.
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
    std::unique_ptr<SSL, Free> session_; ///< Null for plain HTTP and once settled.
    std::unique_ptr<TlsRecords> records_;
};

} // namespace vienlogs::server::front
