// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/identification.h"

#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/workflows/failures.h"
#include "vienlogs/workflows/pin_tries.h"

namespace vienlogs::workflows {

namespace {

constexpr std::size_t challengeBytes = 48;
constexpr int askAgainMs = 15000; // while the issuer cannot be reached

base::Bytes freshChallenge(const base::Clock& clock) {
    base::Bytes bytes;
    while (bytes.size() < challengeBytes) {
        const auto random = base::Ulid::make(clock);
        bytes.insert(bytes.end(), random.bytes().begin(), random.bytes().end());
    }
    return bytes;
}

} // namespace

Identification::Identification(CardDesk& cards, ReaderRoles& roles, Login& login, Contact& contact,
                               Executor& checker, IssuerCheck check, QObject* parent)
    : QObject(parent), cards_(cards), roles_(roles), login_(login), contact_(contact), checker_(checker),
      check_(std::move(check)) {
    askAgain_.setSingleShot(true);
    askAgain_.setInterval(askAgainMs);
    connect(&askAgain_, &QTimer::timeout, this, &Identification::askIssuer);
    connect(&cards_, &CardDesk::cardInserted, this, &Identification::onInserted);
    connect(&cards_, &CardDesk::cardRemoved, this, &Identification::onRemoved);
    connect(&contact_, &Contact::restored, this, &Identification::lookAtReader);
    connect(&roles_, &ReaderRoles::changed, this, &Identification::lookAtReader);
    connect(&contact_, &Contact::clientChanged, this, [this] {
        if (measuring_ && contact_.active()) {
            measuring_ = false;
            Q_EMIT identified(sinceInsertion_.elapsed());
        }
        if (!contact_.active()) {
            askAgain_.stop();
            word_ = IssuerWord::NotAsked;
        }
    });
    connect(&contact_, &Contact::changed, this, [this] {
        if (word_ == IssuerWord::NotAsked) // it can be: the card's certificate is on record now
            askIssuer();
    });
}

void Identification::on(ClientCardEvent event) {
    if (const auto next = follow(clientCardTable, state_, event))
        state_ = *next;
    Q_EMIT changed();
}

void Identification::clear() {
    ++attempt_;
    otherClient_ = false;
    proving_ = false;
    hasPad_ = false;
    measuring_ = false;
    triesLeft_.reset();
    identity_.reset();
}

void Identification::lookAtReader() {
    const auto& reader = roles_.clientReader();
    if (reader.empty() || !cards_.cardIn(reader)) {
        clear();
        on(ClientCardEvent::Removed);
    } else if (state_ != ClientCard::Reading && !(cardLeft() && readFrom_ == reader)) {
        onInserted(reader);
    }
}

void Identification::onInserted(const std::string& reader) {
    if (!login_.isIn() || !contact_.ready())
        return;
    if (reader == roles_.clerkReader() || reader != roles_.clientReader())
        return; // the clerk's reader is the login's
    clear();
    settle();
    Q_EMIT settled(codes::cardPulled); // whoever told it: the signing does, too
    sinceInsertion_.start();
    measuring_ = true;
    on(ClientCardEvent::Inserted);
    cards_.identify(this, reader,
                    [this, attempt = attempt_](const base::Result<ports::CardIdentity>& identity) {
                        if (attempt == attempt_)
                            take(identity);
                    });
}

void Identification::onRemoved(const std::string& reader) {
    if (reader != roles_.clientReader())
        return;
    const bool torn = state_ == ClientCard::Reading || proving_;
    clear();
    on(ClientCardEvent::Removed);
    if (torn)
        tell({codes::cardPulled});
    else if (told_ != codes::cardPulled) // that one is over when a card is back
        settle();
}

void Identification::refuse(const base::Failure& failure) {
    measuring_ = false;
    on(ClientCardEvent::Refused);
    tell(failure);
}

void Identification::tell(const base::Failure& failure) {
    told_ = failure.code;
    Q_EMIT failed(failure);
}

void Identification::settle() {
    if (const auto code = std::exchange(told_, std::nullopt))
        Q_EMIT settled(*code);
}

void Identification::take(const base::Result<ports::CardIdentity>& identity) {
    if (!login_.isIn()) {
        clear();
        on(ClientCardEvent::Removed);
        return;
    }
    if (!identity) {
        refuse(identity.error());
        return;
    }
    const auto& client = contact_.active() ? contact_.data().client.identifier : base::Identifier();
    if (const auto refused = refuseClientCard(identity->person, login_.clerk(), client)) {
        otherClient_ = refused->code == codes::otherClientCard;
        refuse(*refused);
        return;
    }
    if (!login_.byAccount()) {
        accept(*identity);
        return;
    }
    login_.recogniseClerk(this, identity->person, [this, identity = *identity, attempt = attempt_](bool own) {
        if (attempt != attempt_ || !login_.isIn())
            return;
        if (own)
            refuse({codes::clerkCardAtClient});
        else
            accept(identity);
    });
}

void Identification::accept(const ports::CardIdentity& identity) {
    const auto& client = contact_.active() ? contact_.data().client.identifier : base::Identifier();
    if (!client.isNobody() && contact_.data().evidence.revoked) {
        refuse({codes::cardRevoked});
        return;
    }
    identity_ = identity;
    readFrom_ = roles_.clientReader();
    on(ClientCardEvent::Accepted);
    begin();
    askForPad();
    askIssuer(); // in a contact that goes on; else once it has begun
}

void Identification::askForPad() {
    cards_.with<bool>(
        this, readFrom_, [](ports::CardSession& card) -> base::Result<bool> { return card.hasPinPad(); },
        [this, attempt = attempt_](const base::Result<bool>& pad) {
            if (attempt != attempt_)
                return;
            hasPad_ = pad && *pad;
            Q_EMIT changed();
        });
}

void Identification::serveAgain() {
    if (cardLeft())
        begin();
}

void Identification::begin() {
    contact_.identify({.client = client(),
                       .evidence = {.cardRead = contact_.acts().clock().now()},
                       .reader = roles_.clientReader(),
                       .certificateSha256 = digest::toHex(digest::sha256(identity_->certificate))});
}

domain::clients::Client Identification::client() const {
    return {identity_->person, identity_->givenName, identity_->familyName};
}

/// Once the contact is there; the client is served meanwhile.
void Identification::askIssuer() {
    const bool itsClient = identity_ && contact_.active() &&
                           contact_.data().client.identifier == identity_->person &&
                           contact_.data().evidence.cardRead;
    const auto& known = contact_.data().evidence;
    if (!check_ || !itsClient || known.notRevoked || known.revoked || word_ == IssuerWord::Asking)
        return;
    word_ = IssuerWord::Asking;
    Q_EMIT changed();
    checker_.run(
        this, [check = check_, certificate = identity_->certificate] { return check(certificate); },
        [this, person = identity_->person](const base::Result<ports::RevocationAnswer>& answer) {
            takeWord(answer, person);
        });
}

/// Also when the card is out again: it is this client's certificate all the same.
void Identification::takeWord(const base::Result<ports::RevocationAnswer>& answer,
                              const base::Identifier& person) {
    using ports::RevocationState;
    const auto& served = contact_.data().client;
    if (!contact_.active() || served.identifier != person) {
        word_ = IssuerWord::NotAsked;
        askIssuer(); // of whoever is served now
        return;
    }
    if (!answer || answer->state == RevocationState::Unknown) {
        word_ = IssuerWord::NotToBeHad;
        whyNoWord_ = answer ? std::nullopt : std::optional(answer.error());
        askAgain_.start();
        Q_EMIT changed();
        return;
    }
    word_ = IssuerWord::Given;
    Contact::Proof proof{.client = served};
    if (answer->state == RevocationState::Revoked) {
        proof.evidence.revoked = true;
        contact_.identify(proof);
        refuse({codes::cardRevoked});
        return;
    }
    proof.evidence.notRevoked = answer->thisUpdate;
    proof.evidence.saidBy = answer->source == ports::RevocationSource::Ocsp ? "ocsp" : "crl";
    contact_.identify(proof);
    Q_EMIT changed();
}

void Identification::checkPhoto() {
    if (contact_.active())
        contact_.identify(
            {.client = contact_.data().client, .evidence = {.photoChecked = contact_.acts().clock().now()}});
}

void Identification::byDocument(const std::string& personalCode, const std::string& givenName,
                                const std::string& familyName) {
    const auto person = base::Identifier::latvianPersonalCode(personalCode);
    if (!person) {
        Q_EMIT failed(person.error());
        return;
    }
    if (givenName.empty() || familyName.empty()) {
        Q_EMIT failed({base::codes::invalidArgument, "a name is missing"});
        return;
    }
    const auto& client = contact_.active() ? contact_.data().client.identifier : base::Identifier();
    if (!client.isNobody() && *person != client) {
        Q_EMIT failed({codes::otherClientCard});
        return;
    }
    contact_.identify({.client = {*person, givenName, familyName},
                       .evidence = {.documentSeen = contact_.acts().clock().now()}});
}

void Identification::provePin(base::Secret pin) {
    prove(std::make_shared<base::Secret>(std::move(pin)));
}

void Identification::provePinAtPad() {
    prove(nullptr);
}

void Identification::pinRenewed() {
    triesLeft_.reset();
    Q_EMIT changed();
}

/// Without a PIN it is entered at the pad.
void Identification::prove(std::shared_ptr<base::Secret> secret) {
    if (state_ != ClientCard::Accepted || !identity_ || proving_) {
        Q_EMIT failed({roles_.clientReader().empty() ? codes::noClientReader : codes::clientCardNeeded});
        return;
    }
    settle();
    proving_ = true;
    atPad_ = !secret;
    Q_EMIT changed();
    cards_.with<ports::CardSignature>(
        this, roles_.clientReader(),
        [pin = std::move(secret), challenge = freshChallenge(contact_.acts().clock())](
            ports::CardSession& card) -> base::Result<ports::CardSignature> {
            const auto input = pin ? ports::PinInput(*pin) : ports::PinInput::atPad();
            if (const auto verified = card.verifyPin(ports::PinKind::Pin1, input); !verified)
                return base::fail(verified.error());
            return card.authenticate(challenge);
        },
        [this, attempt = attempt_](const base::Result<ports::CardSignature>& proof) {
            if (attempt == attempt_)
                takeProof(proof);
        });
}

void Identification::takeProof(const base::Result<ports::CardSignature>& proof) {
    proving_ = false;
    if (!proof) {
        if (const auto left = triesIn(proof.error()))
            triesLeft_ = left;
        Q_EMIT changed();
        tell(proof.error());
        return;
    }
    settle();
    triesLeft_.reset();
    contact_.identify({.client = client(),
                       .evidence = {.pinProved = contact_.acts().clock().now()},
                       .reader = roles_.clientReader(),
                       .certificateSha256 = digest::toHex(digest::sha256(proof->certificate))});
    Q_EMIT changed();
}

} // namespace vienlogs::workflows
