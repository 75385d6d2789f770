// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/syslog/sender.h"

#include <algorithm>
#include <charconv>

#include "link.h"
#include "vienlogs/server/syslog/failures.h"

namespace vienlogs::server::syslog {

namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds firstBackOff = 500ms;
constexpr std::chrono::milliseconds longestBackOff = 30s;
constexpr auto lastWait = 2s;

} // namespace

base::Result<Target> targetOf(const std::string& address) {
    constexpr std::pair<std::string_view, Target::Transport> schemes[] = {{"udp://", Target::Transport::Udp},
                                                                          {"tcp://", Target::Transport::Tcp},
                                                                          {"tls://", Target::Transport::Tls}};
    for (const auto& [scheme, transport] : schemes) {
        const auto colon = address.rfind(':');
        if (!address.starts_with(scheme) || colon <= scheme.size())
            continue;
        Target target{.transport = transport, .host = address.substr(scheme.size(), colon - scheme.size())};
        if (target.host.starts_with('[') && target.host.ends_with(']'))
            target.host = target.host.substr(1, target.host.size() - 2);
        const auto* end = address.data() + address.size();
        const auto read = std::from_chars(address.data() + colon + 1, end, target.port);
        if (read.ec == std::errc() && read.ptr == end && target.port > 0 && !target.host.empty())
            return target;
    }
    return base::fail(codes::collector, "not udp://, tcp:// or tls:// with host:port", address);
}

Sender::Sender(Target target, std::size_t maxWaitingBytes)
    : target_(std::move(target)), room_(maxWaitingBytes), thread_([this] { run(); }) {}

Sender::~Sender() {
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    wanted_.notify_all();
    thread_.join();
}

void Sender::post(std::string message) {
    {
        const std::scoped_lock lock(mutex_);
        if (waitingBytes_ + message.size() > room_) {
            ++figures_.lost;
            return;
        }
        waitingBytes_ += message.size();
        waiting_.push_back(std::move(message));
    }
    wanted_.notify_one();
}

Figures Sender::figures() const {
    const std::scoped_lock lock(mutex_);
    auto figures = figures_;
    figures.waiting = waiting_.size();
    return figures;
}

bool Sender::sendFirst(Link& link, std::unique_lock<std::mutex>& lock) {
    const auto message = waiting_.front(); // stays there until it is out; nobody else takes from the front
    lock.unlock();
    const bool sent = (link.isOpen() || link.open()) && link.send(message);
    lock.lock();
    figures_.isConnected = link.isOpen();
    if (!sent)
        return false;
    waitingBytes_ -= message.size();
    waiting_.pop_front();
    ++figures_.sent;
    return true;
}

void Sender::run() {
    Link link(target_);
    auto backOff = firstBackOff;
    std::unique_lock lock(mutex_);
    auto deadline = std::chrono::steady_clock::time_point::max();
    for (;;) {
        wanted_.wait(lock, [&] { return ending_ || !waiting_.empty(); });
        if (ending_ && deadline == std::chrono::steady_clock::time_point::max())
            deadline = std::chrono::steady_clock::now() + lastWait;
        if (ending_ && (waiting_.empty() || std::chrono::steady_clock::now() >= deadline))
            return;
        if (sendFirst(link, lock)) {
            backOff = firstBackOff;
            continue;
        }
        if (ending_)
            return; // A collector that is away is not waited for at the end.
        wanted_.wait_for(lock, backOff, [&] { return ending_; });
        backOff = std::min(backOff * 2, longestBackOff);
    }
}

} // namespace vienlogs::server::syslog
