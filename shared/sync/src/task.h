// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QPointer>

#include "back_off.h"
#include "vienlogs/ports/api_client.h"
#include "vienlogs/ports/net_failures.h"
#include "vienlogs/sync/store_thread.h"
#include "vienlogs/sync/sync_engine.h"

namespace vienlogs::sync {

/// What the tasks work with.
struct Link {
    StoreThread& store;
    ports::ApiClient& api;
    const base::Clock& clock;
    const SyncOptions& options;
};

/// Work that runs to its end again and again: when asked, and after a failure when its back-off is over. At
/// most one run at a time; what was asked for meanwhile becomes one more run.
class Task : public QObject {
    Q_OBJECT
public:
    explicit Task(Link& link);

    void start();
    /// Answers still outstanding are dropped when they come.
    void stop();
    /// Runs now, or once more after the run under way.
    void poke();
    [[nodiscard]] const std::optional<base::Failure>& failure() const { return failure_; }

Q_SIGNALS:
    /// The server answered, whatever it said.
    void answered();
    /// A run ended; failure() says how.
    void ended();

protected:
    /// Begins a run, which ends by one call of done(), later() or failed().
    virtual void run() = 0;

    void done();
    /// Nothing is wrong, but not all could be done: again after the back-off.
    void later();
    void failed(base::Failure why);
    /// Another one after each stop(), when answers outstanding are dropped.
    [[nodiscard]] int turn() const { return turn_; }

    /// For a question to the server whose failure ends the run.
    template<typename T, typename Then>
    [[nodiscard]] ports::ApiClient::Done<T> then(Then next) {
        return always<T>([this, next](base::Result<T> result) {
            if (!result)
                return failed(result.error());
            if constexpr (std::is_void_v<T>)
                next();
            else
                next(std::move(*result));
        });
    }

    /// For a question to the server whose failure the task looks at itself.
    template<typename T, typename Then>
    [[nodiscard]] ports::ApiClient::Done<T> always(Then next) {
        return [self = QPointer<Task>(this), turn = turn_, next](base::Result<T> result) {
            if (!self || self->turn_ != turn)
                return;
            if (result || !ports::net::isConnectionFailure(result.error()))
                Q_EMIT self->answered();
            next(std::move(result));
        };
    }

    /// Work in the store whose failure ends the run.
    template<typename Work, typename Then>
    void inStore(Work work, Then next) {
        using Result = std::invoke_result_t<Work&, ports::LocalStore&>;
        link_.store.run(this, std::move(work), [this, turn = turn_, next](Result result) {
            if (turn_ != turn)
                return;
            if (!result)
                return failed(result.error());
            if constexpr (std::is_void_v<typename Result::value_type>)
                next();
            else
                next(std::move(*result));
        });
    }

    Link& link_;

private:
    void begin();
    void end();

    BackOff backOff_;
    std::unique_ptr<Timer> timer_;
    std::optional<base::Failure> failure_;
    int turn_ = 0; ///< Grows with stop(), so that late answers are recognised.
    bool started_ = false;
    bool running_ = false;
    bool again_ = false;
};

} // namespace vienlogs::sync
