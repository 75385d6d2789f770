// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "vienlogs/acts/numbering.h"
#include "vienlogs/drafting/drafting_window.h"
#include "vienlogs/office/document.h"
#include "vienlogs/test/certificates.h"
#include "vienlogs/test/temporary_folder.h"
#include "vienlogs/translations/translators.h"

namespace vienlogs::drafting {

/// A drafter at the window: keys and clicks only.
class TestDrafting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<test::TemporaryFolder>();
        test::writeKey(*folder_ / "device.key");
        translators_ = std::make_unique<translations::Translators>(*qApp);
        QVERIFY(translators_->use(base::Language::Latvian));
        open();
    }
    void cleanup() {
        window_.reset();
        store_.reset();
    }

    void anActIsWrittenExportedAndThereAgain() {
        click("new_law");
        keys("Dokumentu likums");
        key(Qt::Key_Return);
        keys("Merkis.");
        key(Qt::Key_Return);
        keys("Persona raksta:");
        key(Qt::Key_Return);
        key(Qt::Key_Tab);
        keys("vards;");
        key(Qt::Key_Return);
        keys("adrese");
        const QString whole = "Dokumentu likums|1. pants. Merkis.|(1) Persona raksta:|1) vards;|2) adrese";
        auto* outline = window_->findChild<QTreeWidget*>(QStringLiteral("outline"));
        QCOMPARE(outline->topLevelItemCount(), 2);
        QCOMPARE(outline->topLevelItem(1)->text(0), QStringLiteral("1. pants. Merkis."));

        const auto path = QString::fromStdString((*folder_ / "law.docx").string());
        window_->exportTo(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = office::readDocument(file.readAll().toStdString());
        QVERIFY(read.has_value());
        QCOMPARE(read->paragraphs.size(), std::size_t(5));

        open(); // as if the program had been ended with nothing saved
        auto* acts = window_->findChild<QListWidget*>(QStringLiteral("acts"));
        QCOMPARE(acts->count(), 1);
        QCOMPARE(acts->item(0)->text().section(QLatin1Char(','), 0, 0),
                 QStringLiteral("Dokumentu likums – Likums"));
        QCOMPARE(text(), whole);
        Q_EMIT acts->itemActivated(acts->item(0));
        QVERIFY(page()->isVisible());
        click("back");
        QVERIFY(!page()->isVisible());
    }

    void aFindingIsPutRightByItsButtonAndTakenBack() {
        click("new_law");
        keys("Likums.");
        auto* findings = window_->findChild<QListWidget*>(QStringLiteral("findings"));
        QTRY_COMPARE(findings->count(), 1);
        findings->setCurrentRow(0);
        click("fix");
        QCOMPARE(text(), QStringLiteral("Likums"));
        QCOMPARE(findings->count(), 0);
        click("undo");
        QCOMPARE(text(), QStringLiteral("Likums."));
        click("redo");
        QCOMPARE(text(), QStringLiteral("Likums"));
    }

    void keysThatTheActRefusesAreAnsweredWithAdvice() {
        click("new_order");
        keys("Rīkojums");
        auto* notice = window_->findChild<QWidget*>(QStringLiteral("notice"));
        QVERIFY(notice->isHidden());
        key(Qt::Key_Tab);
        QVERIFY(!notice->isHidden());
        key(Qt::Key_Home);
        key(Qt::Key_Delete);
        key(Qt::Key_End);
        key(Qt::Key_Backspace);
        open();
        QCOMPARE(text(), QStringLiteral("īkojum"));
    }

private:
    void open() {
        window_.reset();
        store_.reset();
        auto store = acts_store::ActStore::open(*folder_ / "acts", *folder_ / "device.key");
        QVERIFY(store.has_value());
        store_ = std::move(*store);
        window_ = std::make_unique<DraftingWindow>(*store_, clock_, "Anna");
        window_->resize(1280, 800);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
    }
    [[nodiscard]] QWidget* page() const { return window_->findChild<QWidget*>(QStringLiteral("page")); }
    void keys(const char* words) {
        for (const auto c : QString::fromUtf8(words))
            QTest::sendKeyEvent(QTest::Click, page(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void key(Qt::Key which) { QTest::keyClick(page(), which); }
    void click(const char* name) {
        auto* button = window_->findChild<QPushButton*>(QLatin1String(name));
        QVERIFY(button && button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
    }
    /// What the store gives to the next run of the program; only while nothing is being typed.
    [[nodiscard]] QString text() {
        const auto acts = store_->acts();
        const auto history = store_->load(acts->at(0).id);
        QString all;
        for (const auto* element : history->now().inOrder()) {
            const auto label = acts::withRaisedDigits(acts::labelOf(history->now(), element->id).text);
            all += (all.isEmpty() ? "" : "|") + QString::fromStdString(label) + (label.empty() ? "" : " ") +
                   QString::fromStdString(acts::textOf(element->text));
        }
        return all;
    }

    std::unique_ptr<test::TemporaryFolder> folder_;
    std::unique_ptr<translations::Translators> translators_;
    base::SystemClock clock_;
    std::unique_ptr<acts_store::ActStore> store_;
    std::unique_ptr<DraftingWindow> window_;
};

} // namespace vienlogs::drafting

QTEST_MAIN(vienlogs::drafting::TestDrafting)
#include "test_drafting.moc"
