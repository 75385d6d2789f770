// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/front/front.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <thread>
#include <utility>

#include "loop.h"
#include "tls_context.h"
#include "vienlogs/server/front/failures.h"

namespace vienlogs::server::front {

namespace {

using namespace std::chrono_literals;
constexpr int backlog = 4096;

/// A listening socket, closed with this object.
class Listener {
public:
    explicit Listener(int socket) : socket_(socket) {}
    Listener(Listener&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}
    Listener& operator=(Listener&&) = delete;
    ~Listener() {
        if (socket_ >= 0)
            ::close(socket_);
    }
    [[nodiscard]] int socket() const { return socket_; }

private:
    int socket_;
};

bool isLoopback(const sockaddr& address) {
    if (address.sa_family == AF_INET)
        return (ntohl(reinterpret_cast<const sockaddr_in&>(address).sin_addr.s_addr) >> 24U) ==
               IN_LOOPBACKNET;
    return IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6&>(address).sin6_addr) != 0;
}

base::Result<Listener> listenOn(const FrontOptions& options) {
    const auto name = options.host + ":" + std::to_string(options.port);
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
    addrinfo* found = nullptr;
    if (const int error =
            ::getaddrinfo(options.host.c_str(), std::to_string(options.port).c_str(), &hints, &found);
        error != 0)
        return base::fail(codes::cannotListen, ::gai_strerror(error), name);
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> held(found, ::freeaddrinfo);
    if (!options.tls && !isLoopback(*found->ai_addr))
        return base::fail(codes::plainNotLoopback);
    Listener listener(::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const int one = 1;
    ::setsockopt(listener.socket(), SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (::bind(listener.socket(), found->ai_addr, found->ai_addrlen) != 0 ||
        ::listen(listener.socket(), backlog) != 0)
        return base::fail(codes::cannotListen, std::strerror(errno), name);
    return listener;
}

std::string addressOf(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size);
    std::array<char, INET6_ADDRSTRLEN> host{};
    std::array<char, 8> port{};
    ::getnameinfo(reinterpret_cast<sockaddr*>(&address), size, host.data(), host.size(), port.data(),
                  port.size(), NI_NUMERICHOST | NI_NUMERICSERV);
    const bool six = address.ss_family == AF_INET6;
    return (six ? "[" : "") + std::string(host.data()) + (six ? "]:" : ":") + port.data();
}

/// As many files as the system lets us have: each connection is one. How many connections they are enough
/// for; one that there is no file for could be neither accepted nor turned away, and would wake the loop for
/// ever.
std::size_t roomForConnections() {
    constexpr rlim_t others = 256; // Of the store, of scans, of registers.
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return others;
    if (limit.rlim_cur < limit.rlim_max) {
        const rlimit most{limit.rlim_max, limit.rlim_max};
        if (::setrlimit(RLIMIT_NOFILE, &most) == 0)
            limit = most;
    }
    return limit.rlim_cur > 2 * others ? limit.rlim_cur - others : limit.rlim_cur / 2;
}

class EpollFront final : public Front {
public:
    EpollFront(const FrontOptions& options, Application& application, Listener listener, TlsContext tls)
        : limits_(options.limits), listener_(std::move(listener)),
          address_(addressOf(listener_.socket())), shared_{application, limits_,   std::move(tls), pool_,
                                                           census_,     counters_, draining_} {
        for (std::size_t i = 0; i < limits_.loops; ++i)
            loops_.push_back(std::make_unique<Loop>(shared_, i == 0 ? listener_.socket() : -1, loops_));
        for (const auto& loop : loops_)
            loop->start();
    }
    ~EpollFront() override { stop(); }

    std::string address() const override { return address_; }
    FrontFigures figures() const override {
        return {counters_.accepted,    counters_.turnedAway, counters_.malformed, counters_.timedOut,
                census_.connections(), pool_.waiting(),      pool_.working(),     counters_.bodyBytes};
    }
    void drain() override { draining_ = true; }
    void stop() override {
        if (std::exchange(stopped_, true))
            return;
        draining_ = true;
        ::shutdown(listener_.socket(), SHUT_RDWR); // Who comes now is told so at once.
        for (const auto& loop : loops_)
            loop->close();
        const auto deadline = std::chrono::steady_clock::now() + limits_.drainTime;
        while (census_.connections() > 0 && std::chrono::steady_clock::now() < deadline)
            std::this_thread::sleep_for(2ms);
        pool_.stop();
        for (const auto& loop : loops_)
            loop->stop();
    }
    bool post(std::function<void()> work) override { return pool_.post(std::move(work)); }

private:
    const Limits limits_;
    Listener listener_;
    std::string address_;
    Census census_{limits_};
    Counters counters_;
    std::atomic<bool> draining_{false};
    bool stopped_ = false;
    WorkPool pool_{{limits_.threads, limits_.readers, limits_.queued}};
    const Shared shared_;
    std::vector<std::unique_ptr<Loop>> loops_;
};

} // namespace

base::Result<std::unique_ptr<Front>> Front::start(const FrontOptions& options, Application& application) {
    TlsContext tls;
    if (options.tls) {
        auto made = makeTlsContext(*options.tls);
        if (!made)
            return base::fail(made.error());
        tls = std::move(*made);
    }
    auto listener = listenOn(options);
    if (!listener)
        return base::fail(listener.error());
    auto fitting = options;
    fitting.limits.connections = std::min(options.limits.connections, roomForConnections());
    return std::make_unique<EpollFront>(fitting, application, std::move(*listener), std::move(tls));
}

} // namespace vienlogs::server::front
