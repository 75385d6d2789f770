// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "http_stamp_service.h"

#include "vienlogs/timestamp/failures.h"

namespace vienlogs::server {

namespace {

constexpr std::size_t longestAnswer = 64 * 1024;

} // namespace

base::Result<HttpStampService> HttpStampService::at(const std::string& address,
                                                    const std::filesystem::path& authority) {
    return remoteAddress(address, authority).map([](auto whom) { return HttpStampService(std::move(whom)); });
}

base::Result<base::Bytes> HttpStampService::ask(const base::Bytes& question) {
    const auto reply = gateway::exchange(address_.endpoint,
                                         {"POST",
                                          address_.target,
                                          {{"Content-Type", "application/timestamp-query"}},
                                          std::string(question.begin(), question.end())},
                                         {.body = longestAnswer});
    if (!reply) // A register's failure is none of a register here.
        return base::fail(timestamp::codes::away, reply.error().detail);
    if (reply->status != 200)
        return base::fail(timestamp::codes::away, "HTTP " + std::to_string(reply->status));
    return base::bytesOf(reply->body);
}

} // namespace vienlogs::server
