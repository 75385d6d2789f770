// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

/// Every colour of the suite.
namespace vienlogs::look {

/// A colour as 0xRRGGBB.
using Rgb = std::uint32_t;

enum class Theme { Light, Dark, HighContrast };

/// The colours of one theme by what they are for.
struct Palette {
    Rgb ground;      ///< Behind what is being worked on.
    Rgb panel;       ///< Behind what stands beside it.
    Rgb ink;         ///< Text.
    Rgb muted;       ///< Text that may be overlooked.
    Rgb line;        ///< Borders of controls, at least 3:1 on ground and panel.
    Rgb hairline;    ///< Lines that only divide; nothing depends on seeing them.
    Rgb hover;       ///< Behind a control under the pointer.
    Rgb accent;      ///< The one main action.
    Rgb accentHover; ///< The same under the pointer.
    Rgb onAccent;    ///< Text on it.
    Rgb link;        ///< Links, selection, information.
    Rgb infoGround;
    Rgb ok;
    Rgb okGround;
    Rgb warn;
    Rgb warnGround;
    Rgb error;
    Rgb errorGround;
    Rgb focus;         ///< The focus ring.
    Rgb unknownGround; ///< The client bar while nobody is identified.
};

inline constexpr Palette lightPalette{
    .ground = 0xFFFFFF,
    .panel = 0xF4F5F7,
    .ink = 0x1B1F24,
    .muted = 0x4A5361,
    .line = 0x7F8894,
    .hairline = 0xDADEE4,
    .hover = 0xEDF0F4,
    .accent = 0x7A1F2B,
    .accentHover = 0x651821,
    .onAccent = 0xFFFFFF,
    .link = 0x1F4E8C,
    .infoGround = 0xE8F0FA,
    .ok = 0x1E6B3A,
    .okGround = 0xE6F3EA,
    .warn = 0x8A5300,
    .warnGround = 0xFFF4DF,
    .error = 0xA3161C,
    .errorGround = 0xFDEBEC,
    .focus = 0x1F4E8C,
    .unknownGround = 0xE3E6EB,
};

inline constexpr Palette darkPalette{
    .ground = 0x12151A,
    .panel = 0x1B2027,
    .ink = 0xF2F4F7,
    .muted = 0xB7C0CC,
    .line = 0x7A8594,
    .hairline = 0x2E353F,
    .hover = 0x262D36,
    .accent = 0xF2A7B0,
    .accentHover = 0xF7C2C8,
    .onAccent = 0x2A0A0F,
    .link = 0x9CC4FF,
    .infoGround = 0x16263D,
    .ok = 0x7FD39B,
    .okGround = 0x14291C,
    .warn = 0xFFC766,
    .warnGround = 0x30240F,
    .error = 0xFF9A9E,
    .errorGround = 0x38191B,
    .focus = 0x9CC4FF,
    .unknownGround = 0x2A313B,
};

inline constexpr Palette highContrastPalette{
    .ground = 0x000000,
    .panel = 0x000000,
    .ink = 0xFFFF00,
    .muted = 0xFFFFFF,
    .line = 0xFFFF00,
    .hairline = 0xFFFF00,
    .hover = 0x1A1A00,
    .accent = 0xFFFF00,
    .accentHover = 0xFFFFFF,
    .onAccent = 0x000000,
    .link = 0x66FFFF,
    .infoGround = 0x000000,
    .ok = 0x66FF99,
    .okGround = 0x000000,
    .warn = 0xFFD24D,
    .warnGround = 0x000000,
    .error = 0xFFB3B6,
    .errorGround = 0x000000,
    .focus = 0xFFFFFF,
    .unknownGround = 0x000000,
};

[[nodiscard]] constexpr const Palette& paletteOf(Theme theme) {
    return theme == Theme::Light ? lightPalette : theme == Theme::Dark ? darkPalette : highContrastPalette;
}

/// The colours with their names, for the style sheet (@name) and the QML singleton.
[[nodiscard]] constexpr std::array<std::pair<std::string_view, Rgb>, 20> namedColours(const Palette& p) {
    return {{{"ground", p.ground},
             {"panel", p.panel},
             {"ink", p.ink},
             {"muted", p.muted},
             {"line", p.line},
             {"hairline", p.hairline},
             {"hover", p.hover},
             {"accent", p.accent},
             {"accentHover", p.accentHover},
             {"onAccent", p.onAccent},
             {"link", p.link},
             {"infoGround", p.infoGround},
             {"ok", p.ok},
             {"okGround", p.okGround},
             {"warn", p.warn},
             {"warnGround", p.warnGround},
             {"error", p.error},
             {"errorGround", p.errorGround},
             {"focus", p.focus},
             {"unknownGround", p.unknownGround}}};
}

/// Contrast of two colours after WCAG 2: 1 (none) to 21.
[[nodiscard]] double contrast(Rgb a, Rgb b);

} // namespace vienlogs::look
