// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "vienlogs/server/gateway/http_exchange.h"
#include "vienlogs/server/gateway/register_description.h"
#include "vienlogs/server/gateway/register_query.h"

/// How each protocol asks, and how it says yes, no, closed and broken.
namespace vienlogs::server::gateway {

/// The request of a query. VL-BASE-0002 when the query lacks a value or has one that may not stand in a
/// header.
[[nodiscard]] base::Result<HttpRequest> requestOf(const RegisterDescription& description,
                                                  const Operation& operation, const RegisterQuery& query);

/// What an HTTP reply means, before its data are mapped.
struct Reading {
    AnswerState state = AnswerState::Invalid;
    nlohmann::json body;                          ///< Of an Ok reading, at the operation's root.
    std::optional<base::Timestamp> closedUntil{}; ///< Of a Closed one, if it told.
    std::string detail{};                         ///< For the log, without data of the answer.
};

[[nodiscard]] Reading readingOf(const RegisterDescription& description, const Operation& operation,
                                const HttpReply& reply);

/// A request about nobody, to see whether the register is well.
[[nodiscard]] HttpRequest probeOf(const RegisterDescription& description);
/// Ok for any reply of success.
[[nodiscard]] Reading readingOfProbe(const RegisterDescription& description, const HttpReply& reply);

} // namespace vienlogs::server::gateway
