// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "settings.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <memory>

#include "vienlogs/base/failures_base.h"

namespace vienlogs::workstation {

namespace {

constexpr double smallestScale = 1.0;
constexpr double largestScale = 2.0;

base::Result<void> assign(Setting<QString>& setting, const QString& text) {
    setting.set(text);
    return {};
}

base::Result<void> assign(Setting<base::Language>& setting, const QString& text) {
    const auto language = base::languageFrom(text.toStdString());
    if (!language)
        return base::fail(base::codes::invalidArgument, "--language", "--language");
    setting.set(*language);
    return {};
}

/// "150", "150 %" or "1.5".
base::Result<void> assign(Setting<double>& setting, const QString& text) {
    bool ok = false;
    QString digits = text;
    double scale = digits.remove(QLatin1Char('%')).trimmed().toDouble(&ok);
    if (ok && scale > largestScale)
        scale /= 100;
    if (!ok || scale < smallestScale || scale > largestScale)
        return base::fail(base::codes::invalidArgument, "--text-scale", "--text-scale");
    setting.set(scale);
    return {};
}

/// Calls `visit` with each setting; the one list of them.
template<typename Visit>
base::Result<void> forEach(Settings& s, const Visit& visit) {
    base::Result<void> done;
    const auto one = [&](auto& setting) {
        if (done)
            done = visit(setting);
    };
    one(s.data), one(s.server), one(s.deviceCertificate), one(s.deviceKey), one(s.authority), one(s.place);
    one(s.placeName), one(s.cardAuthorities), one(s.ocsp), one(s.proxy), one(s.clerkReader);
    one(s.clientReader), one(s.pos), one(s.language), one(s.textScale);
    return done;
}

base::Result<void> readFile(Settings& settings, const QString& file) {
    if (!QFileInfo::exists(file))
        return base::fail(base::codes::fileUnreadable, {}, file.toStdString());
    QSettings ini(file, QSettings::IniFormat);
    if (ini.status() != QSettings::NoError)
        return base::fail(base::codes::fileUnreadable, {}, file.toStdString());
    ini.beginGroup(QStringLiteral("desk"));
    const auto locked = ini.value(QStringLiteral("locked")).toStringList();
    return forEach(settings, [&](auto& setting) -> base::Result<void> {
        if (ini.contains(setting.name()))
            if (auto done = assign(setting, ini.value(setting.name()).toString()); !done)
                return done;
        if (locked.contains(setting.name()))
            setting.lock();
        return {};
    });
}

QString standardFile() {
    return QStandardPaths::locate(QStandardPaths::GenericConfigLocation,
                                  QStringLiteral("vienlogs/workstation.ini"));
}

void addOptions(QCommandLineParser& parser) {
    const auto value = [&](const char* name, const char* what, const char* of) {
        parser.addOption({QLatin1String(name), QLatin1String(what), QLatin1String(of)});
    };
    value("settings", "Settings file (INI) to read instead of vienlogs/workstation.ini.", "FILE");
    value("data", "Folder of the encrypted store.", "DIR");
    value("server", "The server, https://host:port.", "URL");
    value("device-cert", "Certificate of this device (PEM).", "FILE");
    value("device-key", "Its private key (PEM).", "FILE");
    value("ca", "Authority of the server's certificate (PEM).", "FILE");
    value("place", "Code of the place, e.g. CES.", "CODE");
    value("place-name", "Name of the place until the server tells it.", "NAME");
    value("card-ca", "Folder with the trusted card issuers.", "DIR");
    value("ocsp", "Status service of the cards, or \"certificate\" for the one that each card names.", "URL");
    value("proxy", "Proxy by which it is asked.", "URL");
    value("clerk-reader", "Name of the clerk's card reader.", "NAME");
    value("client-reader", "Name of the client's card reader.", "NAME");
    value("pos", "Card terminal (ZVT).", "HOST:PORT");
    value("language", "lv, en or ru.", "CODE");
    value("text-scale", "100 to 200.", "PERCENT");
    value("journey", "Walks a script through the window and exits.", "FILE");
    value("screenshot-to", "Where a journey leaves pictures.", "DIR");
    parser.addOption({QStringLiteral("check"), QStringLiteral("Tests settings and devices and exits.")});
    parser.addOption({QStringLiteral("timings"), QStringLiteral("Prints measured times.")});
    parser.addOption({QStringLiteral("version"), QStringLiteral("Prints the version.")});
    parser.addOption({QStringLiteral("help"), QStringLiteral("Prints this.")});
}

} // namespace

base::Result<StartOptions> readOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return base::fail(base::codes::invalidArgument, parser.errorText().toStdString());
    StartOptions options;
    options.version = parser.isSet(QStringLiteral("version"));
    options.help = parser.isSet(QStringLiteral("help"));
    options.check = parser.isSet(QStringLiteral("check"));
    options.timings = parser.isSet(QStringLiteral("timings"));
    options.journey = parser.value(QStringLiteral("journey"));
    options.screenshots = parser.value(QStringLiteral("screenshot-to"));
    const bool named = parser.isSet(QStringLiteral("settings"));
    const auto file = named ? parser.value(QStringLiteral("settings")) : standardFile();
    if (!file.isEmpty())
        if (const auto read = readFile(options.settings, file); !read)
            return base::fail(read.error());
    const auto set = forEach(options.settings, [&](auto& setting) -> base::Result<void> {
        return parser.isSet(setting.name()) ? assign(setting, parser.value(setting.name()))
                                            : base::Result<void>();
    });
    if (!set)
        return base::fail(set.error());
    return options;
}

QString helpText() {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The clerk's desk: one client served, end to end."));
    addOptions(parser);
    return parser.helpText();
}

} // namespace vienlogs::workstation
