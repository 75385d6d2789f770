// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// How long from a card's insertion until it is known whose it is. Prints what it measures and fails if our
// own part, or the whole, takes longer than it may.
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

constexpr int insertions = 12;
constexpr auto oursAtMost = 150ms, wholeAtMost = 500ms;

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

milliseconds median(std::vector<milliseconds> times) {
    std::nth_element(times.begin(), times.begin() + long(times.size() / 2), times.end());
    return times[times.size() / 2];
}

} // namespace

int main() {
    const test::Pcscd service;
    test::CardProcess card(service, test::Pcscd::firstPort, "seid-ec", "010181-15098");
    const auto trust = card::TrustStore::fromDirectory(service.directory() / "ca");
    const base::SystemClock clock;
    pcsc::PcscReaders known(*trust, clock);
    Arrival arrival(known);
    std::vector<milliseconds> whole, unknownCard, knownCard;
    for (int i = 0; i < insertions; ++i) {
        card.remove();
        arrival.waitFor(false);
        const auto start = Clock::now();
        card.insert();
        const auto seen = arrival.waitFor(true);
        pcsc::PcscReaders fresh(*trust, clock);
        if (!(*fresh.open(test::Pcscd::firstReader))->identity())
            return 1;
        const auto told = Clock::now();
        if (!(*known.open(test::Pcscd::firstReader))->identity())
            return 1;
        whole.push_back(duration_cast<milliseconds>(told - start));
        unknownCard.push_back(duration_cast<milliseconds>(told - seen));
        knownCard.push_back(duration_cast<milliseconds>(Clock::now() - told));
    }
    known.stop();
    std::cout << "insertion to identity: " << median(whole).count() << " ms (median of " << insertions
              << "), ours of it: a new card " << median(unknownCard).count() << " ms, a known card "
              << median(knownCard).count() << " ms\n";
    return median(whole) <= wholeAtMost && median(unknownCard) <= oursAtMost ? 0 : 1;
}
