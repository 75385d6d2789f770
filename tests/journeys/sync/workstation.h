// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QEventLoop>

#include "real_server.h"
#include "vienlogs/api_client/http_api_client.h"
#include "vienlogs/store/encrypted_store.h"
#include "vienlogs/sync/store_thread.h"
#include "vienlogs/sync/sync_engine.h"
#include "vienlogs/test/samples.h"

namespace vienlogs::test {

/// The desk without its windows: real store, engine and HTTP client, logged in by the clerk's card.
class Workstation {
public:
    Workstation(const RealServer& server, const std::string& device, quint16 port);

    /// The failure's code, or nothing when the clerk is in; starts the engine.
    std::string logIn();
    template<typename Work>
    auto with(Work work) {
        return waitFor<std::invoke_result_t<Work&, ports::LocalStore&>>(
            [&](QObject* here, auto done) { thread->run(here, std::move(work), done); });
    }
    /// Waits for one answer of the server.
    template<typename T, typename Ask>
    base::Result<T> ask(Ask question) {
        return waitFor<base::Result<T>>([&](QObject*, auto done) { question(*api, done); });
    }

    std::unique_ptr<api_client::HttpApiClient> api;
    std::unique_ptr<sync::StoreThread> thread;
    std::unique_ptr<sync::SyncEngine> engine;

private:
    template<typename T, typename Begin>
    T waitFor(Begin begin) {
        std::optional<T> result;
        QEventLoop loop;
        begin(&loop, [&](T value) {
            result.emplace(std::move(value));
            loop.quit();
        });
        while (!result)
            loop.exec();
        return std::move(*result);
    }

    const RealServer& server_;
    TemporaryFolder folder_;
    base::SystemClock clock_;
};

} // namespace vienlogs::test
