// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>

#include "vienlogs/amendments/amendments.h"

namespace vienlogs::amendments {

/// The changes as an amending act: title, the introducing line, numbered points. Quoted units are labelled as
/// in `after`.
[[nodiscard]] acts::Act write(const acts::Act& before, const acts::Act& after,
                              const std::vector<Change>& changes, const Heading& heading, const NewId& newId);

[[nodiscard]] inline bool isLaw(acts::ActKind kind) {
    return kind == acts::ActKind::Law || kind == acts::ActKind::LawAmendments;
}

inline constexpr std::array<std::string_view, 12> monthsIn{"janvārī",   "februārī", "martā",    "aprīlī",
                                                           "maijā",     "jūnijā",   "jūlijā",   "augustā",
                                                           "septembrī", "oktobrī",  "novembrī", "decembrī"};

} // namespace vienlogs::amendments
