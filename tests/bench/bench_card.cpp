// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// How long from a card's insertion until the program is told, and from there until it is known whose it is;
// and identifying, logging in and signing against OpenSC's tools on the same card, each a process of its own.
// Prints what it measures and fails if something takes longer than it may.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <fstream>
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

/// One task with the card as a process of its own does it: nothing is known of the card before.
int once(const std::string& task, const std::string& authorities) {
    const auto trust = card::TrustStore::fromDirectory(authorities);
    const base::SystemClock clock;
    pcsc::PcscReaders readers(*trust, clock);
    auto session = readers.open(test::Pcscd::plainReader);
    if (!session)
        return 1;
    const base::Bytes data = base::bytesOf("what is to be signed");
    if (task == "sign")
        return (*session)->sign(data, base::Secret("123456")) ? 0 : 1;
    if (!(*session)->identity())
        return 1;
    if (task == "identify")
        return 0;
    return (*session)->verifyPin(ports::PinKind::Pin1, base::Secret("1234")) && (*session)->authenticate(data)
               ? 0
               : 1;
}

struct Cost {
    int commands = 0;
    std::vector<double> times; ///< Milliseconds.
    /// The shortest: now and then the service keeps whoever connects waiting for 60 ms, whoever it is.
    [[nodiscard]] double shortest() const { return *std::min_element(times.begin(), times.end()); }
};

void runCounted(Cost& cost, test::CardProcess& card, std::vector<std::string> command) {
    std::vector<char*> arguments;
    for (auto& word : command)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t silent;
    posix_spawn_file_actions_init(&silent);
    posix_spawn_file_actions_addopen(&silent, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&silent, 2, "/dev/null", O_WRONLY, 0);
    static_cast<void>(card.countCommands());
    const auto start = Clock::now();
    pid_t process = 0;
    int status = -1;
    if (::posix_spawnp(&process, arguments[0], &silent, nullptr, arguments.data(), environ) == 0)
        ::waitpid(process, &status, 0);
    posix_spawn_file_actions_destroy(&silent);
    cost.times.push_back(duration<double, std::milli>(Clock::now() - start).count());
    cost.commands = card.countCommands();
    if (status != 0)
        throw std::runtime_error(command[0] + " failed");
}

struct Task {
    const char* name;
    std::vector<std::string> theirs; ///< How OpenSC does it.
    double commandsAtMost;           ///< Of theirs.
};

bool isHalfOfOpenSc(const char* self) {
    constexpr int rounds = 15;
    const test::Pcscd service(test::Pcscd::Driver::Vienlogs);
    test::CardProcess card(service, test::Pcscd::firstPort, "esteid", "010181-15098");
    const auto hash = (service.directory() / "hash").string(),
               output = (service.directory() / "out").string();
    std::ofstream(hash) << std::string(48, 'h');
    const auto signing = [&](const char* slot, const char* id, const char* pin) {
        return std::vector<std::string>{"pkcs11-tool",
                                        "--module",
                                        "opensc-pkcs11.so",
                                        "--slot-index",
                                        slot,
                                        "--sign",
                                        "--mechanism",
                                        "ECDSA",
                                        "--id",
                                        id,
                                        "--login",
                                        "--pin",
                                        pin,
                                        "-i",
                                        hash,
                                        "-o",
                                        output};
    };
    const std::vector<Task> tasks{
        {"identify", {"pkcs15-tool", "--read-certificate", "01", "-o", output}, 0.5},
        {"login", signing("0", "01", "1234"), 0.5},
        // Both certificates are read, and one is compared with the signature.
        {"sign", signing("1", "02", "123456"), 0.55}};
    bool good = true;
    for (const auto& task : tasks) {
        Cost ours, theirs;
        for (int i = 0; i < rounds; ++i) { // in turn, so that both meet the same load
            runCounted(ours, card, {self, "--once", task.name, (service.directory() / "ca").string()});
            runCounted(theirs, card, task.theirs);
        }
        const double commands = double(ours.commands) / theirs.commands,
                     time = ours.shortest() / theirs.shortest();
        std::cout << task.name << ": ours " << ours.commands << " commands, " << ours.shortest()
                  << " ms; OpenSC " << theirs.commands << " commands, " << theirs.shortest() << " ms; ratios "
                  << commands << ", " << time << '\n';
        good = good && commands <= task.commandsAtMost && time <= 0.75;
    }
    return good;
}

bool insertionIsSeenInTime() {
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
            return false;
        const auto told = Clock::now();
        if (!(*known.open(test::Pcscd::plainReader))->identity())
            return false;
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
    return late < eventAtMost && percentile(unknownCard, 50) <= oursAtMost;
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 4 && std::strcmp(argv[1], "--once") == 0)
        return once(argv[2], argv[3]);
    const bool inTime = insertionIsSeenInTime(), half = isHalfOfOpenSc(argv[0]);
    return inTime && half ? 0 : 1;
}
