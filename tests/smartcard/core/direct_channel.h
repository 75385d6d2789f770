// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/card/apdu.h"
#include "vienlogs/card/failures.h"
#include "vienlogs/virtualcard/virtual_card.h"

namespace vienlogs::test {

/// A slot of one card; a test swaps, pulls and resets it.
struct Slot {
    virtualcard::VirtualCard* card = nullptr;
    int generation = 0; ///< Counts insertions.
    int resets = 0;
    int commands = 0;
    int pullAt = 0;                          ///< The n-th command finds no card any more.
    int pullAfter = 0;                       ///< The n-th command is obeyed, but its answer is lost.
    int resetAt = 0;                         ///< Another program resets the card before the n-th command.
    int resetAfter = 0;                      ///< The n-th command is obeyed, but a reset is all that is told.
    std::function<void(base::Bytes&)> spoil; ///< May change the card's answers.

    void insert(virtualcard::VirtualCard* next) {
        card = next;
        ++generation;
        if (card)
            card->reset();
    }
};

/// Speaks to the card model without a reader, in the manner of PC/SC.
class DirectChannel final : public card::ApduChannel {
public:
    explicit DirectChannel(Slot& slot) : slot_(slot), generation_(slot.generation), resets_(slot.resets) {
        atr_ = slot.card->answerToReset();
    }
    const std::string& reader() const override { return reader_; }
    const base::Bytes& answerToReset() const override { return atr_; }
    base::Result<base::Bytes> transmit(const base::Bytes& command) override {
        ++slot_.commands;
        if (slot_.commands == slot_.pullAt)
            slot_.insert(nullptr);
        if (slot_.commands == slot_.resetAt) {
            slot_.card->reset();
            ++slot_.resets;
        }
        if (auto there = begin(); !there)
            return base::fail(there.error());
        auto answer = slot_.card->process(command);
        if (slot_.commands == slot_.pullAfter) {
            slot_.insert(nullptr);
            return base::fail(card::codes::cardGone);
        }
        if (slot_.commands == slot_.resetAfter) {
            ++slot_.resets;
            return base::fail(card::codes::cardReset);
        }
        if (slot_.spoil)
            slot_.spoil(answer);
        return answer;
    }
    bool hasPinPad() const override { return false; }
    base::Result<base::Bytes> transmitFromPad(const card::PadCommand&) override {
        return base::fail(card::codes::noPinPad);
    }
    base::Result<void> begin() override {
        if (!slot_.card || generation_ != slot_.generation)
            return base::fail(card::codes::cardGone);
        if (resets_ != slot_.resets)
            return base::fail(card::codes::cardReset);
        return {};
    }
    void end() noexcept override {}
    /// As a real service: takes up whatever lies in the reader now.
    base::Result<void> reconnect() override {
        if (!slot_.card)
            return base::fail(card::codes::cardGone);
        generation_ = slot_.generation;
        resets_ = slot_.resets;
        return {};
    }
    void resetWhenClosed() noexcept override {}

private:
    Slot& slot_;
    int generation_, resets_;
    std::string reader_ = "Direct";
    base::Bytes atr_;
};

} // namespace vienlogs::test
