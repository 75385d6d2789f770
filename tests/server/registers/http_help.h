// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <map>
#include <sstream>
#include <string>

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Timespan.h>

/// One HTTP call with Poco's own client, as an institution's program would make it.
namespace vienlogs::testhelp {

struct Reply {
    int status = 0;
    std::string body;
    Poco::Net::HTTPResponse head;
    [[nodiscard]] std::string header(const std::string& name) const { return head.get(name, ""); }
};

inline Reply call(std::uint16_t port, const std::string& method, const std::string& target,
                  const std::string& body = {}, const std::map<std::string, std::string>& headers = {},
                  std::chrono::milliseconds timeout = std::chrono::seconds(5)) {
    Poco::Net::HTTPClientSession session("127.0.0.1", port);
    session.setTimeout(
        Poco::Timespan(std::chrono::duration_cast<std::chrono::microseconds>(timeout).count()));
    Poco::Net::HTTPRequest request(method, target, Poco::Net::HTTPMessage::HTTP_1_1);
    for (const auto& [name, value] : headers)
        request.set(name, value);
    request.setContentLength(static_cast<std::streamsize>(body.size()));
    session.sendRequest(request) << body;
    Reply reply;
    std::ostringstream text;
    text << session.receiveResponse(reply.head).rdbuf();
    reply.body = text.str();
    reply.status = reply.head.getStatus();
    return reply;
}

} // namespace vienlogs::testhelp
