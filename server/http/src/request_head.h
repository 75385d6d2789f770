// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "message.h"
#include "vienlogs/server/front/message.h"

/// From the front's request, which is sound HTTP, to one of this API.
namespace vienlogs::server::http {

/// Method, path, query, headers (which the head loses) and language; VL-SRV-0022 for what this API has no use
/// for.
[[nodiscard]] base::Result<Request> requestOf(front::Head& head);

} // namespace vienlogs::server::http
