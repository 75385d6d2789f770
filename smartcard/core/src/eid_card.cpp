// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/card/eid_card.h"

#include "bounded_channel.h"
#include "discovery.h"
#include "key_commands.h"
#include "pin_commands.h"
#include "refusal.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/card/failures.h"

namespace vienlogs::card {

using ports::PinKind;

namespace {

constexpr std::size_t longestChallenge = 4096;
constexpr std::uint8_t pukReference = 0x02;

const base::Bytes mainApplication{0xA0, 0x00, 0x00, 0x00, 0x77, 0x01, 0x08, 0x00,
                                  0x07, 0x00, 0x00, 0xFE, 0x00, 0x00, 0x01, 0x00};
const Application authentication{
    {0xE8, 0x28, 0xBD, 0x08, 0x0F, 0xF2, 0x50, 0x4F, 0x54, 0x20, 0x41, 0x57, 0x50}, {0x01, 12, 0xFF}};
const Application signing{
    {0x51, 0x53, 0x43, 0x44, 0x20, 0x41, 0x70, 0x70, 0x6C, 0x69, 0x63, 0x61, 0x74, 0x69, 0x6F, 0x6E},
    {0x85, 12, 0xFF}};
/// Cards of the oldest generation have no application of their own for signing.
const Application signingWithAuthentication{authentication.identifier, {0x81, 64, 0xFF}};

ports::CardIdentity identityOf(const Certificate& certificate) {
    return {certificate.holder,    certificate.givenName, certificate.familyName, certificate.issuer,
            certificate.validFrom, certificate.validTo,   certificate.der};
}

/// Ends a transaction on every way out.
struct Turn {
    ApduChannel& channel;
    ~Turn() { channel.end(); }
};

} // namespace

EidCard::EidCard(std::unique_ptr<ApduChannel> channel, const TrustStore& trust, const base::Clock& clock,
                 LayoutCache& cache)
    : channel_(std::make_unique<BoundedChannel>(std::move(channel))), trust_(trust), clock_(clock),
      cache_(cache) {}

EidCard::~EidCard() = default;

base::Result<std::unique_ptr<EidCard>> EidCard::open(std::unique_ptr<ApduChannel> channel,
                                                     const TrustStore& trust, const base::Clock& clock,
                                                     LayoutCache& cache) {
    std::unique_ptr<EidCard> card(new EidCard(std::move(channel), trust, clock, cache));
    if (auto loaded = card->exclusively([&] { return card->load(); }); !loaded)
        return base::fail(loaded.error().code == codes::notEid
                              ? refusalOf(card->channel_->answerToReset(), std::move(loaded.error()))
                              : std::move(loaded.error()));
    return card;
}

template<typename Work>
auto EidCard::exclusively(Work work) -> std::invoke_result_t<Work> {
    if (gone_)
        return base::fail(codes::cardGone, "this session's card was pulled out before");
    const auto inTurn = [&](auto&& task) -> std::invoke_result_t<decltype(task)> {
        if (auto begun = channel_->begin(); !begun)
            return base::fail(std::move(begun.error()));
        const Turn turn{*channel_};
        return task();
    };
    pinUnanswered_ = false;
    auto result = inTurn(work);
    if (!result && result.error().code == codes::cardReset && !pinUnanswered_) {
        auto again = channel_->reconnect();
        if (again)
            again = inTurn([&] { return confirmSameCard(); });
        result = again ? inTurn(work) : std::invoke_result_t<Work>(base::fail(std::move(again.error())));
    }
    gone_ = !result && result.error().code == codes::cardGone;
    return result;
}

base::Result<void> EidCard::confirmSameCard() {
    if (!certificate_)
        return {}; // nothing has been said about this card yet
    CardFiles files(*channel_);
    if (auto selected = files.selectApplication(authentication.identifier); !selected)
        return selected.error().code == codes::notEid
                   ? base::fail(codes::cardGone, "another card after a reset")
                   : selected;
    const auto start = files.readFirstBlock(layout_.authentication.certificatePath);
    if (!start)
        return base::fail(start.error());
    const auto& known = certificate_->der;
    if (start->size() < 64 || start->size() > known.size() ||
        !std::equal(start->begin(), start->end(), known.begin()))
        return base::fail(codes::cardGone, "another card after a reset");
    return {};
}

base::Result<void> EidCard::load() {
    CardFiles files(*channel_);
    if (auto selected = files.selectApplication(authentication.identifier); !selected)
        return selected;
    const auto known = loadKnown(files);
    if (!known)
        return base::fail(known.error());
    if (!*known) {
        auto found = discoverCertificate(files, authentication.identifier, Purpose::Authentication);
        if (!found)
            return base::fail(std::move(found.error()));
        layout_ = {std::move(*found), {}};
    }
    auto certificate = parseCertificate(layout_.authentication.certificate);
    if (!certificate)
        return base::fail(std::move(certificate.error()));
    certificate_ = std::move(*certificate);
    cache_.store(channel_->answerToReset(), layout_);
    return {};
}

base::Result<bool> EidCard::loadKnown(CardFiles& files) {
    for (const auto& place : cache_.placesFor(channel_->answerToReset())) {
        const auto start = files.readFirstBlock(place);
        if (!start)
            return base::fail(start.error());
        if (auto layout = cache_.find(channel_->answerToReset(), *start)) {
            layout_ = std::move(*layout);
            return true;
        }
    }
    return false;
}

base::Result<ports::CardIdentity> EidCard::identity() {
    return exclusively([&]() -> base::Result<ports::CardIdentity> {
        // What open() read is fresh the first time; later only the card itself can tell that it is still
        // there.
        if (identityTold_)
            if (auto present = CardFiles(*channel_).selectApplication(authentication.identifier); !present)
                return base::fail(std::move(present.error()));
        if (auto good = trust_.check(*certificate_, Purpose::Authentication, clock_.now()); !good)
            return base::fail(std::move(good.error()));
        identityTold_ = true;
        return identityOf(*certificate_);
    });
}

/// Selects the application with the signing key, returns its identifier.
base::Result<base::Bytes> EidCard::selectSigning(CardFiles& files) {
    for (const auto& application : {signing, signingWithAuthentication}) {
        const auto selected = files.selectApplication(application.identifier);
        if (selected)
            return application.identifier;
        if (selected.error().code != codes::notEid)
            return base::fail(selected.error());
    }
    return base::fail(codes::notEid, "no application for signing");
}

base::Result<void> EidCard::loadSigning() {
    CardFiles files(*channel_);
    if (!layout_.signing) {
        const auto application = selectSigning(files);
        if (!application)
            return base::fail(application.error());
        auto found = discoverCertificate(files, *application, Purpose::Signing);
        if (!found)
            return base::fail(std::move(found.error()));
        layout_.signing = std::move(*found);
        cache_.store(channel_->answerToReset(), layout_);
    }
    auto certificate = parseCertificate(layout_.signing->certificate);
    if (!certificate)
        return base::fail(std::move(certificate.error()));
    if (certificate->holder != certificate_->holder)
        return base::fail(codes::nonsense, "the two certificates name different holders");
    signingCertificate_ = std::move(*certificate);
    return {};
}

/// How the PIN's key is used; afterwards its application is selected.
base::Result<KeyLayout> EidCard::keyOf(PinKind kind) {
    const bool forSigning = kind == PinKind::Pin2;
    const bool selected = forSigning && !layout_.signing; // to find its certificate, just now
    if (forSigning && !signingCertificate_)
        if (auto loaded = loadSigning(); !loaded)
            return base::fail(std::move(loaded.error()));
    auto& layout = forSigning ? *layout_.signing : layout_.authentication;
    const bool separate = layout.application == signing.identifier;
    const auto& usual = !forSigning ? authentication : separate ? signing : signingWithAuthentication;
    CardFiles files(*channel_);
    if (!selected)
        if (auto again = files.selectApplication(layout.application); !again)
            return base::fail(std::move(again.error()));
    if (!layout.key) {
        auto key =
            discoverKey(files, layout, (forSigning ? signingCertificate_ : certificate_)->key, usual.pin);
        if (!key)
            return base::fail(std::move(key.error()));
        key->byAuthenticating = !separate;
        layout.key = std::move(*key);
        cache_.store(channel_->answerToReset(), layout_);
    }
    return *layout.key;
}

base::Result<ports::PinCounter> EidCard::pinCounter(PinKind kind) {
    return exclusively([&]() -> base::Result<ports::PinCounter> {
        auto reference = base::Result<std::uint8_t>(pukReference);
        if (kind != PinKind::Puk)
            reference = keyOf(kind).map([](const KeyLayout& key) { return key.pin.reference; });
        if (reference && kind != PinKind::Pin2)
            if (auto selected = CardFiles(*channel_).selectApplication(mainApplication); !selected)
                return base::fail(std::move(selected.error()));
        return reference.and_then([&](std::uint8_t its) { return readCounter(*channel_, its); });
    });
}

/// The PUK is filled up as the PINs are; which of them tells it does not matter.
base::Result<PinLayout> EidCard::pukLayout() {
    for (const auto* known : {&layout_.authentication, layout_.signing ? &*layout_.signing : nullptr})
        if (known && known->key)
            return PinLayout{pukReference, known->key->pin.length, known->key->pin.filler};
    return keyOf(PinKind::Pin1).map([](const KeyLayout& key) {
        return PinLayout{pukReference, key.pin.length, key.pin.filler};
    });
}

/// Selects where the PIN belongs and says how it is presented.
base::Result<PinLayout> EidCard::pinOf(PinKind kind) {
    if (kind != PinKind::Puk)
        return keyOf(kind).map([](const KeyLayout& key) { return key.pin; });
    const auto layout = pukLayout();
    if (!layout)
        return layout;
    return CardFiles(*channel_).selectApplication(mainApplication).map([&] { return *layout; });
}

/// Nobody knows whether a PIN whose answer was lost counted as a try: it is then not sent again by us.
template<typename Act>
base::Result<void> EidCard::presenting(Act act) {
    channel_->resetWhenClosed();
    pinUnanswered_ = true;
    auto result = act();
    pinUnanswered_ = !result;
    return result;
}

base::Result<void> EidCard::present(PinKind kind, const PinLayout& layout, ports::PinInput pin) {
    return presenting([&] { return verify(*channel_, kind, layout, pin); });
}

base::Result<void> EidCard::checkPad(ports::PinInput pin) const {
    if (pin.typed() || channel_->hasPinPad())
        return {};
    return base::fail(codes::noPinPad);
}

base::Result<void> EidCard::verifyPin(PinKind kind, ports::PinInput pin) {
    return exclusively([&]() -> base::Result<void> {
        if (auto possible = checkPad(pin); !possible)
            return possible;
        return pinOf(kind).and_then([&](const PinLayout& layout) { return present(kind, layout, pin); });
    });
}

base::Result<void> EidCard::changePin(PinKind kind, ports::PinInput current, ports::PinInput fresh) {
    return exclusively([&]() -> base::Result<void> {
        if (auto possible = checkPad(current); !possible)
            return possible;
        return pinOf(kind).and_then([&](const PinLayout& layout) {
            return presenting([&] { return change(*channel_, kind, layout, current, fresh); });
        });
    });
}

base::Result<void> EidCard::unblockPin(PinKind kind, ports::PinInput puk, ports::PinInput fresh) {
    if (kind == PinKind::Puk)
        return base::fail(base::codes::invalidArgument, "nothing unblocks the PUK");
    return exclusively([&]() -> base::Result<void> {
        if (auto possible = checkPad(puk.typed() ? fresh : puk); !possible)
            return possible;
        const auto layout = pinOf(kind); // found before the PUK is asked for, so that no try of it is wasted
        if (!layout)
            return base::fail(layout.error());
        if (auto good = checkPinFormat(kind, *layout, fresh); !good)
            return good;
        return pinOf(PinKind::Puk)
            .and_then([&](const PinLayout& its) { return present(PinKind::Puk, its, puk); })
            .and_then([&] { return pinOf(kind); })
            .and_then([&](const PinLayout&) { return resetCounter(*channel_, kind, *layout, fresh); });
    });
}

/// Tries the names of the algorithm until a signature fits the certificate. With a PIN: presents it before
/// each try, because the card forgets PIN2 after one signature.
base::Result<ports::CardSignature> EidCard::trySignature(const Certificate& certificate, const KeyLayout& key,
                                                         const base::Bytes& data,
                                                         const ports::PinInput* pin2) {
    const auto hash = hashFor(certificate.key, data);
    base::Failure last{codes::nonsense, "the card knows none of the algorithms it names", {}};
    for (const auto& algorithm : key.algorithms) {
        const auto chosen = choose(*channel_, key, algorithm);
        if (!chosen)
            return base::fail(chosen.error());
        if (!*chosen)
            continue;
        if (pin2)
            if (auto presented = present(PinKind::Pin2, key.pin, *pin2); !presented)
                return base::fail(std::move(presented.error()));
        auto value = computeSignature(*channel_, key, certificate.key, hash);
        if (!value)
            return base::fail(std::move(value.error()));
        auto fits = verifySignature(certificate, data, *value);
        if (fits)
            return ports::CardSignature{certificate.der, algorithmOf(certificate.key), std::move(*value)};
        last = std::move(fits.error());
    }
    return base::fail(std::move(last));
}

base::Result<ports::CardSignature> EidCard::authenticate(const base::Bytes& challenge) {
    if (challenge.empty() || challenge.size() > longestChallenge)
        return base::fail(base::codes::invalidArgument, "length of a challenge");
    return exclusively([&]() -> base::Result<ports::CardSignature> {
        if (auto good = trust_.check(*certificate_, Purpose::Authentication, clock_.now()); !good)
            return base::fail(std::move(good.error()));
        const auto key = keyOf(PinKind::Pin1);
        return key ? trySignature(*certificate_, *key, challenge, nullptr) : base::fail(key.error());
    });
}

base::Result<ports::CardSignature> EidCard::sign(const base::Bytes& data, ports::PinInput pin2) {
    return exclusively([&]() -> base::Result<ports::CardSignature> {
        if (auto possible = checkPad(pin2); !possible)
            return base::fail(std::move(possible.error()));
        const auto key = keyOf(PinKind::Pin2);
        if (!key)
            return base::fail(key.error());
        if (auto good = trust_.check(*signingCertificate_, Purpose::Signing, clock_.now()); !good)
            return base::fail(std::move(good.error()));
        return trySignature(*signingCertificate_, *key, data, &pin2);
    });
}

base::Result<base::Bytes> EidCard::signingCertificate() {
    return exclusively([&]() -> base::Result<base::Bytes> {
        if (!signingCertificate_)
            if (auto loaded = loadSigning(); !loaded)
                return base::fail(std::move(loaded.error()));
        return signingCertificate_->der;
    });
}

} // namespace vienlogs::card
