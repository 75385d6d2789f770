// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "parking.h"

#include <algorithm>

namespace vienlogs::server::http {

namespace {

constexpr std::size_t maxParked = 4096;
constexpr std::ptrdiff_t maxParkedOfDevice = 8;
constexpr auto lookEvery = std::chrono::milliseconds(100); ///< How late an answer may be.

} // namespace

Parking::Parking(Ways ways) : ways_(std::move(ways)), timer_([this] { run(); }) {}

Parking::~Parking() {
    stop();
}

bool Parking::hasRoomFor(const std::string& device) {
    const auto ofDevice = [&] {
        return std::count_if(parked_.begin(), parked_.end(),
                             [&](const auto& entry) { return entry.second.device == device; });
    };
    if (parked_.size() < maxParked && ofDevice() < maxParkedOfDevice)
        return true;
    std::erase_if(parked_, [](const auto& entry) { return entry.second.exchange->isGone(); });
    return parked_.size() < maxParked && ofDevice() < maxParkedOfDevice;
}

bool Parking::park(const std::string& topic, Parked parked) {
    const std::scoped_lock lock(mutex_);
    if (stopped_ || !hasRoomFor(parked.device))
        return false;
    parked_.emplace(topic, std::move(parked));
    changed_.notify_one();
    return true;
}

void Parking::wake(const std::string& topic) {
    std::vector<Parked> woken;
    {
        const std::scoped_lock lock(mutex_);
        const auto [first, last] = parked_.equal_range(topic);
        std::transform(first, last, std::back_inserter(woken),
                       [](auto& entry) { return std::move(entry.second); });
        parked_.erase(first, last);
    }
    for (const auto& parked : woken)
        ways_.again(parked.exchange);
}

std::vector<Parking::Parked> Parking::takeOver(std::chrono::steady_clock::time_point now, bool all) {
    std::vector<Parked> over;
    for (auto at = parked_.begin(); at != parked_.end();) {
        const bool gone = at->second.exchange->isGone();
        if (!gone && !all && at->second.until > now) {
            ++at;
            continue;
        }
        if (!gone)
            over.push_back(std::move(at->second));
        at = parked_.erase(at);
    }
    return over;
}

void Parking::run() {
    for (;;) {
        std::vector<Parked> over;
        bool last = false;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return stopped_ || !parked_.empty(); });
            changed_.wait_for(lock, lookEvery, [&] { return stopped_; });
            last = stopped_;
            over = takeOver(std::chrono::steady_clock::now(), last);
        }
        for (auto& parked : over)
            ways_.over(parked.exchange, std::move(parked.whenOver));
        if (last)
            return;
    }
}

void Parking::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stopped_ = true;
    }
    changed_.notify_one();
    if (timer_.joinable())
        timer_.join();
}

std::size_t Parking::size() const {
    const std::scoped_lock lock(mutex_);
    return parked_.size();
}

} // namespace vienlogs::server::http
