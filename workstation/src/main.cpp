// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QApplication>
#include <QElapsedTimer>
#include <QMessageBox>
#include <cstdio>

#include "composition.h"
#include "self_check.h"
#include "vienlogs/base/failure_text.h"

namespace {

using namespace vienlogs;

constexpr int wrongUse = 2;
constexpr int cannotStart = 3;

/// On the console, and on the screen when a person started it.
int refuse(const base::Failure& failure, base::Language language, bool show, int code) {
    const auto message = base::messageOf(failure, language);
    std::fprintf(stderr, "%s %s %s\n", message.code.c_str(), message.happened.c_str(),
                 failure.detail.c_str());
    if (show)
        QMessageBox::critical(
            nullptr, QStringLiteral("Vienlogs"),
            QString::fromStdString(message.happened + "\n" + message.todo + "\n" + message.code));
    return code;
}

} // namespace

int main(int argc, char** argv) {
    QElapsedTimer sinceStart;
    sinceStart.start();
    QCoreApplication::setApplicationName(QStringLiteral("vienlogs-workstation"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VIENLOGS_VERSION));
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto options = workstation::readOptions(arguments);
    if (!options)
        return refuse(options.error(), base::Language::Latvian, false, wrongUse);
    if (options->version || options->help) {
        const auto text = options->help ? workstation::helpText()
                                        : QStringLiteral("vienlogs-workstation " VIENLOGS_VERSION "\n");
        std::fputs(qPrintable(text), stdout);
        return 0;
    }
    const auto language = options->settings.language.value();
    if (options->check) {
        const QCoreApplication application(argc, argv);
        auto ports = workstation::DeskPorts::open(options->settings);
        if (!ports)
            return refuse(ports.error(), language, false, cannotStart);
        return workstation::checkDesk(options->settings, **ports) ? 0 : 1;
    }
    QApplication application(argc, argv);
    auto ports = workstation::DeskPorts::open(options->settings);
    if (!ports)
        return refuse(ports.error(), language, options->journey.isEmpty(), cannotStart);
    workstation::Composition desk(application, *options, *std::move(ports), sinceStart);
    desk.start();
    return QApplication::exec();
}
