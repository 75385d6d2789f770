// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "disk.h"
#include "scheduler.h"
#include "trace.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::simulation {

/// Qt's queue of events, of which nothing may be left for another machine's turn.
class EventQueue final : public QObject {
public:
    EventQueue();
    /// Lets everything happen that was put off "until the event loop", and what follows from it.
    void drain();
    bool eventFilter(QObject*, QEvent*) override {
        ++seen_;
        return false;
    }

private:
    std::uint64_t seen_ = 0;
};

/// What all machines share: time, chance and the record of what happened.
struct World {
    explicit World(std::uint32_t seed, bool keepTrace) : random(seed), trace(keepTrace) {}

    /// 0 to limit - 1.
    [[nodiscard]] std::uint32_t dice(std::uint32_t limit) { return random() % limit; }
    [[nodiscard]] bool chance(std::uint32_t percent) { return dice(100) < percent; }

    Scheduler scheduler;
    EventQueue events;
    std::mt19937 random;
    Trace trace;
};

/// A machine's clock: it runs with the scheduler, but may be set wrong.
class MachineClock final : public base::Clock {
public:
    explicit MachineClock(const Scheduler& scheduler) : scheduler_(scheduler) {}
    [[nodiscard]] base::Timestamp now() const override { return start() + skew + scheduler_.now(); }
    [[nodiscard]] std::chrono::steady_clock::time_point steadyNow() const override {
        return std::chrono::steady_clock::time_point(scheduler_.now());
    }
    /// The moment at which every history begins.
    [[nodiscard]] static base::Timestamp start();
    Milliseconds skew{0};

private:
    const Scheduler& scheduler_;
};

/// Something with a disk and a clock that can die at any moment and be started again from its disk.
class Machine {
public:
    Machine(World& world, std::string name, std::filesystem::path folder);
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;
    virtual ~Machine() = default;

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] bool isUp() const { return up_; }
    [[nodiscard]] bool isAwake() const { return up_ && world.scheduler.now() >= asleepUntil_; }

    /// Does `what` as this machine now, with everything that follows at once. A death on the way ends it.
    void run(const std::function<void()>& what);
    /// The same after some time, unless the machine died meanwhile; a sleeping one does it when it wakes.
    Scheduler::Ticket later(Milliseconds delay, std::function<void()> what);

    void turnOn();
    /// Ends in order.
    void turnOff();
    /// Dies now: what was not written is gone.
    void crash();
    void sleepFor(Milliseconds time);
    void wakeUp();
    void say(std::string_view what) { world.trace.add(world.scheduler.now(), name_, what); }

    World& world;
    Disk disk;
    std::shared_ptr<MachineClock> clock;

protected:
    /// Opens what is on the disk; false when that cannot be done now.
    virtual bool open() = 0;
    virtual void close() = 0;

private:
    void end();
    std::string name_;
    std::filesystem::path folder_;
    Milliseconds asleepUntil_{0};
    std::vector<std::function<void()>> missed_; ///< What became due while it slept.
    int life_ = 0;
    bool up_ = false;
};

} // namespace vienlogs::simulation
