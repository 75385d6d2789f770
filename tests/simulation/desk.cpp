// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "desk.h"

#include "names.h"

namespace vienlogs::simulation {

namespace {

/// A timer of the simulated time.
class SimulatedTimer final : public sync::Timer {
public:
    SimulatedTimer(Machine& machine, std::function<void()> due)
        : machine_(machine), due_(std::make_shared<std::function<void()>>(std::move(due))) {}
    ~SimulatedTimer() override { stop(); }
    void start(int milliseconds) override {
        stop();
        running_ = std::make_shared<bool>(true);
        machine_.later(Milliseconds(milliseconds), [running = running_, due = due_] {
            if (std::exchange(*running, false))
                (*due)();
        });
    }
    void stop() override {
        if (running_)
            *running_ = false;
    }

private:
    Machine& machine_;
    std::shared_ptr<std::function<void()>> due_;
    std::shared_ptr<bool> running_;
};

} // namespace

Desk::Desk(Server& server, std::string name, std::string device, const std::filesystem::path& folder,
           const store::StoreKey& key)
    : Machine(server.world, std::move(name), folder), line(*this, server, device), device_(std::move(device)),
      key_(key) {}

bool Desk::open() {
    auto store = store::EncryptedStore::open(
        {.directory = folder(), .device = device_, .cacheKiB = 1024, .clock = clock}, key_);
    if (!store) {
        say(store.error().code.text);
        return false;
    }
    thread_ = std::make_unique<sync::StoreThread>(std::move(*store), sync::StoreThread::Place::MakersThread);
    const auto makeTimer = [this](std::function<void()> due) {
        return std::make_unique<SimulatedTimer>(*this, std::move(due));
    };
    engine_ = std::make_unique<sync::SyncEngine>(
        *thread_, line, *clock,
        sync::SyncOptions{.scope = scope, .seed = 1 + world.dice(1'000'000), .makeTimer = makeTimer});
    QObject::connect(engine_.get(), &sync::SyncEngine::commandAnswered, &context_,
                     [this](base::Ulid key, ports::OutboxState state) {
                         say(key.toString().substr(22) + " is now " + std::to_string(int(state)));
                     });
    engine_->start();
    return true;
}

void Desk::close() {
    engine_.reset();
    thread_.reset();
}

} // namespace vienlogs::simulation
