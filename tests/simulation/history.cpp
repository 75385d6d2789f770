// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "history.h"

#include "names.h"
#include "vienlogs/test/certificates.h"
#include "vienlogs/test/samples.h"

namespace vienlogs::simulation {

namespace fs = std::filesystem;

namespace {

constexpr Milliseconds restartTime{40'000};
constexpr std::int64_t aMonth = 30LL * 24 * 3600 * 1000;

/// From minutes to a month, short ones more often.
Milliseconds longTime(std::uint32_t dice) {
    const std::array<std::int64_t, 4> lengths{60'000, 3'600'000, 86'400'000, aMonth};
    return Milliseconds(std::int64_t(dice % 1000) * lengths[dice / 1000 % lengths.size()] / 1000);
}

/// Copies a folder as it stands, as a snapshot of the disk would.
void copyFolder(const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::copy(from, to, fs::copy_options::recursive);
}

} // namespace

Templates::Templates(const fs::path& folder) : folder_(folder), server_(folder / "server") {
    fs::create_directories(folder);
    test::writeKey(folder / "device.key");
    key_ = std::make_unique<store::StoreKey>(
        *store::StoreKey::openOrCreate(folder / "store.key", folder / "device.key"));
    World world(1, false);
    const auto clock = std::make_shared<MachineClock>(world.scheduler);
    std::vector<std::string> devices;
    for (int i = 0; i < maxDesks; ++i) {
        devices.push_back(device(i));
        if (!store::EncryptedStore::open({.directory = desk(device(i)), .device = device(i), .clock = clock},
                                         *key_))
            std::abort();
    }
    Server::prepare(server_, devices);
}

History::History(const Plan& plan, const Templates& templates, const fs::path& folder, bool keepTrace)
    : world_(plan.seed, keepTrace), templates_(templates), folder_(folder), plan_(plan),
      server_(world_, folder / "server") {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    copyFolder(templates_.server(), server_.folder());
    server_.turnOn();
    for (int i = 0; i < plan_.desks; ++i) {
        const auto device = Templates::device(i);
        addDesk(device, device, templates_.desk(device));
    }
}

History::~History() {
    for (auto& desk : desks_)
        desk->turnOff();
    server_.turnOff();
    desks_.clear();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

void History::addDesk(const std::string& name, const std::string& device, const fs::path& from) {
    copyFolder(from, folder_ / name);
    desks_.push_back(std::make_unique<Desk>(server_, name, device, folder_ / name, templates_.key()));
    desks_.back()->turnOn();
}

std::string History::run() {
    for (const auto& step : plan_.steps) {
        world_.scheduler.runUntil(step.at);
        world_.trace.add(step.at, "history", describe(step));
        take(step);
    }
    mend();
    return judge();
}

void History::take(const Step& step) {
    switch (step.kind) {
    case StepKind::ServerCrash:
    case StepKind::ServerRestart:
    case StepKind::ServerDiskFull:
    case StepKind::ServerClockJumps:
    case StepKind::BackUp:
    case StepKind::Restore:
        return serverStep(step);
    default:
        return deskStep(*desks_[step.who % desks_.size()], step);
    }
}

void History::serverStep(const Step& step) {
    const auto startAgain = [this, &step] {
        world_.scheduler.after(Milliseconds(step.dice % restartTime.count()), [this] { server_.turnOn(); });
    };
    switch (step.kind) {
    case StepKind::ServerCrash:
        if (step.dice % 3 == 0)
            server_.crash();
        else
            server_.disk.dieAfter(int(step.dice % 60));
        // Later than it can have died by itself; on while it is up already is nothing.
        world_.scheduler.after(Milliseconds(120'000), [this] { server_.turnOn(); });
        return;
    case StepKind::ServerRestart:
        server_.turnOff();
        return startAgain();
    case StepKind::ServerDiskFull:
        server_.disk.fillAfter(int(step.dice % 60));
        world_.scheduler.after(Milliseconds(step.dice % 300'000), [this] { server_.disk.repair(); });
        return;
    case StepKind::ServerClockJumps:
        server_.clock->skew += (step.dice % 2 == 0 ? 1 : -1) * longTime(step.dice / 2);
        return;
    case StepKind::BackUp:
        world_.trace.add(step.at, "server", server_.backUp() ? "backed up" : "no backup");
        return;
    case StepKind::Restore:
        if (!server_.hasBackup())
            return;
        server_.restore(step.dice % 3 == 0);
        return startAgain();
    default:
        return;
    }
}

void History::deskStep(Desk& desk, const Step& step) {
    const auto until = [this, &desk](Milliseconds time, std::function<void(Desk&)> end) {
        world_.scheduler.after(time, [&desk, end = std::move(end)] { end(desk); });
    };
    switch (step.kind) {
    case StepKind::Act:
        return act(desk, step.dice);
    case StepKind::DeskCrash:
        if (step.dice % 3 == 0)
            desk.crash();
        else
            desk.disk.dieAfter(int(step.dice % 40));
        return until(Milliseconds(120'000), [](Desk& d) { d.turnOn(); });
    case StepKind::DeskRestart:
        desk.turnOff();
        return until(Milliseconds(step.dice % restartTime.count()), [](Desk& d) { d.turnOn(); });
    case StepKind::DeskDiskFull:
        desk.disk.fillAfter(int(step.dice % 40));
        return until(Milliseconds(step.dice % 300'000), [](Desk& d) { d.disk.repair(); });
    case StepKind::DeskSleeps:
        return desk.sleepFor(longTime(step.dice));
    case StepKind::DeskClockJumps:
        desk.clock->skew += (step.dice % 2 == 0 ? 1 : -1) * longTime(step.dice / 2);
        return;
    case StepKind::LineCut:
        desk.line.quality.cut = true;
        return until(Milliseconds(step.dice % 1'200'000), [](Desk& d) { d.line.quality.cut = false; });
    case StepKind::LineBad:
        desk.line.quality = {desk.line.quality.cut, step.dice % 50, step.dice / 50 % 30,
                             step.dice % 2 == 0 ? 40U : 5'000U, step.dice / 1'500 % 20};
        return;
    case StepKind::CopyDesk:
        return copyDesk(desk);
    case StepKind::RestoreDesk:
        return restoreDesk(desk);
    case StepKind::CloneDesk:
        return cloneDesk(desk);
    default:
        return;
    }
}

void History::copyDesk(Desk& desk) {
    copyFolder(desk.folder(), folder_ / ("copy-of-" + desk.name()));
}

void History::restoreDesk(Desk& desk) {
    const auto copy = folder_ / ("copy-of-" + desk.name());
    if (!fs::exists(copy))
        return;
    desk.turnOff();
    copyFolder(copy, desk.folder());
    desk.turnOn();
    forgive();
}

void History::cloneDesk(Desk& desk) {
    if (desks_.size() >= 5)
        return;
    const auto copy = folder_ / "clone";
    copyFolder(desk.folder(), copy);
    addDesk(desk.device() + " clone " + std::to_string(desks_.size()), desk.device(), copy);
}

void History::forgive() {
    for (const auto& [key, device] : told_) {
        const bool known = std::any_of(desks_.begin(), desks_.end(), [&](auto& desk) {
            if (desk->device() != device)
                return false; // nobody else keeps it
            // A desk that cannot be asked now still has what it had.
            const auto state = desk->with([&](auto& store) { return store.stateOf(key); });
            return !state || state->has_value();
        });
        if (!known)
            forgiven_.insert(key);
    }
}

void History::mend() {
    world_.trace.add(world_.scheduler.now(), "history", "mended");
    server_.disk.repair();
    server_.turnOn();
    for (auto& desk : desks_) {
        desk->disk.repair();
        desk->wakeUp();
        desk->line.quality = {};
        desk->turnOn();
        desk->wake();
    }
    constexpr Milliseconds longest{3'600'000};
    // Looking costs more than living on.
    for (Milliseconds step{10'000}; step < longest; step *= 2) {
        world_.scheduler.runUntil(world_.scheduler.now() + step);
        // With nothing to show and nothing to send all are at rest before they have heard of each other.
        if (atRest() && judge().empty())
            return;
    }
}

} // namespace vienlogs::simulation
