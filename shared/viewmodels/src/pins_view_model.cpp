// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/pins_view_model.h"

#include <array>

#include "texts.h"
#include "vienlogs/workflows/pin_care.h"

namespace vienlogs::viewmodels {

using ports::PinKind;
using workflows::PinCare;
using workflows::PinCareState;

namespace {

constexpr std::array<PinCare::Job, 4> jobs{{{PinCare::Task::Change, PinKind::Pin1},
                                            {PinCare::Task::Change, PinKind::Pin2},
                                            {PinCare::Task::Unblock, PinKind::Pin1},
                                            {PinCare::Task::Unblock, PinKind::Pin2}}};
// Of Latvian eID cards.
constexpr int shortestPin1 = 4, shortestPin2 = 6, shortestPuk = 8, longest = 12;

int shortestOf(PinKind kind) {
    return kind == PinKind::Pin1 ? shortestPin1 : shortestPin2;
}

} // namespace

PinsViewModel::PinsViewModel(PinCare& pins, QObject* parent) : ViewModel(parent), pins_(pins) {
    connect(&pins_, &PinCare::changed, this, &PinsViewModel::refresh);
}

void PinsViewModel::refresh() {
    // Whoever's card comes next chooses anew.
    if (pins_.state() == PinCareState::Closed || pins_.state() == PinCareState::NoCard)
        typing_ = false;
    if (!pins_.card() || pins_.done())
        task_ = -1;
    Q_EMIT changed();
}

PinsViewModel::State PinsViewModel::state() const {
    switch (pins_.state()) {
    case PinCareState::Closed:
    case PinCareState::NoCard:
        return State::NoCard;
    case PinCareState::Reading:
        return State::Reading;
    case PinCareState::Unusable:
        return State::Unusable;
    case PinCareState::Ready:
        return State::Ready;
    case PinCareState::Working:
        return State::Working;
    }
    return State::NoCard;
}

PinsViewModel::Whose PinsViewModel::whose() const {
    return pins_.whose() == PinCare::Whose::Clerk ? Whose::Clerk : Whose::Client;
}

bool PinsViewModel::clientToo() const {
    return pins_.mayUse(PinCare::Whose::Client);
}

QString PinsViewModel::prompt() const {
    switch (state()) {
    case State::NoCard:
        return whose() == Whose::Clerk ? tr("Put your card into your reader.")
                                       : tr("Put the client's card into the client's reader.");
    case State::Reading:
        return tr("Reading the card…");
    case State::Working:
        return atPad() ? tr("The codes are entered with the reader's keys now. Its cancel key stops it.")
                       : tr("The card is at work…");
    case State::Unusable:
    case State::Ready:
        break;
    }
    const auto& card = pins_.card();
    return card && card->puk && card->puk->left == 0
               ? tr("The PUK of this card is blocked. A blocked PIN cannot be opened any more; PMLP issues a "
                    "new card.")
               : QString();
}

std::vector<PinsViewModel::Task> PinsViewModel::tasks() const {
    const auto& card = pins_.card();
    if (!card)
        return {};
    const auto left = [](const ports::PinCounter& counter) {
        return counter.left > 0 ? tr("%n tries left", nullptr, counter.left) : tr("Blocked");
    };
    const bool pukWorks = !card->puk || card->puk->left > 0;
    const QString puk = !card->puk ? QString() : tr("PUK: %1").arg(left(*card->puk));
    return {{tr("Change PIN1"), left(card->pin1), card->pin1.left > 0},
            {tr("Change PIN2"), left(card->pin2), card->pin2.left > 0},
            {tr("Unblock PIN1 with the PUK"), puk, pukWorks},
            {tr("Unblock PIN2 with the PUK"), puk, pukWorks}};
}

PinsViewModel::Entry PinsViewModel::entry() const {
    if (task_ < 0)
        return {};
    const auto job = jobs[static_cast<std::size_t>(task_)];
    const bool change = job.task == PinCare::Task::Change;
    const QString pin = job.kind == PinKind::Pin1 ? QStringLiteral("PIN1") : QStringLiteral("PIN2");
    const int shortest = shortestOf(job.kind);
    const bool client = whose() == Whose::Client;
    Entry entry{
        .first = change ? tr("Current %1").arg(pin) : QStringLiteral("PUK"),
        .fresh = tr("New %1").arg(pin),
        .again = tr("New %1 once more").arg(pin),
        .rules =
            tr("%1: %2 to %3 digits. No birth date, no row of digits.").arg(pin).arg(shortest).arg(longest),
        .shortestFirst = change ? shortest : shortestPuk,
        .shortestFresh = shortest};
    if (atPad())
        entry.instruction = client
                                ? tr("Ask the client to enter the codes with the reader's keys. The reader "
                                     "asks for the new one twice.")
                                : tr("Enter the codes with the reader's keys. It asks for the new one "
                                     "twice.");
    else
        entry.instruction = client ? tr("Ask the client to enter the codes and do not look.")
                                   : tr("Enter the codes so that nobody sees them.");
    return entry;
}

bool PinsViewModel::hasPad() const {
    return pins_.card() && pins_.card()->hasPad;
}

QString PinsViewModel::doneText() const {
    if (!pins_.done())
        return {};
    const bool first = pins_.job().kind == PinKind::Pin1;
    if (pins_.job().task == PinCare::Task::Change)
        return first ? tr("PIN1 is changed.") : tr("PIN2 is changed.");
    return first ? tr("PIN1 is unblocked.") : tr("PIN2 is unblocked.");
}

FailureView PinsViewModel::failure() const {
    return pins_.failure() ? view(*pins_.failure()) : FailureView{};
}

void PinsViewModel::use(Whose whose) {
    task_ = -1;
    typing_ = false;
    pins_.open(whose == Whose::Clerk ? PinCare::Whose::Clerk : PinCare::Whose::Client);
}

void PinsViewModel::choose(int task) {
    const auto known = tasks();
    if (state() != State::Ready || task < 0 || task >= static_cast<int>(known.size()) ||
        !known[static_cast<std::size_t>(task)].enabled)
        return;
    pins_.forgetLast();
    task_ = task;
    Q_EMIT changed();
}

void PinsViewModel::setTyping(bool typing) {
    typing_ = typing;
    Q_EMIT changed();
}

void PinsViewModel::submit(const QString& first, const QString& fresh) {
    if (task_ >= 0)
        pins_.run(jobs[static_cast<std::size_t>(task_)], secretOf(first), secretOf(fresh));
}

void PinsViewModel::submitAtPad() {
    if (task_ >= 0)
        pins_.runAtPad(jobs[static_cast<std::size_t>(task_)]);
}

void PinsViewModel::leave() {
    pins_.close();
    Q_EMIT left();
}

} // namespace vienlogs::viewmodels
