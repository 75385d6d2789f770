// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>

#include "vienlogs/ports/trust_services.h"

namespace vienlogs::web {

/// How a CurlClient asks.
struct WebSettings {
    std::chrono::milliseconds connect{3000}; ///< The longest wait for a connection.
    std::chrono::milliseconds answer{
        10000};         ///< The longest time for the whole question, connection included.
    std::string proxy;  ///< "http://host:port"; empty for none. The environment's proxy is never taken.
    std::string caFile; ///< PEM file of the authorities that https is held against; empty for the machine's.
};

/// Questions over HTTP by libcurl: http and https only, at most three redirects and only to these, no
/// cookies, no credentials, no address in any failure. Each question has a connection of its own. May be used
/// by several threads.
class CurlClient final : public ports::WebClient {
public:
    explicit CurlClient(WebSettings settings = {});

    /// VL-WEB-0001 when nobody answers in time, 0002 for another status than 200, 0003 as soon as more than
    /// `mostBytes` came, 0004 for another scheme, 0005 when TLS does not hold.
    [[nodiscard]] base::Result<base::Bytes> get(const std::string& url, std::size_t mostBytes) override;
    [[nodiscard]] base::Result<base::Bytes> post(const std::string& url, const std::string& contentType,
                                                 const base::Bytes& body, std::size_t mostBytes) override;

private:
    WebSettings settings_;
};

} // namespace vienlogs::web
