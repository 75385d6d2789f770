// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "register_health.h"

namespace vienlogs::server::gateway {

HealthOfRegister::HealthOfRegister(const RegisterDescription& description)
    : failuresToPause_(description.failuresToPause),
      pause_(description.pause), health_{description.id, description.name, description.owner} {}

bool HealthOfRegister::mayCall(Moment now) {
    const std::lock_guard lock(mutex_);
    if (failures_ < failuresToPause_)
        return true;
    if (now < pausedUntil_ || trying_)
        return false;
    trying_ = true;
    return true;
}

void HealthOfRegister::done(const RegisterAnswer& answer, base::Timestamp at, Moment now) {
    const std::lock_guard lock(mutex_);
    trying_ = false;
    health_.state = answer.state;
    health_.latency = answer.latency;
    health_.at = at;
    health_.closedUntil = answer.closedUntil;
    const bool failed = answer.state == AnswerState::Down || answer.state == AnswerState::Invalid;
    failures_ = failed ? failures_ + 1 : 0;
    if (failures_ >= failuresToPause_)
        pausedUntil_ = now + pause_;
}

RegisterHealth HealthOfRegister::snapshot(Moment now) const {
    const std::lock_guard lock(mutex_);
    auto health = health_;
    health.paused = failures_ >= failuresToPause_ && now < pausedUntil_;
    return health;
}

} // namespace vienlogs::server::gateway
