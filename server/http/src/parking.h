// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <condition_variable>
#include <map>
#include <thread>

#include "message.h"
#include "vienlogs/server/front/application.h"

namespace vienlogs::server::http {

/// Requests that wait for news without holding a thread: each is asked again when there are some, and gets
/// the answer it came with when its time is over.
class Parking {
public:
    using Exchange = std::shared_ptr<front::Exchange>;
    struct Parked {
        Exchange exchange;
        std::string device;
        Response whenOver;
        std::chrono::steady_clock::time_point until;
    };
    /// `again` serves a request anew, `over` answers it; both are called on any thread and do not wait.
    struct Ways {
        std::function<void(const Exchange&)> again;
        std::function<void(const Exchange&, Response)> over;
    };
    explicit Parking(Ways ways);
    ~Parking();
    Parking(const Parking&) = delete;
    Parking& operator=(const Parking&) = delete;

    /// False when there is no room for one more of this device; then nothing happens.
    [[nodiscard]] bool park(const std::string& topic, Parked parked);
    /// There is news of the topic.
    void wake(const std::string& topic);
    /// Ends all waiting, now and from now on.
    void stop();
    [[nodiscard]] std::size_t size() const;

private:
    using All = std::multimap<std::string, Parked>; ///< By topic.
    void run();
    [[nodiscard]] std::vector<Parked> takeOver(std::chrono::steady_clock::time_point now, bool all);
    [[nodiscard]] bool hasRoomFor(const std::string& device);

    Ways ways_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    All parked_;
    bool stopped_ = false;
    std::thread timer_;
};

} // namespace vienlogs::server::http
