// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>

#include "vienlogs/ports/card_reader.h"
#include "vienlogs/ports/containers.h"
#include "vienlogs/ports/trust_services.h"

namespace vienlogs::fakes {

/// A card in memory: its holder, PINs and what is wrong with it.
struct FakeCard {
    base::Identifier person;
    std::string givenName, familyName;
    std::string pin1 = "1234", pin2 = "123456";
    std::string puk = "12345678";
    int tries1 = 3, tries2 = 3, triesOfPuk = 3;
    /// The reader has a pad: what its keys are asked for, one after the other, is entered from here. Empty
    /// text: cancelled. Nothing left: too late.
    std::optional<std::vector<std::string>> pad{};
    std::optional<base::Failure> unusable{}; ///< What identity() answers.
    int pullAtCall = 0; ///< The card leaves in the n-th call from its insertion; 0 never.
};

/// Readers whose cards a test puts in and pulls out, at any moment and from any thread.
class FakeCardReaders final : public ports::CardReaders {
public:
    explicit FakeCardReaders(std::vector<std::string> names);
    [[nodiscard]] base::Result<std::vector<ports::ReaderState>> readers() override;
    [[nodiscard]] base::Result<std::unique_ptr<ports::CardSession>> open(const std::string& reader) override;
    void watch(std::function<void(const base::Result<std::vector<ports::ReaderState>>&)> changed) override;
    void stop() override;

    void insert(const std::string& reader, FakeCard card);
    void remove(const std::string& reader);
    void unplug(const std::string& reader);
    /// The PC/SC service goes away, or comes back.
    void setService(bool there);
    [[nodiscard]] bool hasPad(const std::string& reader);
    /// The card as it is now: its PINs and tries.
    [[nodiscard]] std::optional<FakeCard> cardIn(const std::string& reader);
    void setDelay(std::chrono::milliseconds delay) { delayMs_ = static_cast<int>(delay.count()); }
    /// What happened in a call: the card, after the delay and the fault.
    struct Slot {
        std::optional<FakeCard> card;
        int insertion = 0;
        int calls = 0;
    };
    /// Begins a call of a session: VL-CARD-0003 when its card is gone.
    [[nodiscard]] base::Result<void> call(const std::string& reader, int insertion,
                                          const std::function<base::Result<void>(FakeCard&)>& work);

private:
    void tell();
    std::mutex mutex_;
    std::map<std::string, Slot> slots_;
    bool service_ = true;
    int insertions_ = 0;
    std::atomic<int> delayMs_{0};
    std::function<void(const base::Result<std::vector<ports::ReaderState>>&)> changed_;
};

/// An issuer that says what a test wants; nothing: it cannot be reached.
class FakeRevocation final : public ports::Revocation {
public:
    [[nodiscard]] base::Result<ports::RevocationAnswer> ask(const base::Bytes& certificate,
                                                            const base::Bytes& issuer) override;
    [[nodiscard]] base::Result<ports::RevocationAnswer>
    askAfter(const base::Bytes& certificate, const base::Bytes& issuer, base::Timestamp notBefore) override;
    void say(std::optional<ports::RevocationState> state);
    [[nodiscard]] int asked() const { return asked_; }

private:
    std::mutex mutex_;
    std::optional<ports::RevocationState> state_ = ports::RevocationState::Good;
    std::atomic<int> asked_{0};
};

/// A container that names who signed what.
class FakeSigner final : public ports::ContainerSigner {
public:
    [[nodiscard]] base::Result<base::Bytes> sign(ports::CardSession& card, ports::PinInput pin2,
                                                 const std::vector<ports::ContainerFile>& files,
                                                 base::Timestamp signedAt) override;
};

} // namespace vienlogs::fakes
