// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "vienlogs/card/apdu.h"
#include "vienlogs/card/layout.h"
#include "vienlogs/card/trust_store.h"
#include "vienlogs/ports/card_reader.h"

namespace vienlogs::card {

class CardFiles;
struct Application;

/// A Latvian eID card. It is bound to the card it was opened on: that card pulled out, every call fails with
/// VL-CARD-0003 whatever lies in the reader then. Reset by another program, it makes sure that it still is
/// the same card before it goes on. Blocking, one call at a time.
class EidCard final : public ports::CardSession {
public:
    /// Reads the authentication certificate; no PIN needed. VL-CARD-0004 if it is not an eID card. The trust
    /// store, the clock and the cache must live longer.
    [[nodiscard]] static base::Result<std::unique_ptr<EidCard>> open(std::unique_ptr<ApduChannel> channel,
                                                                     const TrustStore& trust,
                                                                     const base::Clock& clock,
                                                                     LayoutCache& cache);
    ~EidCard() override;

    [[nodiscard]] const std::string& reader() const override { return channel_->reader(); }
    [[nodiscard]] base::Result<ports::CardIdentity> identity() override;
    [[nodiscard]] base::Result<ports::PinCounter> pinCounter(ports::PinKind kind) override;
    [[nodiscard]] bool hasPinPad() const override { return channel_->hasPinPad(); }
    [[nodiscard]] base::Result<void> verifyPin(ports::PinKind kind, ports::PinInput pin) override;
    [[nodiscard]] base::Result<void> changePin(ports::PinKind kind, ports::PinInput current,
                                               ports::PinInput fresh) override;
    [[nodiscard]] base::Result<void> unblockPin(ports::PinKind kind, ports::PinInput puk,
                                                ports::PinInput fresh) override;
    [[nodiscard]] base::Result<ports::CardSignature> authenticate(const base::Bytes& challenge) override;
    [[nodiscard]] base::Result<ports::CardSignature> sign(const base::Bytes& data,
                                                          ports::PinInput pin2) override;
    [[nodiscard]] base::Result<base::Bytes> signingCertificate() override;

private:
    EidCard(std::unique_ptr<ApduChannel> channel, const TrustStore& trust, const base::Clock& clock,
            LayoutCache& cache);

    template<typename Work>
    auto exclusively(Work work) -> std::invoke_result_t<Work>;
    base::Result<void> confirmSameCard();

    base::Result<void> load();
    base::Result<bool> loadKnown(CardFiles& files);
    base::Result<void> loadSigning();
    base::Result<KeyLayout> keyOf(ports::PinKind kind);
    base::Result<base::Bytes> selectSigning(CardFiles& files);
    base::Result<PinLayout> pukLayout();
    base::Result<PinLayout> pinOf(ports::PinKind kind);
    base::Result<void> checkPad(ports::PinInput pin) const;
    template<typename Act>
    base::Result<void> presenting(Act act);
    base::Result<void> present(ports::PinKind kind, const PinLayout& layout, ports::PinInput pin);
    base::Result<ports::CardSignature> trySignature(const Certificate& certificate, const KeyLayout& key,
                                                    const base::Bytes& data, const ports::PinInput* pin2);

    std::unique_ptr<ApduChannel> channel_;
    const TrustStore& trust_;
    const base::Clock& clock_;
    LayoutCache& cache_;
    CardLayout layout_;
    std::optional<Certificate> certificate_;
    std::optional<Certificate> signingCertificate_;
    bool gone_ = false, identityTold_ = false, pinUnanswered_ = false;
};

} // namespace vienlogs::card
