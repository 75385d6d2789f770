// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "transport.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

#include <openssl/err.h>

namespace vienlogs::server::front {

Transport::Transport(int socket, SSL_CTX* tls)
    : socket_(socket), notes_(tls ? std::make_unique<TlsNotes>() : nullptr),
      session_(tls ? SSL_new(tls) : nullptr) {
    if (session_) {
        SSL_set_fd(session_.get(), socket);
        SSL_set_accept_state(session_.get());
        SSL_set_app_data(session_.get(), notes_.get());
    }
}

Transport::~Transport() {
    ::close(socket_);
}

Progress Transport::stateOf(int result) const {
    const int error = SSL_get_error(session_.get(), result);
    return error == SSL_ERROR_WANT_READ || error == SSL_ERROR_WANT_WRITE ? Progress::Again : Progress::Closed;
}

Progress Transport::handshake() {
    if (!session_)
        return Progress::Good;
    ERR_clear_error();
    const int result = SSL_do_handshake(session_.get());
    return result == 1 ? Progress::Good : stateOf(result);
}

Done Transport::read(std::span<char> into) {
    if (session_) {
        ERR_clear_error();
        std::size_t bytes = 0;
        const int result = SSL_read_ex(session_.get(), into.data(), into.size(), &bytes);
        return result == 1 ? Done{Progress::Good, bytes} : Done{stateOf(result), 0};
    }
    const auto bytes = ::recv(socket_, into.data(), into.size(), 0);
    if (bytes > 0)
        return {Progress::Good, static_cast<std::size_t>(bytes)};
    return {bytes < 0 && (errno == EAGAIN || errno == EINTR) ? Progress::Again : Progress::Closed, 0};
}

Done Transport::write(std::span<const char> from) {
    if (session_) {
        ERR_clear_error();
        std::size_t bytes = 0;
        const int result = SSL_write_ex(session_.get(), from.data(), from.size(), &bytes);
        return result == 1 ? Done{Progress::Good, bytes} : Done{stateOf(result), 0};
    }
    const auto bytes = ::send(socket_, from.data(), from.size(), MSG_NOSIGNAL);
    if (bytes >= 0)
        return {Progress::Good, static_cast<std::size_t>(bytes)};
    return {errno == EAGAIN || errno == EINTR ? Progress::Again : Progress::Closed, 0};
}

void Transport::finish() {
    if (session_) {
        ERR_clear_error();
        SSL_shutdown(session_.get());
    }
    ::shutdown(socket_, SHUT_WR);
}

} // namespace vienlogs::server::front
