// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QColor>
#include <QFont>
#include <QPdfWriter>
#include <QRectF>
#include <functional>
#include <vector>

class QPainter;

namespace vienlogs::devices::printer {

/// How a run of text looks.
struct TextStyle {
    qreal points = 10;
    QFont::Weight weight = QFont::Normal;
    QColor colour = QColor(0x1B, 0x1F, 0x24);
    bool monospaced = false;
    qreal lineHeight = 1.35; ///< Of the font's size.
};

/// A text broken into lines for a width, not yet on a page.
struct BrokenText {
    QStringList lines;
    QFont font;
    QColor colour;
    qreal lineHeight = 0;
    qreal ascent = 0;
    [[nodiscard]] qreal height() const { return lineHeight * static_cast<qreal>(lines.size()); }
};

/// Fills pages from top to bottom and paints them once their number is known. All measures are millimetres
/// from the left edge and the top of the page's content.
class PageFlow {
public:
    explicit PageFlow(QPdfWriter& writer);

    static constexpr qreal left = 25;
    static constexpr qreal right = 20;
    static constexpr qreal top = 18;
    static constexpr qreal bottom = 22;
    static constexpr qreal width = 210 - left - right;
    static constexpr qreal height = 297 - top - bottom;

    [[nodiscard]] BrokenText broken(const QString& text, const TextStyle& style, qreal textWidth) const;

    /// Where the next block goes.
    [[nodiscard]] qreal y() const { return y_; }
    [[nodiscard]] int pages() const { return page_ + 1; }
    void skip(qreal distance) { y_ += distance; }
    /// Goes to the next page if less than this is left on the current one.
    void keep(qreal needed);
    void newPage();

    /// Puts lines at the place and goes on below; breaks to the next page between lines.
    void put(qreal x, const BrokenText& text);
    /// Several texts side by side in rows of lines; a row is never cut.
    void putRow(const std::vector<std::pair<qreal, BrokenText>>& columns);
    void line(qreal x, qreal length, const QColor& colour, qreal thickness);
    void box(qreal x, qreal fromY, const QSizeF& size, const QColor& border);

    /// Paints all pages; `footer` is called for each with its number from 1.
    void paint(const std::function<void(PageFlow&, int)>& footer);
    /// Puts one line at a fixed place of a page already passed; `y` may lie below the content.
    void putAt(int page, qreal x, qreal atY, const BrokenText& text, bool fromRight = false);

private:
    using Drawing = std::function<void(QPainter&)>;
    [[nodiscard]] qreal dots(qreal millimetres) const;
    void add(int page, Drawing drawing);
    void putLine(int page, qreal x, qreal atY, const BrokenText& text, qsizetype index);

    QPdfWriter& writer_;
    std::vector<std::vector<Drawing>> drawings_;
    int page_ = 0;
    qreal y_ = 0;
};

} // namespace vienlogs::devices::printer
