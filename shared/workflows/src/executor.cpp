// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/executor.h"

namespace vienlogs::workflows {

Worker::Worker(const QString& name) {
    home_.moveToThread(&thread_);
    thread_.setObjectName(name);
    thread_.start();
}

Worker::~Worker() {
    thread_.quit();
    thread_.wait();
}

void Worker::post(std::function<void()> work) {
    QMetaObject::invokeMethod(&home_, std::move(work), Qt::QueuedConnection);
}

} // namespace vienlogs::workflows
