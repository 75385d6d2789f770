// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/audit_stamps.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "vienlogs/contract/codec.h"

namespace vienlogs::server::app {

namespace {

using contract::AuditHead;
using contract::AuditStampState;
using namespace std::chrono_literals;

constexpr std::chrono::seconds firstBackOff = 30s;
constexpr std::chrono::seconds longestBackOff = 15min;

/// When a record was written, as it says itself.
std::optional<base::Timestamp> timeOf(const store::AuditRow& row) {
    const auto json = contract::parseJson(row.leaf);
    return json && json->is_object() ? base::fromRfc3339(json->value("at", std::string())) : std::nullopt;
}

} // namespace

base::Result<AuditStampState> stampStateOf(store::Store& store) {
    return store::inRead<AuditStampState>(store, [](store::Transaction& t) -> base::Result<AuditStampState> {
        const auto size = t.audit().size();
        auto newest = t.stamps().newest();
        if (!size || !newest)
            return base::fail(size ? newest.error() : size.error());
        const auto covered = *newest ? (*newest)->head.size : 0;
        AuditStampState state{.records = *size, .waiting = *size - covered, .newest = std::move(*newest)};
        if (state.waiting == 0)
            return state;
        const auto first = t.audit().rows(covered, 1);
        if (!first)
            return base::fail(first.error());
        if (!first->empty())
            state.waitingSince = timeOf(first->front());
        return state;
    });
}

base::Result<AuditStampState> AuditStamper::state() const {
    auto state = stampStateOf(store_);
    if (!state)
        return state;
    state->isConfigured = service_ != nullptr;
    const std::scoped_lock lock(mutex_);
    state->failure = failure_;
    return state;
}

base::Result<std::optional<AuditHead>> AuditStamper::due() const {
    using Due = std::optional<AuditHead>;
    return store::inRead<Due>(store_, [&](store::Transaction& t) -> base::Result<Due> {
        auto head = t.audit().head();
        const auto newest = t.stamps().newest();
        if (!head || !newest)
            return base::fail(head ? newest.error() : head.error());
        if (!*head || (*newest && (*newest)->head.size >= (*head)->size))
            return Due();
        // A clock that was set back must not stop the stamps.
        const auto now = clock_.now();
        const bool isTime = !*newest || now - (*newest)->at >= options_.every || (*newest)->at - now > 1h;
        return isTime ? std::move(*head) : Due();
    });
}

base::Result<void> AuditStamper::stamp(const AuditHead& head) {
    const auto question = timestamp::Question::make(contract::auditStampText(head), options_.policy);
    if (!question)
        return base::fail(question.error());
    const auto stamp = service_->ask(question->der()).and_then([&](const auto& answer) {
        return options_.authority.check(*question, answer, clock_.now());
    });
    if (!stamp)
        return base::fail(stamp.error());
    const contract::AuditStamp kept{head, stamp->at, base::toBase64(stamp->token)};
    return store_.write([&](store::Transaction& t) { return t.stamps().add(kept); });
}

void AuditStamper::note(const base::Result<void>& outcome) {
    backOff_ = outcome ? 0s : std::clamp(backOff_ * 2, firstBackOff, longestBackOff);
    nextTry_ = clock_.steadyNow() + backOff_;
    const std::scoped_lock lock(mutex_);
    failure_ = outcome ? std::string_view() : outcome.error().code.text;
}

base::Result<AuditStamper::Step> AuditStamper::run() {
    if (!service_ || clock_.steadyNow() < nextTry_)
        return Step::Nothing;
    const auto head = due();
    if (head && !*head)
        return Step::Nothing;
    const auto done = head ? stamp(**head) : base::Result<void>(base::fail(head.error()));
    note(done);
    return done.map([] { return Step::Stamped; });
}

} // namespace vienlogs::server::app
