// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pcsc_channel.h"

#include <array>

#include "vienlogs/card/failures.h"

namespace vienlogs::pcsc {

namespace codes = card::codes;

namespace {

constexpr DWORD protocols = SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1;

} // namespace

base::Result<std::unique_ptr<PcscChannel>> PcscChannel::connect(const std::string& reader) {
    auto context = Context::establish();
    if (!context)
        return base::fail(std::move(context.error()));
    std::unique_ptr<PcscChannel> channel(new PcscChannel(std::move(*context), reader));
    const auto status = SCardConnect(channel->context_.handle(), reader.c_str(), SCARD_SHARE_SHARED,
                                     protocols, &channel->card_, &channel->protocol_);
    if (status != SCARD_S_SUCCESS) {
        auto failure = failureOf(status, "SCardConnect");
        if (failure.code == codes::cardGone)
            failure.code = codes::noCard;
        if (failure.code == codes::readerGone)
            failure.argument = reader;
        return base::fail(std::move(failure));
    }
    if (auto read = channel->readAnswerToReset(); !read)
        return base::fail(std::move(read.error()));
    channel->pad_ = PinPad::of(channel->card_);
    return channel;
}

PcscChannel::~PcscChannel() {
    if (card_)
        SCardDisconnect(card_, reset_ ? SCARD_RESET_CARD : SCARD_LEAVE_CARD);
}

base::Result<void> PcscChannel::readAnswerToReset() {
    std::array<BYTE, MAX_ATR_SIZE> atr{};
    auto size = DWORD(atr.size());
    const auto status = SCardStatus(card_, nullptr, nullptr, nullptr, nullptr, atr.data(), &size);
    if (status != SCARD_S_SUCCESS)
        return base::fail(lost(status, "SCardStatus"));
    answerToReset_.assign(atr.begin(), atr.begin() + size);
    return {};
}

base::Failure PcscChannel::lost(LONG status, const char* what) {
    auto failure = failureOf(status, what);
    const bool serviceLives = SCardIsValidContext(context_.handle()) == SCARD_S_SUCCESS;
    if (failure.code == codes::cardReset)
        return failure;
    failure.code = serviceLives ? codes::cardGone : codes::serviceAway;
    reset_ = false; // there is nothing left to reset, and the service takes a failed reset for a removal of
                    // its own
    return failure;
}

base::Result<base::Bytes> PcscChannel::transmit(const base::Bytes& command) {
    const auto* header = protocol_ == SCARD_PROTOCOL_T0 ? SCARD_PCI_T0 : SCARD_PCI_T1;
    base::Bytes answer(MAX_BUFFER_SIZE);
    auto size = DWORD(answer.size());
    const auto status =
        SCardTransmit(card_, header, command.data(), DWORD(command.size()), nullptr, answer.data(), &size);
    if (status != SCARD_S_SUCCESS)
        return base::fail(lost(status, "SCardTransmit"));
    if (size < 2) // some drivers call it a success when the card was pulled while it thought
        return base::fail(lost(SCARD_E_NOT_TRANSACTED, "SCardTransmit without a status"));
    answer.resize(size);
    return answer;
}

base::Result<base::Bytes> PcscChannel::transmitFromPad(const card::PadCommand& command) {
    const auto code = command.fresh ? pad_.modify : pad_.verify;
    if (!code)
        return base::fail(codes::noPinPad);
    const auto request = command.fresh ? modifyRequest(command) : verifyRequest(command);
    base::Bytes answer(MAX_BUFFER_SIZE);
    DWORD size = 0;
    const auto status = SCardControl(card_, code, request.data(), DWORD(request.size()), answer.data(),
                                     DWORD(answer.size()), &size);
    if (status != SCARD_S_SUCCESS)
        return base::fail(lost(status, "SCardControl"));
    answer.resize(size);
    return answer;
}

base::Result<void> PcscChannel::begin() {
    if (const auto status = SCardBeginTransaction(card_); status != SCARD_S_SUCCESS)
        return base::fail(lost(status, "SCardBeginTransaction"));
    return {};
}

void PcscChannel::end() noexcept {
    SCardEndTransaction(card_, SCARD_LEAVE_CARD);
}

base::Result<void> PcscChannel::reconnect() {
    const auto status = SCardReconnect(card_, SCARD_SHARE_SHARED, protocols, SCARD_LEAVE_CARD, &protocol_);
    if (status != SCARD_S_SUCCESS)
        return base::fail(lost(status, "SCardReconnect"));
    return {};
}

} // namespace vienlogs::pcsc
