// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/pin_care.h"

#include "vienlogs/workflows/failures.h"

namespace vienlogs::workflows {

using ports::CardSession;
using ports::PinInput;
using ports::PinKind;

namespace {

base::Result<PinCare::Card> readCard(CardSession& session) {
    const auto identity = session.identity();
    if (!identity)
        return base::fail(identity.error());
    const auto pin1 = session.pinCounter(PinKind::Pin1);
    if (!pin1)
        return base::fail(pin1.error());
    const auto pin2 = session.pinCounter(PinKind::Pin2);
    if (!pin2)
        return base::fail(pin2.error());
    PinCare::Card card{
        .holder = identity->person, .pin1 = *pin1, .pin2 = *pin2, .puk = {}, .hasPad = session.hasPinPad()};
    if (const auto puk = session.pinCounter(PinKind::Puk))
        card.puk = *puk;
    return card;
}

base::Result<void> doJob(CardSession& session, const PinCare::Job& job, PinInput first, PinInput fresh) {
    return job.task == PinCare::Task::Change ? session.changePin(job.kind, first, fresh)
                                             : session.unblockPin(job.kind, first, fresh);
}

} // namespace

PinCare::PinCare(CardDesk& cards, ReaderRoles& roles, Login& login, Contact& contact, QObject* parent)
    : QObject(parent), cards_(cards), roles_(roles), login_(login), contact_(contact) {
    connect(&cards_, &CardDesk::cardInserted, this, &PinCare::onInserted);
    connect(&cards_, &CardDesk::cardRemoved, this, &PinCare::onRemoved);
    connect(&roles_, &ReaderRoles::changed, this, &PinCare::lookAtReader);
    connect(&login_, &Login::loggedOut, this, [this] {
        if (whose_ == Whose::Client)
            close(); // a locked desk works with no client's card
    });
}

bool PinCare::mayUse(Whose whose) const {
    return whose == Whose::Clerk ? !roles_.clerkReader().empty()
                                 : login_.isIn() && !roles_.clientReader().empty();
}

const std::string& PinCare::reader() const {
    return whose_ == Whose::Clerk ? roles_.clerkReader() : roles_.clientReader();
}

void PinCare::on(PinCareEvent event) {
    if (const auto next = follow(pinCareTable, state_, event))
        state_ = *next;
    Q_EMIT changed();
}

void PinCare::open(Whose whose) {
    if (!mayUse(whose))
        return;
    ++attempt_;
    whose_ = whose;
    card_.reset();
    forgetLast();
    on(PinCareEvent::Left);
    on(PinCareEvent::Opened);
    lookAtReader();
}

void PinCare::close() {
    ++attempt_;
    card_.reset();
    forgetLast();
    on(PinCareEvent::Left);
}

void PinCare::forgetLast() {
    done_ = false;
    failure_.reset();
    Q_EMIT changed();
}

void PinCare::lookAtReader() {
    if (state_ == PinCareState::Closed)
        return;
    if (reader().empty() || !cards_.cardIn(reader()))
        onRemoved(reader());
    else if (state_ == PinCareState::NoCard)
        onInserted(reader());
}

void PinCare::onInserted(const std::string& name) {
    if (state_ == PinCareState::Closed || name != reader())
        return;
    card_.reset();
    forgetLast();
    on(PinCareEvent::CardIn);
    read();
}

void PinCare::onRemoved(const std::string& name) {
    if (state_ == PinCareState::Closed || name != reader())
        return;
    const bool torn = state_ == PinCareState::Working || state_ == PinCareState::Reading;
    ++attempt_;
    card_.reset();
    forgetLast();
    if (torn)
        failure_ = base::Failure{codes::cardPulled};
    on(PinCareEvent::CardOut);
}

void PinCare::read() {
    cards_.with<Card>(this, reader(), readCard, [this, attempt = ++attempt_](const base::Result<Card>& card) {
        if (attempt == attempt_)
            take(card);
    });
}

void PinCare::take(const base::Result<Card>& card) {
    const auto& client = contact_.active() ? contact_.data().client.identifier : base::Identifier();
    std::optional<base::Failure> refused;
    if (!card)
        refused = card.error();
    else if (whose_ == Whose::Clerk)
        refused = refuseClerkCard(card->holder, client);
    else
        refused = refuseClientCard(card->holder, login_.clerk(), client);
    if (refused) {
        card_.reset();
        failure_ = refused;
        on(PinCareEvent::CardRefused);
        return;
    }
    card_ = *card;
    on(PinCareEvent::CardRead);
}

void PinCare::run(const Job& job, base::Secret first, base::Secret fresh) {
    begin(job, std::make_shared<Codes>(Codes{std::move(first), std::move(fresh)}));
}

void PinCare::runAtPad(const Job& job) {
    begin(job, nullptr);
}

void PinCare::begin(const Job& job, std::shared_ptr<Codes> codes) {
    if (state_ != PinCareState::Ready || !card_)
        return;
    forgetLast();
    job_ = job;
    on(PinCareEvent::Asked);
    cards_.with<bool>(
        this, reader(),
        [job, codes = std::move(codes), holder = card_->holder](CardSession& session) -> base::Result<bool> {
            // Another card may lie there by now; its tries are not this person's to use up.
            const auto identity = session.identity();
            if (!identity)
                return base::fail(identity.error());
            if (identity->person != holder)
                return base::fail(codes::cardPulled);
            const auto done = codes ? doJob(session, job, codes->first, codes->fresh)
                                    : doJob(session, job, PinInput::atPad(), PinInput::atPad());
            return done.map([] { return true; });
        },
        [this, attempt = ++attempt_](const base::Result<bool>& answer) {
            if (attempt == attempt_)
                takeAnswer(answer);
        });
}

void PinCare::takeAnswer(const base::Result<bool>& answer) {
    done_ = answer.has_value();
    if (!answer)
        failure_ = answer.error();
    if (done_)
        Q_EMIT pinsRenewed(reader());
    on(PinCareEvent::Answered);
    read(); // how many tries are left now
}

} // namespace vienlogs::workflows
