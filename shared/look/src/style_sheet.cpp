// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/look/style_sheet.h"

#include <QFile>
#include <QMap>

namespace vienlogs::look {

namespace {

QString hex(Rgb value) {
    return colourOf(value).name(QColor::HexRgb);
}

QString latin(std::string_view text) {
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

/// Longest names first, so that "@ok" does not eat the beginning of "@okGround".
struct LongestFirst {
    bool operator()(const QString& a, const QString& b) const {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    }
};
using Values = std::map<QString, QString, LongestFirst>;

Values valuesOf(Theme theme, double scale) {
    Values values;
    for (const auto& [name, value] : namedColours(paletteOf(theme)))
        values[latin(name)] = hex(value);
    const std::pair<const char*, double> sizes[] = {{"bodypt", type::body},
                                                    {"smallpt", type::small},
                                                    {"headingpt", type::heading},
                                                    {"titlept", type::title},
                                                    {"sumpt", type::sum}};
    for (const auto& [name, points] : sizes)
        values[QLatin1String(name)] = QString::number(points * scale, 'f', 2) + QLatin1String("pt");
    values[QStringLiteral("radiuspx")] = QStringLiteral("%1px").arg(radius);
    values[QStringLiteral("ringpx")] = QStringLiteral("%1px").arg(focusRing);
    values[QStringLiteral("initialsRadiuspx")] = QStringLiteral("%1px").arg(qRound(16 * scale));
    values[QStringLiteral("family")] = latin(type::family);
    values[QStringLiteral("fixed")] = latin(type::fixed);
    values[QStringLiteral("figures")] = latin(type::figures);
    return values;
}

} // namespace

QColor colourOf(Rgb value) {
    return QColor::fromRgb(value);
}

QString styleSheet(Theme theme, double textScale) {
    QFile file(QStringLiteral(":/vienlogs/look/style/vienlogs.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll());
    for (const auto& [name, value] : valuesOf(theme, textScale))
        text.replace(QLatin1Char('@') + name, value);
    return text;
}

QPalette widgetPalette(Theme theme) {
    const Palette& p = paletteOf(theme);
    QPalette result(colourOf(p.panel), colourOf(p.ground));
    const std::pair<QPalette::ColorRole, Rgb> roles[] = {
        {QPalette::WindowText, p.ink},         {QPalette::Text, p.ink},
        {QPalette::ButtonText, p.ink},         {QPalette::Base, p.ground},
        {QPalette::AlternateBase, p.panel},    {QPalette::ToolTipBase, p.ink},
        {QPalette::ToolTipText, p.ground},     {QPalette::Highlight, p.link},
        {QPalette::HighlightedText, p.ground}, {QPalette::Link, p.link},
        {QPalette::PlaceholderText, p.muted},  {QPalette::Mid, p.line}};
    for (const auto& [role, colour] : roles)
        result.setColor(role, colourOf(colour));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, colourOf(p.muted));
    return result;
}

} // namespace vienlogs::look
