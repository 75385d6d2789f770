// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "remote_address.h"

#include <arpa/inet.h>

namespace vienlogs::server {

namespace {

constexpr std::string_view plainScheme = "http://";
constexpr in_addr_t loopbackNetwork = 127;

} // namespace

base::Result<RemoteAddress> remoteAddress(const std::string& url, const std::filesystem::path& authority) {
    const auto scheme = url.find("://");
    const auto slash = scheme == std::string::npos ? scheme : url.find('/', scheme + 3);
    const bool isPlain = url.starts_with(plainScheme);
    return gateway::endpointOf(url.substr(0, slash), isPlain ? std::filesystem::path() : authority)
        .map([&](auto endpoint) {
            return RemoteAddress{std::move(endpoint), slash == std::string::npos ? "/" : url.substr(slash)};
        });
}

bool isProtected(const RemoteAddress& address) {
    in_addr number{};
    return !address.endpoint.authority.empty() ||
           (::inet_pton(AF_INET, address.endpoint.host.c_str(), &number) == 1 &&
            ntohl(number.s_addr) >> 24 == loopbackNetwork);
}

} // namespace vienlogs::server
