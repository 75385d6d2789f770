// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "increment.h"
#include "vienlogs/pdf/signer.h"

namespace vienlogs::pdf {

/// What the box of a visible signature says.
struct AppearanceText {
    std::string signer;
    std::string time;
    std::string reason; ///< Empty: not said.
};

/// The box as a form XObject of the rectangle's size, turned like its page (0, 90, 180, 270 degrees).
[[nodiscard]] base::Result<Reference> addAppearance(Increment& increment, const VisibleField& field,
                                                    const AppearanceText& text, int rotation);

/// "23.11.2026. 14:05:09 +02:00"
[[nodiscard]] std::string shownTime(base::Timestamp at, std::chrono::minutes utcOffset);

} // namespace vienlogs::pdf
