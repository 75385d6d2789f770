// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <Poco/Net/Context.h>

#include "vienlogs/base/result.h"
#include "vienlogs/server/http/http_server.h"

namespace vienlogs::server::http {

/// TLS 1.2 and 1.3, own certificate, a client certificate of the device CA required. VL-SRV-0045 names the
/// file that is wrong.
[[nodiscard]] base::Result<Poco::Net::Context::Ptr> makeTlsContext(const TlsFiles& files);

} // namespace vienlogs::server::http
