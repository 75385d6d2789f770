// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "wire.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace vienlogs::virtualreader {

using namespace std::chrono;

namespace {

void answerAtOnce(const Handle& card) {
    const int on = 1;
    ::setsockopt(card.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(card.get(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
}

bool receiveExactly(const Handle& card, std::uint8_t* into, std::size_t size,
                    steady_clock::time_point deadline) {
    while (size > 0) {
        const auto left = duration_cast<milliseconds>(deadline - steady_clock::now()).count();
        pollfd readable{card.get(), POLLIN, 0};
        if (left <= 0 || ::poll(&readable, 1, int(left)) <= 0)
            return false;
        const auto got = ::recv(card.get(), into, size, 0);
        if (got <= 0)
            return false;
        into += got;
        size -= std::size_t(got);
    }
    return true;
}

} // namespace

Handle listenOnLoopback(std::uint16_t port) {
    Handle handle(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const int on = 1;
    ::setsockopt(handle.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool listens = ::bind(handle.get(), reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0 &&
                         ::listen(handle.get(), 4) == 0;
    return listens ? std::move(handle) : Handle();
}

Handle listenAt(const std::string& path) {
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof at.sun_path)
        return Handle();
    path.copy(at.sun_path, path.size());
    Handle handle(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    ::unlink(path.c_str());
    const auto others = ::umask(0177);
    const bool bound = ::bind(handle.get(), reinterpret_cast<const sockaddr*>(&at), sizeof at) == 0;
    ::umask(others);
    return bound && ::listen(handle.get(), 4) == 0 ? std::move(handle) : Handle();
}

Handle acceptFrom(const Handle& listener) {
    Handle peer(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (peer.valid())
        answerAtOnce(peer);
    return peer;
}

bool hungUp(const Handle& peer) {
    pollfd state{peer.get(), POLLRDHUP, 0};
    return ::poll(&state, 1, 0) > 0;
}

bool sendMessage(const Handle& card, const Bytes& payload) {
    Bytes message{std::uint8_t(payload.size() >> 8), std::uint8_t(payload.size() & 0xFF)};
    message.insert(message.end(), payload.begin(), payload.end());
    for (std::size_t done = 0; done < message.size();) {
        const auto sent = ::send(card.get(), message.data() + done, message.size() - done, MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        done += std::size_t(sent);
    }
    answerAtOnce(card); // the kernel forgets it; without it each command costs 40 ms
    return true;
}

std::optional<Bytes> receiveMessage(const Handle& card, milliseconds longest) {
    const auto deadline = steady_clock::now() + longest;
    std::uint8_t length[2];
    if (!receiveExactly(card, length, 2, deadline))
        return std::nullopt;
    Bytes payload(std::size_t(length[0]) << 8 | length[1]);
    if (!receiveExactly(card, payload.data(), payload.size(), deadline))
        return std::nullopt;
    return payload;
}

} // namespace vienlogs::virtualreader
