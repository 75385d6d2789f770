// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// A program that is given PINs and uses them, for test_card_canary to look for what stayed behind. It reads
// them from its input, a character at a time, so that no buffer of its own has them: PIN1, PIN2, PUK, a new
// PIN2.
#include <unistd.h>

#include <array>
#include <iostream>
#include <thread>

#include "vienlogs/card/failures.h"
#include "vienlogs/pcsc/pcsc_readers.h"

using namespace vienlogs;
using ports::PinKind;

namespace {

constexpr int mostTries = 1000;

base::Secret readSecret() {
    std::array<char, 32> characters{};
    std::size_t size = 0;
    while (size < characters.size() && ::read(STDIN_FILENO, &characters[size], 1) == 1 &&
           characters[size] != '\n')
        ++size;
    base::Secret secret(std::string_view(characters.data(), size));
    base::wipe(characters.data(), characters.size());
    return secret;
}

bool useAll(pcsc::PcscReaders& readers, const std::string& reader) {
    const auto pin1 = readSecret(), pin2 = readSecret(), puk = readSecret(), fresh = readSecret();
    const base::Bytes data = base::bytesOf("a challenge");
    auto card = readers.open(reader);
    for (int tries = 0; !card && card.error().code == card::codes::noCard && tries < mostTries; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10)); // until the service has seen it
        card = readers.open(reader);
    }
    if (!card)
        return false;
    const base::Secret wrong("000000");
    return (*card)->verifyPin(PinKind::Pin1, pin1) && (*card)->authenticate(data) &&
           (*card)->sign(data, pin2) && !(*card)->sign(data, wrong) &&
           (*card)->changePin(PinKind::Pin2, pin2, fresh) && (*card)->unblockPin(PinKind::Pin1, puk, pin1) &&
           (*card)->sign(data, fresh);
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3)
        return 2;
    const auto trust = card::TrustStore::fromDirectory(arguments[1]);
    const base::SystemClock clock;
    if (!trust)
        return 1;
    pcsc::PcscReaders readers(*trust, clock);
    // What is still held must be found, or the search proves nothing.
    const base::Secret kept("kept-in-memory");
    std::cout << (useAll(readers, arguments[2]) ? "used" : "failed") << std::endl;
    char ignored = 0;
    static_cast<void>(::read(STDIN_FILENO, &ignored, 1));
    return kept.empty() ? 1 : 0;
}
