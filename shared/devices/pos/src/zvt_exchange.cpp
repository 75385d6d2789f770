// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "zvt_exchange.h"

#include <algorithm>

namespace vienlogs::devices::pos {

namespace {

constexpr int mostMessages = 10'000;

ports::PosPrompt promptOf(std::uint8_t status) {
    switch (status) {
    case 0x0A: // insert card
    case 0x00: // waiting for the amount to be confirmed, card next
        return ports::PosPrompt::InsertCard;
    case 0x01: // look at the PIN pad
    case 0x02:
        return ports::PosPrompt::EnterPin;
    case 0x0B: // take the card
        return ports::PosPrompt::RemoveCard;
    case 0x0E:
        return ports::PosPrompt::PleaseWait;
    case 0x15:
        return ports::PosPrompt::WrongPin;
    case 0x17: // wait, connection to the bank is being made
        return ports::PosPrompt::Connecting;
    case 0x1D:
        return ports::PosPrompt::Declined;
    default:
        return ports::PosPrompt::Other;
    }
}

/// One command from its first byte to its end.
class Exchange {
public:
    Exchange(ZvtLink& link, const ZvtExchangeOptions& options)
        : link_(link), options_(options), lines_(options.charset) {}

    ZvtAnswer run(const ZvtMessage& command) {
        if (link_.send(command) && awaitAcknowledgement())
            awaitEnd();
        answer_.lines = lines_.take();
        return std::move(answer_);
    }

private:
    /// True once acknowledged; otherwise the answer says how it ended.
    bool awaitAcknowledgement() {
        const auto until = std::chrono::steady_clock::now() + options_.acknowledgement;
        while (std::chrono::steady_clock::now() < until) {
            ZvtMessage message;
            const auto rest =
                std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
            if (link_.receive(message, rest, nullptr) != ZvtLink::Event::Message)
                return false;
            if (message.isAcknowledgement())
                return true;
            if (message.isRefusal()) {
                answer_.end = ZvtAnswer::End::Refused;
                answer_.code = message.instruction();
                return false;
            }
            // Something late of an earlier command: never taken as the end of this one.
            if (!link_.send({zvt::acknowledged, {}}))
                return false;
        }
        return false;
    }

    void awaitEnd() {
        for (int count = 0; count < mostMessages; ++count) {
            ZvtMessage message;
            switch (receive(message)) {
            case ZvtLink::Event::Message:
                if (!handle(message))
                    return;
                break;
            case ZvtLink::Event::Woken:
                options_.wakeUp->clear();
                if (options_.abortAsked->load() && !std::exchange(abortSent_, true) &&
                    !link_.send({zvt::abortByDesk, {}}))
                    return;
                break;
            default:
                return;
            }
        }
    }

    ZvtLink::Event receive(ZvtMessage& message) {
        return link_.receive(message, options_.answer, options_.abortAsked ? options_.wakeUp : nullptr);
    }

    /// False when the command has ended. The end counts even if its acknowledgement cannot be sent.
    bool handle(const ZvtMessage& message) {
        if (message.isAcknowledgement() || message.isRefusal())
            return true; // the answer to our 06 B0; the command itself goes on
        const bool understood = note(message);
        const bool sent = link_.send(
            {understood ? zvt::acknowledged : std::uint16_t{0x8483}, {}}); // 84 83: we do not know it
        return sent && answer_.end == ZvtAnswer::End::Lost;
    }

    bool note(const ZvtMessage& message) {
        switch (message.control) {
        case zvt::statusInformation:
            answer_.status = ZvtFields::parse(message.data);
            return true;
        case zvt::intermediateStatus:
            if (options_.prompt && !message.data.empty())
                options_.prompt(promptOf(message.data.front()));
            return true;
        case zvt::printLine:
            lines_.addLine(message.data);
            return true;
        case zvt::printTextBlock:
            lines_.addBlock(message.data);
            return true;
        case zvt::completion:
            answer_.end = ZvtAnswer::End::Completed;
            answer_.completion = message.data;
            return true;
        case zvt::abortByTerminal:
            answer_.end = ZvtAnswer::End::Aborted;
            answer_.code = message.data.empty() ? 0 : message.data.front();
            return true;
        default:
            return false;
        }
    }

    ZvtLink& link_;
    const ZvtExchangeOptions& options_;
    ZvtReceiptLines lines_;
    ZvtAnswer answer_;
    bool abortSent_ = false;
};

} // namespace

std::optional<std::uint8_t> ZvtAnswer::resultCode() const {
    return status ? status->byte(bmp::resultCode) : std::nullopt;
}

ZvtAnswer exchange(ZvtLink& link, const ZvtMessage& command, const ZvtExchangeOptions& options) {
    return Exchange(link, options).run(command);
}

} // namespace vienlogs::devices::pos
