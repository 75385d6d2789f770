// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "behaviour.h"
#include "ledger.h"
#include "vienlogs/devices/pos/zvt_message.h"
#include "zvt_link.h"

namespace vienlogs::devices::pos {

/// What all connections to one terminal share.
struct Terminal {
    Behaviour behaviour;
    Ledger ledger;
    std::atomic<bool> busy{false};
    std::atomic<int> sessions{0};
};

/// One desk's connection. A transaction goes on when the desk is gone, as on a real terminal.
class Session {
public:
    Session(Terminal& terminal, std::unique_ptr<ZvtLink> link);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    /// Serves commands until the desk or a fault ends the connection.
    void run();

private:
    enum class Waited { Elapsed, Aborted };

    void serve(const ZvtMessage& command);
    void registerDesk();
    void tellStatus();
    void pay(const ZvtMessage& command);
    Waited askCustomer();
    void capture(std::uint64_t cents);
    void decline(std::uint64_t cents);
    void repeat();
    void reverse(const ZvtMessage& command);
    void endDay();

    void tellResult(const Transaction& transaction);
    void print(const std::vector<std::string>& lines, std::uint8_t type);
    void acknowledge() { put({zvt::acknowledged, {}}); }
    void refuse(std::uint8_t reason) { put({static_cast<std::uint16_t>(0x8400 | reason), {}}); }
    void complete() { tell({zvt::completion, {}}); }
    void giveUp(std::uint8_t reason) { tell({zvt::abortByTerminal, {reason}}); }
    Waited showFor(std::uint8_t status, std::chrono::milliseconds time);
    /// Sends without waiting; counts the messages of a payment for "drop-at-N".
    void put(const ZvtMessage& message);
    /// Sends and waits for the acknowledgement.
    void tell(const ZvtMessage& message);
    void drop() { link_.reset(); }
    /// Handles what the desk says in the middle of a transaction; true if it was 06 B0 and is obeyed.
    bool hear(const ZvtMessage& message);

    Terminal& terminal_;
    std::unique_ptr<ZvtLink> link_;
    int dropAt_ = 0; ///< Drops instead of sending this message of the payment; 0 never.
    int sent_ = 0;
    bool abortHeard_ = false;
};

} // namespace vienlogs::devices::pos
