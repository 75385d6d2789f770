// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "security_log.h"

#include <algorithm>

#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::http {

namespace {

using namespace std::chrono_literals;
constexpr int perSecond = 50;

constexpr std::array codesOfConcern{
    app::codes::noRight,       app::codes::deviceUnknown,  app::codes::wrongDevice,
    app::codes::wrongPlace,    app::codes::challengeUsed,  app::codes::signatureWrong,
    app::codes::cardUntrusted, app::codes::clerkUnknown,   app::codes::clerkLeft,
    app::codes::keyReused,     app::codes::sequenceReused, app::codes::tooManyRequests,
    app::codes::badRequest,
};

} // namespace

bool SecurityLog::concerns(std::string_view failureCode) {
    return std::any_of(codesOfConcern.begin(), codesOfConcern.end(),
                       [&](const auto& code) { return code.text == failureCode; });
}

bool SecurityLog::mayWrite(std::uint64_t& unwritten) {
    const auto now = std::chrono::steady_clock::now();
    const std::scoped_lock lock(mutex_);
    if (now - second_ >= 1s) {
        second_ = now;
        written_ = 0;
    }
    if (written_ >= perSecond) {
        ++unwritten_;
        return false;
    }
    ++written_;
    unwritten = std::exchange(unwritten_, 0);
    return true;
}

void SecurityLog::record(const Event& event) {
    metrics_.countSecurity(event.what);
    std::uint64_t unwritten = 0;
    if (mayWrite(unwritten))
        log_.write("warning", "security",
                   {{"what", event.what},
                    {"why", event.detail},
                    {"device", event.device},
                    {"address", event.address},
                    {"operation", event.operation},
                    {"unwritten", std::to_string(unwritten)}});
}

} // namespace vienlogs::server::http
