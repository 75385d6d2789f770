// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QDir>
#include <QFile>
#include <QFontDatabase>
#include <QSvgRenderer>
#include <QTest>
#include <QVBoxLayout>

#include "vienlogs/look/appearance.h"
#include "vienlogs/look/choice_card.h"
#include "vienlogs/look/flow_layout.h"
#include "vienlogs/look/icons.h"
#include "vienlogs/look/style_sheet.h"
#include "vienlogs/look/text.h"

namespace vienlogs::look {

namespace {

constexpr double text = 4.5;    // WCAG 1.4.3
constexpr double control = 3.0; // WCAG 1.4.11

void enough(Rgb front, Rgb back, double least) {
    const QString what =
        QStringLiteral("%1 on %2 is %3").arg(front, 6, 16).arg(back, 6, 16).arg(contrast(front, back));
    QVERIFY2(contrast(front, back) >= least, qPrintable(what));
}

void paletteIsReadable(const Palette& p) {
    for (const Rgb ground : {p.ground, p.panel, p.hover, p.infoGround, p.unknownGround}) {
        enough(p.ink, ground, 7.0);
        enough(p.muted, ground, text);
        enough(p.focus, ground, control);
    }
    for (const Rgb ground : {p.ground, p.panel})
        enough(p.line, ground, control);
    enough(p.onAccent, p.accent, 7.0);
    enough(p.onAccent, p.accentHover, text);
    for (const Rgb ground : {p.ground, p.panel, p.hover}) {
        for (const Rgb tone : {p.ok, p.warn, p.error, p.link, p.accent})
            enough(tone, ground, text);
    }
    enough(p.link, p.infoGround, text);
    enough(p.ok, p.okGround, text);
    enough(p.warn, p.warnGround, text);
    enough(p.error, p.errorGround, text);
    for (const Rgb ground : {p.okGround, p.warnGround, p.errorGround, p.infoGround})
        enough(p.ink, ground, 7.0);
}

} // namespace

class TestLook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag() {
        QCOMPARE(contrast(0xFFFFFF, 0x000000), 21.0);
        QCOMPARE(contrast(0x123456, 0x123456), 1.0);
        QVERIFY(qAbs(contrast(0x777777, 0xFFFFFF) - 4.48) < 0.01);
    }

    void everyThemeIsReadable() {
        paletteIsReadable(lightPalette);
        paletteIsReadable(darkPalette);
        paletteIsReadable(highContrastPalette);
    }

    void styleSheetHasNoUnknownToken() {
        for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
            const QString sheet = styleSheet(theme, 1.0);
            QVERIFY(sheet.size() > 1000);
            const qsizetype rest = sheet.indexOf(QLatin1Char('@'), sheet.indexOf(QLatin1String("*/")));
            QVERIFY2(rest < 0, qPrintable(sheet.mid(rest, 30)));
        }
    }

    void onlyTokensSayColours() {
        QFile file(QStringLiteral(":/vienlogs/look/style/vienlogs.qss"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains('#'));
    }

    void qmlTokensAreThose() {
        QFile file(QStringLiteral(VIENLOGS_SOURCE_DIR "/shared/look/qml/Vienlogs/Look/Tokens.qml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), qmlTokens());
    }

    void everyIconIsDrawn() {
        const QStringList files = QDir(QStringLiteral(":/vienlogs/look/icons")).entryList();
        QVERIFY(files.size() >= 35);
        for (const QString& file : files) {
            QVERIFY2(QSvgRenderer(QStringLiteral(":/vienlogs/look/icons/") + file).isValid(),
                     qPrintable(file));
            const QImage image = iconPixmap(file.chopped(4), Qt::red, 48, 1.0).toImage();
            bool drawn = false;
            for (int y = 0; y < 48 && !drawn; ++y)
                for (int x = 0; x < 48 && !drawn; ++x)
                    drawn = image.pixelColor(x, y).alpha() > 200 && image.pixelColor(x, y).red() > 200;
            QVERIFY2(drawn, qPrintable(file));
        }
    }

    void fontsAreInstalled() {
        const QStringList families = QFontDatabase::families();
        QVERIFY(families.contains(QLatin1String(type::family.data())));
        QVERIFY(families.contains(QLatin1String(type::figures.data())));
        QVERIFY(families.contains(QLatin1String(type::fixed.data())));
    }

    void textGrowsWithTheScale() {
        QLabel* label = makeText(TextRole::Title);
        label->setText(QStringLiteral("Pieteikums"));
        label->ensurePolished();
        const int before = label->sizeHint().height();
        appearance_->setTextScale(5.0);
        QCOMPARE(appearance_->textScale(), largestScale);
        QVERIFY(label->sizeHint().height() > before * 3 / 2);
        appearance_->setTextScale(1.0);
        QCOMPARE(label->sizeHint().height(), before);
        delete label;
    }

    void flowWrapsWhatDoesNotFit() {
        QWidget host;
        auto* flow = new FlowLayout(&host, 10, 5);
        for (int i = 0; i < 3; ++i) {
            auto* box = new QWidget;
            box->setFixedSize(100, 20);
            flow->addWidget(box);
        }
        QCOMPARE(flow->heightForWidth(320), 20);
        QCOMPARE(flow->heightForWidth(319), 45);
        QCOMPARE(flow->heightForWidth(110), 70);
    }

    void cardAcceptsByEnter() {
        ChoiceCard card;
        card.setTitle(QStringLiteral("Dzīvesvietas deklarēšana"));
        int accepted = 0;
        connect(&card, &ChoiceCard::accepted, this, [&] { ++accepted; });
        QTest::keyClick(&card, Qt::Key_Space);
        QVERIFY(card.isChecked());
        QCOMPARE(accepted, 0);
        QTest::keyClick(&card, Qt::Key_Return);
        QCOMPARE(accepted, 1);
        QCOMPARE(card.accessibleName(), QStringLiteral("Dzīvesvietas deklarēšana"));
    }

    void initTestCase() {
        appearance_ = new Appearance(*qApp, this);
        appearance_->apply();
    }

private:
    Appearance* appearance_ = nullptr;
};

} // namespace vienlogs::look

QTEST_MAIN(vienlogs::look::TestLook)
#include "test_look.moc"
