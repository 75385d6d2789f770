// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// How long from a card's insertion until the program is told, and from there until it is known whose it is.
// Prints what it measures and fails if either takes longer than it may.
#include <algorithm>
#include <condition_variable>
#include <iostream>

#include "vienlogs/pcsc/pcsc_readers.h"
#include "vienlogs/test/pcscd.h"

using namespace vienlogs;
using namespace std::chrono;
using namespace std::chrono_literals;
using Clock = steady_clock;

namespace {

constexpr int insertions = 40;
constexpr auto eventAtMost = 50ms, oursAtMost = 150ms;

/// Tells when the first reader last got a card.
class Arrival {
public:
    explicit Arrival(pcsc::PcscReaders& readers) {
        readers.watch([this](const auto& now) {
            const std::lock_guard lock(mutex_);
            present_ = now && !now->empty() && now->front().cardPresent;
            at_ = Clock::now();
            told_.notify_all();
        });
    }
    Clock::time_point waitFor(bool present) {
        std::unique_lock lock(mutex_);
        if (!told_.wait_for(lock, 10s, [&] { return present_ == present; }))
            throw std::runtime_error("the service does not see the card");
        return at_;
    }

private:
    std::mutex mutex_;
    std::condition_variable told_;
    bool present_ = false;
    Clock::time_point at_;
};

/// The time that so many of a hundred stay below.
milliseconds percentile(std::vector<milliseconds> times, std::size_t percent) {
    const auto at = times.begin() + long((times.size() - 1) * percent / 100);
    std::nth_element(times.begin(), at, times.end());
    return *at;
}

} // namespace

int main() {
    const test::Pcscd service(test::Pcscd::Driver::Vienlogs);
    test::CardProcess card(service, test::Pcscd::firstPort, "seid-ec", "010181-15098");
    const auto trust = card::TrustStore::fromDirectory(service.directory() / "ca");
    const base::SystemClock clock;
    pcsc::PcscReaders known(*trust, clock);
    Arrival arrival(known);
    std::vector<milliseconds> event, unknownCard, knownCard;
    for (int i = 0; i < insertions; ++i) {
        card.remove();
        arrival.waitFor(false);
        const auto start = Clock::now();
        card.insert();
        const auto seen = arrival.waitFor(true);
        pcsc::PcscReaders fresh(*trust, clock);
        if (!(*fresh.open(test::Pcscd::plainReader))->identity())
            return 1;
        const auto told = Clock::now();
        if (!(*known.open(test::Pcscd::plainReader))->identity())
            return 1;
        event.push_back(duration_cast<milliseconds>(seen - start));
        unknownCard.push_back(duration_cast<milliseconds>(told - seen));
        knownCard.push_back(duration_cast<milliseconds>(Clock::now() - told));
    }
    known.stop();
    const auto late = percentile(event, 95);
    std::cout << "insertion to event: " << percentile(event, 50).count() << " ms median, " << late.count()
              << " ms p95 of " << insertions << "; from there to the identity: a new card "
              << percentile(unknownCard, 50).count() << " ms, a known one "
              << percentile(knownCard, 50).count() << " ms (medians)\n";
    return late < eventAtMost && percentile(unknownCard, 50) <= oursAtMost ? 0 : 1;
}
