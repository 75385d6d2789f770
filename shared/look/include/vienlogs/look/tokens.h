// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "vienlogs/look/palette.h"

/// Every colour, size and distance of the suite. Nothing else may write one down: the style sheet, the QML
/// singleton and hand-painted widgets all take them from here.
namespace vienlogs::look {

/// Distances in pixels; they do not grow with the text, so that large text keeps its room.
namespace space {
inline constexpr int xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32;
}

inline constexpr int radius = 4;
inline constexpr int focusRing = 2;
inline constexpr int iconSmall = 16, iconMedium = 24, iconLarge = 48;
inline constexpr int motionMs = 120;
inline constexpr int kioskTarget = 60, kioskTargetGap = 12, kioskTextPx = 22;

/// Text sizes in points at 100 %.
namespace type {
inline constexpr std::string_view family = "Inter";
/// Carries what Inter lacks; its figures are all equally wide, so it also sets tables and sums.
inline constexpr std::string_view figures = "Noto Sans";
inline constexpr std::string_view fixed = "DejaVu Sans Mono"; ///< Receipts, as they were printed.
inline constexpr double body = 10.5, small = 9.0, heading = 12.5, title = 17.0, sum = 24.0;
} // namespace type

inline constexpr double smallestScale = 1.0, largestScale = 2.0, scaleStep = 0.25;

} // namespace vienlogs::look
