// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/security_log.h"

#include <algorithm>
#include <array>
#include <utility>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/audit_check.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::app {

namespace {

constexpr std::size_t mostKinds = 1'000;
constexpr std::size_t mostStrangers = 100;
constexpr const char* others = "...";
constexpr std::size_t longestName = 64;
constexpr std::int64_t keptHours = 24 * 400;
constexpr int mostEvents = 500;

constexpr std::array ofSecurity{base::codes::invalidArgument,
                                codes::noRight,
                                codes::deviceUnknown,
                                codes::wrongDevice,
                                codes::wrongPlace,
                                codes::challengeUsed,
                                codes::signatureWrong,
                                codes::cardUntrusted,
                                codes::cardRevoked,
                                codes::clerkUnknown,
                                codes::clerkLeft,
                                codes::keyReused,
                                codes::staleEpoch,
                                codes::sequenceReused,
                                codes::bodyTooLarge,
                                codes::tooManyRequests,
                                codes::badRequest,
                                codes::blobMismatch,
                                codes::refreshReplayed,
                                codes::issuerWrong,
                                codes::factorWrong,
                                codes::factorLocked,
                                codes::notAtThisPlace,
                                contract::codes::auditAltered};

std::string shortened(std::string_view name) {
    std::string text(name.substr(0, longestName));
    std::replace_if(
        text.begin(), text.end(), [](unsigned char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

base::Result<void> countAll(store::Transaction& t, const std::vector<store::SecurityEvent>& events) {
    for (const auto& event : events)
        if (auto counted = t.security().count(event); !counted)
            return counted;
    return {};
}

std::int64_t hourOf(base::Timestamp time) {
    return std::chrono::duration_cast<std::chrono::hours>(time.time_since_epoch()).count();
}

} // namespace

bool SecurityLog::isOfSecurity(std::string_view code) {
    return std::any_of(ofSecurity.begin(), ofSecurity.end(),
                       [&](const auto& known) { return known.text == code; });
}

std::optional<store::SecurityEvent> SecurityLog::count(std::string_view code, std::string_view device,
                                                       std::string_view operation) {
    if (!isOfSecurity(code))
        return {};
    const auto now = clock_.now();
    Key key{hourOf(now), std::string(code), shortened(device), shortened(operation)};
    const std::scoped_lock lock(mutex_);
    if (!counted_.contains(key) && counted_.size() >= mostKinds)
        std::get<2>(key) = others; // Too many names: whoever makes them up gets one row for all.
    const auto [at, isNew] =
        counted_.try_emplace(key, store::SecurityEvent{std::get<0>(key), std::get<1>(key), std::get<2>(key),
                                                       std::get<3>(key), now, now, 0});
    at->second.lastAt = now;
    at->second.count += 1;
    return isNew ? std::optional(at->second) : std::nullopt;
}

void SecurityLog::noteLater(std::string_view code, std::string_view device, std::string_view operation) {
    count(code, device, operation);
}

void SecurityLog::noteStranger(std::string_view code, const std::string& fingerprint,
                               std::string_view reason) {
    auto shown = fingerprint;
    {
        const std::scoped_lock lock(mutex_);
        if (strangers_.size() < mostStrangers)
            strangers_.insert(fingerprint);
        else if (!strangers_.contains(fingerprint))
            shown = others;
    }
    noteLater(code, shown, reason);
}

void SecurityLog::note(std::string_view code, std::string_view device, std::string_view operation) {
    const auto first = count(code, device, operation);
    if (!first)
        return;
    const Key key{first->hour, first->code, first->device, first->operation};
    {
        const std::scoped_lock lock(mutex_);
        const auto at = counted_.find(key);
        if (at == counted_.end() || at->second.count < first->count)
            return; // A flush has taken it meanwhile.
        at->second.count -= first->count;
    }
    if (store_.write([&](store::Transaction& t) { return countAll(t, {*first}); }))
        return;
    const std::scoped_lock lock(mutex_); // The next flush tries again.
    auto again = *first;
    again.count = 0;
    counted_.try_emplace(key, again).first->second.count += first->count;
}

base::Result<void> SecurityLog::flush() {
    std::vector<store::SecurityEvent> waiting;
    const auto hour = hourOf(clock_.now());
    {
        const std::scoped_lock lock(mutex_);
        for (auto& [key, event] : counted_)
            if (event.count > 0) {
                waiting.push_back(event);
                event.count = 0;
            }
        if (std::exchange(hour_, hour) != hour)
            strangers_.clear();
        std::erase_if(counted_, [&](const auto& entry) { return std::get<0>(entry.first) < hour; });
    }
    if (waiting.empty())
        return {};
    // In one transaction: what fails here is counted again by the next flush, so none of it may be kept.
    auto written = store_.write([&](store::Transaction& t) {
        return countAll(t, waiting).and_then([&] { return t.security().forgetBefore(hour - keptHours); });
    });
    if (!written) {
        const std::scoped_lock lock(mutex_);
        for (const auto& event : waiting) {
            const auto [at, isNew] =
                counted_.try_emplace({event.hour, event.code, event.device, event.operation}, event);
            if (!isNew)
                at->second.count += event.count;
        }
    }
    return written;
}

base::Result<std::vector<contract::SecurityEvent>> SecurityLog::events() {
    if (auto written = flush(); !written)
        return base::fail(written.error());
    return store::inRead<std::vector<contract::SecurityEvent>>(
        store_, [](store::Transaction& t) -> base::Result<std::vector<contract::SecurityEvent>> {
            const auto rows = t.security().events(mostEvents);
            if (!rows)
                return base::fail(rows.error());
            std::vector<contract::SecurityEvent> events;
            for (const auto& row : *rows)
                events.push_back({row.firstAt, row.lastAt, row.code, row.device, row.operation, row.count});
            return events;
        });
}

} // namespace vienlogs::server::app
