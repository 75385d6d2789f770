// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/virtualcard/vpcd_link.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <thread>

namespace vienlogs::virtualcard {

namespace {

constexpr int retryMilliseconds = 100;
constexpr std::size_t longestCommandLine = 1024;

enum Control : std::uint8_t { powerOff = 0, powerOn = 1, reset = 2, answerToReset = 4 };

void setOption(int socket, int option) {
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, option, &on, sizeof on);
}

} // namespace

VpcdLink::VpcdLink(VirtualCard& card, VpcdAddress address, std::vector<Fault> faults,
                   std::function<void(const std::string&)> tell)
    : card_(card), address_(std::move(address)), tell_(std::move(tell)) {
    for (auto& fault : faults)
        take(std::move(fault));
}

void VpcdLink::take(Fault fault) {
    if (fault.kind == Fault::Kind::WrongHash)
        card_.signWrongHashOnce();
    else if (fault.kind == Fault::Kind::Slow)
        delay_ = fault.delay;
    else
        faults_.push_back(std::move(fault));
}

VpcdLink::~VpcdLink() {
    disconnect();
}

void VpcdLink::connect() {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(address_.port);
    if (::inet_pton(AF_INET, address_.host.c_str(), &to.sin_addr) != 1)
        return;
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (handle < 0)
        return;
    if (::connect(handle, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
        ::close(handle);
        return;
    }
    setOption(handle, TCP_NODELAY);
    setOption(handle, TCP_QUICKACK);
    socket_ = handle;
    commandsSeen_ = 0;
    card_.reset();
    tell_("inserted");
}

void VpcdLink::disconnect() {
    if (socket_ < 0)
        return;
    ::close(socket_);
    socket_ = -1;
    received_.clear();
    tell_("removed");
}

void VpcdLink::run(int commandHandle, int stopHandle, bool inserted) {
    wanted_ = inserted;
    tell_("ready");
    while (!quit_) {
        if (wanted_ && socket_ < 0)
            connect();
        pollfd handles[3] = {
            {stopHandle, POLLIN, 0}, {commandsEnded_ ? -1 : commandHandle, POLLIN, 0}, {socket_, POLLIN, 0}};
        if (::poll(handles, 3, wanted_ && socket_ < 0 ? retryMilliseconds : -1) < 0)
            continue; // interrupted
        if (handles[0].revents)
            break;
        if (handles[1].revents)
            readCommands(commandHandle);
        if (handles[2].revents && socket_ == handles[2].fd)
            serve();
    }
    disconnect();
}

void VpcdLink::readCommands(int handle) {
    char buffer[256];
    const auto size = ::read(handle, buffer, sizeof buffer);
    if (size <= 0 || commands_.size() > longestCommandLine) {
        commandsEnded_ = true;
        return;
    }
    commands_.append(buffer, std::size_t(size));
    for (auto end = commands_.find('\n'); end != std::string::npos; end = commands_.find('\n')) {
        obey(commands_.substr(0, end));
        commands_.erase(0, end + 1);
    }
}

void VpcdLink::obey(const std::string& line) {
    if (line == "quit") {
        quit_ = true;
    } else if (line == "count") {
        tell_("commands " + std::to_string(commandsSeen_));
        commandsSeen_ = 0;
    } else if (line == "remove") {
        wanted_ = false;
        disconnect();
    } else if (line == "insert" || (line.starts_with("insert ") && chooseReader(line.substr(7)))) {
        wanted_ = true;
    } else if (const auto fault = line.starts_with("fault ") ? parseFault(line.substr(6)) : std::nullopt) {
        take(*fault);
        tell_("fault set");
    } else {
        tell_("unknown command");
    }
}

/// Into another reader than before, by its port.
bool VpcdLink::chooseReader(const std::string& port) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), value);
    if (error != std::errc() || end != port.data() + port.size() || value == 0 || value > 65535)
        return false;
    address_.port = std::uint16_t(value);
    return true;
}

void VpcdLink::serve() {
    std::uint8_t buffer[4096];
    const auto size = ::recv(socket_, buffer, sizeof buffer, 0);
    if (size <= 0)
        return disconnect();
    setOption(socket_, TCP_QUICKACK); // the kernel forgets it; without it each command costs 40 ms
    received_.insert(received_.end(), buffer, buffer + size);
    while (socket_ >= 0 && received_.size() >= 2) {
        const std::size_t length = std::size_t(received_[0]) << 8 | received_[1];
        if (received_.size() < 2 + length)
            return;
        const base::Bytes message(received_.begin() + 2, received_.begin() + 2 + long(length));
        received_.erase(received_.begin(), received_.begin() + 2 + long(length));
        answer(message);
    }
}

void VpcdLink::answer(const base::Bytes& message) {
    if (message.size() == 1) {
        if (message[0] == answerToReset)
            send(card_.answerToReset());
        else if (message[0] == powerOff || message[0] == powerOn || message[0] == reset)
            card_.reset();
        return;
    }
    ++commandsSeen_;
    std::this_thread::sleep_for(delay_);
    if (!answerWithFault())
        send(card_.process(message));
}

bool VpcdLink::answerWithFault() {
    const auto due = std::find_if(faults_.begin(), faults_.end(),
                                  [&](const Fault& fault) { return fault.at == commandsSeen_; });
    if (due == faults_.end())
        return false;
    const auto fault = *due;
    faults_.erase(due);
    if (fault.kind == Fault::Kind::Drop) {
        wanted_ = false;
        disconnect();
    } else {
        send(fault.answer);
    }
    return true;
}

void VpcdLink::send(const base::Bytes& payload) {
    base::Bytes message{std::uint8_t(payload.size() >> 8), std::uint8_t(payload.size() & 0xFF)};
    message.insert(message.end(), payload.begin(), payload.end());
    for (std::size_t done = 0; done < message.size();) {
        const auto sent = ::send(socket_, message.data() + done, message.size() - done, MSG_NOSIGNAL);
        if (sent <= 0)
            return disconnect();
        done += std::size_t(sent);
    }
}

} // namespace vienlogs::virtualcard
