// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>
#include <cstdio>
#include <cstring>
#include <memory>

#include "vienlogs/base/failure_text.h"
#include "vienlogs/drafting/drafting_window.h"
#include "vienlogs/look/appearance.h"
#include "vienlogs/translations/translators.h"

using namespace vienlogs;

namespace {

constexpr int cannotStart = 3, wrongUse = 2;

int refuse(const base::Failure& failure, base::Language language) {
    const auto message = base::messageOf(failure, language);
    std::fprintf(stderr, "%s %s %s\n", message.code.c_str(), message.happened.c_str(), message.todo.c_str());
    return cannotStart;
}

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        QStringLiteral("Drafting of legal acts. Everything typed is kept at once, encrypted."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto option = [&](const char* name, const char* text, const char* value) {
        parser.addOption({QLatin1String(name), QLatin1String(text), QLatin1String(value)});
    };
    option("data", "the folder of the acts", "DIR");
    option("device-key", "the device's private key (PEM), which wraps the key of the folder", "FILE");
    option("author", "the drafter, named in the history", "NAME");
    option("language", "lv, en or ru", "CODE");
    option("text-scale", "of all text, 100 to 200", "PERCENT");
    option("act", "an act to open at once", "IDENTITY");
    option("screenshot-to", "a picture of the window, then the end", "FILE");
    parser.addOption(
        {QStringLiteral("check"), QStringLiteral("opens the folder, reads every page, and ends")});
}

/// Words and checks need no screen.
std::unique_ptr<QCoreApplication> applicationFor(int& argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        for (const auto* word : {"--help", "-h", "--version", "-v", "--check"})
            if (std::strcmp(argv[i], word) == 0)
                return std::make_unique<QCoreApplication>(argc, argv);
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace

int main(int argc, char** argv) {
    const auto application = applicationFor(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("vienlogs-drafting"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VIENLOGS_VERSION));
    QCommandLineParser parser;
    describe(parser);
    parser.process(*application);
    const auto language = base::languageFrom(parser.value(QStringLiteral("language")).toStdString())
                              .value_or(base::Language::Latvian);
    if (!parser.isSet(QStringLiteral("data")) || !parser.isSet(QStringLiteral("device-key"))) {
        std::fputs(qPrintable(parser.helpText()), stderr);
        return wrongUse;
    }
    auto store = acts_store::ActStore::open(parser.value(QStringLiteral("data")).toStdString(),
                                            parser.value(QStringLiteral("device-key")).toStdString());
    if (!store)
        return refuse(store.error(), language);
    if (parser.isSet(QStringLiteral("check"))) {
        const auto whole = (*store)->checkIntegrity();
        return whole ? 0 : refuse(whole.error(), language);
    }
    translations::Translators translators(*application);
    if (!translators.use(language))
        return cannotStart;
    look::Appearance appearance(static_cast<QApplication&>(*application));
    const double percent = parser.value(QStringLiteral("text-scale")).toDouble();
    appearance.setTextScale(percent > 0 ? percent / 100 : 1);
    appearance.apply();
    const base::SystemClock clock;
    drafting::DraftingWindow window(**store, clock, parser.value(QStringLiteral("author")).toStdString());
    window.setLanguage(language);
    if (const auto act = base::Ulid::parse(parser.value(QStringLiteral("act")).toStdString()))
        window.openAct(*act);
    window.resize(1280, 800);
    window.show();
    const auto picture = parser.value(QStringLiteral("screenshot-to"));
    constexpr int settled = 900; // milliseconds, the checks included
    if (!picture.isEmpty())
        QTimer::singleShot(settled, &window,
                           [&] { QCoreApplication::exit(window.grab().save(picture) ? 0 : cannotStart); });
    return QApplication::exec();
}
