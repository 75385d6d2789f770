// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

#include "pin_pad.h"

namespace vienlogs::virtualreader {

/// One reader. A card is a TCP client of its port: it is in the reader as long as it is connected. Every
/// change is an event, not the finding of a later look. Thread safe: the service asks for presence while a
/// command, or a person at the pad, takes its time.
class Reader {
public:
    /// "PORT" or "PORT:SOCKET" with the path of the pad's socket; nothing when it cannot listen there.
    [[nodiscard]] static std::shared_ptr<Reader> open(const std::string& description);
    /// Ends what waits for a person, too.
    void close();

    [[nodiscard]] bool hasPad() const { return pad_ != nullptr; }
    /// Whether a card is in. One that left since is told as absent once before the next is let in.
    [[nodiscard]] bool present();
    /// Until a card comes or goes, stopWaiting() or the time is over.
    void waitForChange(std::chrono::milliseconds longest);
    void stopWaiting();

    /// The answer to reset; nothing when there is no card.
    [[nodiscard]] std::optional<Bytes> powerUp(Signal how);
    void powerDown();
    /// Nothing when the card went away or stayed silent.
    [[nodiscard]] std::optional<Bytes> transmit(const Bytes& command);
    /// The card's answer to a command that its user completes at the pad, or the reader's own two bytes when
    /// nothing was sent (PC/SC part 10: 6400 too late, 6401 cancelled, 6402 not the same).
    [[nodiscard]] std::optional<Bytes> transmitFromPad(PinCommand command);

private:
    Reader(Handle listener, std::unique_ptr<PinPad> pad);
    using Card = std::shared_ptr<const Handle>;
    [[nodiscard]] Card card();
    void letGo(const Card& gone);
    void letIn();

    Handle listener_;
    Handle stop_;
    std::unique_ptr<PinPad> pad_;
    std::mutex cardMutex_;     // whose card it is
    std::mutex exchangeMutex_; // one command at a time
    Card card_;
    bool absenceTold_ = true;
};

} // namespace vienlogs::virtualreader
