// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "document_pdf.h"

#include <QBuffer>
#include <QDateTime>
#include <QPageLayout>
#include <QPdfWriter>

#include "page_flow.h"
#include "print_words.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::devices::printer {

namespace {

constexpr std::size_t mostLines = 5000;
constexpr qreal labelWidth = 52;
constexpr qreal gap = 4;

const QColor accent(0x7A, 0x1F, 0x2B);
const QColor muted(0x4A, 0x53, 0x61);
const QColor ruleColour(0xC9, 0xCE, 0xD6);

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

/// Lays one document out, block by block.
class DocumentLayout {
public:
    DocumentLayout(const ports::PrintedDocument& document, QPdfWriter& writer)
        : document_(document), words_(wordsOf(document.kind, document.language)), flow_(writer) {}

    void paint() {
        head();
        for (std::size_t at = 0; at < document_.lines.size(); ++at)
            line(at);
        declarations();
        if (document_.signatureLine)
            signature();
        terminalReceipt();
        flow_.paint([this](PageFlow& flow, int page) { footer(flow, page); });
    }

private:
    [[nodiscard]] QString madeAt() const {
        const auto milliseconds = document_.madeAt.time_since_epoch().count();
        return QDateTime::fromMSecsSinceEpoch(milliseconds).toString(u"dd.MM.yyyy. HH:mm"_qs);
    }

    /// Who made it above a rule in the accent's colour, then number and date, then to whom, then the title.
    void head() {
        flow_.put(0, flow_.broken(text(document_.place), {9, QFont::DemiBold, muted}, PageFlow::width));
        flow_.skip(1.5);
        flow_.line(0, PageFlow::width, accent, 0.7);
        flow_.skip(6);
        fact(words_.number, text(document_.reference));
        fact(words_.date, madeAt());
        fact(words_.to, text(document_.institution));
        flow_.skip(8);
        flow_.put(0, flow_.broken(words_.kind.toUpper(), {8.5, QFont::DemiBold, accent}, PageFlow::width));
        flow_.skip(0.5);
        TextStyle title{18, QFont::DemiBold};
        title.lineHeight = 1.2;
        flow_.put(0, flow_.broken(text(document_.title), title, PageFlow::width));
        flow_.skip(6);
    }

    void fact(const QString& label, const QString& value) {
        if (!value.isEmpty())
            flow_.putRow({{0, flow_.broken(label, {9, QFont::Normal, muted}, 22)},
                          {24, flow_.broken(value, {9.5}, PageFlow::width - 24)}});
    }

    void line(std::size_t at) {
        const auto& printed = document_.lines[at];
        if (printed.value.empty())
            return heading(text(printed.label));
        const bool strong = printed.emphasised;
        const auto label = flow_.broken(text(printed.label), {9.5, QFont::Normal, muted}, labelWidth);
        const auto value =
            flow_.broken(text(printed.value), {strong ? 14.0 : 10.5, strong ? QFont::Bold : QFont::Normal},
                         PageFlow::width - labelWidth - gap);
        flow_.keep(
            std::min(std::max(label.height(), value.height()) + 3, 40.0)); // a long value may still break
        flow_.skip(1.4);
        flow_.putRow({{0, label}, {labelWidth + gap, value}});
        flow_.skip(1.4);
        flow_.line(0, PageFlow::width, ruleColour, 0.15);
    }

    /// Never alone at the foot of a page.
    void heading(const QString& label) {
        const auto broken = flow_.broken(label, {12, QFont::DemiBold}, PageFlow::width);
        flow_.keep(broken.height() + 22);
        flow_.skip(flow_.y() > 0 ? 5 : 0);
        flow_.put(0, broken);
        flow_.skip(1.2);
        flow_.line(0, PageFlow::width, muted, 0.25);
    }

    void declarations() {
        if (document_.declarations.empty())
            return;
        heading(words_.declarations);
        flow_.skip(2);
        for (std::size_t at = 0; at < document_.declarations.size(); ++at) {
            const auto number = flow_.broken(QString::number(at + 1) + u'.', {10, QFont::Normal, muted}, 7);
            const auto said = flow_.broken(text(document_.declarations[at]), {10}, PageFlow::width - 8);
            flow_.keep(std::min(said.height(), 30.0));
            flow_.putRow({{0, number}, {8, said}});
            flow_.skip(1.5);
        }
    }

    /// Three lines to write on, together on one page.
    void signature() {
        flow_.keep(34);
        flow_.skip(20);
        const std::vector<std::pair<qreal, qreal>> places{{0, 58}, {64, 62}, {132, PageFlow::width - 132}};
        std::vector<std::pair<qreal, BrokenText>> labels;
        const QStringList names{words_.signature, words_.nameInFull, words_.signedOn};
        for (std::size_t at = 0; at < places.size(); ++at) {
            flow_.line(places[at].first, places[at].second, muted, 0.25);
            labels.emplace_back(places[at].first,
                                flow_.broken(names[static_cast<qsizetype>(at)], {8.5, QFont::Normal, muted},
                                             places[at].second));
        }
        flow_.skip(1);
        flow_.putRow(labels);
    }

    /// The terminal's lines as they are, in a frame as wide as a receipt.
    void terminalReceipt() {
        if (document_.terminalLines.empty())
            return;
        TextStyle style{9};
        style.monospaced = true;
        style.lineHeight = 1.3;
        QStringList lines;
        for (const auto& printed : document_.terminalLines)
            lines += text(printed);
        const auto broken = flow_.broken(lines.join(u'\n'), style, 74);
        heading(words_.terminalReceipt);
        flow_.skip(5);
        const auto frame = broken.height() + 8;
        const bool fits = frame < PageFlow::height - 25;
        if (fits)
            flow_.keep(frame);
        if (fits)
            flow_.box(0, flow_.y(), QSizeF(82, frame), ruleColour);
        flow_.skip(4);
        flow_.put(4, broken);
        flow_.skip(4);
    }

    void footer(PageFlow& flow, int page) {
        const TextStyle style{8, QFont::Normal, muted};
        const auto reference = text(document_.reference);
        const qreal y = PageFlow::height + 7;
        flow.putAt(page - 1, 0, y, flow.broken(reference.isEmpty() ? words_.kind : reference, style, 120));
        flow.putAt(page - 1, PageFlow::width, y,
                   flow.broken(words_.page.arg(page).arg(flow.pages()), style, 60), true);
    }

    const ports::PrintedDocument& document_;
    PrintWords words_;
    PageFlow flow_;
};

} // namespace

base::Result<base::Bytes> pdfOf(const ports::PrintedDocument& document) {
    if (document.title.empty() ||
        document.lines.size() + document.declarations.size() + document.terminalLines.size() > mostLines)
        return base::fail(base::codes::invalidArgument, "printed document");
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(1200);
        writer.setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()});
        writer.setTitle(text(document.title));
        writer.setCreator(u"Vienlogs"_qs);
        DocumentLayout(document, writer).paint();
    }
    return base::Bytes(bytes.begin(), bytes.end());
}

} // namespace vienlogs::devices::printer
