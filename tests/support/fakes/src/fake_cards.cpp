// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/fakes/fake_cards.h"

#include <thread>

namespace vienlogs::fakes {

namespace {

constexpr base::FailureCode serviceAway{"VL-CARD-0001"};
constexpr base::FailureCode noCard{"VL-CARD-0002"};
constexpr base::FailureCode pulled{"VL-CARD-0003"};
constexpr base::FailureCode wrongPin{"VL-CARD-0005"};
constexpr base::FailureCode blocked{"VL-CARD-0006"};
constexpr base::FailureCode noPinPad{"VL-CARD-0021"};
constexpr base::FailureCode padCancelled{"VL-CARD-0022"};
constexpr base::FailureCode padTooLate{"VL-CARD-0023"};
constexpr base::FailureCode pinFormat{"VL-CARD-0014"};
constexpr base::FailureCode wrongPuk{"VL-CARD-0025"};
constexpr base::FailureCode pukBlocked{"VL-CARD-0026"};

base::Result<void> verify(const std::string& expected, int& tries, std::string_view pin) {
    if (tries == 0)
        return base::fail(blocked);
    if (pin != expected) {
        --tries;
        return tries == 0 ? base::fail(blocked) : base::fail(wrongPin, {}, std::to_string(tries));
    }
    tries = 3;
    return {};
}

/// What was typed, or the holder's next entry at the pad.
base::Result<std::string> entered(FakeCard& card, ports::PinInput pin) {
    if (pin.typed())
        return std::string(pin.typed()->view());
    if (!card.pad)
        return base::fail(noPinPad);
    if (card.pad->empty())
        return base::fail(padTooLate);
    auto text = card.pad->front();
    card.pad->erase(card.pad->begin());
    return text.empty() ? base::Result<std::string>(base::fail(padCancelled)) : text;
}

class FakeSession final : public ports::CardSession {
public:
    FakeSession(FakeCardReaders& readers, std::string reader, int insertion)
        : readers_(readers), reader_(std::move(reader)), insertion_(insertion) {}

    const std::string& reader() const override { return reader_; }

    base::Result<ports::CardIdentity> identity() override {
        return answer<ports::CardIdentity>([](FakeCard& card) -> base::Result<ports::CardIdentity> {
            if (card.unusable)
                return base::fail(*card.unusable);
            return ports::CardIdentity{.person = card.person,
                                       .givenName = card.givenName,
                                       .familyName = card.familyName,
                                       .issuer = "Test CA",
                                       .certificate = base::bytesOf(card.person.toString())};
        });
    }
    base::Result<ports::PinCounter> pinCounter(ports::PinKind kind) override {
        return answer<ports::PinCounter>([kind](FakeCard& card) -> base::Result<ports::PinCounter> {
            const int left = kind == ports::PinKind::Pin1   ? card.tries1
                             : kind == ports::PinKind::Pin2 ? card.tries2
                                                            : card.triesOfPuk;
            return ports::PinCounter{left, 3};
        });
    }
    bool hasPinPad() const override { return readers_.hasPad(reader_); }
    base::Result<void> verifyPin(ports::PinKind kind, ports::PinInput pin) override {
        auto done = readers_.call(reader_, insertion_, [&](FakeCard& card) {
            return entered(card, pin).and_then([&](const std::string& text) {
                return kind == ports::PinKind::Pin1 ? verify(card.pin1, card.tries1, text)
                                                    : verify(card.pin2, card.tries2, text);
            });
        });
        verified_ = verified_ || done.has_value();
        return done;
    }
    base::Result<void> changePin(ports::PinKind kind, ports::PinInput current,
                                 ports::PinInput fresh) override {
        return verifyPin(kind, current).and_then([&] { return setPin(kind, fresh); });
    }
    base::Result<void> unblockPin(ports::PinKind kind, ports::PinInput puk, ports::PinInput fresh) override {
        const auto tried = readers_.call(reader_, insertion_, [&](FakeCard& card) -> base::Result<void> {
            const auto text = entered(card, puk);
            if (!text)
                return base::fail(text.error());
            auto done = verify(card.puk, card.triesOfPuk, *text);
            if (!done)
                done = card.triesOfPuk == 0
                           ? base::fail(pukBlocked)
                           : base::Result<void>(base::fail(wrongPuk, {}, std::to_string(card.triesOfPuk)));
            return done;
        });
        return tried ? setPin(kind, fresh) : tried;
    }
    base::Result<ports::CardSignature> authenticate(const base::Bytes& challenge) override {
        return answer<ports::CardSignature>([&](FakeCard& card) -> base::Result<ports::CardSignature> {
            if (!verified_)
                return base::fail(base::FailureCode{"VL-CARD-0007"});
            return ports::CardSignature{base::bytesOf(card.person.toString()), "ES384", challenge};
        });
    }
    base::Result<ports::CardSignature> sign(const base::Bytes& data, ports::PinInput pin2) override {
        return answer<ports::CardSignature>([&](FakeCard& card) -> base::Result<ports::CardSignature> {
            const auto text = entered(card, pin2);
            if (!text)
                return base::fail(text.error());
            if (auto done = verify(card.pin2, card.tries2, *text); !done)
                return base::fail(done.error());
            return ports::CardSignature{base::bytesOf(card.person.toString()), "ES384", data};
        });
    }
    base::Result<base::Bytes> signingCertificate() override {
        return answer<base::Bytes>([](FakeCard& card) -> base::Result<base::Bytes> {
            return base::bytesOf(card.person.toString());
        });
    }

private:
    base::Result<void> setPin(ports::PinKind kind, ports::PinInput fresh) {
        return readers_.call(reader_, insertion_, [&](FakeCard& card) -> base::Result<void> {
            const auto text = entered(card, fresh);
            if (!text)
                return base::fail(text.error());
            if (text->size() < (kind == ports::PinKind::Pin1 ? 4U : 6U))
                return base::fail(pinFormat, {}, "6-12");
            (kind == ports::PinKind::Pin1 ? card.pin1 : card.pin2) = *text;
            (kind == ports::PinKind::Pin1 ? card.tries1 : card.tries2) = 3;
            return {};
        });
    }
    template<typename T>
    base::Result<T> answer(const std::function<base::Result<T>(FakeCard&)>& work) {
        base::Result<T> result = base::fail(pulled);
        const auto done = readers_.call(reader_, insertion_, [&](FakeCard& card) -> base::Result<void> {
            result = work(card);
            return {};
        });
        return done ? result : base::Result<T>(base::fail(done.error()));
    }
    FakeCardReaders& readers_;
    std::string reader_;
    int insertion_;
    bool verified_ = false;
};

} // namespace

FakeCardReaders::FakeCardReaders(std::vector<std::string> names) {
    for (auto& name : names)
        slots_[std::move(name)];
}

base::Result<std::vector<ports::ReaderState>> FakeCardReaders::readers() {
    const std::lock_guard lock(mutex_);
    if (!service_)
        return base::fail(serviceAway);
    std::vector<ports::ReaderState> states;
    for (const auto& [name, slot] : slots_)
        states.push_back({name, slot.card.has_value()});
    return states;
}

base::Result<std::unique_ptr<ports::CardSession>> FakeCardReaders::open(const std::string& reader) {
    std::this_thread::sleep_for(std::chrono::milliseconds(delayMs_));
    const std::lock_guard lock(mutex_);
    const auto slot = slots_.find(reader);
    if (slot == slots_.end() || !slot->second.card)
        return base::fail(noCard);
    return std::make_unique<FakeSession>(*this, reader, slot->second.insertion);
}

void FakeCardReaders::watch(
    std::function<void(const base::Result<std::vector<ports::ReaderState>>&)> changed) {
    changed_ = std::move(changed);
    tell();
}

void FakeCardReaders::stop() {
    changed_ = {};
}

void FakeCardReaders::tell() {
    if (changed_)
        changed_(readers());
}

void FakeCardReaders::insert(const std::string& reader, FakeCard card) {
    {
        const std::lock_guard lock(mutex_);
        slots_[reader] = {std::move(card), ++insertions_, 0};
    }
    tell();
}

void FakeCardReaders::remove(const std::string& reader) {
    {
        const std::lock_guard lock(mutex_);
        slots_[reader].card.reset();
    }
    tell();
}

void FakeCardReaders::unplug(const std::string& reader) {
    {
        const std::lock_guard lock(mutex_);
        slots_.erase(reader);
    }
    tell();
}

void FakeCardReaders::setService(bool there) {
    {
        const std::lock_guard lock(mutex_);
        service_ = there;
    }
    tell();
}

bool FakeCardReaders::hasPad(const std::string& reader) {
    const std::lock_guard lock(mutex_);
    const auto slot = slots_.find(reader);
    return slot != slots_.end() && slot->second.card && slot->second.card->pad;
}

std::optional<FakeCard> FakeCardReaders::cardIn(const std::string& reader) {
    const std::lock_guard lock(mutex_);
    return slots_[reader].card;
}

base::Result<void> FakeCardReaders::call(const std::string& reader, int insertion,
                                         const std::function<base::Result<void>(FakeCard&)>& work) {
    std::this_thread::sleep_for(std::chrono::milliseconds(delayMs_));
    bool leaves = false;
    base::Result<void> result;
    {
        const std::lock_guard lock(mutex_);
        const auto slot = slots_.find(reader);
        if (slot == slots_.end() || !slot->second.card || slot->second.insertion != insertion)
            return base::fail(pulled);
        leaves = ++slot->second.calls == slot->second.card->pullAtCall;
        if (leaves)
            slot->second.card.reset();
        else
            result = work(*slot->second.card);
    }
    if (!leaves)
        return result;
    tell();
    return base::fail(pulled);
}

base::Result<ports::RevocationAnswer> FakeRevocation::ask(const base::Bytes&, const base::Bytes&) {
    ++asked_;
    const std::lock_guard lock(mutex_);
    if (!state_)
        return base::fail(base::FailureCode{"VL-NET-0001"});
    return ports::RevocationAnswer{.state = *state_, .thisUpdate = base::SystemClock().now()};
}

base::Result<ports::RevocationAnswer> FakeRevocation::askAfter(const base::Bytes& certificate,
                                                               const base::Bytes& issuer, base::Timestamp) {
    return ask(certificate, issuer);
}

void FakeRevocation::say(std::optional<ports::RevocationState> state) {
    const std::lock_guard lock(mutex_);
    state_ = state;
}

base::Result<base::Bytes> FakeSigner::sign(ports::CardSession& card, ports::PinInput pin2,
                                           const std::vector<ports::ContainerFile>& files, base::Timestamp) {
    const auto signature = card.sign(files.front().content, pin2);
    if (!signature)
        return base::fail(signature.error());
    auto container = base::bytesOf("container of ");
    container.insert(container.end(), signature->value.begin(), signature->value.end());
    return container;
}

} // namespace vienlogs::fakes
