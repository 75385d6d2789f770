// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pdf_of_pages.h"

#include <QByteArray>
#include <QColorSpace>
#include <QCryptographicHash>
#include <QString>

namespace vienlogs::devices::scanner {

namespace {

constexpr const char* producer = "Vienlogs";

/// Objects in the order they are written, with the place of each for the table at the end.
class PdfFile {
public:
    PdfFile() {
        // Four bytes beyond ASCII tell every program that this is not text.
        out_ = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    }
    void object(int number, const QByteArray& content) {
        begin(number);
        out_ += content + "\nendobj\n";
    }
    void stream(int number, const QByteArray& dictionary, const char* data, qsizetype size) {
        begin(number);
        out_ += "<< " + dictionary + " /Length " + QByteArray::number(size) + " >>\nstream\n";
        out_.append(data, size);
        out_ += "\nendstream\nendobj\n";
    }
    base::Bytes finish(int root, int info) {
        const auto table = out_.size();
        const auto count = places_.size() + 1;
        const auto id = QCryptographicHash::hash(out_, QCryptographicHash::Sha256).left(16).toHex();
        out_ += "xref\n0 " + QByteArray::number(count) + "\n0000000000 65535 f \n";
        for (const auto place : places_)
            out_ += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
        out_ += "trailer\n<< /Size " + QByteArray::number(count) + " /Root " + QByteArray::number(root) +
                " 0 R /Info " + QByteArray::number(info) + " 0 R /ID [<" + id + "> <" + id +
                ">] >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
        return {out_.begin(), out_.end()};
    }

private:
    void begin(int number) {
        places_.resize(std::max<qsizetype>(places_.size(), number));
        places_[number - 1] = out_.size();
        out_ += QByteArray::number(number) + " 0 obj\n";
    }
    QByteArray out_;
    QList<qsizetype> places_;
};

/// A text string of PDF in UTF-16, as hexadecimal digits.
QByteArray textString(const QString& text) {
    QByteArray bytes("\xFE\xFF", 2);
    for (const auto unit : text) {
        bytes += static_cast<char>(unit.unicode() >> 8);
        bytes += static_cast<char>(unit.unicode() & 0xFF);
    }
    return '<' + bytes.toHex() + '>';
}

QByteArray metadata(const QString& title, const QByteArray& date) {
    // Without an encoding in the packet's begin, as ISO 19005-1 wants it.
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
           "pdfaid:part=\"1\" "
           "pdfaid:conformance=\"B\"/>\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title><rdf:Alt>"
           "<rdf:li xml:lang=\"x-default\">" +
           title.toHtmlEscaped().toUtf8() +
           "</rdf:li></rdf:Alt></dc:title></rdf:Description>\n"
           "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmp:CreateDate=\"" +
           date +
           "\"/>\n<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
           "pdf:Producer=\"" +
           producer + "\"/>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

/// "D:20261123120559Z" of "2026-11-23T12:05:59Z".
QByteArray pdfDate(QByteArray date) {
    return "D:" + date.replace("-", "").replace(":", "").replace("T", "");
}

QByteArray points(int pixels, int dpi) {
    return QByteArray::number(pixels * 72.0 / dpi, 'f', 2);
}

void writePage(PdfFile& file, const PdfPage& page, int number, int pagesNumber) {
    const auto reference = [](int object) { return QByteArray::number(object) + " 0 R"; };
    const auto width = points(page.width, page.dpi);
    const auto height = points(page.height, page.dpi);
    file.object(number, "<< /Type /Page /Parent " + reference(pagesNumber) + " /MediaBox [0 0 " + width +
                            " " + height + "] /Rotate " + QByteArray::number(page.rotation) +
                            " /Resources << /ProcSet [/PDF /ImageB /ImageC] /XObject << /Page " +
                            reference(number + 2) + " >> >> /Contents " + reference(number + 1) + " >>");
    const auto content = "q " + width + " 0 0 " + height + " 0 0 cm /Page Do Q";
    file.stream(number + 1, "", content.constData(), content.size());
    file.stream(number + 2,
                "/Type /XObject /Subtype /Image /Width " + QByteArray::number(page.width) + " /Height " +
                    QByteArray::number(page.height) + " /BitsPerComponent 8 /ColorSpace /" +
                    (page.channels == 3 ? "DeviceRGB" : "DeviceGray") + " /Filter /DCTDecode",
                reinterpret_cast<const char*>(page.jpeg.data()), static_cast<qsizetype>(page.jpeg.size()));
}

} // namespace

base::Bytes pdfOf(const std::vector<PdfPage>& pages, const std::string& title, base::Timestamp madeAt) {
    constexpr int catalog = 1;
    constexpr int pageTree = 2;
    constexpr int information = 3;
    constexpr int xmp = 4;
    constexpr int profile = 5;
    constexpr int firstPage = 6; // each takes three: page, content, picture
    const auto date = QByteArray::fromStdString(base::toRfc3339(madeAt)).left(19) + 'Z';
    const auto name = QString::fromStdString(title);

    PdfFile file;
    file.object(catalog,
                "<< /Type /Catalog /Pages 2 0 R /Metadata 4 0 R /OutputIntents [<< /Type /OutputIntent /S "
                "/GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) "
                "/DestOutputProfile 5 0 R >>] >>");
    QByteArray kids;
    for (std::size_t at = 0; at < pages.size(); ++at)
        kids += QByteArray::number(firstPage + 3 * static_cast<int>(at)) + " 0 R ";
    file.object(pageTree, "<< /Type /Pages /Count " + QByteArray::number(static_cast<int>(pages.size())) +
                              " /Kids [" + kids + "] >>");
    file.object(information, "<< /Title " + textString(name) + " /Producer (" + producer +
                                 ") /CreationDate (" + pdfDate(date) + ") >>");
    const auto packet = metadata(name, date);
    file.stream(xmp, "/Type /Metadata /Subtype /XML", packet.constData(), packet.size());
    const auto colours = QColorSpace(QColorSpace::SRgb).iccProfile();
    file.stream(profile, "/N 3", colours.constData(), colours.size());
    for (std::size_t at = 0; at < pages.size(); ++at)
        writePage(file, pages[at], firstPage + 3 * static_cast<int>(at), pageTree);
    return file.finish(catalog, information);
}

} // namespace vienlogs::devices::scanner
