// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sync/audit_watch.h"

#include <chrono>

#include "vienlogs/contract/audit_check.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/sync/failures.h"

namespace vienlogs::sync {

namespace {

using namespace std::chrono_literals;
constexpr auto every = 10min;

bool isAlarm(const base::Failure& failure) {
    return failure.code == contract::codes::auditAltered || failure.code == contract::codes::auditUnsigned;
}

} // namespace

AuditWatch::AuditWatch(StoreThread& store, ports::AuditSource& source) : store_(store), source_(source) {
    timer_.setInterval(every);
    connect(&timer_, &QTimer::timeout, this, &AuditWatch::run);
}

void AuditWatch::start() {
    timer_.start();
    run();
}

void AuditWatch::stop() {
    timer_.stop();
    running_ = false;
    ++turn_;
}

void AuditWatch::run() {
    if (std::exchange(running_, true))
        return;
    store_.run(
        this, [](ports::LocalStore& store) { return store.value(pinKey); },
        [this, turn = turn_](const base::Result<std::optional<std::string>>& text) {
            if (turn != turn_)
                return;
            if (!text) {
                running_ = false;
                return;
            }
            const auto pinned = contract::decode<contract::AuditHeads>(text->value_or(std::string()));
            if (pinned) {
                check(*pinned);
                return;
            }
            if (*text) { // what was seen can be proved no more: not to be passed over
                setAside(**text);
                Q_EMIT alarmed({codes::auditPinLost});
            }
            pinFirst();
        });
}

void AuditWatch::pinFirst() {
    source_.auditHeads([self = QPointer<AuditWatch>(this), turn = turn_](const auto& heads) {
        if (!self || self->turn_ != turn)
            return;
        self->running_ = false;
        const auto good = heads.and_then(&contract::checkAuditHeads);
        if (good)
            self->keep(*heads);
        else if (isAlarm(good.error()))
            Q_EMIT self->alarmed(good.error());
    });
}

void AuditWatch::check(const contract::AuditHeads& pinned) {
    source_.auditConsistency(
        pinned.head.size, [self = QPointer<AuditWatch>(this), turn = turn_, pinned](const auto& answer) {
            if (!self || self->turn_ != turn)
                return;
            self->running_ = false;
            const auto good =
                answer.and_then([&](const auto& a) { return contract::checkAuditGrowth(pinned, a); });
            if (good)
                self->keep({answer->head, answer->keys});
            else if (isAlarm(good.error()))
                self->alarm(pinned, good.error());
        });
}

void AuditWatch::keep(const contract::AuditHeads& heads) {
    store_.run(
        this,
        [text = contract::encode(heads)](ports::LocalStore& store) { return store.setValue(pinKey, text); },
        [this, size = heads.head.size](const base::Result<void>& kept) {
            if (kept)
                Q_EMIT confirmed(size);
        });
}

void AuditWatch::alarm(const contract::AuditHeads& pinned, const base::Failure& why) {
    timer_.stop();
    setAside(contract::encode(pinned));
    Q_EMIT alarmed(why);
}

void AuditWatch::setAside(const std::string& pin) {
    store_.post([pin](ports::LocalStore& store) {
        // The evidence first: a pin that is gone without it would be a trace less.
        if (store.setValue(evidenceKey, pin))
            static_cast<void>(store.removeValue(pinKey));
    });
}

} // namespace vienlogs::sync
