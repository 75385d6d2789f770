// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <mutex>
#include <variant>
#include <vector>

#include "vienlogs/server/front/application.h"

namespace vienlogs::server::front {

/// A socket that was accepted and now belongs to a loop.
struct Newcomer {
    int socket;
    std::string address;
};
/// How long a body may be.
struct Admitted {
    std::size_t most;
};
using Piece = base::Result<std::string>;

/// Something that another thread has to tell a connection.
struct Message {
    std::uint64_t connection = 0;
    std::shared_ptr<Exchange> exchange; ///< Of which request; one that is over hears nothing any more.
    std::variant<Newcomer, Answer, Admitted, Piece> content;
};

/// The way from any thread to a loop.
class Mailbox {
public:
    Mailbox();
    ~Mailbox();
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    void post(Message message);
    /// Wakes the loop without a message.
    void wake() const;
    [[nodiscard]] std::vector<Message> take();
    /// Readable when there is something to take.
    [[nodiscard]] int signal() const { return signal_; }

private:
    int signal_;
    std::mutex mutex_;
    std::vector<Message> messages_;
};

} // namespace vienlogs::server::front
