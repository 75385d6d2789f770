// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "vienlogs/translations/translators.h"

namespace vienlogs::translations {

namespace {

/// One entry of a .ts file.
struct Message {
    QString context, source, comment;
    QString state; ///< "", "unfinished", "vanished", "obsolete"
    QStringList forms;
    bool plural = false;
};

QString folder() {
    return QStringLiteral(VIENLOGS_SOURCE_DIR "/translations/");
}

QList<Message> readTs(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        if (name == QLatin1String("name"))
            context = xml.readElementText();
        else if (name == QLatin1String("message"))
            messages.append(
                {context, {}, {}, {}, {}, xml.attributes().hasAttribute(QLatin1String("numerus"))});
        else if (messages.isEmpty())
            continue;
        else if (name == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (name == QLatin1String("comment"))
            messages.last().comment = xml.readElementText();
        else if (name == QLatin1String("translation")) {
            messages.last().state = xml.attributes().value(QLatin1String("type")).toString();
            if (!messages.last().plural)
                messages.last().forms << xml.readElementText();
        } else if (name == QLatin1String("numerusform"))
            messages.last().forms << xml.readElementText();
    }
    return messages;
}

QStringList keysOf(const QList<Message>& messages) {
    QStringList keys;
    for (const Message& message : messages)
        keys << message.context + QLatin1Char('|') + message.source + QLatin1Char('|') + message.comment;
    keys.sort();
    return keys;
}

/// "%1", "%2", "%n" of a text.
QStringList placesOf(const QString& text) {
    QStringList places;
    auto found = QRegularExpression(QStringLiteral("%[0-9n]")).globalMatch(text);
    while (found.hasNext())
        places << found.next().captured();
    places.sort();
    return places;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTranslated_data();
    void everythingIsTranslated();
    void nothingIsMissing_data();
    void nothingIsMissing();
    void everyLanguageIsInTheProgram();
    void pluralsFollowTheLanguage();
};

void TestTranslations::everythingIsTranslated_data() {
    QTest::addColumn<QString>("file");
    for (const char* library : {"workstation", "viewmodels", "drafting"})
        for (const char* language : {"lv", "en", "ru"})
            QTest::addRow("%s_%s", library, language)
                << QStringLiteral("%1_%2.ts").arg(QLatin1String(library), QLatin1String(language));
}

void TestTranslations::everythingIsTranslated() {
    QFETCH(QString, file);
    const auto messages = readTs(folder() + file);
    QVERIFY(messages.size() > 20);
    const int forms = file.contains(QLatin1String("_en")) ? 2 : 3;
    for (const Message& message : messages) {
        QVERIFY2(message.state.isEmpty(), qPrintable(message.state + QLatin1Char(' ') + message.source));
        QCOMPARE(message.forms.size(), message.plural ? forms : 1);
        for (const QString& form : message.forms) {
            QVERIFY2(!form.trimmed().isEmpty(), qPrintable(message.source));
            // A plural form for zero or one may say the number in words.
            if (!message.plural)
                QVERIFY2(placesOf(form) == placesOf(message.source), qPrintable(message.source));
            QVERIFY2(message.source.contains(QLatin1Char('&')) || !form.contains(QLatin1Char('&')),
                     qPrintable(form));
        }
    }
}

void TestTranslations::nothingIsMissing_data() {
    QTest::addColumn<QString>("library");
    QTest::addColumn<QStringList>("sources");
    QTest::newRow("workstation") << QStringLiteral("workstation")
                                 << QStringList{QStringLiteral("workstation/windows"),
                                                QStringLiteral("workstation/journey"),
                                                QStringLiteral("workstation/src")};
    QTest::newRow("drafting") << QStringLiteral("drafting") << QStringList{QStringLiteral("apps/drafting")};
    QTest::newRow("viewmodels") << QStringLiteral("viewmodels")
                                << QStringList{QStringLiteral("shared/viewmodels")};
}

/// What lupdate finds in the sources is what the files have: not less, not more.
void TestTranslations::nothingIsMissing() {
    QFETCH(QString, library);
    QFETCH(QStringList, sources);
    QTemporaryDir scratch;
    const QString found = scratch.filePath(library + QStringLiteral("_lv.ts"));
    QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none")};
    for (const QString& source : sources)
        if (QFile::exists(QStringLiteral(VIENLOGS_SOURCE_DIR "/") + source))
            arguments << QStringLiteral(VIENLOGS_SOURCE_DIR "/") + source;
    QProcess lupdate;
    lupdate.start(qEnvironmentVariable("VIENLOGS_LUPDATE"), arguments << QStringLiteral("-ts") << found);
    QVERIFY(lupdate.waitForFinished(60000) && lupdate.exitCode() == 0);
    const QStringList wanted = keysOf(readTs(found));
    QVERIFY(wanted.size() > 20);
    for (const char* language : {"lv", "en", "ru"})
        QCOMPARE(keysOf(readTs(folder() + QStringLiteral("%1_%2.ts").arg(library, QLatin1String(language)))),
                 wanted);
}

void TestTranslations::everyLanguageIsInTheProgram() {
    Translators translators(*qApp);
    const auto back = [] { return QCoreApplication::translate("vienlogs::windows::DonePage", "Submitted"); };
    QVERIFY(translators.use(base::Language::Latvian));
    QCOMPARE(back(), QStringLiteral("Iesniegts"));
    QVERIFY(translators.use(base::Language::Russian));
    QCOMPARE(back(), QStringLiteral("Подано"));
    QVERIFY(translators.use(base::Language::English));
    QCOMPARE(back(), QStringLiteral("Submitted"));
}

void TestTranslations::pluralsFollowTheLanguage() {
    Translators translators(*qApp);
    const auto tries = [](int count) {
        return QCoreApplication::translate("vienlogs::windows::LoginPage", "%n tries left", nullptr, count);
    };
    QVERIFY(translators.use(base::Language::Latvian));
    QCOMPARE(tries(1), QStringLiteral("Atlicis 1 mēģinājums"));
    QCOMPARE(tries(2), QStringLiteral("Atlikuši 2 mēģinājumi"));
    QCOMPARE(tries(11), QStringLiteral("Atlikuši 11 mēģinājumi"));
    QCOMPARE(tries(0), QStringLiteral("Mēģinājumu vairs nav"));
    QVERIFY(translators.use(base::Language::Russian));
    QCOMPARE(tries(1), QStringLiteral("Осталась 1 попытка"));
    QCOMPARE(tries(3), QStringLiteral("Осталось 3 попытки"));
    QCOMPARE(tries(5), QStringLiteral("Осталось 5 попыток"));
    QVERIFY(translators.use(base::Language::English));
    QCOMPARE(tries(1), QStringLiteral("1 try left"));
}

} // namespace vienlogs::translations

QTEST_GUILESS_MAIN(vienlogs::translations::TestTranslations)
#include "test_translations.moc"
