// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// payment_desk_victim PORT JOURNAL INVOICE [N]: takes one payment of 47.50 and is dead at the N-th event.
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "desk_fixture.h"

using namespace vienlogs;

namespace {

int eventsLeft = 0;

/// Like a power cut: no destructor, no flush.
void event() {
    if (--eventsLeft == 0)
        ::raise(SIGKILL);
}

} // namespace

int main(int count, char** arguments) {
    if (count < 4)
        return EXIT_FAILURE;
    eventsLeft = count > 4 ? std::atoi(arguments[4]) : 0;
    const base::SystemClock clock;
    test::FileJournal journal(arguments[2]);
    journal.beforeSave = [](const auto&) -> base::Result<void> {
        event();
        return {};
    };
    journal.afterSave = [](const auto&) { event(); };
    devices::pos::ZvtTerminal driver(test::quickSettings(static_cast<std::uint16_t>(std::atoi(arguments[1]))),
                                     clock);
    payment_desk::PaymentDesk desk(driver, journal, clock);
    const auto invoice = base::Ulid::parse(arguments[3]);
    const auto taken = desk.take({*invoice, base::Ulid::make(clock), base::Money::cents(4750)},
                                 [](ports::PosPrompt) { event(); });
    event();
    std::puts(taken ? std::string(nameOf(taken->state)).c_str()
                    : std::string(taken.error().code.text).c_str());
    return EXIT_SUCCESS;
}
