// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "poco_request.h"

#include <algorithm>
#include <charconv>

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::http {

namespace {

constexpr std::size_t maxUri = 2048;
constexpr std::size_t maxLengthDigits = 10;

tl::unexpected<base::Failure> bad(const char* why) {
    return base::fail(app::codes::badRequest, why);
}

bool isPrintable(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

/// Splits "path?name=value&…"; our paths need no percent sign, so one that has it is not ours.
base::Result<void> readTarget(const std::string& target, Request& request) {
    if (target.size() > maxUri || !target.starts_with('/') || !isPrintable(target))
        return bad("target");
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (request.path.find_first_of("%\\#") != std::string::npos)
        return bad("path");
    if (mark == std::string::npos)
        return {};
    try {
        for (const auto& [name, value] : Poco::URI(target).getQueryParameters())
            if (!request.query.emplace(name, value).second)
                return bad("a query parameter twice");
    } catch (const Poco::Exception&) {
        return bad("query");
    }
    return {};
}

/// W3C Trace Context, "00-<32 hex>-<16 hex>-<2 hex>"; anything else is not passed on and not logged.
bool isTraceParent(std::string_view text) {
    constexpr std::string_view shape = "xx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxx-xx";
    return text.size() == shape.size() &&
           std::equal(text.begin(), text.end(), shape.begin(), [](char c, char s) {
               return s == '-' ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

base::Result<void> readHeaders(const Poco::Net::HTTPServerRequest& from, Request& request) {
    for (const auto& [name, value] : from)
        if (!request.headers.emplace(lower(name), value).second)
            return bad("a header twice");
    if (request.header("host").empty())
        return bad("no Host");
    if (request.headers.contains("transfer-encoding"))
        return bad("Transfer-Encoding");
    const auto length = request.headers.find("content-length");
    const bool mayHaveBody = request.method == "POST" || request.method == "PUT";
    if (length == request.headers.end())
        return mayHaveBody ? base::Result<void>(bad("no Content-Length")) : base::Result<void>();
    const auto& digits = length->second;
    if (digits.empty() || digits.size() > maxLengthDigits ||
        digits.find_first_not_of("0123456789") != std::string::npos)
        return bad("Content-Length");
    if (!mayHaveBody && bodyLength(request) != 0)
        return bad("a body where none belongs");
    return {};
}

} // namespace

base::Result<Request> headOf(const Poco::Net::HTTPServerRequest& from) {
    Request request;
    request.method = from.getMethod();
    if (request.method.empty() || request.method.size() > 8 ||
        !std::all_of(request.method.begin(), request.method.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; }))
        return bad("method");
    if (from.getVersion() != Poco::Net::HTTPMessage::HTTP_1_1)
        return bad("version");
    if (const auto read = readTarget(from.getURI(), request); !read)
        return base::fail(read.error());
    if (const auto read = readHeaders(from, request); !read)
        return base::fail(read.error());
    if (!isTraceParent(request.header("traceparent")))
        request.headers.erase("traceparent");
    request.language =
        base::languageFrom(request.header("accept-language")).value_or(base::Language::Latvian);
    return request;
}

std::size_t bodyLength(const Request& request) {
    const auto text = request.header("content-length");
    std::size_t length = 0;
    std::from_chars(text.data(), text.data() + text.size(), length);
    return length;
}

base::Result<std::string> bodyOf(Poco::Net::HTTPServerRequest& request, std::size_t length) {
    std::string body(length, '\0');
    try {
        request.stream().read(body.data(), static_cast<std::streamsize>(length));
    } catch (const Poco::Exception& error) {
        return bad(error.name());
    }
    if (request.stream().gcount() != static_cast<std::streamsize>(length))
        return bad("the body broke off");
    return body;
}

} // namespace vienlogs::server::http
