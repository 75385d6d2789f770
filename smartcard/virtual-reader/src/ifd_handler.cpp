// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// The functions that the PC/SC service calls (pcsc-lite, ifdhandler.h, version 3). They know a reader by its
// "Lun", hence the table.
extern "C" {
#include <ifdhandler.h>
#include <reader.h>
}
#include <string.h>

#include <algorithm>
#include <array>
#include <map>

#include "virtual_reader.h"

using namespace vienlogs::virtualreader;

namespace {

constexpr DWORD ioctlBase = 0x330000;
constexpr UCHAR mostReaders = 16;

struct Table {
    std::mutex mutex;
    std::map<DWORD, std::shared_ptr<Reader>> readers;
};

Table& table() {
    static Table readers;
    return readers;
}

std::shared_ptr<Reader> readerOf(DWORD lun) {
    const std::lock_guard lock(table().mutex);
    const auto found = table().readers.find(lun);
    return found == table().readers.end() ? nullptr : found->second;
}

/// Gives the service bytes, if its buffer holds them.
RESPONSECODE give(const Bytes& bytes, PUCHAR buffer, PDWORD size) {
    if (!buffer || *size < bytes.size())
        return IFD_ERROR_INSUFFICIENT_BUFFER;
    std::copy(bytes.begin(), bytes.end(), buffer);
    *size = DWORD(bytes.size());
    return IFD_SUCCESS;
}

template<typename Value>
Bytes bytesOf(Value value) {
    Bytes bytes(sizeof value);
    memcpy(bytes.data(), &value, sizeof value);
    return bytes;
}

RESPONSECODE waitForChange(DWORD lun, int milliseconds) {
    const auto reader = readerOf(lun);
    if (!reader)
        return IFD_NO_SUCH_DEVICE;
    reader->waitForChange(std::chrono::milliseconds(milliseconds));
    return IFD_SUCCESS;
}

RESPONSECODE stopWaiting(DWORD lun) {
    if (const auto reader = readerOf(lun))
        reader->stopWaiting();
    return IFD_SUCCESS;
}

/// One feature a TLV, its control code big-endian (PC/SC part 10, 2.2).
Bytes features() {
    Bytes list;
    for (const std::uint8_t feature : {FEATURE_VERIFY_PIN_DIRECT, FEATURE_MODIFY_PIN_DIRECT}) {
        const DWORD code = SCARD_CTL_CODE(ioctlBase + feature);
        list.insert(list.end(), {feature, 4, std::uint8_t(code >> 24), std::uint8_t(code >> 16),
                                 std::uint8_t(code >> 8), std::uint8_t(code)});
    }
    return list;
}

RESPONSECODE padControl(Reader& reader, std::optional<PinCommand> command, PUCHAR buffer, PDWORD size) {
    if (!command)
        return IFD_COMMUNICATION_ERROR;
    const auto answer = reader.transmitFromPad(std::move(*command));
    return answer ? give(*answer, buffer, size) : IFD_COMMUNICATION_ERROR;
}

} // namespace

extern "C" {

#define VIENLOGS_IFD __attribute__((visibility("default")))

VIENLOGS_IFD RESPONSECODE IFDHCreateChannelByName(DWORD Lun, LPSTR DeviceName) {
    // The service takes a name with a colon for no file of its own: "vienlogs:PORT[:SOCKET]".
    const std::string name(DeviceName);
    const auto colon = name.find(':');
    auto reader = colon == std::string::npos ? nullptr : Reader::open(name.substr(colon + 1));
    if (!reader)
        return IFD_NO_SUCH_DEVICE;
    const std::lock_guard lock(table().mutex);
    table().readers[Lun] = std::move(reader);
    return IFD_SUCCESS;
}

VIENLOGS_IFD RESPONSECODE IFDHCreateChannel(DWORD, DWORD) {
    return IFD_NO_SUCH_DEVICE; // a number alone says neither port nor pad
}

VIENLOGS_IFD RESPONSECODE IFDHCloseChannel(DWORD Lun) {
    const auto closed = readerOf(Lun);
    if (closed)
        closed->close();
    const std::lock_guard lock(table().mutex);
    table().readers.erase(Lun);
    return IFD_SUCCESS;
}

VIENLOGS_IFD RESPONSECODE IFDHGetCapabilities(DWORD, DWORD Tag, PDWORD Length, PUCHAR Value) {
    switch (Tag) {
    case TAG_IFD_SIMULTANEOUS_ACCESS:
        return give({mostReaders}, Value, Length);
    case TAG_IFD_THREAD_SAFE:
    case TAG_IFD_SLOTS_NUMBER:
        return give({1}, Value, Length);
    case TAG_IFD_POLLING_THREAD_WITH_TIMEOUT:
        return give(bytesOf(&waitForChange), Value, Length);
    case TAG_IFD_STOP_POLLING_THREAD:
        return give(bytesOf(&stopWaiting), Value, Length);
    default:
        return IFD_ERROR_TAG;
    }
}

VIENLOGS_IFD RESPONSECODE IFDHSetCapabilities(DWORD, DWORD, DWORD, PUCHAR) {
    return IFD_NOT_SUPPORTED;
}

VIENLOGS_IFD RESPONSECODE IFDHSetProtocolParameters(DWORD, DWORD, UCHAR, UCHAR, UCHAR, UCHAR) {
    return IFD_SUCCESS;
}

VIENLOGS_IFD RESPONSECODE IFDHPowerICC(DWORD Lun, DWORD Action, PUCHAR Atr, PDWORD AtrLength) {
    const auto reader = readerOf(Lun);
    if (!reader)
        return IFD_NO_SUCH_DEVICE;
    if (Action == IFD_POWER_DOWN) {
        reader->powerDown();
        *AtrLength = 0;
        return IFD_SUCCESS;
    }
    const auto atr = reader->powerUp(Action == IFD_RESET ? Signal::Reset : Signal::PowerOn);
    if (!atr || atr->size() > MAX_ATR_SIZE)
        return IFD_ERROR_POWER_ACTION;
    *AtrLength = MAX_ATR_SIZE;
    return give(*atr, Atr, AtrLength);
}

VIENLOGS_IFD RESPONSECODE IFDHTransmitToICC(DWORD Lun, SCARD_IO_HEADER, PUCHAR TxBuffer, DWORD TxLength,
                                            PUCHAR RxBuffer, PDWORD RxLength, PSCARD_IO_HEADER) {
    const auto reader = readerOf(Lun);
    if (!reader)
        return IFD_NO_SUCH_DEVICE;
    Bytes command(TxBuffer, TxBuffer + TxLength);
    const auto answer = reader->transmit(command);
    ::explicit_bzero(command.data(), command.size());
    if (!answer) {
        *RxLength = 0;
        return IFD_COMMUNICATION_ERROR;
    }
    return give(*answer, RxBuffer, RxLength);
}

VIENLOGS_IFD RESPONSECODE IFDHControl(DWORD Lun, DWORD dwControlCode, PUCHAR TxBuffer, DWORD TxLength,
                                      PUCHAR RxBuffer, DWORD RxLength, LPDWORD pdwBytesReturned) {
    const auto reader = readerOf(Lun);
    *pdwBytesReturned = 0;
    if (!reader || !reader->hasPad())
        return IFD_ERROR_NOT_SUPPORTED;
    DWORD size = RxLength;
    auto result = RESPONSECODE(IFD_ERROR_NOT_SUPPORTED);
    const Bytes structure(TxBuffer, TxBuffer + (TxBuffer ? TxLength : 0));
    if (dwControlCode == CM_IOCTL_GET_FEATURE_REQUEST)
        result = give(features(), RxBuffer, &size);
    else if (dwControlCode == SCARD_CTL_CODE(ioctlBase + FEATURE_VERIFY_PIN_DIRECT))
        result = padControl(*reader, parseVerify(structure), RxBuffer, &size);
    else if (dwControlCode == SCARD_CTL_CODE(ioctlBase + FEATURE_MODIFY_PIN_DIRECT))
        result = padControl(*reader, parseModify(structure), RxBuffer, &size);
    if (result == IFD_SUCCESS)
        *pdwBytesReturned = size;
    return result;
}

VIENLOGS_IFD RESPONSECODE IFDHICCPresence(DWORD Lun) {
    const auto reader = readerOf(Lun);
    if (!reader)
        return IFD_NO_SUCH_DEVICE;
    return reader->present() ? IFD_ICC_PRESENT : IFD_ICC_NOT_PRESENT;
}

} // extern "C"
