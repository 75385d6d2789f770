// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "line.h"
#include "vienlogs/store/encrypted_store.h"
#include "vienlogs/sync/store_thread.h"
#include "vienlogs/sync/sync_engine.h"

namespace vienlogs::simulation {

/// The real store and engine of one desk.
class Desk final : public Machine {
public:
    Desk(Server& server, std::string name, std::string device, const std::filesystem::path& folder,
         const store::StoreKey& key);
    ~Desk() override { turnOff(); }

    /// Works in the store as the desk's program would; nothing when the desk is off, asleep or dies of it.
    template<typename Work>
    auto with(Work work) {
        std::optional<std::invoke_result_t<Work&, ports::LocalStore&>> result;
        if (!isAwake())
            return result;
        run([&] {
            thread_->run(&context_, std::move(work), [&](auto value) { result.emplace(std::move(value)); });
        });
        if (!isUp())
            result.reset(); // nobody was told
        return result;
    }
    void wake() {
        run([&] { engine_->wake(); });
    }

    [[nodiscard]] const std::string& device() const { return device_; }
    Line line;

protected:
    bool open() override;
    void close() override;

private:
    std::string device_;
    const store::StoreKey& key_;
    QObject context_;
    std::unique_ptr<sync::StoreThread> thread_;
    std::unique_ptr<sync::SyncEngine> engine_;
};

} // namespace vienlogs::simulation
