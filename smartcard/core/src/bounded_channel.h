// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "vienlogs/card/apdu.h"
#include "vienlogs/card/failures.h"

namespace vienlogs::card {

/// Ends an operation that takes more commands than any card needs: a card may say of its files what it likes,
/// and each command of it keeps the clerk waiting.
class BoundedChannel final : public ApduChannel {
public:
    explicit BoundedChannel(std::unique_ptr<ApduChannel> channel) : channel_(std::move(channel)) {}
    const std::string& reader() const override { return channel_->reader(); }
    const base::Bytes& answerToReset() const override { return channel_->answerToReset(); }
    base::Result<base::Bytes> transmit(const base::Bytes& command) override {
        if (++commands_ > mostCommands)
            return base::fail(codes::nonsense, "more commands than any card needs");
        return channel_->transmit(command);
    }
    bool hasPinPad() const override { return channel_->hasPinPad(); }
    base::Result<base::Bytes> transmitFromPad(const PadCommand& command) override {
        return channel_->transmitFromPad(command);
    }
    base::Result<void> begin() override {
        commands_ = 0;
        return channel_->begin();
    }
    void end() noexcept override { channel_->end(); }
    base::Result<void> reconnect() override { return channel_->reconnect(); }
    void resetWhenClosed() noexcept override { channel_->resetWhenClosed(); }

private:
    static constexpr int mostCommands =
        400; ///< An operation with an unknown card of real size takes up to 60.
    std::unique_ptr<ApduChannel> channel_;
    int commands_ = 0;
};

} // namespace vienlogs::card
