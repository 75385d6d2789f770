// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// A desk that was away: how long it takes until it has all that others did, and whether its window keeps its
// frames meanwhile. The real server as a process, TLS, the real store and engine, and a window that paints
// each frame.
#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QStringListModel>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

#include "../journeys/sync/workstation.h"
#include "vienlogs/server/app/data_folder.h"

using namespace vienlogs;
namespace cases = domain::cases;

namespace {

constexpr int frameMs = 16;
constexpr double longestFrameMs = 1000.0 / 60;

/// Cases as they come from other desks: about 2 KB each.
void fill(server::store::Store& store, int count) {
    constexpr int perTransaction = 2'000;
    for (int made = 0; made < count;) {
        const auto written = store.write([&](server::store::Transaction& t) -> base::Result<void> {
            for (int i = 0; i < perTransaction && made < count; ++i, ++made) {
                const auto stream = test::newUlid();
                auto theCase = cases::apply({}, test::open(stream));
                theCase = cases::apply(*theCase, test::answers(stream, std::string(1'000, 'x')));
                const auto kept = t.cases().saveCase(*theCase).and_then(
                    [&] { return t.changes().add("place:CES", "case", stream.toString(), false); });
                if (!kept)
                    return base::fail(kept.error());
            }
            return {};
        });
        if (!written)
            qFatal("%s", std::string(written.error().code.text).c_str());
    }
}

/// The list on the ready screen, read again with every page as in the workstation, and painted anew for each
/// frame.
class Window final : public QListView {
public:
    explicit Window(test::Workstation& desk) : desk_(desk) {
        setModel(&cases_);
        resize(1280, 800);
        show();
        frames_.setTimerType(Qt::PreciseTimer);
        connect(&frames_, &QTimer::timeout, this, [this] {
            gaps_.push_back(double(sinceFrame_.nsecsElapsed()) / 1e6);
            sinceFrame_.start();
            viewport()->repaint();
        });
        connect(desk_.engine.get(), &sync::SyncEngine::casesChanged, this, &Window::readAgain);
        sinceFrame_.start();
        frames_.start(frameMs);
    }
    /// Between one frame and the next, ms.
    [[nodiscard]] double gap(double share) {
        std::sort(gaps_.begin(), gaps_.end());
        return gaps_.at(std::min(gaps_.size() - 1, std::size_t(double(gaps_.size()) * share)));
    }

private:
    void readAgain() {
        desk_.thread->run(
            this, [](ports::LocalStore& store) { return store.recentCases(30); },
            [this](const base::Result<std::vector<cases::Case>>& found) {
                QStringList lines;
                for (const auto& theCase : found.value_or(std::vector<cases::Case>()))
                    lines << QString::fromStdString(theCase.number + "  " + theCase.serviceId);
                cases_.setStringList(lines);
            });
    }

    test::Workstation& desk_;
    QStringListModel cases_;
    QTimer frames_;
    QElapsedTimer sinceFrame_;
    std::vector<double> gaps_;
};

double processorSeconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

} // namespace

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int count = argc > 1 ? std::atoi(argv[1]) : 100'000;
    test::RealServer server;
    server.stop();
    fill(**server::app::openStore({server.data()}), count);
    server.start();
    test::Workstation desk(server, "ces-01", server.port);
    Window window(desk);
    QElapsedTimer whole;
    qint64 took = 0;
    QObject::connect(desk.engine.get(), &sync::SyncEngine::statusChanged, &application,
                     [&](const sync::SyncStatus& status) {
                         if (!status.lastSync || took > 0)
                             return;
                         took = whole.elapsed();
                         QApplication::quit();
                     });
    whole.start();
    const auto before = processorSeconds();
    if (const auto refused = desk.logIn(); !refused.empty())
        qFatal("%s", refused.c_str());
    if (took == 0)
        QApplication::exec();
    desk.engine->stop();
    std::printf("catch-up of %d changes: %.1f s (limit 10), %.1f s of this desk's processor time; "
                "frames apart (ms): median %.1f, 99 %% %.1f (limit %.1f), longest %.1f\n",
                count, double(took) / 1000, processorSeconds() - before, window.gap(0.5), window.gap(0.99),
                longestFrameMs, window.gap(1));
    return took <= 10'000 && window.gap(0.99) <= longestFrameMs ? 0 : 1;
}
