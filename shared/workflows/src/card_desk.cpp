// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/card_desk.h"

#include <algorithm>

namespace vienlogs::workflows {

namespace {

/// The port's own code for a card that is no longer there.
constexpr base::FailureCode cardPulled{"VL-CARD-0003"};

const ports::ReaderState* find(const std::vector<ports::ReaderState>& readers, const std::string& name) {
    const auto found =
        std::find_if(readers.begin(), readers.end(), [&](const auto& r) { return r.name == name; });
    return found == readers.end() ? nullptr : &*found;
}

} // namespace

base::Result<ports::CardSession*> CardDesk::Cards::open(const std::string& reader) {
    if (const auto known = sessions.find(reader); known != sessions.end())
        return known->second.get();
    auto opened = readers.open(reader);
    if (!opened)
        return base::fail(opened.error());
    return (sessions[reader] = std::move(*opened)).get();
}

void CardDesk::Cards::forgetIfPulled(const std::string& reader, const base::Failure& failure) {
    if (failure.code == cardPulled)
        sessions.erase(reader);
}

CardDesk::CardDesk(ports::CardReaders& readers, Executor& executor, QObject* parent)
    : QObject(parent), source_(readers), executor_(executor), cards_(std::make_shared<Cards>(readers)) {}

CardDesk::~CardDesk() {
    source_.stop();
    // Cards are closed where they were used; the executor outlives this object.
    executor_.post([cards = std::move(cards_)] { cards->sessions.clear(); });
}

void CardDesk::start() {
    source_.watch([this](const base::Result<std::vector<ports::ReaderState>>& now) {
        QMetaObject::invokeMethod(
            this, [this, now] { take(now); }, Qt::QueuedConnection);
    });
}

bool CardDesk::has(const std::string& reader) const {
    return find(readers_, reader) != nullptr;
}

bool CardDesk::cardIn(const std::string& reader) const {
    const auto* state = find(readers_, reader);
    return state && state->cardPresent;
}

void CardDesk::identify(QObject* context, const std::string& reader, Done<ports::CardIdentity> done) {
    executor_.post([cards = cards_, reader] { cards->sessions.erase(reader); });
    with<ports::CardIdentity>(
        context, reader, [](ports::CardSession& card) { return card.identity(); }, std::move(done));
}

void CardDesk::take(const base::Result<std::vector<ports::ReaderState>>& now) {
    const auto before = std::exchange(readers_, now ? *now : std::vector<ports::ReaderState>{});
    const bool wasAway = std::exchange(serviceAway_, !now);
    Q_EMIT readersChanged();
    for (const auto& old : before)
        if (old.cardPresent && !cardIn(old.name)) {
            executor_.post([cards = cards_, name = old.name] { cards->sessions.erase(name); });
            Q_EMIT cardRemoved(old.name);
        }
    for (const auto& old : before)
        if (now && !has(old.name))
            Q_EMIT readerUnplugged(old.name);
    for (const auto& reader : std::vector(readers_)) {
        const auto* old = find(before, reader.name);
        if (reader.cardPresent && !(old && old->cardPresent))
            Q_EMIT cardInserted(reader.name);
    }
    // Last: what went with the service must not hide why it went.
    if (!now)
        Q_EMIT serviceFailed(now.error());
    else if (wasAway)
        Q_EMIT serviceReturned();
}

} // namespace vienlogs::workflows
