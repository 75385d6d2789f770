// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace vienlogs::ports {
class LocalStore;
}

namespace vienlogs::workflows {

/// Gives a value back on the thread that asked, unless the context is gone by then.
template<typename Value, typename Done>
class Reply {
public:
    Reply(QObject* context, Done done) : relay_(new QObject), guard_(context), done_(std::move(done)) {}
    Reply(const Reply&) = delete;
    Reply& operator=(const Reply&) = delete;
    ~Reply() {
        if (relay_)
            relay_->deleteLater();
    }
    /// From any thread, once.
    void give(Value value) {
        auto* to = std::exchange(relay_, nullptr);
        QMetaObject::invokeMethod(
            to,
            [relay = to, guard = guard_, done = std::move(done_), value = std::move(value)]() mutable {
                relay->deleteLater();
                if (guard)
                    done(std::move(value));
            },
            Qt::QueuedConnection);
    }

private:
    QObject* relay_; // lives on the asking thread, so that the context is looked at only there
    QPointer<QObject> guard_;
    Done done_;
};

/// Does blocking work elsewhere, one piece after the other in the order of asking.
class Executor {
public:
    virtual ~Executor() = default;
    /// Runs `work()` and hands what it returns to `done` on the calling thread, which is that of `context`.
    template<typename Work, typename Done>
    void run(QObject* context, Work work, Done done) {
        using Value = std::invoke_result_t<Work&>;
        post([reply = std::make_shared<Reply<Value, Done>>(context, std::move(done)),
              work = std::move(work)]() mutable { reply->give(work()); });
    }
    virtual void post(std::function<void()> work) = 0;
};

/// An Executor with a thread of its own. What has not begun when it is destroyed is left undone.
class Worker final : public Executor {
public:
    explicit Worker(const QString& name);
    ~Worker() override;
    void post(std::function<void()> work) override;

private:
    QThread thread_;
    QObject home_;
};

/// The local store, asked from the window's thread; whoever owns the store's thread implements it.
class StoreAccess {
public:
    virtual ~StoreAccess() = default;
    template<typename Work, typename Done>
    void run(QObject* context, Work work, Done done) {
        using Value = std::invoke_result_t<Work&, ports::LocalStore&>;
        post([reply = std::make_shared<Reply<Value, Done>>(context, std::move(done)),
              work = std::move(work)](ports::LocalStore& store) mutable { reply->give(work(store)); });
    }
    /// In the order of asking.
    virtual void post(std::function<void(ports::LocalStore&)> work) = 0;
};

} // namespace vienlogs::workflows
