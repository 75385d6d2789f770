// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/gateway/http_exchange.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include <Poco/Net/NetException.h>
#include <Poco/Net/StreamSocket.h>

#include "vienlogs/server/gateway/register_failures.h"

namespace vienlogs::server::gateway {

namespace {

using Steady = std::chrono::steady_clock;

std::string lower(std::string_view text) {
    std::string result(text);
    for (auto& c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

template<typename T>
std::optional<T> numberIn(std::string_view text, int base = 10) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(value)
                                                                                     : std::nullopt;
}

/// Thrown inside this file only, and turned into a Failure at its edge.
struct Malformed {
    const char* what;
};

/// Bytes from a socket, until a moment and not one longer.
class Incoming {
public:
    Incoming(Poco::Net::StreamSocket& socket, Steady::time_point deadline)
        : socket_(socket), deadline_(deadline) {}

    /// The next line without its end.
    std::string line(std::size_t longest) {
        while (true) {
            const auto end = buffer_.find("\r\n", at_);
            if (end != std::string::npos && end - at_ <= longest) {
                auto text = buffer_.substr(at_, end - at_);
                at_ = end + 2;
                return text;
            }
            if (end != std::string::npos || buffer_.size() - at_ > longest)
                throw Malformed{"line too long"};
            if (!more())
                throw Malformed{"ended in a line"};
        }
    }

    std::string exactly(std::size_t count) {
        while (buffer_.size() - at_ < count)
            if (!more())
                throw Malformed{"ended in the body"};
        auto text = buffer_.substr(at_, count);
        at_ += count;
        return text;
    }

    std::string rest(std::size_t longest) {
        while (buffer_.size() - at_ <= longest)
            if (!more())
                return buffer_.substr(at_);
        throw Malformed{"body too long"};
    }

    /// Nothing came before the connection ended.
    [[nodiscard]] bool empty() const { return buffer_.empty(); }

private:
    bool more() {
        const auto left =
            std::chrono::duration_cast<std::chrono::microseconds>(deadline_ - Steady::now()).count();
        if (left <= 0)
            throw Poco::TimeoutException();
        socket_.setReceiveTimeout(Poco::Timespan(left));
        if (at_ > piece_.size()) { // what was read is not needed again
            buffer_.erase(0, at_);
            at_ = 0;
        }
        const int count = socket_.receiveBytes(piece_.data(), static_cast<int>(piece_.size()));
        buffer_.append(piece_.data(), static_cast<std::size_t>(std::max(count, 0)));
        return count > 0;
    }

    Poco::Net::StreamSocket& socket_;
    Steady::time_point deadline_;
    std::string buffer_;
    std::string piece_ = std::string(16 * 1024, '\0');
    std::size_t at_ = 0;
};

void send(Poco::Net::StreamSocket& socket, const std::string& text, Steady::time_point deadline) {
    std::size_t sent = 0;
    while (sent < text.size()) {
        const auto left =
            std::chrono::duration_cast<std::chrono::microseconds>(deadline - Steady::now()).count();
        if (left <= 0)
            throw Poco::TimeoutException();
        socket.setSendTimeout(Poco::Timespan(left));
        const auto count = socket.sendBytes(text.data() + sent, static_cast<int>(text.size() - sent));
        if (count <= 0)
            throw Poco::TimeoutException();
        sent += static_cast<std::size_t>(count);
    }
}

std::string written(const Endpoint& endpoint, const HttpRequest& request) {
    auto text = request.method + " " + request.target + " HTTP/1.1\r\nHost: " + endpoint.host + ":" +
                std::to_string(endpoint.port) + "\r\nConnection: close\r\n";
    for (const auto& [name, value] : request.headers)
        text.append(name).append(": ").append(value).append("\r\n");
    if (!request.body.empty() || request.method == "POST")
        text += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
    return text + "\r\n" + request.body;
}

int statusIn(const std::string& line) {
    const std::string_view text = line;
    if (text.size() < 12 || (!text.starts_with("HTTP/1.1 ") && !text.starts_with("HTTP/1.0 ")))
        throw Malformed{"not HTTP"};
    const auto status = numberIn<int>(text.substr(9, 3));
    if (!status || *status < 200 || *status > 599 || (text.size() > 12 && text[12] != ' '))
        throw Malformed{"status"};
    return *status;
}

void readHeaders(Incoming& incoming, HttpReply& reply, std::size_t longest) {
    std::size_t total = 0;
    for (auto line = incoming.line(longest); !line.empty(); line = incoming.line(longest)) {
        total += line.size();
        const auto colon = line.find(':');
        if (colon == std::string::npos || colon == 0 || total > longest)
            throw Malformed{"header"};
        const auto name = lower(std::string_view(line).substr(0, colon));
        const bool isNew =
            reply.headers.emplace(name, trimmed(std::string_view(line).substr(colon + 1))).second;
        if (!isNew && (name == "content-length" || name == "transfer-encoding"))
            throw Malformed{"two lengths"};
    }
}

std::string readChunks(Incoming& incoming, std::size_t longest) {
    constexpr std::size_t longestSizeLine = 64;
    std::string body;
    while (true) {
        const auto line = incoming.line(longestSizeLine);
        const auto size = numberIn<std::size_t>(std::string_view(line).substr(0, line.find(';')), 16);
        if (!size || *size > longest || body.size() + *size > longest)
            throw Malformed{"chunk"};
        if (*size == 0)
            return body;
        body += incoming.exactly(*size);
        if (!incoming.line(longestSizeLine).empty())
            throw Malformed{"chunk's end"};
    }
}

std::string readBody(Incoming& incoming, const HttpReply& reply, std::size_t longest) {
    if (reply.status == 204 || reply.status == 304)
        return {};
    const auto length = reply.header("content-length"), encoding = reply.header("transfer-encoding");
    if (!encoding.empty()) {
        if (lower(encoding) != "chunked" || !length.empty())
            throw Malformed{"transfer encoding"};
        return readChunks(incoming, longest);
    }
    if (length.empty())
        return incoming.rest(longest);
    const auto size = numberIn<std::size_t>(length);
    if (!size || *size > longest)
        throw Malformed{"content length"};
    return incoming.exactly(*size);
}

} // namespace

std::string HttpReply::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

base::Result<Endpoint> endpointOf(const std::string& address) {
    constexpr std::string_view scheme = "http://";
    const auto colon = address.rfind(':');
    if (!address.starts_with(scheme) || colon == std::string::npos || colon <= scheme.size())
        return base::fail(codes::descriptionWrong, "address is not http://host:port");
    const auto port = numberIn<std::uint16_t>(std::string_view(address).substr(colon + 1));
    const auto host = address.substr(scheme.size(), colon - scheme.size());
    if (!port || *port == 0 || host.find_first_of("/@ \r\n") != std::string::npos)
        return base::fail(codes::descriptionWrong, "address is not http://host:port");
    return Endpoint{host, *port};
}

base::Result<HttpReply> exchange(const Endpoint& endpoint, const HttpRequest& request,
                                 const ExchangeLimits& limits) {
    try {
        Poco::Net::StreamSocket socket;
        socket.connect(
            Poco::Net::SocketAddress(endpoint.host, endpoint.port),
            Poco::Timespan(std::chrono::duration_cast<std::chrono::microseconds>(limits.connect).count()));
        const auto deadline = Steady::now() + limits.answer;
        send(socket, written(endpoint, request), deadline);
        Incoming incoming(socket, deadline);
        try {
            HttpReply reply;
            reply.status = statusIn(incoming.line(limits.head));
            readHeaders(incoming, reply, limits.head);
            reply.body = readBody(incoming, reply, limits.body);
            return reply;
        } catch (const Malformed& malformed) {
            return base::fail(incoming.empty() ? codes::registerDown : codes::registerNonsense,
                              malformed.what);
        }
    } catch (const Poco::TimeoutException&) {
        return base::fail(codes::registerDown, "no answer in time");
    } catch (const Poco::Exception& error) {
        return base::fail(codes::registerDown, error.className());
    }
}

} // namespace vienlogs::server::gateway
