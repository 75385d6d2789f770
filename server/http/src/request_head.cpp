// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "request_head.h"

#include <algorithm>

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::http {

namespace {

constexpr std::size_t maxTarget = 2048;

tl::unexpected<base::Failure> bad(const char* why) {
    return base::fail(app::codes::badRequest, why);
}

/// Splits "path?name=value&…"; our paths need no percent sign, so one that has it is not ours.
base::Result<void> readTarget(const std::string& target, Request& request) {
    if (target.size() > maxTarget || !target.starts_with('/'))
        return bad("target");
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (request.path.find('%') != std::string::npos)
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

} // namespace

base::Result<Request> requestOf(front::Head& head) {
    Request request;
    request.method = head.method;
    if (const auto read = readTarget(head.target, request); !read)
        return base::fail(read.error());
    request.headers = std::exchange(head.headers, {});
    std::erase_if(request.headers, [](const auto& header) {
        return header.first == "traceparent" && !isTraceParent(header.second);
    });
    request.language =
        base::languageFrom(request.header("accept-language")).value_or(base::Language::Latvian);
    return request;
}

} // namespace vienlogs::server::http
