// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sync/store_thread.h"

#include <QCoreApplication>

namespace vienlogs::sync {

StoreThread::StoreThread(std::unique_ptr<ports::LocalStore> store, Place place) : store_(std::move(store)) {
    store_->onQueued([this] { Q_EMIT queued(); });
    if (place == Place::MakersThread)
        return;
    worker_.moveToThread(&thread_);
    thread_.setObjectName(QStringLiteral("store"));
    thread_.start();
}

StoreThread::~StoreThread() {
    if (!thread_.isRunning()) {
        QCoreApplication::sendPostedEvents(&worker_, QEvent::MetaCall);
        return;
    }
    // Queued behind all that was asked before; a quit() from here would overtake it.
    QMetaObject::invokeMethod(
        &worker_,
        [this] {
            store_.reset();
            thread_.quit();
        },
        Qt::QueuedConnection);
    thread_.wait();
}

void StoreThread::post(std::function<void(ports::LocalStore&)> work) {
    QMetaObject::invokeMethod(
        &worker_, [this, work = std::move(work)] { work(*store_); }, Qt::QueuedConnection);
}

} // namespace vienlogs::sync
