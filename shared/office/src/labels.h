// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/acts/act.h"

namespace vienlogs::office {

/// A paragraph's words without the printed number before them.
struct Unlabelled {
    acts::Runs text;
    std::optional<acts::Number> number{}; ///< as printed; nothing when there was none
    bool changed = false;                 ///< another number than the element's, or none where it has one
};

/// Takes the element's own label off, or one of the same kind with another number.
[[nodiscard]] Unlabelled withoutLabel(const acts::Act& exported, const acts::Element& element,
                                      const acts::Runs& text);

} // namespace vienlogs::office
