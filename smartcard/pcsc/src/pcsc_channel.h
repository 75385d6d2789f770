// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "context.h"
#include "pin_pad.h"
#include "vienlogs/card/apdu.h"

namespace vienlogs::pcsc {

/// A card in a PC/SC reader. Has a service connection of its own, so that a slow card holds up nobody else.
class PcscChannel final : public card::ApduChannel {
public:
    /// VL-CARD-0002 if the reader is empty.
    [[nodiscard]] static base::Result<std::unique_ptr<PcscChannel>> connect(const std::string& reader);
    ~PcscChannel() override;

    [[nodiscard]] const std::string& reader() const override { return reader_; }
    [[nodiscard]] const base::Bytes& answerToReset() const override { return answerToReset_; }
    [[nodiscard]] base::Result<base::Bytes> transmit(const base::Bytes& command) override;
    [[nodiscard]] bool hasPinPad() const override { return pad_.verify && pad_.modify; }
    [[nodiscard]] base::Result<base::Bytes> transmitFromPad(const card::PadCommand& command) override;
    [[nodiscard]] base::Result<void> begin() override;
    void end() noexcept override;
    [[nodiscard]] base::Result<void> reconnect() override;
    void resetWhenClosed() noexcept override { reset_ = true; }

private:
    PcscChannel(Context context, std::string reader)
        : context_(std::move(context)), reader_(std::move(reader)) {}
    [[nodiscard]] base::Result<void> readAnswerToReset();
    /// The same for a card that was there: whatever became of it, it is gone. A dead service stays a dead
    /// service.
    [[nodiscard]] base::Failure lost(LONG status, const char* what);

    Context context_;
    std::string reader_;
    base::Bytes answerToReset_;
    SCARDHANDLE card_ = 0;
    DWORD protocol_ = SCARD_PROTOCOL_T1;
    PinPad pad_;
    bool reset_ = false;
};

} // namespace vienlogs::pcsc
