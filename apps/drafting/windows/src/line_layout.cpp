// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "line_layout.h"

#include <QTextCharFormat>

#include "vienlogs/acts/numbering.h"

namespace vienlogs::drafting {

using acts::ElementKind;

namespace {

constexpr int levelIndent = 36;

QString shownText(const acts::Runs& runs) {
    return QString::fromStdString(acts::textOf(runs)).replace(QLatin1Char('\n'), QChar::LineSeparator);
}

QList<QTextLayout::FormatRange> formatsOf(const acts::Runs& runs) {
    QList<QTextLayout::FormatRange> formats;
    int at = 0;
    for (const auto& run : runs) {
        const int length = int(QString::fromStdString(run.text).size());
        QTextCharFormat format;
        if (run.bold)
            format.setFontWeight(QFont::Bold);
        if (run.italic)
            format.setFontItalic(true);
        if (run.script != acts::Script::Line)
            format.setVerticalAlignment(run.script == acts::Script::Super ? QTextCharFormat::AlignSuperScript
                                                                          : QTextCharFormat::AlignSubScript);
        if (run.reference || !run.link.empty())
            format.setFontUnderline(true);
        formats.append({at, length, format});
        at += length;
    }
    return formats;
}

} // namespace

LineLook lookOf(const acts::Act& act, const acts::Element& element) {
    int depth = 0;
    for (const auto* outer : act.pathTo(element.id))
        depth += outer->kind == ElementKind::SubPoint ? 1 : 0;
    switch (element.kind) {
    case ElementKind::Title:
        return {Qt::AlignHCenter, true, false, 0, 0, 20, 14};
    case ElementKind::Basis:
        return {Qt::AlignRight, false, true, 0, 0, 16};
    case ElementKind::Chapter:
    case ElementKind::TransitionalProvisions:
        return {Qt::AlignHCenter, true, false, 0, 20, 12};
    case ElementKind::Article:
        return {Qt::AlignLeft, true, false, 0, 16, 8};
    case ElementKind::Annex:
        return {Qt::AlignRight, false, false, 0, 40, 16};
    case ElementKind::Footnote:
        return {Qt::AlignLeft, false, false, 0, 0, 4, 10};
    case ElementKind::Signature:
        return {Qt::AlignLeft, false, false, 0, 24, 0};
    default:
        return {Qt::AlignJustify, false, false, depth * levelIndent};
    }
}

LaidLine layOutLine(const acts::Act& act, const acts::Element& element, int width, double scale) {
    const auto look = lookOf(act, element);
    auto label = acts::labelOf(act, element.id);
    acts::Runs all;
    if (!label.text.empty())
        all = acts::joined(label.text, acts::plain(label.separator));
    const int prefix = int(shownText(all).size());
    all.insert(all.end(), element.text.begin(), element.text.end());

    QFont font(QStringLiteral("Times New Roman"));
    font.setStyleHint(QFont::Serif);
    font.setPixelSize(int(look.points * 4.0 / 3.0 * scale));
    font.setBold(look.bold);
    font.setItalic(look.italic);
    auto layout = std::make_unique<QTextLayout>(shownText(all), font);
    layout->setFormats(formatsOf(all));
    QTextOption option(look.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    const double indent = look.indent * scale;
    double y = look.above * scale;
    layout->beginLayout();
    for (auto line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width - indent);
        line.setPosition({indent, y});
        y += line.height();
    }
    layout->endLayout();
    return {std::move(layout), prefix, int(y + look.below * scale)};
}

int toUnits(const QString& text, std::size_t characters) {
    int at = 0;
    for (; characters > 0 && at < text.size(); --characters)
        at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    return at;
}

std::size_t toCharacters(const QString& text, int units) {
    std::size_t count = 0;
    for (int at = 0; at < units && at < text.size(); ++count)
        at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    return count;
}

} // namespace vienlogs::drafting
