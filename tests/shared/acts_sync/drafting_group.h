// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <map>
#include <set>

#include "../domain/acts/random_acts.h"
#include "vienlogs/acts_sync/replica.h"

namespace vienlogs::acts_sync::test {

/// Drafters of one act, the shared log, and a network that loses, doubles and delays, all from one seed.
class DraftingGroup {
public:
    DraftingGroup(std::uint32_t seed, std::size_t drafters);
    /// Something happens: typing, sending, a message arriving or getting lost, a crash, a backup, a restore.
    void step();
    /// The network works and all exchange until nobody has anything to send; false when that does not end.
    [[nodiscard]] bool settle();

    struct Drafter {
        Replica replica; ///< what is durable: a crash loses all but this
        std::size_t askAfter = 0;
        std::uint64_t waitsFor = 0; ///< the request whose answer is awaited; others are not listened to
        std::size_t pushed = 0;
        std::set<base::Ulid> made;
    };
    [[nodiscard]] const std::vector<Drafter>& drafters() const { return drafters_; }
    [[nodiscard]] const Log& log() const { return log_; }
    /// How often each thing happened, so that a test can hold that it did.
    std::map<std::string, int> happened;

private:
    struct Request {
        std::uint64_t number;
        std::size_t from;
        std::optional<std::size_t> after; ///< a pull
        Push push;
    };
    struct Reply {
        std::uint64_t number;
        std::size_t to;
        Answer answer;
    };

    void type(Drafter& drafter);
    Request ask(std::size_t who, bool push);
    Reply serve(const Request& request);
    void hear(const Reply& reply);
    template<typename T>
    std::optional<T> deliver(std::deque<T>& messages);

    acts::test::RandomActs random_;
    std::vector<Drafter> drafters_;
    Log log_;
    Log backup_;
    std::deque<Request> requests_;
    std::deque<Reply> replies_;
    std::uint64_t numbers_ = 0;
    std::int64_t minutes_ = 0;
};

} // namespace vienlogs::acts_sync::test
