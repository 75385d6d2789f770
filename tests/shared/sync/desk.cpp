// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "desk.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace vienlogs::test {

Desk::Desk(FakeServer& server, std::string deskName, unsigned seed)
    : name(std::move(deskName)), api(server, seed + 1), seed_(seed + 1) {
    writeKey(folder_ / "device.key");
    powerOn();
}

Desk::~Desk() {
    powerOff();
}

void Desk::powerOn() {
    auto store = store::EncryptedStore::open(
        {.directory = folder_ / "store", .device = name, .cacheKiB = 1024}, folder_ / "device.key");
    if (!store)
        qFatal("%s", std::string(store.error().code.text).c_str());
    thread = std::make_unique<sync::StoreThread>(std::move(*store));
    engine = std::make_unique<sync::SyncEngine>(*thread, api, clock_,
                                                sync::SyncOptions{.scope = "place:CES",
                                                                  .longPollSeconds = 1,
                                                                  .firstBackOffMs = 1,
                                                                  .longestBackOffMs = 4,
                                                                  .seed = seed_});
    engine->start();
}

void Desk::powerOff() {
    engine.reset();
    thread.reset();
}

void Desk::wait() {
    QCoreApplication::processEvents();
    QThread::usleep(300);
}

bool Desk::until(const std::function<bool()>& holds, int ms) {
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        if (timer.elapsed() > ms)
            return false;
        for (int turn = 0; turn < 10; ++turn) // looking costs more than waiting
            wait();
    }
    return true;
}

} // namespace vienlogs::test
