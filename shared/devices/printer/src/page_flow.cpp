// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "page_flow.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>
#include <algorithm>

namespace vienlogs::devices::printer {

namespace {

constexpr qreal millimetresPerPoint = 25.4 / 72;

QFont fontOf(const TextStyle& style, QPaintDevice* device) {
    QFont font;
    // Noto Sans has the letters that Inter lacks.
    font.setFamilies(style.monospaced ? QStringList{u"DejaVu Sans Mono"_qs, u"Noto Sans Mono"_qs}
                                      : QStringList{u"Inter"_qs, u"Noto Sans"_qs});
    font.setPointSizeF(style.points);
    font.setWeight(style.weight);
    // Shaping lets Inter swap "-", ":" and "x" between digits for glyphs that have no letter in the PDF: a
    // personal code copied from it would lose its hyphen. Latin and Cyrillic need no shaping.
    font.setStyleStrategy(QFont::PreferNoShaping);
    font.setHintingPreference(QFont::PreferNoHinting);
    return QFont(font, device);
}

} // namespace

PageFlow::PageFlow(QPdfWriter& writer) : writer_(writer), drawings_(1) {}

qreal PageFlow::dots(qreal millimetres) const {
    return millimetres * writer_.resolution() / 25.4;
}

BrokenText PageFlow::broken(const QString& text, const TextStyle& style, qreal textWidth) const {
    BrokenText result{
        {}, fontOf(style, &writer_), style.colour, style.points * style.lineHeight * millimetresPerPoint, 0};
    result.ascent = QFontMetricsF(result.font, &writer_).ascent() * 25.4 / writer_.resolution();
    QTextOption option;
    option.setWrapMode(
        QTextOption::WrapAtWordBoundaryOrAnywhere); // a word without end must not leave the page
    const auto paragraphs = text.split(u'\n');
    for (const auto& paragraph : paragraphs) {
        QTextLayout layout(paragraph, result.font, &writer_);
        layout.setTextOption(option);
        layout.beginLayout();
        for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(dots(textWidth));
            result.lines += paragraph.mid(line.textStart(), line.textLength());
        }
        layout.endLayout();
    }
    return result;
}

void PageFlow::newPage() {
    ++page_;
    drawings_.emplace_back();
    y_ = 0;
}

void PageFlow::keep(qreal needed) {
    if (y_ > 0 && y_ + needed > height)
        newPage();
}

void PageFlow::add(int page, Drawing drawing) {
    drawings_[static_cast<std::size_t>(page)].push_back(std::move(drawing));
}

void PageFlow::putLine(int page, qreal x, qreal atY, const BrokenText& text, qsizetype index) {
    const QPointF baseline(dots(left + x),
                           dots(top + atY + (text.lineHeight - text.ascent) / 2 + text.ascent));
    add(page,
        [baseline, line = text.lines.at(index), font = text.font, colour = text.colour](QPainter& painter) {
            painter.setFont(font);
            painter.setPen(colour);
            painter.drawText(baseline, line);
        });
}

void PageFlow::put(qreal x, const BrokenText& text) {
    putRow({{x, text}});
}

void PageFlow::putRow(const std::vector<std::pair<qreal, BrokenText>>& columns) {
    qsizetype rows = 0;
    qreal rowHeight = 0;
    for (const auto& [x, text] : columns) {
        rows = std::max(rows, text.lines.size());
        rowHeight = std::max(rowHeight, text.lineHeight);
    }
    for (qsizetype row = 0; row < rows; ++row) {
        keep(rowHeight);
        for (const auto& [x, text] : columns)
            if (row < text.lines.size())
                putLine(page_, x, y_ + (rowHeight - text.lineHeight) / 2, text, row);
        y_ += rowHeight;
    }
}

void PageFlow::putAt(int page, qreal x, qreal atY, const BrokenText& text, bool fromRight) {
    const auto used = QFontMetricsF(text.font, &writer_).horizontalAdvance(text.lines.value(0)) * 25.4 /
                      writer_.resolution();
    putLine(page, fromRight ? x - used : x, atY, text, 0);
}

void PageFlow::line(qreal x, qreal length, const QColor& colour, qreal thickness) {
    const QRectF bar(dots(left + x), dots(top + y_), dots(length), dots(thickness));
    add(page_, [bar, colour](QPainter& painter) { painter.fillRect(bar, colour); });
}

void PageFlow::box(qreal x, qreal fromY, const QSizeF& size, const QColor& border) {
    const QRectF frame(dots(left + x), dots(top + fromY), dots(size.width()), dots(size.height()));
    const auto thickness = dots(0.2);
    add(page_, [frame, border, thickness](QPainter& painter) {
        painter.setPen(QPen(border, thickness));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame);
    });
}

void PageFlow::paint(const std::function<void(PageFlow&, int)>& footer) {
    for (int page = 0; page < pages(); ++page)
        footer(*this, page + 1);
    QPainter painter(&writer_);
    for (int page = 0; page < pages(); ++page) {
        if (page > 0)
            writer_.newPage();
        for (const auto& drawing : drawings_[static_cast<std::size_t>(page)])
            drawing(painter);
    }
}

} // namespace vienlogs::devices::printer
