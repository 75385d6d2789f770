// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QSslConfiguration>

#include "vienlogs/api_client/http_api_client.h"

namespace vienlogs::api_client {

/// TLS 1.2 or newer with the device's certificate, trusting the one authority and no other.
[[nodiscard]] base::Result<QSslConfiguration> tlsOf(const ApiClientOptions& options);

} // namespace vienlogs::api_client
