// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <nlohmann/json.hpp>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/failure.h"
#include "vienlogs/base/identifier.h"
#include "vienlogs/base/language.h"

namespace vienlogs::server::gateway {

/// What is asked of a register, by whom and why.
struct RegisterQuery {
    std::string registerId; ///< "population", "enterprises", "addresses"
    std::string operation;  ///< "person", "company", "search"; see server/data/registers
    std::variant<base::Identifier, std::string>
        subject; ///< Whom or what it is about; a text only for open data.
    nlohmann::json parameters = nlohmann::json::object(); ///< What else the operation takes.
    std::string purpose;
    std::string legalBasis;
    std::string userId; ///< Of the employee.
    std::string institution;
    std::string caseId;
    std::string traceId;        ///< 32 hexadecimal digits as in traceparent, or empty.
    std::string idempotencyKey; ///< For operations that write: the same key writes once.
};

enum class AnswerState {
    Ok,
    Stale,    ///< Data older than the register promises; the age is told.
    Closed,   ///< By its owner, on purpose.
    Down,     ///< Does not answer.
    Invalid,  ///< Answers what cannot be understood.
    NotFound, ///< Answers that there is no such person, company or address.
    Refused,  ///< Refuses the entry by its own rules.
};

/// "ok", "stale", "closed", "down", "invalid", "not-found", "refused".
[[nodiscard]] std::string_view nameOf(AnswerState state);

/// What a register said, in a shape that does not depend on its protocol.
struct RegisterAnswer {
    AnswerState state = AnswerState::Down;
    nlohmann::json data;                   ///< Null unless Ok or Stale.
    std::optional<base::Timestamp> asOf{}; ///< The moment the data describe.
    base::LocalizedText sourceName;        ///< The register as people know it.
    std::chrono::milliseconds latency{0};  ///< Of the call, 0 from the cache.
    bool fromCache = false;
    std::optional<base::Timestamp> closedUntil{};
    std::optional<base::Failure> failure{}; ///< What to tell the clerk; nothing when Ok.
};

/// How a register did the last time it was asked.
struct RegisterHealth {
    std::string registerId;
    base::LocalizedText name;
    std::string owner;
    std::optional<AnswerState> state{}; ///< Nothing before the first call.
    std::chrono::milliseconds latency{0};
    std::optional<base::Timestamp> at{};
    std::optional<base::Timestamp> closedUntil{};
    bool paused = false; ///< Failed so often that it is left alone for a while.
};

} // namespace vienlogs::server::gateway
