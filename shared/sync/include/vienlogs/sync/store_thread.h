// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>
#include <functional>
#include <memory>
#include <type_traits>

#include "vienlogs/ports/local_store.h"

namespace vienlogs::sync {

/// The one thread that uses the local store; everybody else asks it and is called back. What is asked is done
/// in the order of asking. Use it from any thread that has an event loop; it must outlive its users.
///
///     storeThread.run(this, [command](ports::LocalStore& store) { return store.record(command); },
///                     [this](base::Result<Command> recorded) { … });
class StoreThread final : public QObject {
    Q_OBJECT
public:
    /// Whether the store works on a thread of its own, or on the thread of whoever makes this object (the
    /// simulation, which must be the same every time).
    enum class Place { OwnThread, MakersThread };
    explicit StoreThread(std::unique_ptr<ports::LocalStore> store, Place place = Place::OwnThread);
    /// Does all that was asked, closes the store and waits for it.
    ~StoreThread() override;

    /// Runs `work(LocalStore&)` on the store's thread and hands what it returns to `done` on the calling
    /// thread, which must be the thread of `context`. When the context is gone by then, the work is done all
    /// the same and `done` is dropped.
    template<typename Work, typename Done>
    void run(QObject* context, Work work, Done done) {
        auto* relay = new QObject; // lives on the calling thread, so that the context is looked at only there
        post([relay, guard = QPointer<QObject>(context), work = std::move(work),
              done = std::move(done)](ports::LocalStore& store) mutable {
            using Value = std::invoke_result_t<Work&, ports::LocalStore&>;
            QMetaObject::invokeMethod(
                relay,
                [relay, guard, done = std::move(done), value = Value(work(store))]() mutable {
                    relay->deleteLater();
                    if (guard)
                        done(std::move(value));
                },
                Qt::QueuedConnection);
        });
    }

    /// Runs work whose result nobody waits for.
    void post(std::function<void(ports::LocalStore&)> work);

Q_SIGNALS:
    /// A command or a blob was put into the outbox, by whomever.
    void queued();

private:
    QThread thread_;
    std::unique_ptr<ports::LocalStore> store_; // used by thread_ only, once it runs
    QObject worker_; // lives where the store is used; its event queue is the order of asking
};

} // namespace vienlogs::sync
