// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QEventLoop>

#include "faulty_api.h"
#include "vienlogs/store/encrypted_store.h"
#include "vienlogs/sync/store_thread.h"
#include "vienlogs/sync/sync_engine.h"
#include "vienlogs/test/certificates.h"
#include "vienlogs/test/samples.h"
#include "vienlogs/test/temporary_folder.h"

namespace vienlogs::test {

/// One workstation: a real store, its thread and the engine, over a bad line to a fake server.
class Desk {
public:
    Desk(FakeServer& server, std::string name, unsigned seed);
    ~Desk();

    void powerOn();
    void powerOff();
    /// Works on the store's thread and waits for it.
    template<typename Work>
    auto with(Work work) {
        std::optional<std::invoke_result_t<Work&, ports::LocalStore&>> result;
        QEventLoop loop;
        thread->run(&loop, std::move(work), [&](auto value) {
            result.emplace(std::move(value));
            loop.quit();
        });
        loop.exec();
        return std::move(*result);
    }
    /// Lets what is due happen, for a moment.
    static void wait();
    /// Waits until `holds`, at most `ms` milliseconds.
    static bool until(const std::function<bool()>& holds, int ms = 10000);
    [[nodiscard]] ports::OutboxCounts counts() {
        return with([](ports::LocalStore& store) { return *store.counts(); });
    }

    std::string name;
    FaultyApi api;
    std::unique_ptr<sync::StoreThread> thread;
    std::unique_ptr<sync::SyncEngine> engine;

private:
    TemporaryFolder folder_;
    base::SystemClock clock_;
    unsigned seed_;
};

} // namespace vienlogs::test
