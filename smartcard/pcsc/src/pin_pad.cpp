// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pin_pad.h"

#include <reader.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace vienlogs::pcsc {

namespace {

constexpr std::uint8_t seconds = 30;
constexpr std::uint8_t leftAsciiInBytes = 0x82;
constexpr std::uint8_t enterKeyPressed = 0x02;
constexpr std::uint8_t askForNewTwice = 0x01, askForCurrent = 0x02;
constexpr std::uint16_t latvian = 0x0426; // the pad's own messages; a reader without them uses its own
constexpr std::size_t longestBlock = 15;  // what the field of the block's size can say

template<typename Structure>
base::Bytes with(Structure structure, const card::PadCommand& request) {
    structure.bTimerOut = structure.bTimerOut2 = seconds;
    structure.bmFormatString = leftAsciiInBytes;
    structure.bmPINBlockString = std::uint8_t(std::min(request.longest, longestBlock));
    structure.wPINMaxExtraDigit = std::uint16_t(request.shortest << 8 | request.longest);
    structure.bEntryValidationCondition = enterKeyPressed;
    structure.wLangId = latvian;
    const auto command = request.command.encode();
    structure.ulDataLength = std::uint32_t(command.size());
    base::Bytes bytes(sizeof structure);
    std::memcpy(bytes.data(), &structure, sizeof structure);
    bytes.insert(bytes.end(), command.begin(), command.end());
    return bytes;
}

} // namespace

PinPad PinPad::of(SCARDHANDLE card) {
    PinPad pad;
    std::array<std::uint8_t, 256> list{};
    DWORD size = 0;
    if (SCardControl(card, CM_IOCTL_GET_FEATURE_REQUEST, nullptr, 0, list.data(), DWORD(list.size()),
                     &size) != SCARD_S_SUCCESS)
        return pad; // a reader without features says so by failing
    constexpr DWORD entry = sizeof(PCSC_TLV_STRUCTURE);
    for (DWORD at = 0; at + entry <= size; at += entry) {
        const auto* tlv = list.data() + at;
        const DWORD code = DWORD(tlv[2]) << 24 | DWORD(tlv[3]) << 16 | DWORD(tlv[4]) << 8 | tlv[5];
        if (tlv[0] == FEATURE_VERIFY_PIN_DIRECT)
            pad.verify = code;
        if (tlv[0] == FEATURE_MODIFY_PIN_DIRECT)
            pad.modify = code;
    }
    return pad;
}

base::Bytes verifyRequest(const card::PadCommand& command) {
    PIN_VERIFY_STRUCTURE structure{};
    structure.bNumberMessage = 1;
    return with(structure, command);
}

base::Bytes modifyRequest(const card::PadCommand& command) {
    PIN_MODIFY_STRUCTURE structure{};
    structure.bInsertionOffsetNew = std::uint8_t(*command.fresh);
    structure.bConfirmPIN = std::uint8_t(askForNewTwice | (command.current ? askForCurrent : 0));
    structure.bNumberMessage = command.current ? 3 : 2;
    structure.bMsgIndex2 = 1;
    structure.bMsgIndex3 = 2;
    return with(structure, command);
}

} // namespace vienlogs::pcsc
