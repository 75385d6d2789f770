// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTextStream>

#include "vienlogs/look/style_sheet.h"

namespace vienlogs::look {

namespace {

void writeColours(QTextStream& out) {
    const auto light = namedColours(lightPalette);
    const auto dark = namedColours(darkPalette);
    const auto contrasty = namedColours(highContrastPalette);
    for (std::size_t i = 0; i < light.size(); ++i) {
        const auto name = QLatin1String(light[i].first.data(), static_cast<qsizetype>(light[i].first.size()));
        out << "    readonly property color " << name << ": pick(\"" << colourOf(light[i].second).name()
            << "\", \"" << colourOf(dark[i].second).name() << "\", \"" << colourOf(contrasty[i].second).name()
            << "\")\n";
    }
}

void writeSizes(QTextStream& out) {
    const std::pair<const char*, int> sizes[] = {
        {"spaceXs", space::xs},     {"spaceS", space::s},         {"spaceM", space::m},
        {"spaceL", space::l},       {"spaceXl", space::xl},       {"spaceXxl", space::xxl},
        {"radius", radius},         {"focusRing", focusRing},     {"iconSmall", iconSmall},
        {"iconMedium", iconMedium}, {"iconLarge", iconLarge},     {"motionMs", motionMs},
        {"target", kioskTarget},    {"targetGap", kioskTargetGap}};
    for (const auto& [name, value] : sizes)
        out << "    readonly property int " << name << ": " << value << "\n";
    out << "    readonly property real textPx: " << kioskTextPx << " * scale\n";
}

} // namespace

QString qmlTokens() {
    QString text;
    QTextStream out(&text);
    out << "// SPDX-FileCopyrightText: The Vienlogs authors\n"
           "// SPDX-License-Identifier: EUPL-1.2\n"
           "// Written by vienlogs-look-tokens from vienlogs/look/tokens.h; change that file and write this "
           "one\n"
           "// anew.\n"
           "pragma Singleton\n"
           "import QtQuick\n\n"
           "QtObject {\n"
           "    // 0 light, 1 dark, 2 high contrast.\n"
           "    property int theme: 0\n"
           "    property real scale: 1.0\n\n"
           "    function pick(light: color, dark: color, highContrast: color): color {\n"
           "        return theme === 0 ? light : theme === 1 ? dark : highContrast;\n"
           "    }\n\n";
    writeColours(out);
    out << "\n";
    writeSizes(out);
    out << "    readonly property string family: \"" << type::family.data() << "\"\n"
        << "    readonly property string figures: \"" << type::figures.data() << "\"\n"
        << "}\n";
    return text;
}

} // namespace vienlogs::look
