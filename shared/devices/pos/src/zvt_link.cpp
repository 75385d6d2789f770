// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "zvt_link.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace vienlogs::devices::pos {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds sendWithin{5'000};

int left(Clock::time_point until) {
    const auto rest = std::chrono::duration_cast<milliseconds>(until - Clock::now()).count();
    return rest > 0 ? static_cast<int>(rest) + 1 : 0; // rounded up, so that the wait never spins
}

/// Connects without blocking longer than `within`; -1 if it does not succeed.
int connected(const addrinfo& address, milliseconds within) {
    const int descriptor =
        ::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol);
    if (descriptor < 0)
        return -1;
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    int error = ::connect(descriptor, address.ai_addr, address.ai_addrlen) == 0 ? 0 : errno;
    pollfd waiting{descriptor, POLLOUT, 0};
    if (error == EINPROGRESS && ::poll(&waiting, 1, static_cast<int>(within.count())) == 1) {
        socklen_t size = sizeof error;
        ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
    }
    if (error == 0)
        return descriptor;
    ::close(descriptor);
    return -1;
}

} // namespace

WakeUp::WakeUp() : descriptor_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

WakeUp::~WakeUp() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

void WakeUp::wake() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof one);
}

void WakeUp::clear() const {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto taken = ::read(descriptor_, &count, sizeof count);
}

base::Result<std::unique_ptr<ZvtLink>> ZvtLink::open(const std::string& host, std::uint16_t port,
                                                     milliseconds within) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (const int error = ::getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
        error != 0)
        return base::fail(ports::codes::posSilent, std::string("getaddrinfo: ") + ::gai_strerror(error));
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> addresses(found, ::freeaddrinfo);
    for (const auto* address = found; address != nullptr; address = address->ai_next)
        if (const int socket = connected(*address, within); socket >= 0)
            return std::make_unique<ZvtLink>(socket);
    return base::fail(ports::codes::posSilent, "connect");
}

ZvtLink::~ZvtLink() {
    ::close(socket_);
}

bool ZvtLink::send(const ZvtMessage& message) {
    const auto bytes = encode(message);
    const auto until = Clock::now() + sendWithin;
    for (std::size_t sent = 0; sent < bytes.size();) {
        const auto count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count > 0) {
            sent += static_cast<std::size_t>(count);
            continue;
        }
        pollfd waiting{socket_, POLLOUT, 0};
        if ((errno != EAGAIN && errno != EINTR) || left(until) == 0 || ::poll(&waiting, 1, left(until)) == 0)
            return false;
    }
    return true;
}

ZvtLink::Event ZvtLink::receive(ZvtMessage& message, milliseconds within, const WakeUp* wakeUp) {
    const auto until = Clock::now() + within;
    while (true) {
        if (auto next = decoder_.next()) {
            message = std::move(*next);
            return Event::Message;
        }
        pollfd waiting[2] = {{socket_, POLLIN, 0}, {wakeUp ? wakeUp->descriptor() : -1, POLLIN, 0}};
        const int ready = ::poll(waiting, 2, left(until));
        if (ready < 0 && errno != EINTR)
            return Event::Closed;
        if (ready > 0 && waiting[0].revents != 0) {
            std::array<std::uint8_t, 4096> bytes{};
            const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
            if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR))
                return Event::Closed;
            if (count > 0)
                decoder_.add(std::span(bytes).first(static_cast<std::size_t>(count)));
            continue;
        }
        if (ready > 0)
            return Event::Woken;
        if (left(until) == 0)
            return Event::TimedOut;
    }
}

bool ZvtLink::discardWaiting() {
    decoder_ = {};
    std::array<std::uint8_t, 4096> bytes{};
    for (int chunk = 0; chunk < 64; ++chunk) {
        const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
        if (count == 0)
            return false;
        if (count < 0)
            return errno == EAGAIN || errno == EINTR;
    }
    return false; // a terminal that talks without end is not one
}

} // namespace vienlogs::devices::pos
