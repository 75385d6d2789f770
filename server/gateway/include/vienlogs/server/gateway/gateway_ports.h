// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/gateway/register_query.h"

namespace vienlogs::server::gateway {

/// One look at one person or company, as the person may see it later.
struct LookRecord {
    std::string registerId;
    std::string operation;
    std::string subject; ///< An identifier's text.
    std::string purpose;
    std::string legalBasis;
    std::string userId;
    std::string institution;
    std::string caseId;
    std::string traceId;
    base::Timestamp at;
};

/// Writes looks down before they happen. Called from several threads.
class LookAudit {
public:
    virtual ~LookAudit() = default;
    /// When this fails, the register is not asked and the caller gets this failure.
    [[nodiscard]] virtual base::Result<void> record(const LookRecord& look) = 0;
};

/// Knows who is at work. Called from several threads.
class CallerCheck {
public:
    virtual ~CallerCheck() = default;
    /// Whether the employee has a session for the institution now; the failure goes to the caller.
    [[nodiscard]] virtual base::Result<void> confirm(const std::string& userId,
                                                     const std::string& institution) = 0;
};

/// How one call went: for measuring, so without whom it was about.
struct CallTrace {
    std::string registerId;
    std::string operation;
    std::string traceId;
    std::optional<AnswerState> state; ///< Nothing when the register was not to be asked.
    std::string failureCode;          ///< Empty when there was none.
    std::chrono::milliseconds latency{0};
    bool fromCache = false;
    base::Timestamp at;
};

/// Takes traces. Called from several threads.
class CallTraces {
public:
    virtual ~CallTraces() = default;
    virtual void add(const CallTrace& trace) = 0;
};

} // namespace vienlogs::server::gateway
