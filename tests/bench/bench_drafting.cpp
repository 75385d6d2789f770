// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// From a key to its picture in the middle of a law of 2 400 articles, 10 781 paragraphs: letters, spaces (an
// entry of the log each) and Enter. The last word says what misses its aim.
#include <QApplication>
#include <QKeyEvent>
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "vienlogs/drafting/drafting_window.h"
#include "vienlogs/test/certificates.h"
#include "vienlogs/test/temporary_folder.h"
#include "vienlogs/translations/translators.h"

using namespace vienlogs;

namespace {

constexpr std::uint32_t articles = 2400;
constexpr std::size_t paragraphs = 10'781;
constexpr double mostMilliseconds = 16;

double now() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

acts::History law(const base::Clock& clock) {
    acts::History history(base::Ulid::make(clock), acts::ActKind::Law);
    base::Ulid last;
    const auto add = [&](acts::ElementKind kind, const base::Ulid& parent, const base::Ulid& after,
                         std::uint32_t number) {
        const auto id = base::Ulid::make(clock);
        const std::string words =
            "Iestāde izskata iesniegumu un pieņem lēmumu likumā noteiktajā termiņā, ievērojot "
            "kārtību, kādā persona iesniedz dokumentus un saņem atbildi par tiem.";
        if (!history.append({base::Ulid::make(clock), clock.now(), "A", "",
                             acts::InsertElement{id, kind, {parent, after}, {number}, acts::plain(words)}}))
            std::abort();
        return id;
    };
    for (std::uint32_t i = 1; i <= articles; ++i) {
        last = add(acts::ElementKind::Article, history.now().id(), last, i);
        const auto parts = (paragraphs - history.entries().size() - (articles - i)) / (articles - i + 1);
        base::Ulid part;
        for (std::uint32_t n = 1; n <= parts; ++n)
            part = add(acts::ElementKind::Part, last, part, n);
    }
    return history;
}

class Typist {
public:
    explicit Typist(QWidget& page) : page_(page) {}
    void key(int key, const QString& text) {
        const auto begin = now();
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(&page_, &press);
        QCoreApplication::processEvents(); // the picture of it, and whatever else waits
        times_.push_back(now() - begin);
    }
    /// Says and judges the 99th percentile.
    bool report(const char* what, double most) {
        std::sort(times_.begin(), times_.end());
        const double median = times_[times_.size() / 2], worst = times_[times_.size() * 99 / 100];
        const bool good = worst < most;
        std::printf("%-8s %zu keys: median %.2f ms, 99 %% %.2f ms%s\n", what, times_.size(), median, worst,
                    good ? "" : "  MISSED");
        times_.clear();
        return good;
    }

private:
    QWidget& page_;
    std::vector<double> times_;
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    translations::Translators translators(application);
    translators.use(base::Language::Latvian);
    const test::TemporaryFolder folder;
    test::writeKey(folder / "device.key");
    const base::SystemClock clock;
    auto store = acts_store::ActStore::open(folder / "acts", folder / "device.key");
    const auto history = law(clock);
    if (!store || !(*store)->add(history, clock.now()))
        return 2;
    drafting::DraftingWindow window(**store, clock, "Anna");
    window.resize(1280, 800);
    window.show();
    auto begin = now();
    window.openAct(history.now().id());
    QCoreApplication::processEvents();
    std::printf("open     %.0f ms\n", now() - begin);
    auto* page = window.findChild<QWidget*>(QStringLiteral("page"));
    Typist typist(*page);
    for (std::size_t i = 0; i < 2 * paragraphs / 2; ++i) { // to the middle
        QKeyEvent down(QEvent::KeyPress, i % 2 == 0 ? Qt::Key_End : Qt::Key_Right, Qt::NoModifier);
        QCoreApplication::sendEvent(page, &down);
    }
    for (int i = 0; i < 1000; ++i)
        typist.key(Qt::Key_A, QStringLiteral("a"));
    bool good = typist.report("letters", mostMilliseconds);
    for (int i = 0; i < 200; ++i)
        typist.key(Qt::Key_Space, QStringLiteral(" "));
    good = typist.report("spaces", mostMilliseconds) && good;
    for (int i = 0; i < 50; ++i)
        typist.key(Qt::Key_Return, QString());
    good = typist.report("Enter", mostMilliseconds) && good;
    return good ? 0 : 1;
}
