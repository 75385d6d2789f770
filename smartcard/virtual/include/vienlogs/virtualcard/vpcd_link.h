// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "vienlogs/virtualcard/fault.h"
#include "vienlogs/virtualcard/virtual_card.h"

namespace vienlogs::virtualcard {

/// Where the virtual reader (vpcd) listens.
struct VpcdAddress {
    std::string host = "127.0.0.1";
    std::uint16_t port = 35963;
};

/// Puts a virtual card into a virtual reader and lets it answer. The reader away, it waits for it. Commands,
/// one a line, come from a file handle: "remove", "insert", "insert PORT", "quit", "fault TEXT"; each change
/// is told to `tell` in one line. "count" tells how many commands came since the insertion or the last count.
class VpcdLink {
public:
    VpcdLink(VirtualCard& card, VpcdAddress address, std::vector<Fault> faults,
             std::function<void(const std::string&)> tell);
    ~VpcdLink();
    VpcdLink(const VpcdLink&) = delete;
    VpcdLink& operator=(const VpcdLink&) = delete;

    /// Runs until "quit", or until `stopHandle` becomes readable. The end of the commands does not end it.
    void run(int commandHandle, int stopHandle, bool inserted);

private:
    void connect();
    void disconnect();
    void obey(const std::string& line);
    void take(Fault fault);
    bool chooseReader(const std::string& port);
    void readCommands(int handle);
    void serve();
    void answer(const base::Bytes& message);
    /// Whether a fault took the place of the card's own answer.
    bool answerWithFault();
    void send(const base::Bytes& payload);

    VirtualCard& card_;
    VpcdAddress address_;
    std::vector<Fault> faults_;
    std::function<void(const std::string&)> tell_;
    base::Bytes received_;
    std::string commands_;
    std::chrono::milliseconds delay_{};
    int socket_ = -1;
    int commandsSeen_ = 0;
    bool wanted_ = false, quit_ = false, commandsEnded_ = false;
};

} // namespace vienlogs::virtualcard
