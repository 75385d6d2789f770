// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/testkit/tls_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace vienlogs::testkit {

TlsClient::TlsClient(std::string address, DeviceFolder trust, bool showCertificate)
    : address_(std::move(address)), context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free) {
    std::signal(SIGPIPE, SIG_IGN);
    SSL_CTX_load_verify_locations(context_.get(), (trust / "ca.pem").c_str(), nullptr);
    SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
    if (showCertificate) {
        SSL_CTX_use_certificate_chain_file(context_.get(), (trust / "device.pem").c_str());
        SSL_CTX_use_PrivateKey_file(context_.get(), (trust / "device.key").c_str(), SSL_FILETYPE_PEM);
    }
}

TlsClient::~TlsClient() {
    close();
}

void TlsClient::close() {
    session_.reset();
    if (socket_ >= 0)
        ::close(socket_);
    socket_ = -1;
    buffer_.clear();
}

bool TlsClient::open() {
    if (session_)
        return true;
    const auto colon = address_.rfind(':');
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address_.substr(colon + 1))));
    ::inet_pton(AF_INET, address_.substr(0, colon).c_str(), &to.sin_addr);
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{40, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const int one = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) {
        close();
        return false;
    }
    session_.reset(SSL_new(context_.get()), SSL_free);
    SSL_set_fd(session_.get(), socket_);
    SSL_set1_host(session_.get(), "localhost");
    if (SSL_connect(session_.get()) != 1) {
        close();
        return false;
    }
    return true;
}

bool TlsClient::send(const std::string& bytes) {
    if (!open())
        return false;
    return SSL_write(session_.get(), bytes.data(), static_cast<int>(bytes.size())) ==
           static_cast<int>(bytes.size());
}

std::string TlsClient::readSome() {
    std::string piece(64 * 1024, '\0');
    const int size = session_ ? SSL_read(session_.get(), piece.data(), static_cast<int>(piece.size())) : -1;
    piece.resize(static_cast<std::size_t>(std::max(size, 0)));
    return piece;
}

HttpAnswer TlsClient::receive() {
    HttpAnswer answer;
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
        const auto piece = readSome();
        if (piece.empty()) {
            close();
            return answer;
        }
        buffer_ += piece;
    }
    auto head = buffer_.substr(0, end + 2);
    buffer_.erase(0, end + 4);
    answer.status = std::stoi(head.substr(head.find(' ') + 1, 3));
    for (auto at = head.find("\r\n") + 2; at < head.size();) {
        const auto stop = head.find("\r\n", at);
        const auto colon = head.find(':', at);
        auto name = head.substr(at, colon - at);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return std::tolower(c); });
        answer.headers[name] = head.substr(colon + 2, stop - colon - 2);
        at = stop + 2;
    }
    const bool chunked = answer.headers["transfer-encoding"] == "chunked";
    const auto length =
        answer.headers.contains("content-length") ? std::stoul(answer.headers["content-length"]) : 0;
    const auto fill = [&](std::size_t wanted) {
        while (buffer_.size() < wanted) {
            const auto piece = readSome();
            if (piece.empty())
                return false;
            buffer_ += piece;
        }
        return true;
    };
    if (!chunked) {
        fill(length);
        answer.body = buffer_.substr(0, length);
        buffer_.erase(0, length);
    }
    while (chunked) {
        while (buffer_.find("\r\n") == std::string::npos && fill(buffer_.size() + 1)) {
        }
        const auto line = buffer_.find("\r\n");
        const auto size = std::stoul(buffer_.substr(0, line), nullptr, 16);
        if (!fill(line + 2 + size + 2))
            break;
        answer.body += buffer_.substr(line + 2, size);
        buffer_.erase(0, line + 2 + size + 2);
        if (size == 0)
            break;
    }
    if (answer.headers["connection"] == "Close" || answer.headers["connection"] == "close")
        close();
    return answer;
}

HttpAnswer TlsClient::ask(const std::string& method, const std::string& target, const Headers& headers,
                          const std::string& body) {
    std::string request = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n";
    for (const auto& [name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (method == "POST" || method == "PUT" || !body.empty())
        request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    request += "\r\n" + body;
    const bool reused = session_ != nullptr;
    if (!send(request) && !reused)
        return {};
    auto answer = receive();
    // A kept connection may have been closed between two requests.
    if (answer.status == 0 && reused && (method == "GET" || target == "/v1/commands:batch") && send(request))
        answer = receive();
    return answer;
}

} // namespace vienlogs::testkit
