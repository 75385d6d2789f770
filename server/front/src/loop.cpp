// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "loop.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <utility>

#include "answer_writer.h"

namespace vienlogs::server::front {

namespace {

using namespace std::chrono_literals;
constexpr std::uint64_t mailboxId = ~0ULL;
constexpr std::uint64_t listenerId = ~0ULL - 1;
constexpr int maxEvents = 256;
constexpr int maxAccepted = 64; ///< At a time, so that those who are here already are served as well.
constexpr auto sweepEvery = 200ms;

std::uint64_t idOf(std::size_t slot, std::uint32_t generation) {
    return (static_cast<std::uint64_t>(generation) << 32U) | slot;
}
std::size_t slotOf(std::uint64_t id) {
    return id & 0xffffffffU;
}
std::uint32_t generationOf(std::uint64_t id) {
    return static_cast<std::uint32_t>(id >> 32U);
}

std::string addressOf(const sockaddr_storage& from) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (from.ss_family == AF_INET6)
        ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(from).sin6_addr, text.data(),
                    text.size());
    else
        ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(from).sin_addr, text.data(), text.size());
    return text.data();
}

void watch(int epoll, int what, std::uint64_t id, std::uint32_t events) {
    epoll_event event{};
    event.events = events;
    event.data.u64 = id;
    ::epoll_ctl(epoll, EPOLL_CTL_ADD, what, &event);
}

} // namespace

Loop::Loop(const Shared& shared, int listener, const std::vector<std::unique_ptr<Loop>>& all)
    : shared_(shared), listener_(listener), all_(all), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    watch(epoll_, state_.mailbox->signal(), mailboxId, EPOLLIN);
    if (listener_ >= 0)
        watch(epoll_, listener_, listenerId, EPOLLIN);
}

Loop::~Loop() {
    stop();
    connections_.clear();
    ::close(epoll_);
}

void Loop::start() {
    thread_ = std::thread([this] { run(); });
}

void Loop::close() {
    closing_ = true;
    state_.mailbox->wake();
}

void Loop::stop() {
    stopping_ = true;
    state_.mailbox->wake();
    if (thread_.joinable())
        thread_.join();
}

void Loop::run() {
    std::array<epoll_event, maxEvents> events{};
    std::time_t second = 0;
    while (!stopping_) {
        const int patience = unfinished_.empty() ? static_cast<int>(sweepEvery.count()) : 0;
        const int count = ::epoll_wait(epoll_, events.data(), maxEvents, patience);
        state_.now = std::chrono::steady_clock::now();
        if (const auto now = std::time(nullptr); now != second)
            state_.date = httpDate(second = now);
        for (int i = 0; i < count; ++i) {
            const auto& event = events[static_cast<std::size_t>(i)];
            if (event.data.u64 == mailboxId)
                deliver();
            else if (event.data.u64 == listenerId)
                accept();
            else
                serve(event.data.u64, event.events);
        }
        resumeSome();
        if (state_.now - swept_ >= sweepEvery)
            expireSome();
        if (closing_)
            endIdle();
    }
}

void Loop::accept() {
    for (int i = 0; i < maxAccepted && !closing_; ++i) {
        sockaddr_storage from{};
        socklen_t size = sizeof from;
        const int socket =
            ::accept4(listener_, reinterpret_cast<sockaddr*>(&from), &size, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0)
            return;
        auto address = addressOf(from);
        if (!shared_.census.enter(address)) {
            ++shared_.counters.turnedAway;
            ::close(socket);
            continue;
        }
        ++shared_.counters.accepted;
        const int one = 1;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        auto& loop = *all_[next_++ % all_.size()];
        if (&loop == this)
            adopt({socket, std::move(address)});
        else
            loop.state_.mailbox->post({0, nullptr, Newcomer{socket, std::move(address)}});
    }
}

void Loop::adopt(Newcomer newcomer) {
    if (free_.empty()) {
        free_.push_back(connections_.size());
        connections_.emplace_back();
        deadlines_.push_back(Moment::max());
        generations_.push_back(0);
    }
    const auto slot = free_.back();
    free_.pop_back();
    const auto id = idOf(slot, ++generations_[slot]);
    const int socket = newcomer.socket;
    connections_[slot] = std::make_unique<Connection>(shared_, state_, id, std::move(newcomer));
    watch(epoll_, socket, id, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET);
    settle(slot);
}

void Loop::deliver() {
    for (auto& message : state_.mailbox->take()) {
        if (auto* newcomer = std::get_if<Newcomer>(&message.content)) {
            adopt(std::move(*newcomer));
            continue;
        }
        const auto slot = slotOf(message.connection);
        if (generations_[slot] != generationOf(message.connection) || !connections_[slot])
            continue;
        connections_[slot]->tell(std::move(message));
        settle(slot);
    }
}

void Loop::serve(std::uint64_t id, std::uint32_t events) {
    const auto slot = slotOf(id);
    if (generations_[slot] != generationOf(id) || !connections_[slot])
        return;
    connections_[slot]->ready((events & EPOLLIN) != 0, (events & EPOLLOUT) != 0,
                              (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0);
    settle(slot);
}

/// After each turn of a connection: ends it, or notes when it has to be looked at again.
void Loop::settle(std::size_t slot) {
    auto& connection = connections_[slot];
    if (connection->isOver()) {
        connection.reset();
        deadlines_[slot] = Moment::max();
        free_.push_back(slot);
        return;
    }
    deadlines_[slot] = connection->deadline();
    if (connection->wantsTurn())
        unfinished_.push_back(slot);
}

void Loop::resumeSome() {
    for (const auto slot : std::exchange(unfinished_, {}))
        if (connections_[slot] && connections_[slot]->wantsTurn()) {
            connections_[slot]->resume();
            settle(slot);
        }
}

void Loop::expireSome() {
    swept_ = state_.now;
    for (std::size_t slot = 0; slot < deadlines_.size(); ++slot)
        if (deadlines_[slot] <= state_.now) {
            connections_[slot]->expire();
            settle(slot);
        }
}

void Loop::endIdle() {
    if (listener_ >= 0)
        ::epoll_ctl(epoll_, EPOLL_CTL_DEL, listener_, nullptr);
    listener_ = -1;
    for (std::size_t slot = 0; slot < connections_.size(); ++slot)
        if (connections_[slot]) {
            connections_[slot]->endIfIdle();
            settle(slot);
        }
}

} // namespace vienlogs::server::front
