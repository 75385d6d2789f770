// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QAbstractButton>
#include <QApplication>
#include <QTest>

#include "staged_window.h"
#include "vienlogs/look/notice.h"

namespace vienlogs {

using staged::stage;

/// Screens where a clerk decides what cannot be undone: money, the day, a conflict.
class TestDecisions : public QObject, private staged::StagedWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(begin(*this)); }
    void init() { QVERIFY(open()); }
    void cleanup() { close(); }
    void unknownPaymentIsDecidedTwice();
    void feeIsChosenByKeys();
    void reversalAsksReasonAndClient();
    void dayIsClosedAndDecidedTwice();
    void theQuestionGoesWithItsLine();
    void aConflictIsDecidedByTheClerk();
    void theKeyboardStaysWithItsActWhenTheListChanges();
    void nobodyGoesOnWhilePagesAreScanned();
    void whatOnlyInformsIsNoError();
};

/// Pressing "paid" alone decides nothing.
void TestDecisions::unknownPaymentIsDecidedTwice() {
    show(sceneNamed("07-pay-unknown"));
    window_->findChild<QAbstractButton*>(QStringLiteral("payCharged"))->click();
    QVERIFY(!stage().calls.contains(QStringLiteral("pay.resolveCharged")));
    auto* question = window_->findChild<look::Notice*>(QStringLiteral("payQuestion"));
    QVERIFY(question->isVisible());
    Q_EMIT question->actionRequested();
    QVERIFY(stage().calls.contains(QStringLiteral("pay.resolveCharged")));
    QVERIFY(!stage().calls.contains(QStringLiteral("pay.pay")));
}

/// One key opens the list, one chooses; a relief with two proofs asks for one of them.
void TestDecisions::feeIsChosenByKeys() {
    show(sceneNamed("07-pay-fees"));
    auto* box = window_->findChild<QWidget*>(QStringLiteral("payFeeBox"));
    QVERIFY(box->isVisible());
    auto* list = window_->findChild<QWidget*>(QStringLiteral("payFees"));
    QVERIFY(!list->isVisible());
    window_->findChild<QAbstractButton*>(QStringLiteral("payFeeAnother"))->click();
    QVERIFY(list->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QTRY_VERIFY(stage().calls.contains(QStringLiteral("pay.chooseFee 1 -1")));
    QVERIFY(!list->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
    auto* proofs = window_->findChild<QWidget*>(QStringLiteral("payProofs"));
    QTRY_VERIFY(proofs->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    QTRY_VERIFY(stage().calls.contains(QStringLiteral("pay.chooseFee 2 0")));
    QVERIFY(!stage().calls.contains(QStringLiteral("pay.pay")));
}

/// A reason, then whether the client is here; Esc goes back one question at a time.
void TestDecisions::reversalAsksReasonAndClient() {
    show(sceneNamed("07-pay-reversible"));
    window_->findChild<QAbstractButton*>(QStringLiteral("payReverseBegin"))->click();
    auto* question = window_->findChild<QWidget*>(QStringLiteral("payReverseQuestion"));
    QVERIFY(!question->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QTRY_VERIFY(question->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!question->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QTRY_VERIFY(question->isVisible());
    QVERIFY(stage().calls.filter(QStringLiteral("reversal.begin")).isEmpty());
    window_->findChild<QAbstractButton*>(QStringLiteral("payReverseConfirm"))->click();
    QVERIFY(stage().calls.contains(QStringLiteral("reversal.begin 1")));
}

/// What cannot be undone is asked once more.
void TestDecisions::dayIsClosedAndDecidedTwice() {
    show(sceneNamed("09-day-differs"));
    const auto button = [this](const char* name) {
        return window_->findChild<QAbstractButton*>(QLatin1String(name));
    };
    button("dayContinue")->click();
    QVERIFY(!stage().calls.contains(QStringLiteral("day.closeDay")));
    button("dayConfirm")->click();
    QVERIFY(stage().calls.contains(QStringLiteral("day.closeDay")));
    QVERIFY(!button("dayHasMoney_0"));
    button("dayHasNoMoney_1")->click();
    QVERIFY(stage().calls.filter(QStringLiteral("day.decide")).isEmpty());
    button("dayConfirm")->click();
    QVERIFY(stage().calls.contains(QStringLiteral("day.decide 1 0")));
}

/// A line that was settled elsewhere meanwhile moves the others up.
void TestDecisions::theQuestionGoesWithItsLine() {
    show(sceneNamed("09-day-differs"));
    auto* confirm = window_->findChild<QAbstractButton*>(QStringLiteral("dayConfirm"));
    window_->findChild<QAbstractButton*>(QStringLiteral("dayHasNoMoney_1"))->click();
    QVERIFY(confirm->isVisible());
    stage().differences.removeAt(1);
    Q_EMIT app_->day()->changed();
    QVERIFY(!confirm->isVisible());
    confirm->click();
    QVERIFY(stage().calls.filter(QStringLiteral("day.decide")).isEmpty());
}

void TestDecisions::aConflictIsDecidedByTheClerk() {
    show(sceneNamed("09-sending"));
    const auto press = [this](const char* name) {
        auto* button = window_->findChild<QAbstractButton*>(QString::fromLatin1(name));
        QVERIFY2(button, name);
        button->click();
        QCoreApplication::processEvents();
    };
    press("sendingOurs_0");
    QVERIFY(stage().calls.contains(QStringLiteral("sending.keepOurs 0")));
    press("sendingAside_0");
    QVERIFY(stage().calls.contains(QStringLiteral("sending.setAside 0")));
    press("sendingAside_1");
    QVERIFY(stage().calls.contains(QStringLiteral("sending.setAside 1")));
    QVERIFY(!window_->findChild<QAbstractButton*>(QStringLiteral("sendingOurs_1")));  // no answers to choose
    QVERIFY(!window_->findChild<QAbstractButton*>(QStringLiteral("sendingAside_2"))); // it only waits
    press("openSending");
    QVERIFY(stage().calls.contains(QStringLiteral("app.openSending")));
}

/// A sync in the middle of a click: another act comes above, the button pressed is still the same one.
void TestDecisions::theKeyboardStaysWithItsActWhenTheListChanges() {
    show(sceneNamed("09-sending"));
    auto* button = window_->findChild<QAbstractButton*>(QStringLiteral("sendingAside_1"));
    button->setFocus();
    QCOMPARE(QApplication::focusWidget(), button);
    auto above = stage().sending[1];
    above.key = QStringLiteral("0");
    stage().sending.insert(stage().sending.begin(), above);
    app_->sending()->rows()->setRows(stage().sending);
    QCOMPARE(QApplication::focusWidget(), button);
    QCOMPARE(button->objectName(), QStringLiteral("sendingAside_2"));
    button->click();
    QTRY_VERIFY(stage().calls.contains(QStringLiteral("sending.setAside 2")));
    stage().sending[2].problem.happened += QStringLiteral(" Vēlreiz."); // it says something else
    app_->sending()->rows()->setRows(stage().sending);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("sendingAside_2"));
    stage().sending.erase(stage().sending.begin() + 2);
    app_->sending()->rows()->setRows(stage().sending);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("sendingContinue"));
}

void TestDecisions::nobodyGoesOnWhilePagesAreScanned() {
    show(sceneNamed("05-form"));
    auto* panel = window_->findChild<QWidget*>(QStringLiteral("formScan"));
    auto* next = window_->findChild<QAbstractButton*>(QStringLiteral("formContinue"));
    QVERIFY(next->isEnabled());
    panel->show(); // as opened under a field
    stage().scanning = true;
    Q_EMIT app_->scan()->changed();
    QVERIFY(!next->isEnabled());
    QTest::keyClick(panel, Qt::Key_Return);
    QVERIFY(stage().calls.filter(QStringLiteral("scan.c")).isEmpty()); // neither cancelled nor cleared
    QVERIFY(panel->isVisible());
    stage().scanning = false;
    Q_EMIT app_->scan()->changed();
    QVERIFY(next->isEnabled());
}

void TestDecisions::whatOnlyInformsIsNoError() {
    show(sceneNamed("09-sending"));
    auto* banner = window_->findChild<look::Notice*>(QStringLiteral("failure"));
    stage().failure = {QStringLiteral("Noticis"), {}, QStringLiteral("VL-SYNC-0003"), true};
    app_->show({base::FailureCode{"VL-SYNC-0003"}});
    Q_EMIT app_->failureChanged();
    QCOMPARE(banner->property("notice").toString(), QStringLiteral("info"));
    stage().failure.informs = false;
    Q_EMIT app_->failureChanged();
    QCOMPARE(banner->property("notice").toString(), QStringLiteral("error"));
}

} // namespace vienlogs

QTEST_MAIN(vienlogs::TestDecisions)
#include "test_decisions.moc"
