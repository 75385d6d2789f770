// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/fakes/desk.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::workflows;
using namespace std::chrono_literals;

namespace {

constexpr const char* attachments = "#/properties/attachments";
constexpr const char* paperService = "cesis-gmi-pabalsts";

bool atForm(Desk& desk, const std::string& service = paperService) {
    return desk.logIn() && desk.identify() && desk.walkTo(ContactStep::Form, service) &&
           Desk::until([&] { return desk.workplace().form().state() && !desk.workplace().form().asking(); });
}

bool idle(Desk& desk) {
    bool reached = false;
    desk.access.run(
        &desk.contact(), [](ports::LocalStore&) { return true; }, [&](bool) { reached = true; });
    return Desk::until([&] { return reached; });
}

bool ended(Desk& desk) {
    return Desk::until([&] { return !desk.contact().active(); }) && idle(desk);
}

std::size_t papersNamed(Desk& desk) {
    const auto field = desk.workplace().form().state()->field(attachments);
    return field && field->value.is_array() ? field->value.size() : 0;
}

} // namespace

/// What comes late: for a contact that is over, a step that was left, a case that was read before.
class TestLate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anActAskedForWhileTheContactEndsBringsNothingBack() {
        Desk desk;
        QVERIFY(atForm(desk, "dzivesvietas-deklaresana"));
        desk.access.setDelay(20ms);
        desk.contact().end("interrupted");
        desk.contact().record({domain::cases::SaveAnswers{"{}", desk.contact().data().answersSeen}});
        QVERIFY(ended(desk));
        QVERIFY(!desk.contact().busy());
        QVERIFY(!desk.contact().theCase());
        QVERIFY(!desk.contact().data().caseId);
        QVERIFY(!desk.workplace().form().state());
    }

    void aCaseAskedForWhileTheContactEndsIsNotTheNextClients() {
        Desk desk;
        QVERIFY(desk.logIn() && desk.identify() && desk.walkTo(ContactStep::Services));
        desk.access.setDelay(20ms);
        desk.contact().end("interrupted");
        desk.contact().openCase(*desk.workplace().reference().refOf("dzivesvietas-deklaresana"));
        QVERIFY(ended(desk));
        QVERIFY(!desk.contact().theCase());
        desk.readers.remove(clientReader);
        desk.readers.insert(clientReader, Desk::otherClientCard());
        QVERIFY(Desk::until([&] { return desk.contact().active(); }));
        QVERIFY(!desk.contact().theCase());
        QCOMPARE(desk.contact().step(), ContactStep::Need);
    }

    void aLevelProvedWhileTheContactEndsDoesNotBeginItAgain() {
        Desk desk;
        QVERIFY(atForm(desk, "dzivesvietas-deklaresana"));
        const auto client = desk.contact().data().client;
        desk.access.setDelay(20ms);
        desk.contact().end("served");
        desk.contact().identify({.client = client, .evidence = {.pinProved = desk.clock.now()}});
        QVERIFY(ended(desk));
        QVERIFY(!desk.contact().active());
        QCOMPARE(desk.contact().step(), ContactStep::None);
    }

    void endedTwiceIsOneEnd() {
        Desk desk;
        QVERIFY(atForm(desk, "dzivesvietas-deklaresana"));
        desk.access.setDelay(20ms);
        desk.contact().end("served");
        desk.contact().end("served");
        QVERIFY(ended(desk));
        const auto types = desk.store.types();
        QCOMPARE(std::count(types.begin(), types.end(), "contact.end"), 1);
    }

    void anEndThatIsNotStoredMayBeRepeated() {
        Desk desk;
        QVERIFY(atForm(desk, "dzivesvietas-deklaresana"));
        desk.store.setFull(true);
        desk.contact().end("served");
        // A draft that could not be kept may be said first.
        QVERIFY(Desk::until([&] { return !desk.failures.empty() && !desk.contact().busy(); }));
        QVERIFY(desk.contact().active());
        desk.store.setFull(false);
        desk.contact().end("served");
        QVERIFY(ended(desk));
    }

    void aPaperIsNamedAlsoWhenTheCaseIsReadMeanwhile() {
        QTemporaryDir folder;
        QFile paper(folder.filePath(QStringLiteral("a.pdf")));
        QVERIFY(paper.open(QIODevice::WriteOnly));
        paper.write("%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n%%EOF\n");
        paper.close();
        Desk desk;
        QVERIFY(atForm(desk));
        auto& papers = desk.workplace().attachments();
        papers.attachFile(attachments, paper.fileName().toStdString());
        QVERIFY(Desk::until([&] {
            desk.contact().reloadCase(); // the server tells of changes all the time
            return !papers.busy();
        }));
        QCOMPARE(papersNamed(desk), 1U);
    }

    void aPaperBeingMadeIsNeverTakenForTheSignedOne() {
        Desk desk;
        QVERIFY(atForm(desk));
        auto& scanning = desk.workplace().scanning();
        QVERIFY(Desk::until([&] { return !scanning.scanners().empty(); }));
        scanning.scan(true, false);
        QVERIFY(Desk::until([&] { return !scanning.scanning() && scanning.pages().size() == 2; }));
        desk.scanner.setDelay(400ms); // the paper is made behind a page that is slow
        scanning.scan(false, false);
        desk.workplace().attachments().attachScan(attachments, "a rental contract");
        QVERIFY(desk.walkTo(ContactStep::Form));
        desk.fillForm();
        QVERIFY(Desk::until([&] { return desk.contact().step() == ContactStep::Sign; }));
        QVERIFY(Desk::until([&] { return !scanning.scanning(); }) &&
                Desk::until([&] { return !desk.workplace().attachments().busy(); }));
        QVERIFY(Desk::until([&] { return desk.workplace().signing().state() == SigningState::Ready; }));
        QVERIFY(idle(desk));
        QVERIFY(!desk.contact().theCase()->signedBy);
        QCOMPARE(desk.workplace().signing().state(), SigningState::Ready);
    }

    void pagesOfAScanThatGoesOnAreNotTheNextClients() {
        Desk desk;
        QVERIFY(desk.logIn() && desk.identify());
        auto& scanning = desk.workplace().scanning();
        QVERIFY(Desk::until([&] { return !scanning.scanners().empty(); }));
        desk.scanner.setPages(1000);
        desk.scanner.setDelay(5ms);
        scanning.scan(true, false);
        QVERIFY(Desk::until([&] { return scanning.pages().size() == 2; }));
        desk.contact().end("interrupted");
        QVERIFY(ended(desk));
        QVERIFY(Desk::until([&] { return !scanning.scanning() && scanning.pages().empty(); }, 2000));
    }

    void aScanCalledOffBeforeItsTurnNeverBegins() {
        Desk desk;
        QVERIFY(desk.logIn() && desk.identify());
        auto& scanning = desk.workplace().scanning();
        QVERIFY(Desk::until([&] { return !scanning.scanners().empty(); }));
        desk.scanner.setDelay(100ms);
        scanning.refreshScanners(); // the scanner is busy with this first
        scanning.scan(true, false);
        scanning.cancel();
        QVERIFY(Desk::until([&] { return !scanning.scanning(); }));
        QVERIFY(scanning.pages().empty());
        QCOMPARE(desk.failures.back().code, base::codes::cancelled);
        scanning.scan(true, false); // and the next one does
        QVERIFY(Desk::until([&] { return !scanning.scanning() && scanning.pages().size() == 2; }));
    }

    void whatIsTypedLastIsKeptWhenTheFormIsLeft() {
        Desk desk;
        QVERIFY(atForm(desk, "dzivesvietas-deklaresana"));
        auto& form = desk.workplace().form();
        form.setText("#/properties/phone", "29123456");
        desk.contact().back();
        QVERIFY(desk.contact().data().formState.find("29123456") != std::string::npos);
        QVERIFY(desk.walkTo(ContactStep::Form));
        const auto draft = desk.contact().theCase()->id;
        connect(&form, &FormFilling::leaving, &form, // as a page does with what is still being typed
                [&form] { form.setText("#/properties/phone", "27654321"); });
        desk.contact().end("interrupted");
        QVERIFY(ended(desk));
        const auto kept = desk.store.value("draft." + draft.toString());
        QVERIFY(kept && *kept && (*kept)->find("27654321") != std::string::npos);
    }

    void anotherFailureLeavesAPaperOnItsWay() {
        QTemporaryDir folder;
        QFile paper(folder.filePath(QStringLiteral("a.pdf")));
        QVERIFY(paper.open(QIODevice::WriteOnly));
        paper.write("%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n%%EOF\n");
        paper.close();
        Desk desk;
        QVERIFY(atForm(desk));
        auto& papers = desk.workplace().attachments();
        papers.attachFile(attachments, paper.fileName().toStdString());
        Q_EMIT desk.contact().failed({base::codes::internal}); // of something else
        QVERIFY(papers.busy());
        QVERIFY(Desk::until([&] { return !papers.busy(); }));
        QCOMPARE(papersNamed(desk), 1U);
    }

    void anotherPersonIsAllOrNothing() {
        Desk desk;
        QVERIFY(atForm(desk, "dzivesvietas-deklaresana"));
        QVERIFY(Desk::until([&] { return desk.contact().actingForOptions().size() == 1; }));
        const auto before = desk.contact().data().actingFor;
        const auto draft = desk.contact().theCase()->id;
        desk.store.setFullAfter(1);
        desk.contact().setActingFor(desk.contact().actingForOptions().front());
        QVERIFY(Desk::until([&] { return !desk.failures.empty() && !desk.contact().busy(); }));
        QCOMPARE((*desk.store.caseById(draft))->state, domain::cases::CaseState::Draft);
        QVERIFY(desk.contact().data().actingFor == before);
        desk.store.setFull(false);
        QVERIFY(desk.walkTo(ContactStep::Done));
        QVERIFY(desk.contact().theCase()->id == draft);
    }
};

QTEST_GUILESS_MAIN(TestLate)
#include "test_late.moc"
