// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/journey/journey.h"

#include <cstdio>

#include <QApplication>
#include <QDir>
#include <QWidget>

#include "hands.h"

namespace vienlogs::journey {

namespace {

constexpr std::chrono::milliseconds usualLimit = std::chrono::seconds(15);
constexpr std::chrono::milliseconds retryEvery{25};
/// A window is drawn after its values changed; a picture waits for that.
constexpr std::chrono::milliseconds settle{120};

void printLine(const QString& line) {
    std::fputs(qPrintable(line + QLatin1Char('\n')), stdout);
    std::fflush(stdout);
}

} // namespace

Journey::Journey(QWidget& window, std::vector<Step> steps, QString pictures, Print print, QObject* parent)
    : QObject(parent), window_(window), steps_(std::move(steps)), pictures_(std::move(pictures)),
      print_(print ? std::move(print) : printLine), limit_(usualLimit) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Journey::tick);
}

void Journey::start() {
    at_ = 0;
    // Under a bare X server no window manager gives the window the keyboard.
    window_.activateWindow();
    QApplication::setActiveWindow(&window_);
    sinceStep_.start();
    timer_.start(retryEvery);
}

QString Journey::shoot(const QString& name) const {
    if (pictures_.isEmpty())
        return {};
    if (!QDir().mkpath(pictures_))
        return QStringLiteral("the folder for pictures cannot be made");
    const QString file = QDir(pictures_).filePath(name + QStringLiteral(".png"));
    return window_.grab().save(file) ? QString() : QStringLiteral("the picture cannot be written");
}

QString Journey::attempt(const Step& step) {
    switch (step.verb) {
    case Verb::Wait: {
        const QWidget* widget = findVisible(window_, step.name);
        return widget && widget->isEnabled()
                   ? QString()
                   : (widget ? QStringLiteral("it is disabled") : QStringLiteral("it is not there"));
    }
    case Verb::Gone:
        return findVisible(window_, step.name) ? QStringLiteral("it is still there") : QString();
    case Verb::Type:
        return type(window_, step.name, QString(step.text).replace(QStringLiteral("{answer}"), answer_));
    case Verb::Press:
        return press(window_, step.name);
    case Verb::Click:
        return click(window_, step.name);
    case Verb::Choose:
        return choose(window_, step.name, step.text);
    case Verb::Expect: {
        const QWidget* widget = findVisible(window_, step.name);
        if (!widget)
            return QStringLiteral("it is not there");
        return textOf(*widget).contains(step.text, Qt::CaseInsensitive)
                   ? QString()
                   : QStringLiteral("it says something else");
    }
    case Verb::Shot:
        return std::chrono::milliseconds(sinceStep_.elapsed()) < settle
                   ? QStringLiteral("the window is being drawn")
                   : shoot(step.name);
    case Verb::Announce:
        print_(QStringLiteral("journey: ") + step.name);
        return {};
    case Verb::Await:
        if (!std::exchange(asked_, true))
            print_(QStringLiteral("journey: await ") + step.name);
        return answered_ ? QString() : QStringLiteral("nobody did it");
    case Verb::Pause:
        return std::chrono::milliseconds(sinceStep_.elapsed()) < step.time ? QStringLiteral("pausing")
                                                                           : QString();
    case Verb::Within:
        limit_ = step.time;
        return {};
    }
    return QStringLiteral("unknown step");
}

void Journey::next() {
    ++at_;
    asked_ = answered_ = false;
    sinceStep_.restart();
    timer_.start(std::chrono::milliseconds(0));
}

void Journey::tick() {
    if (at_ >= steps_.size()) {
        print_(QStringLiteral("journey: done, %1 steps").arg(steps_.size()));
        Q_EMIT finished(0);
        return;
    }
    const Step& step = steps_[at_];
    const QString why = attempt(step);
    if (why.isEmpty())
        return next();
    if (std::chrono::milliseconds(sinceStep_.elapsed()) <
        (step.verb == Verb::Pause ? step.time + limit_ : limit_)) {
        timer_.start(retryEvery);
        return;
    }
    (void)shoot(QStringLiteral("failed-line-%1").arg(step.line));
    print_(QStringLiteral("journey: FAILED at line %1 (%2): %3").arg(step.line).arg(step.name, why));
    Q_EMIT finished(1);
}

} // namespace vienlogs::journey
