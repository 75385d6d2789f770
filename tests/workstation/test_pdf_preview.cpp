// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include "pdf_preview.h"

using vienlogs::workstation::PdfPreview;

namespace {

/// One page of the given size, in points; without a table of places, which every reader makes anew.
QByteArray pageOf(int width, int height) {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 " +
           QByteArray::number(width) + " " + QByteArray::number(height) +
           "]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
}

} // namespace

class TestPdfPreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!QStandardPaths::findExecutable(QStringLiteral("pdftoppm")).isEmpty()); }

    void aPageIsDrawnAsLargeAsItIs() {
        PdfPreview preview(PdfPreview::Size{.dotsPerInch = 72});
        QSignalSpy drawn(&preview, &PdfPreview::drawn);
        preview.draw(pageOf(200, 100));
        QTRY_COMPARE(drawn.size(), 1);
        QCOMPARE(drawn.first().first().value<QVector<QImage>>().front().size(), QSize(200, 100));
    }

    void aHugePageIsDrawnSmall() {
        PdfPreview preview(PdfPreview::Size{.longSide = 160});
        QSignalSpy drawn(&preview, &PdfPreview::drawn);
        preview.draw(pageOf(14400, 14400)); // at 90 dots per inch 972 MB
        QTRY_COMPARE(drawn.size(), 1);
        QCOMPARE(drawn.first().first().value<QVector<QImage>>().front().size(), QSize(160, 160));
    }

    void whatIsNoPdfIsNotDrawn() {
        PdfPreview preview;
        QSignalSpy notDrawn(&preview, &PdfPreview::notDrawn);
        preview.draw("no PDF at all");
        QTRY_COMPARE(notDrawn.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPdfPreview)
#include "test_pdf_preview.moc"
