// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "machine.h"

#include <QCoreApplication>

namespace vienlogs::simulation {

EventQueue::EventQueue() {
    QCoreApplication::instance()->installEventFilter(this);
}

void EventQueue::drain() {
    for (auto before = seen_ + 1; before != seen_;) { // a call leaves what was posted meanwhile
        before = seen_;
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

base::Timestamp MachineClock::start() {
    return *base::fromRfc3339("2026-11-23T08:00:00Z");
}

Machine::Machine(World& theWorld, std::string name, std::filesystem::path folder)
    : world(theWorld), clock(std::make_shared<MachineClock>(theWorld.scheduler)), name_(std::move(name)),
      folder_(std::move(folder)) {}

void Machine::run(const std::function<void()>& what) {
    if (!up_)
        return;
    {
        const Disk::Scope scope(disk);
        what();
        world.events.drain();
    }
    if (up_ && disk.dead())
        end();
}

Scheduler::Ticket Machine::later(Milliseconds delay, std::function<void()> what) {
    return world.scheduler.after(delay, [this, life = life_, what = std::move(what)]() mutable {
        if (life != life_)
            return;
        if (world.scheduler.now() < asleepUntil_)
            missed_.push_back(std::move(what));
        else
            run(what);
    });
}

void Machine::sleepFor(Milliseconds time) {
    asleepUntil_ = std::max(asleepUntil_, world.scheduler.now() + time);
    world.scheduler.after(asleepUntil_ - world.scheduler.now(), [this] {
        if (world.scheduler.now() >= asleepUntil_)
            wakeUp();
    });
}

void Machine::wakeUp() {
    asleepUntil_ = Milliseconds{0};
    for (auto& what : std::exchange(missed_, {}))
        later(Milliseconds{0}, std::move(what));
}

void Machine::turnOn() {
    if (up_)
        return;
    ++life_;
    const Disk::Scope scope(disk);
    up_ = open();
    say(up_ ? "on" : "cannot start");
    world.events.drain();
    if (disk.dead())
        end();
}

void Machine::turnOff() {
    if (!up_)
        return;
    const Disk::Scope scope(disk);
    say("off");
    close();
    world.events.drain();
    if (disk.dead()) {
        say("died");
        disk.repair();
    }
    up_ = false;
    missed_.clear();
    ++life_;
}

void Machine::crash() {
    disk.die();
    end();
}

void Machine::end() {
    {
        const Disk::Scope scope(disk);
        say("died");
        close();
        world.events.drain();
    }
    disk.repair();
    up_ = false;
    missed_.clear();
    ++life_;
}

} // namespace vienlogs::simulation
