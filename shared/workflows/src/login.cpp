// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/login.h"

#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/ports/local_store.h"
#include "vienlogs/ports/net_failures.h"
#include "vienlogs/workflows/failures.h"
#include "vienlogs/workflows/pin_tries.h"

namespace vienlogs::workflows {

namespace {

/// A server that cannot prove itself is as good as none, and often only the clock is wrong. A device that the
/// server refuses is another matter.
bool isAway(const base::Failure& failure) {
    return ports::net::isConnectionFailure(failure) && failure.code != ports::net::deviceRefused;
}

/// Where a clerk's last session is kept; the identifier itself is not in the key.
std::string keyOf(const base::Identifier& clerk) {
    return "clerk." + digest::toHex(digest::sha256(clerk.toString()));
}

/// Bytes nobody can have had signed before, for a proof without the server.
base::Bytes localChallenge(const base::Clock& clock) {
    base::Bytes bytes = base::bytesOf("vienlogs-offline\n");
    for (int i = 0; i < 3; ++i) {
        const auto random = base::Ulid::make(clock);
        bytes.insert(bytes.end(), random.bytes().begin(), random.bytes().end());
    }
    return bytes;
}

} // namespace

base::Result<base::Bytes> loginBytes(const std::string& place, const std::string& challenge) {
    const auto raw = base::fromBase64(challenge);
    if (!raw)
        return base::fail(base::codes::invalidArgument, "login challenge");
    base::Bytes bytes = base::bytesOf("vienlogs-login\n" + place + "\n");
    bytes.insert(bytes.end(), raw->begin(), raw->end());
    return bytes;
}

Login::Login(CardDesk& cards, ReaderRoles& roles, Acts& acts, ports::ApiClient& api, QObject* parent)
    : QObject(parent), cards_(cards), roles_(roles), acts_(acts), api_(api) {
    connect(&cards_, &CardDesk::readersChanged, this, &Login::lookAtReader);
    connect(&roles_, &ReaderRoles::changed, this, &Login::lookAtReader);
    connect(&cards_, &CardDesk::cardInserted, this, &Login::onInserted);
    connect(&cards_, &CardDesk::cardRemoved, this, &Login::onRemoved);
}

bool Login::on(LoginEvent event) {
    const auto next = follow(loginTable, state_, event);
    if (!next)
        return false;
    const bool wasIn = isIn();
    state_ = *next;
    // The clerk stays named in the acts: a payment that is under way ends as theirs.
    if (wasIn && !isIn())
        Q_EMIT loggedOut();
    Q_EMIT changed();
    return true;
}

void Login::forget() {
    ++attempt_;
    card_.reset();
    triesLeft_.reset();
    hasPad_ = false;
    failure_.reset();
}

void Login::lookAtReader() {
    if (byAccount())
        return;
    const auto& reader = roles_.clerkReader();
    if (reader.empty() || !cards_.has(reader)) {
        forget();
        on(LoginEvent::ReaderLost);
        return;
    }
    // Another reader became the clerk's: what was read from the old one does not count.
    if (state_ == LoginState::NoReader)
        on(LoginEvent::ReaderFound);
    if (state_ == LoginState::NoCard && cards_.cardIn(reader))
        onInserted(reader);
    else if (state_ != LoginState::NoCard && !cards_.cardIn(reader))
        onRemoved(reader);
}

void Login::onInserted(const std::string& reader) {
    if (reader != roles_.clerkReader() || !on(LoginEvent::CardInserted))
        return;
    Q_EMIT settled(codes::clerkCardRemoved);
    readCard();
}

void Login::onRemoved(const std::string& reader) {
    if (reader != roles_.clerkReader() || byAccount())
        return;
    const bool locked = isIn();
    const bool torn = state_ == LoginState::ReadingCard || state_ == LoginState::Checking ||
                      (failure_ && failure_->code == codes::cardPulled);
    forget();
    if (torn)
        failure_ = base::Failure{codes::cardPulled};
    on(LoginEvent::CardRemoved);
    if (locked)
        Q_EMIT failed({codes::clerkCardRemoved});
}

void Login::readCard() {
    forget();
    cards_.identify(this, roles_.clerkReader(),
                    [this, attempt = attempt_](const base::Result<ports::CardIdentity>& identity) {
                        if (attempt == attempt_)
                            takeCard(identity);
                    });
}

void Login::takeCard(const base::Result<ports::CardIdentity>& identity) {
    if (!identity) {
        fail(LoginEvent::CardRefused, identity.error());
        return;
    }
    if (const auto refused = refuseClerkCard(identity->person, client_)) {
        fail(LoginEvent::CardRefused, *refused);
        return;
    }
    card_ = *identity;
    on(LoginEvent::CardRead);
    cards_.with<bool>(
        this, roles_.clerkReader(),
        [](ports::CardSession& card) -> base::Result<bool> { return card.hasPinPad(); },
        [this, attempt = attempt_](const base::Result<bool>& pad) {
            if (attempt != attempt_)
                return;
            hasPad_ = pad && *pad;
            Q_EMIT changed();
        });
    countTries();
}

void Login::pinRenewed() {
    if (failure_ && failure_->code == codes::pinBlocked && on(LoginEvent::CardInserted))
        readCard();
    else if (state_ == LoginState::PinNeeded)
        countTries();
}

void Login::countTries() {
    cards_.with<ports::PinCounter>(
        this, roles_.clerkReader(),
        [](ports::CardSession& card) { return card.pinCounter(ports::PinKind::Pin1); },
        [this, attempt = attempt_](const base::Result<ports::PinCounter>& counter) {
            if (attempt != attempt_ || !counter)
                return;
            triesLeft_ = counter->left;
            if (counter->left == 0)
                fail(LoginEvent::CardRefused, {codes::pinBlocked});
            else
                Q_EMIT changed();
        });
}

void Login::fail(LoginEvent event, const base::Failure& failure) {
    failure_ = failure;
    if (!on(event))
        Q_EMIT changed();
}

void Login::enterPin(base::Secret pin) {
    begin(std::make_shared<base::Secret>(std::move(pin)));
}

void Login::enterAtPad() {
    if (hasPad_)
        begin(nullptr);
}

/// Without a PIN it is entered at the pad.
void Login::begin(std::shared_ptr<base::Secret> secret) {
    atPad_ = !secret;
    if (!card_ || !on(LoginEvent::PinEntered))
        return;
    failure_.reset();
    api_.requestChallenge([this, guard = QPointer(this), secret = std::move(secret),
                           attempt = ++attempt_](const base::Result<contract::LoginChallenge>& challenge) {
        if (!guard || attempt != attempt_)
            return;
        if (challenge) {
            prove(secret, *challenge);
        } else if (isAway(challenge.error())) {
            serverAway_ = challenge.error();
            prove(secret, std::nullopt);
        } else {
            fail(LoginEvent::ServerRefused, challenge.error());
        }
    });
}

void Login::prove(std::shared_ptr<base::Secret> pin,
                  const std::optional<contract::LoginChallenge>& challenge) {
    const auto bytes = challenge ? loginBytes(acts_.place(), challenge->challenge)
                                 : base::Result<base::Bytes>(localChallenge(acts_.clock()));
    if (!bytes) {
        fail(LoginEvent::ServerRefused, bytes.error());
        return;
    }
    cards_.with<ports::CardSignature>(
        this, roles_.clerkReader(),
        [pin = std::move(pin),
         bytes = *bytes](ports::CardSession& card) -> base::Result<ports::CardSignature> {
            const auto input = pin ? ports::PinInput(*pin) : ports::PinInput::atPad();
            if (const auto verified = card.verifyPin(ports::PinKind::Pin1, input); !verified)
                return base::fail(verified.error());
            return card.authenticate(bytes);
        },
        [this, challenge, attempt = attempt_](const base::Result<ports::CardSignature>& proof) {
            if (attempt == attempt_)
                takeProof(proof, challenge, serverAway_);
        });
}

void Login::takeProof(const base::Result<ports::CardSignature>& proof,
                      const std::optional<contract::LoginChallenge>& challenge,
                      const base::Failure& serverAway) {
    if (!proof) {
        const bool wrong = proof.error().code == codes::pinWrong;
        if (wrong)
            triesLeft_ = triesIn(proof.error());
        const bool again = wrong || notEntered(proof.error());
        fail(again ? LoginEvent::PinWrong : LoginEvent::CardRefused, proof.error());
        return;
    }
    provedBy_ = digest::toHex(digest::sha256(std::span<const std::uint8_t>(proof->certificate)));
    if (challenge)
        openSession(*challenge, *proof);
    else
        fail(LoginEvent::ServerAway, serverAway);
}

void Login::openSession(const contract::LoginChallenge& challenge, const ports::CardSignature& proof) {
    const contract::LoginRequest request{.challengeId = challenge.id,
                                         .place = acts_.place(),
                                         .certificate = base::toBase64(proof.certificate),
                                         .algorithm = proof.algorithm,
                                         .signature = base::toBase64(proof.value)};
    api_.login(request, [this, guard = QPointer(this),
                         attempt = attempt_](const base::Result<contract::Session>& session) {
        if (guard && attempt == attempt_)
            takeSession(session);
    });
}

void Login::takeSession(const base::Result<contract::Session>& session) {
    if (!session) {
        const bool away = isAway(session.error());
        fail(away ? LoginEvent::ServerAway : LoginEvent::ServerRefused, session.error());
        return;
    }
    clerk_ = card_->person;
    auto kept = *session;
    kept.token.clear(); // a token is never on disk
    acts_.store().post([key = keyOf(clerk_), text = contract::encode(kept)](ports::LocalStore& store) {
        (void)store.setValue(key, text); // without it only offline work is refused
    });
    admit(*session, LoginEvent::Accepted);
}

void Login::enterByAccount(const contract::Session& session) {
    if (isIn())
        return;
    forget(); // a card that is being asked answers too late
    clerk_ = {};
    admit(session, LoginEvent::AccountAccepted);
}

void Login::recogniseClerk(QObject* context, const base::Identifier& holder, std::function<void(bool)> done) {
    acts_.store().run(
        context, [key = keyOf(holder)](ports::LocalStore& store) { return store.value(key); },
        [this, holder, done = std::move(done)](const base::Result<std::optional<std::string>>& kept) {
            const auto known = kept && *kept
                                   ? contract::decode<contract::Session>(**kept)
                                   : base::Result<contract::Session>(base::fail(codes::offlineNotKnown));
            const bool own = byAccount() && session_ && known && known->clerkId == session_->clerkId;
            if (own)
                clerk_ = holder;
            done(own);
        });
}

void Login::admit(const contract::Session& session, LoginEvent event) {
    const bool wasIn = isIn();
    session_ = session;
    offline_ = false;
    acts_.setClerk(session.clerkId);
    failure_.reset();
    on(event);
    Q_EMIT sessionOpened();
    if (!wasIn)
        Q_EMIT loggedIn();
    Q_EMIT changed();
}

void Login::workOffline() {
    if (state_ != LoginState::OfflineOffered || !card_ || std::exchange(offlineAsked_, attempt_) == attempt_)
        return; // also when asked twice: one login is one record
    acts_.store().run(
        this, [key = keyOf(card_->person)](ports::LocalStore& store) { return store.value(key); },
        [this, attempt = attempt_](const base::Result<std::optional<std::string>>& kept) {
            if (attempt != attempt_ || state_ != LoginState::OfflineOffered)
                return;
            const auto session = kept && *kept
                                     ? contract::decode<contract::Session>(**kept)
                                     : base::Result<contract::Session>(base::fail(codes::offlineNotKnown));
            if (!session || session->place != acts_.place()) {
                fail(LoginEvent::ServerRefused, {codes::offlineNotKnown});
                return;
            }
            goOnOffline(*session);
        });
}

/// In only once it is on record.
void Login::goOnOffline(const contract::Session& session) {
    acts_.setClerk(session.clerkId);
    acts_.record(this, acts_.newId(), domain::cases::LogInOffline{provedBy_},
                 [this, session, attempt = attempt_](const base::Result<domain::cases::Command>& recorded) {
                     if (attempt != attempt_ || state_ != LoginState::OfflineOffered)
                         return;
                     if (!recorded) {
                         fail(LoginEvent::ServerRefused, recorded.error());
                         return;
                     }
                     session_ = session;
                     clerk_ = card_->person;
                     offline_ = true;
                     failure_.reset();
                     on(LoginEvent::Accepted);
                     Q_EMIT loggedIn();
                 });
}

void Login::renew() {
    if (byAccount()) {
        logout();
        Q_EMIT failed({codes::accountSessionOver});
        return;
    }
    if (!isIn() || !card_)
        return;
    api_.requestChallenge([this, guard = QPointer(this),
                           attempt = ++attempt_](const base::Result<contract::LoginChallenge>& challenge) {
        if (!guard || attempt != attempt_ || !challenge)
            return;
        const auto bytes = loginBytes(acts_.place(), challenge->challenge);
        if (!bytes)
            return;
        cards_.with<ports::CardSignature>(
            this, roles_.clerkReader(),
            [bytes = *bytes](ports::CardSession& card) { return card.authenticate(bytes); },
            [this, attempt, challenge = *challenge](const base::Result<ports::CardSignature>& proof) {
                if (attempt != attempt_ || !isIn())
                    return;
                if (proof)
                    openSession(challenge, *proof);
                else
                    logout(); // the card wants its PIN again; the contact stays
            });
    });
}

void Login::logout() {
    ++attempt_;
    api_.logout([](const base::Result<void>&) {}); // the server forgets a silent session by itself
    on(LoginEvent::LoggedOut);
    lookAtReader(); // who was in by an account may have a card there
}

} // namespace vienlogs::workflows
