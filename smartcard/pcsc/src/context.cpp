// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "context.h"

#include <array>
#include <cstdio>
#include <utility>

#include "vienlogs/card/failures.h"

namespace vienlogs::pcsc {

namespace {

using card::codes::FailureCode;
namespace codes = card::codes;

struct Meaning {
    LONG status;
    FailureCode code;
};

// A card whose answer was lost is as good as pulled out: its session is over and it must be put in again.
constexpr std::array meanings{
    Meaning{LONG(SCARD_E_NO_READERS_AVAILABLE), codes::noReader},
    Meaning{LONG(SCARD_E_UNKNOWN_READER), codes::readerGone},
    Meaning{LONG(SCARD_E_READER_UNAVAILABLE), codes::readerGone},
    Meaning{LONG(SCARD_E_NO_SMARTCARD), codes::noCard},
    Meaning{LONG(SCARD_W_REMOVED_CARD), codes::cardGone},
    Meaning{LONG(SCARD_E_NOT_TRANSACTED), codes::cardGone},
    Meaning{LONG(SCARD_E_COMM_DATA_LOST), codes::cardGone},
    Meaning{LONG(SCARD_E_INVALID_HANDLE), codes::cardGone},
    Meaning{LONG(SCARD_W_RESET_CARD), codes::cardReset},
    Meaning{LONG(SCARD_W_UNRESPONSIVE_CARD), codes::cardMute},
    Meaning{LONG(SCARD_W_UNPOWERED_CARD), codes::cardMute},
    Meaning{LONG(SCARD_W_UNSUPPORTED_CARD), codes::cardMute},
    Meaning{LONG(SCARD_E_PROTO_MISMATCH), codes::cardMute},
    Meaning{LONG(SCARD_E_SHARING_VIOLATION), codes::readerBusy},
};

} // namespace

base::Failure failureOf(LONG status, const char* what) {
    char detail[96];
    std::snprintf(detail, sizeof detail, "%s: 0x%08lX", what, static_cast<unsigned long>(status));
    for (const auto& meaning : meanings)
        if (meaning.status == status)
            return {meaning.code, detail, {}};
    return {codes::serviceAway, detail, {}};
}

base::Result<Context> Context::establish() {
    SCARDCONTEXT handle = 0;
    if (const auto status = SCardEstablishContext(SCARD_SCOPE_SYSTEM, nullptr, nullptr, &handle);
        status != SCARD_S_SUCCESS)
        return base::fail(codes::serviceAway, failureOf(status, "SCardEstablishContext").detail);
    return Context(handle);
}

Context::~Context() {
    if (handle_)
        SCardReleaseContext(handle_);
}

Context::Context(Context&& other) noexcept : handle_(std::exchange(other.handle_, 0)) {}

base::Result<std::vector<std::string>> Context::readerNames() const {
    constexpr std::size_t largestList = 4096; // 16 readers of at most 128 characters
    std::vector<char> list(largestList);
    DWORD size = DWORD(list.size());
    const auto status = SCardListReaders(handle_, nullptr, list.data(), &size);
    if (status == LONG(SCARD_E_NO_READERS_AVAILABLE))
        return std::vector<std::string>{};
    if (status != SCARD_S_SUCCESS)
        return base::fail(codes::serviceAway, failureOf(status, "SCardListReaders").detail);
    std::vector<std::string> names;
    for (const char* name = list.data(); *name; name += names.back().size() + 1)
        names.emplace_back(name);
    return names;
}

} // namespace vienlogs::pcsc
