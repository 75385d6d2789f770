// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/money.h"
#include "vienlogs/base/result.h"
#include "vienlogs/domain/payments/payment.h"

namespace vienlogs::ports {

/// What the terminal asks of people while it works (ZVT 04 FF), to be shown as it is said.
enum class PosPrompt { Connecting, InsertCard, EnterPin, WrongPin, PleaseWait, RemoveCard, Declined, Other };

/// What the terminal tells when it is registered.
struct PosRegistration {
    std::string terminalId;
    std::string lastTrace; ///< Empty if it has none yet.
    std::string lastReceipt;
};

/// How a payment ended at the terminal. A lost answer is `Unknown`, never "unpaid".
struct PosOutcome {
    enum class Kind { Captured, Declined, Aborted, Unknown } kind = Kind::Unknown;
    std::optional<domain::payments::TerminalReceipt> receipt; ///< With Captured.
    base::Failure failure{};                                  ///< Why, with the other kinds.
};

/// A card terminal. Blocking: call from a worker thread, one call at a time; only abort() from any thread.
class PosTerminal {
public:
    virtual ~PosTerminal() = default;
    /// Connects and registers; VL-POS-0001 when the terminal is silent.
    [[nodiscard]] virtual base::Result<PosRegistration> registerTerminal() = 0;
    /// Asks once for the amount. `prompt` is called from the calling thread.
    [[nodiscard]] virtual PosOutcome pay(base::Money amount,
                                         const std::function<void(PosPrompt)>& prompt) = 0;
    /// Asks to call the running payment off; the terminal may ignore it, pay() tells how it ended.
    virtual void abort() = 0;
    /// After a lost answer: reconnects, waits until idle, has the last receipt repeated. Nothing if there is
    /// none.
    [[nodiscard]] virtual base::Result<std::optional<domain::payments::TerminalReceipt>> lastReceipt() = 0;
    /// Gives the money of a receipt back. VL-POS-0008: perhaps; VL-POS-0013: it was given back before. After
    /// any other failure it was not given back.
    [[nodiscard]] virtual base::Result<domain::payments::TerminalReceipt>
    reverse(const std::string& receiptNumber) = 0;
    /// The terminal's totals of a day.
    struct DayTotals {
        int count = 0;
        base::Money total;
        std::vector<std::string> lines;
    };
    /// Closes the day. VL-POS-0014: perhaps closed, the totals are lost; after any other failure it is open.
    [[nodiscard]] virtual base::Result<DayTotals> endOfDay() = 0;
};

} // namespace vienlogs::ports
