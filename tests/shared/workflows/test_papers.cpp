// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

#include "vienlogs/fakes/desk.h"
#include "vienlogs/workflows/paper_check.h"

using namespace vienlogs;
using namespace vienlogs::fakes;
using namespace vienlogs::workflows;

namespace {

const auto png = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5E"
    "rkJggg==");
const QByteArray pdf =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n4 0 obj<</Type /Page/Parent 2 0 R>>endobj\n"
    "5 0 obj<</Length 12>>stream\n/JS /Launch \nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
const QByteArray jpeg =
    QByteArray("\xFF\xD8\xFF\xE0\x00\x04\x00\x00\xFF\xC0\x00\x0B\x08\x00\x10\x00\x10\x01\x01\x11\x00"
               "\xFF\xDA\x00\x04\x01\x00\x12\x34\xFF\xD9",
               31);
constexpr const char* attachments = "#/properties/attachments";
constexpr const char* service = "cesis-gmi-pabalsts";

base::Bytes bytesOf(const QByteArray& text) {
    return {text.begin(), text.end()};
}

std::string codeOf(const QByteArray& text) {
    const auto facts = examinePaper(bytesOf(text));
    return facts ? std::string() : std::string(facts.error().code.text);
}

QByteArray withSize(QByteArray picture, int at, const char* four) {
    return picture.replace(at, 4, QByteArray(four, 4));
}

} // namespace

/// Papers in a form: judged by content, part of the case, there again after a kill.
class TestPapers : public QObject {
    Q_OBJECT
private:
    QTemporaryDir folder_;

    QString file(const QString& name, const QByteArray& content) {
        QFile out(folder_.filePath(name));
        return out.open(QIODevice::WriteOnly) && out.write(content) == content.size() ? out.fileName()
                                                                                      : QString();
    }
    static std::size_t named(Desk& desk) {
        const auto field = desk.workplace().form().state()->field(attachments);
        return field && field->value.is_array() ? field->value.size() : 0;
    }
    static std::size_t papersOf(Desk& desk) {
        const auto& documents = desk.contact().theCase()->documents;
        return static_cast<std::size_t>(std::count_if(documents.begin(), documents.end(), [](const auto& d) {
            return d.kind == domain::cases::Document::Kind::Evidence;
        }));
    }
    static bool atForm(Desk& desk) {
        return desk.logIn() && desk.identify() && desk.walkTo(ContactStep::Form, service) && Desk::until([&] {
                   return desk.workplace().form().state() && !desk.workplace().form().asking();
               });
    }

private Q_SLOTS:
    void goodPapers() {
        QCOMPARE(codeOf(pdf), std::string());
        QCOMPARE(examinePaper(bytesOf(pdf))->pages, 2);
        QCOMPARE(examinePaper(bytesOf(png))->mediaType, std::string("image/png"));
        QCOMPARE(examinePaper(bytesOf(jpeg))->mediaType, std::string("image/jpeg"));
    }

    void badPapers_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const QByteArray& content, const char* code) {
            QTest::newRow(name) << content << QString::fromLatin1(code);
        };
        row("empty", {}, "VL-ATT-0001");
        row("program",
            "\x7F"
            "ELF and more",
            "VL-ATT-0001");
        row("web page", "<html><script>", "VL-ATT-0001");
        row("too large", "%PDF-1.4" + QByteArray(static_cast<int>(largestPaper), ' ') + "%%EOF",
            "VL-ATT-0002");
        row("cut pdf", pdf.left(100), "VL-ATT-0003");
        row("cut png", png.left(png.size() - 4), "VL-ATT-0003");
        row("cut jpeg", jpeg.left(jpeg.size() - 1), "VL-ATT-0003");
        row("archive behind png", png + "PK\x03\x04", "VL-ATT-0003");
        row("archive behind jpeg", jpeg + "PK\x03\x04", "VL-ATT-0003");
        row("huge png", withSize(png, 16, "\x00\xFF\xFF\xFF"), "VL-ATT-0003");
        row("huge jpeg", withSize(jpeg, 13, "\xFF\xFF\xFF\xFF"), "VL-ATT-0003");
        row("script", QByteArray(pdf).replace("/Kids", "/JS(x)/Kids"), "VL-ATT-0004");
        row("hidden script", QByteArray(pdf).replace("/Kids", "/#4aS(x)/Kids"), "VL-ATT-0004");
        row("launch", QByteArray(pdf).replace("/Kids", "/S/Launch/Kids"), "VL-ATT-0004");
        row("password", QByteArray(pdf).replace("trailer<<", "trailer<</Encrypt 9 0 R"), "VL-ATT-0004");
    }

    void badPapers() {
        QFETCH(QByteArray, content);
        QFETCH(QString, code);
        QCOMPARE(QString::fromStdString(codeOf(content)), code);
    }

    void everyCutIsJudgedWithoutHarm() {
        for (const auto& whole : {pdf, png, jpeg})
            for (qsizetype size = 0; size < whole.size() - 1; ++size)
                QVERIFY(size > whole.size() - 3 || !codeOf(whole.left(size)).empty());
    }

    void aFileIsPartOfTheCaseAndThereAgainAfterAKill() {
        Desk desk;
        QVERIFY(atForm(desk));
        auto& papers = desk.workplace().attachments();
        papers.attachFile(attachments, file(QStringLiteral("nomas līgums.pdf"), pdf).toStdString());
        QVERIFY(papers.busy());
        QVERIFY(Desk::until([&] { return named(desk) == 1; }));
        QCOMPARE(papersOf(desk), 1U);
        const auto document = desk.contact().theCase()->documents.front();
        QCOMPARE(document.title, std::string("nomas līgums.pdf"));
        QCOMPARE(document.pages, 2);
        QCOMPARE(desk.store.blob(document.sha256)->size(), static_cast<std::size_t>(pdf.size()));
        QTest::qWait(500); // what the form holds is kept after a moment
        desk.kill();
        desk.start();
        QVERIFY(desk.logIn());
        QVERIFY(Desk::until([&] { return desk.workplace().form().state() != nullptr; }));
        QCOMPARE(named(desk), 1U);
        desk.workplace().attachments().remove(attachments, document.sha256);
        QCOMPARE(named(desk), 0U);
        QVERIFY(Desk::until([&] { return papersOf(desk) == 0; }));
    }

    void aHostileFileIsRefusedAndNothingIsLeft() {
        Desk desk;
        QVERIFY(atForm(desk));
        auto& papers = desk.workplace().attachments();
        papers.attachFile(attachments, file(QStringLiteral("bilde.jpg"), "MZ program").toStdString());
        QVERIFY(Desk::until([&] { return !papers.busy(); }));
        QCOMPARE(desk.failures.back().code.text, std::string_view("VL-ATT-0001"));
        papers.attachFile(attachments, folder_.path().toStdString());
        QVERIFY(Desk::until([&] { return !papers.busy(); }));
        QCOMPARE(desk.failures.back().code.text, std::string_view("VL-BASE-0005"));
        QCOMPARE(named(desk), 0U);
        QCOMPARE(papersOf(desk), 0U);
    }

    void scannedPagesAreAttachedAndTheScannerIsFreeForTheSignature() {
        Desk desk;
        QVERIFY(atForm(desk));
        auto& scanning = desk.workplace().scanning();
        QVERIFY(Desk::until([&] { return !scanning.scanners().empty(); }));
        scanning.scan(true, false);
        QVERIFY(Desk::until([&] { return !scanning.scanning() && scanning.pages().size() == 2; }));
        desk.workplace().attachments().attachScan(attachments, "Skenēts 10:40");
        QVERIFY(Desk::until([&] { return named(desk) == 1 && scanning.pages().empty(); }));
        QCOMPARE(desk.contact().theCase()->documents.front().pages, 2);
        QVERIFY(!desk.contact().theCase()->signedBy);
        const auto made = *desk.store.blob(desk.contact().theCase()->documents.front().sha256);
        QCOMPARE(std::string(made.begin(), made.end()), std::string("%PDF Skenēts 10:40, scan of 2"));
    }

    void theSameFileTwiceIsOneAndWithAnotherPersonTheFileStays() {
        Desk desk;
        QVERIFY(atForm(desk));
        auto& papers = desk.workplace().attachments();
        const auto path = file(QStringLiteral("a.png"), png).toStdString();
        for (int i = 0; i < 2; ++i) {
            papers.attachFile(attachments, path);
            QVERIFY(Desk::until([&] { return !papers.busy(); }));
        }
        QCOMPARE(named(desk), 1U);
        QCOMPARE(papersOf(desk), 1U);
        QVERIFY(!desk.contact().actingForOptions().empty());
        const auto before = desk.contact().data().caseNumber;
        desk.contact().setActingFor(desk.contact().actingForOptions().front());
        QVERIFY(Desk::until(
            [&] { return desk.contact().data().caseNumber != before && !desk.contact().busy(); }));
        QCOMPARE(papersOf(desk), 1U);
        QCOMPARE(named(desk), 1U);
    }
};

QTEST_GUILESS_MAIN(TestPapers)
#include "test_papers.moc"
