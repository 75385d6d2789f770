// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vienlogs/acts/kinds.h"

namespace vienlogs::office {

/// The paragraph style of a kind; sub-points have one for each depth.
[[nodiscard]] std::string styleOf(acts::ElementKind kind, std::size_t depth);

/// What a style name says, also as other suites rewrite it ("LV_20_Pants"); nothing for a style that is not
/// ours.
struct StyledKind {
    acts::ElementKind kind;
    std::size_t depth = 1;
};
[[nodiscard]] std::optional<StyledKind> kindOfStyle(std::string_view style);

/// styles.xml: the named styles and the page.
[[nodiscard]] std::string stylesXml();

} // namespace vienlogs::office
