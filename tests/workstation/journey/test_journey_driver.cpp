// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/journey/journey.h"

namespace vienlogs::journey {

namespace {

/// A small window with one of each kind of control.
struct Desk {
    QWidget window;
    QLineEdit* line = new QLineEdit(&window);
    QPushButton* button = new QPushButton(QStringLiteral("&Turpināt"), &window);
    QComboBox* list = new QComboBox(&window);
    QWidget* group = new QWidget(&window);
    QCheckBox* one = new QCheckBox(QStringLiteral("Pirmais"), group);
    QCheckBox* two = new QCheckBox(QStringLiteral("Otrais"), group);
    QLabel* label = new QLabel(&window);
    int pressed = 0, shortcut = 0;

    Desk() {
        window.setObjectName(QStringLiteral("window"));
        line->setObjectName(QStringLiteral("line"));
        button->setObjectName(QStringLiteral("button"));
        list->setObjectName(QStringLiteral("list"));
        list->addItems({QStringLiteral("Rīga"), QStringLiteral("Cēsis")});
        group->setObjectName(QStringLiteral("group"));
        label->setObjectName(QStringLiteral("label"));
        auto* column = new QVBoxLayout(&window);
        auto* inGroup = new QVBoxLayout(group);
        inGroup->addWidget(one);
        inGroup->addWidget(two);
        for (QWidget* widget : std::initializer_list<QWidget*>{line, button, list, group, label})
            column->addWidget(widget);
        QObject::connect(button, &QPushButton::clicked, &window, [this] { ++pressed; });
        QObject::connect(new QShortcut(Qt::CTRL | Qt::Key_K, &window), &QShortcut::activated, &window,
                         [this] { ++shortcut; });
        window.show();
    }
};

} // namespace

class TestJourneyDriver : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scriptsAreRead();
    void wrongLinesAreRefused_data();
    void wrongLinesAreRefused();
    void aWalkDoesWhatAPersonDoes();
    void aWalkAwaitsWhoWalksAlong();
    void aWalkWaits();
    void theFirstFailureEndsIt();

private:
    int walk(Desk& desk, const char* script, const QString& pictures = {});
    QStringList printed_;
};

int TestJourneyDriver::walk(Desk& desk, const char* script, const QString& pictures) {
    const auto steps = parseScript(QString::fromUtf8(script));
    if (!steps || !QTest::qWaitForWindowActive(&desk.window))
        return -1;
    printed_.clear();
    Journey journey(desk.window, *steps, pictures, [this](const QString& line) { printed_ << line; });
    QSignalSpy finished(&journey, &Journey::finished);
    journey.start();
    return finished.wait(10000) ? finished.front().front().toInt() : -1;
}

void TestJourneyDriver::scriptsAreRead() {
    const auto steps =
        parseScript(QStringLiteral("# a remark\n\n  type loginPin 12 34 \nwithin 3\npause 20\n"));
    QVERIFY(steps.has_value());
    QCOMPARE(steps->size(), std::size_t(3));
    QCOMPARE(steps->at(0).line, 3);
    QCOMPARE(steps->at(0).name, QStringLiteral("loginPin"));
    QCOMPARE(steps->at(0).text, QStringLiteral("12 34"));
    QVERIFY(steps->at(1).time == std::chrono::seconds(3));
    QVERIFY(steps->at(2).time == std::chrono::milliseconds(20));
    QVERIFY(readScript(QStringLiteral("there/is/no/such.file")).error().code == base::codes::fileUnreadable);
}

void TestJourneyDriver::wrongLinesAreRefused_data() {
    QTest::addColumn<QString>("line");
    for (const char* line :
         {"dance now", "type loginPin", "wait", "wait two names", "pause soon", "expect x"})
        QTest::newRow(line) << QString::fromLatin1(line);
}

void TestJourneyDriver::wrongLinesAreRefused() {
    QFETCH(QString, line);
    const auto steps = parseScript(QStringLiteral("wait a\n") + line);
    QVERIFY(!steps.has_value());
    QVERIFY(steps.error().code == base::codes::invalidArgument);
    QVERIFY(steps.error().detail.find("line 2") != std::string::npos);
}

void TestJourneyDriver::aWalkDoesWhatAPersonDoes() {
    Desk desk;
    QTemporaryDir pictures;
    const int code = walk(desk,
                          "type line Cēsis, 1234\n"
                          "expect line cēsis\n"
                          "click button\n"
                          "press Ctrl+K\n"
                          "press Alt+T\n"
                          "choose list Cēs\n"
                          "choose group Otrais\n"
                          "announce client-card in\n"
                          "shot 01-desk\n",
                          pictures.path());
    QVERIFY2(code == 0, qPrintable(printed_.join(QLatin1Char('\n'))));
    QCOMPARE(desk.line->text(), QStringLiteral("Cēsis, 1234"));
    QCOMPARE(desk.pressed, 2);
    QCOMPARE(desk.shortcut, 1);
    QCOMPARE(desk.list->currentText(), QStringLiteral("Cēsis"));
    QVERIFY(desk.two->isChecked() && !desk.one->isChecked());
    QCOMPARE(printed_.first(), QStringLiteral("journey: client-card in"));
    QVERIFY(QFile::exists(pictures.filePath(QStringLiteral("01-desk.png"))));
}

void TestJourneyDriver::aWalkAwaitsWhoWalksAlong() {
    Desk desk;
    printed_.clear();
    Journey journey(desk.window, *parseScript(QStringLiteral("await card in\nclick button\n")), {},
                    [this](const QString& line) { printed_ << line; });
    journey.start();
    QVERIFY(QTest::qWaitFor([this] { return printed_.contains(QStringLiteral("journey: await card in")); }));
    QTest::qWait(100);
    QCOMPARE(desk.pressed, 0);
    QCOMPARE(printed_.size(), 1); // asked once
    journey.answer();
    QVERIFY(QTest::qWaitFor([&desk] { return desk.pressed == 1; }));
}

void TestJourneyDriver::aWalkWaits() {
    Desk desk;
    desk.button->setEnabled(false);
    QTimer::singleShot(200, &desk.window, [&desk] {
        desk.button->setEnabled(true);
        desk.label->setText(QStringLiteral("Gatavs"));
    });
    QVERIFY(walk(desk, "wait button\nexpect label gatavs\nclick button\n") == 0);
    QCOMPARE(desk.pressed, 1);
}

void TestJourneyDriver::theFirstFailureEndsIt() {
    Desk desk;
    QVERIFY(walk(desk, "within 1\nexpect label never\nclick button\n") == 1);
    QCOMPARE(desk.pressed, 0);
    QVERIFY(printed_.last().startsWith(QStringLiteral("journey: FAILED at line 2 (label)")));
    QVERIFY(walk(desk, "within 1\nclick nobody\n") == 1);
    desk.button->setEnabled(false);
    QVERIFY(walk(desk, "within 1\nclick button\n") == 1);
}

} // namespace vienlogs::journey

QTEST_MAIN(vienlogs::journey::TestJourneyDriver)
#include "test_journey_driver.moc"
