// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include <Poco/Net/HTTPServerRequest.h>

#include "message.h"

/// From Poco's request to ours. Poco accepts much that a strict server must not (a missing Host, several
/// lengths, a length beside an encoding), so everything is checked here again.
namespace vienlogs::server::http {

/// Method, path, query and headers; VL-SRV-0022 for what is not well-formed HTTP/1.1 of this API.
[[nodiscard]] base::Result<Request> headOf(const Poco::Net::HTTPServerRequest& request);
/// Length of the body that follows; checked by headOf().
[[nodiscard]] std::size_t bodyLength(const Request& request);
/// Reads exactly the announced body; VL-SRV-0022 when it breaks off.
[[nodiscard]] base::Result<std::string> bodyOf(Poco::Net::HTTPServerRequest& request, std::size_t length);

} // namespace vienlogs::server::http
