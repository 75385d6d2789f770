// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace vienlogs::testkit {

RawClient::RawClient(const std::string& address) {
    const auto colon = address.rfind(':');
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(colon + 1))));
    ::inet_pton(AF_INET, address.substr(0, colon).c_str(), &to.sin_addr);
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
}

RawClient::~RawClient() {
    if (socket_ >= 0)
        ::close(socket_);
}

bool RawClient::send(const std::string& bytes) const {
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += static_cast<std::size_t>(count);
    }
    return true;
}

bool RawClient::more() {
    std::array<char, 16384> bytes{};
    const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count <= 0)
        return false;
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

std::string RawClient::receive() {
    std::size_t end = std::string::npos;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos)
        if (!more())
            return {};
    std::size_t size = end + 4;
    if (const auto length = buffer_.find("Content-Length: "); length < end)
        size += std::stoul(buffer_.substr(length + 16));
    while (buffer_.size() < size && more()) {
    }
    const auto answer = buffer_.substr(0, size);
    buffer_.erase(0, size);
    return answer;
}

std::string RawClient::receiveAll() {
    while (more()) {
    }
    return std::exchange(buffer_, {});
}

int RawClient::status() {
    const auto answer = receive();
    return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3));
}

void RawClient::finish() const {
    ::shutdown(socket_, SHUT_WR);
}

} // namespace vienlogs::testkit
