// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
// Written by vienlogs-look-tokens from vienlogs/look/tokens.h; change that file and write this one
// anew.
pragma Singleton
import QtQuick

QtObject {
    // 0 light, 1 dark, 2 high contrast.
    property int theme: 0
    property real scale: 1.0

    function pick(light: color, dark: color, highContrast: color): color {
        return theme === 0 ? light : theme === 1 ? dark : highContrast;
    }

    readonly property color ground: pick("#ffffff", "#12151a", "#000000")
    readonly property color panel: pick("#f4f5f7", "#1b2027", "#000000")
    readonly property color ink: pick("#1b1f24", "#f2f4f7", "#ffff00")
    readonly property color muted: pick("#4a5361", "#b7c0cc", "#ffffff")
    readonly property color line: pick("#7f8894", "#7a8594", "#ffff00")
    readonly property color hairline: pick("#dadee4", "#2e353f", "#ffff00")
    readonly property color hover: pick("#edf0f4", "#262d36", "#1a1a00")
    readonly property color accent: pick("#7a1f2b", "#f2a7b0", "#ffff00")
    readonly property color accentHover: pick("#651821", "#f7c2c8", "#ffffff")
    readonly property color onAccent: pick("#ffffff", "#2a0a0f", "#000000")
    readonly property color link: pick("#1f4e8c", "#9cc4ff", "#66ffff")
    readonly property color infoGround: pick("#e8f0fa", "#16263d", "#000000")
    readonly property color ok: pick("#1e6b3a", "#7fd39b", "#66ff99")
    readonly property color okGround: pick("#e6f3ea", "#14291c", "#000000")
    readonly property color warn: pick("#8a5300", "#ffc766", "#ffd24d")
    readonly property color warnGround: pick("#fff4df", "#30240f", "#000000")
    readonly property color error: pick("#a3161c", "#ff9a9e", "#ffb3b6")
    readonly property color errorGround: pick("#fdebec", "#38191b", "#000000")
    readonly property color focus: pick("#1f4e8c", "#9cc4ff", "#ffffff")
    readonly property color unknownGround: pick("#e3e6eb", "#2a313b", "#000000")

    readonly property int spaceXs: 4
    readonly property int spaceS: 8
    readonly property int spaceM: 12
    readonly property int spaceL: 16
    readonly property int spaceXl: 24
    readonly property int spaceXxl: 32
    readonly property int radius: 4
    readonly property int focusRing: 2
    readonly property int iconSmall: 16
    readonly property int iconMedium: 24
    readonly property int iconLarge: 48
    readonly property int motionMs: 120
    readonly property int target: 60
    readonly property int targetGap: 12
    readonly property real textPx: 22 * scale
    readonly property string family: "Inter"
    readonly property string figures: "Noto Sans"
}
