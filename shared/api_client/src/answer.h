// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "http_exchange.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/contract/codec.h"

namespace vienlogs::api_client {

/// The failure that an answer other than 2xx stands for: the server's own code where we know it. With a token
/// sent, 401 means that the session is over.
[[nodiscard]] base::Failure failureOf(const Answer& answer, bool tokenSent);

[[nodiscard]] inline std::string_view textOf(const Answer& answer) {
    return {answer.body.constData(), std::size_t(answer.body.size())};
}

/// The server's time; nothing when the answer has none or it cannot be read (RFC 9110, 5.6.7).
[[nodiscard]] std::optional<base::Timestamp> timeOf(const Answer& answer);

/// The wire type in a 2xx answer.
template<typename T>
[[nodiscard]] base::Result<T> valueOf(const Answer& answer);

/// The failure for an answer that is not what the API says; `what` names what was wrong.
[[nodiscard]] base::Failure notUnderstood(const std::string& what, std::string argument);

} // namespace vienlogs::api_client
