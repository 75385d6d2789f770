// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/gateway/http_exchange.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include <Poco/Exception.h>

#include "line.h"
#include "vienlogs/server/gateway/register_failures.h"

namespace vienlogs::server::gateway {

namespace {

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
    Incoming(Line& line, Deadline deadline) : line_(line), deadline_(deadline) {}

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
        if (at_ > piece_.size()) { // what was read is not needed again
            buffer_.erase(0, at_);
            at_ = 0;
        }
        const int count = line_.receive(piece_.data(), static_cast<int>(piece_.size()), deadline_);
        buffer_.append(piece_.data(), static_cast<std::size_t>(count));
        return count > 0;
    }

    Line& line_;
    Deadline deadline_;
    std::string buffer_;
    std::string piece_ = std::string(16 * 1024, '\0');
    std::size_t at_ = 0;
};

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

base::Result<Endpoint> endpointOf(const std::string& address, const std::filesystem::path& authority) {
    constexpr std::uint16_t usualTlsPort = 443;
    const std::string_view scheme = authority.empty() ? "http://" : "https://";
    if (!address.starts_with(scheme))
        return base::fail(codes::descriptionWrong, "address does not begin with " + std::string(scheme));
    const auto rest = std::string_view(address).substr(scheme.size());
    const auto colon = rest.rfind(':');
    const bool hasPort = colon != std::string_view::npos;
    const std::uint16_t port = hasPort ? numberIn<std::uint16_t>(rest.substr(colon + 1)).value_or(0)
                               : authority.empty() ? 0
                                                   : usualTlsPort;
    const std::string host(rest.substr(0, colon));
    if (port == 0 || host.empty() || host.find_first_of("/@ \r\n") != std::string::npos)
        return base::fail(codes::descriptionWrong, "address is not " + std::string(scheme) + "host:port");
    return Endpoint{host, port, authority};
}

base::Result<HttpReply> exchange(const Endpoint& endpoint, const HttpRequest& request,
                                 const ExchangeLimits& limits) {
    try {
        const auto line = openLine(endpoint, limits.connect);
        const auto deadline = std::chrono::steady_clock::now() + limits.answer;
        line->send(written(endpoint, request), deadline);
        Incoming incoming(*line, deadline);
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
    } catch (const Untrusted& untrusted) {
        return base::fail(codes::peerUntrusted, untrusted.why);
    } catch (const Poco::TimeoutException&) {
        return base::fail(codes::registerDown, "no answer in time");
    } catch (const Poco::Exception& error) {
        return base::fail(codes::registerDown, error.className());
    }
}

} // namespace vienlogs::server::gateway
