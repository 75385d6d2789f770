// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "vienlogs/base/clock.h"
#include "vienlogs/devices/pos/zvt_text.h"
#include "vienlogs/ports/pos_failures.h"
#include "vienlogs/ports/pos_terminal.h"

namespace vienlogs::devices::pos {

/// Where the terminal is and how long it may take.
struct ZvtSettings {
    std::string host;
    std::uint16_t port = 20007;
    std::string password = "000000"; ///< Six digits, as set in the terminal.
    ZvtCharset charset = ZvtCharset::Cp437;
    std::chrono::milliseconds acknowledgement{5'000}; ///< Also for the connection.
    std::chrono::milliseconds answer{180'000};        ///< From one message of the terminal to the next.
    std::chrono::milliseconds settle{5'000};          ///< How long a busy terminal is asked again.
    std::chrono::milliseconds idle{180'000};          ///< How long recovery waits for a busy terminal.
    /// How long it tries one that cannot be reached; then the payment stands as unknown before the clerk, who
    /// asks again.
    std::chrono::milliseconds unreachable{10'000};
    std::chrono::milliseconds pause{1'000}; ///< Between two attempts of the recovery.
};

class ZvtLink;
class WakeUp;
struct ZvtAnswer;

/// A card terminal by ZVT over TCP (PA00P015, PA00P016).
class ZvtTerminal final : public ports::PosTerminal {
public:
    /// Opens nothing yet. `clock` outlives the terminal.
    ZvtTerminal(ZvtSettings settings, const base::Clock& clock);
    ~ZvtTerminal() override;

    /// Also asks for the last receipt (06 20), because only it tells the newest trace number. VL-POS-0001
    /// silent, -0002 refused, -0006 nonsense, -0009 busy.
    [[nodiscard]] base::Result<ports::PosRegistration> registerTerminal() override;
    /// Needs a registration before. Sends 06 01 at most once; a connection known to be lost before that is
    /// Aborted.
    [[nodiscard]] ports::PosOutcome pay(base::Money amount,
                                        const std::function<void(ports::PosPrompt)>& prompt) override;
    /// Holds from registerTerminal() to the end of pay(); asked before 06 01 was sent, it is never sent.
    void abort() override;
    [[nodiscard]] base::Result<std::optional<domain::payments::TerminalReceipt>> lastReceipt() override;
    /// VL-POS-0002 refused (B4: already reversed), -0008 the answer was lost.
    [[nodiscard]] base::Result<domain::payments::TerminalReceipt>
    reverse(const std::string& receiptNumber) override;
    [[nodiscard]] base::Result<DayTotals> endOfDay() override;
    /// Tells the terminal that the desk closes (06 02) and disconnects; a terminal that does not answer is
    /// left.
    void logOff();

private:
    /// The last transaction as 06 20 repeats it; it may be one that was declined.
    struct Repeated {
        domain::payments::TerminalReceipt receipt;
        bool charged = false;
    };
    /// Repeats a command that the terminal refuses as busy, for a short time: a terminal is still busy for a
    /// moment after it has told the end of a payment.
    template<typename Command>
    auto whenNotBusy(const Command& command);
    base::Result<ports::PosRegistration> registerOnce();
    base::Result<domain::payments::TerminalReceipt> reverseOnce(const base::Bytes& number);
    base::Result<DayTotals> endOfDayOnce();
    base::Result<std::string> connectAndRegister();
    base::Result<std::string> ensureRegistered();
    base::Result<std::string> reconnectWhenIdle();
    base::Result<bool> isIdle();
    base::Result<std::optional<Repeated>> repeatedReceipt();
    ports::PosOutcome outcomeOf(const ZvtAnswer& answer, base::Money asked);
    domain::payments::TerminalReceipt receiptOf(const ZvtAnswer& answer, base::Money unlessTold) const;
    bool pauseUnlessAborted();

    ZvtSettings settings_;
    const base::Clock& clock_;
    std::unique_ptr<WakeUp> wakeUp_;
    std::atomic<bool> abortAsked_{false};
    std::unique_ptr<ZvtLink> link_;
    std::string terminalId_;
};

} // namespace vienlogs::devices::pos
