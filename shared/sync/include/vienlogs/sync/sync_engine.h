// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QMetaType>
#include <QObject>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/failure.h"
#include "vienlogs/ports/api_client.h"
#include "vienlogs/ports/local_store.h"
#include "vienlogs/sync/timer.h"

namespace vienlogs::sync {

class StoreThread;

/// What the state line shows.
struct SyncStatus {
    bool connected = false; ///< The server answered the newest question.
    ports::OutboxCounts outbox;
    std::optional<base::Timestamp>
        lastSync;                         ///< When all was sent and all changes were taken for the last time.
    std::optional<base::Failure> failure; ///< Why it is not connected, or what the store refused.
    friend bool operator==(const SyncStatus&, const SyncStatus&);
};

struct SyncOptions {
    std::string scope;         ///< "place:CES"
    int longPollSeconds = 25;  ///< How long the server may hold the question for changes; at most 30.
    int firstBackOffMs = 1000; ///< After the first failure; doubles with each, up to `longestBackOffMs`.
    int longestBackOffMs = 60000;
    unsigned seed = 0; ///< Of the jitter; 0 for the system's random numbers.
    MakeTimer makeTimer = makeQtTimer;
};

/// Sends what the outbox holds and takes what changed, for as long as it is started. Asynchronous: never
/// waits on the thread it lives on. Blobs go before the commands that name them; commands go in their order,
/// and one that has to wait holds back only the later ones of its own stream.
class SyncEngine final : public QObject {
    Q_OBJECT
public:
    SyncEngine(StoreThread& store, ports::ApiClient& api, const base::Clock& clock, SyncOptions options);
    ~SyncEngine() override;

    /// Begins; to be called when there is a session. Calling it again is the same as wake().
    void start();
    /// Ends after what is under way; what waits stays in the outbox.
    void stop();
    /// Tries at once instead of waiting for the end of a back-off (the cable is in again).
    void wake();
    [[nodiscard]] const SyncStatus& status() const;

Q_SIGNALS:
    void statusChanged(const vienlogs::sync::SyncStatus& status);
    /// The server decided on a command: accepted, rejected or conflict.
    void commandAnswered(vienlogs::base::Ulid key, vienlogs::ports::OutboxState state);
    /// These cases are other than they were.
    void casesChanged(const std::vector<vienlogs::base::Ulid>& ids);
    /// A new version of the distributed data was saved.
    void referenceChanged(qint64 version);
    /// Something a clerk should know (sync/failures.h): the server or this desk was restored, or was away
    /// for long.
    void noticed(const vienlogs::base::Failure& notice);
    /// The server no longer takes the session (VL-NET-0006); the engine waits for start() after a new login.
    void sessionNeeded();

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace vienlogs::sync

Q_DECLARE_METATYPE(vienlogs::sync::SyncStatus)
