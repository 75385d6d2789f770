// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QString>
#include <memory>

#include "vienlogs/fakes/fake_api.h"
#include "vienlogs/fakes/fake_browser.h"
#include "vienlogs/fakes/fake_cards.h"
#include "vienlogs/fakes/fake_devices.h"
#include "vienlogs/fakes/fake_store.h"
#include "vienlogs/workflows/workplace.h"

namespace vienlogs::fakes {

inline constexpr const char* clerkReader = "Reader A";
inline constexpr const char* clientReader = "Reader B";

/// A desk over fakes with the real catalogue and forms. kill() is the program killed, start() begun anew over
/// what it left.
class Desk {
public:
    Desk();
    ~Desk();

    void start();
    void kill();
    [[nodiscard]] workflows::Workplace& workplace() { return *workplace_; }
    [[nodiscard]] workflows::Contact& contact() { return workplace_->contact(); }

    [[nodiscard]] static FakeCard clerkCard();
    [[nodiscard]] static FakeCard clientCard();
    [[nodiscard]] static FakeCard otherClientCard();

    /// Clerk's card in, PIN1, logged in. False when it did not happen in time.
    [[nodiscard]] bool logIn();
    /// The client's card in, the contact begun.
    [[nodiscard]] bool identify();
    /// On to the given step by the shortest way, each act as a clerk would do it.
    [[nodiscard]] bool walkTo(workflows::ContactStep step,
                              const std::string& service = "dzivesvietas-deklaresana");
    /// Answers every required field of the form with something that fits.
    void fillForm();
    /// Runs the event loop until it holds or the time is over.
    [[nodiscard]] static bool until(const std::function<bool()>& holds, int milliseconds = 5000);

    base::SystemClock clock;
    FakeStore store;
    FakeStoreAccess access{store};
    FakeApi api;
    FakeBrowser browser;
    FakeCardReaders readers{{clerkReader, clientReader}};
    FakeSigner signer;
    FakeRevocation revocation;
    FakeTerminal terminal;
    FakeScanner scanner;
    FakePrinter printer;
    std::vector<base::Failure> failures; ///< All that the workplace told, in order.

private:
    [[nodiscard]] bool stepForward();
    void answerField(const forms::FormField& field);
    std::string service_;
    std::unique_ptr<workflows::Workplace> workplace_;
};

} // namespace vienlogs::fakes
