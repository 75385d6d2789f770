// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/acts/act.h"
#include "vienlogs/drafting_rules/rules.h"

namespace vienlogs::drafting_rules {

/// One place where an act does not keep a rule.
struct Finding {
    Rule rule;
    base::Ulid element{};               ///< nil: the act as a whole
    std::size_t from = 0, to = 0;       ///< characters of the element's text; both 0 for the element itself
    std::string words{};                ///< what stands there
    std::vector<acts::Operation> fix{}; ///< puts it right; empty where a person must think
};

/// Everything that a rule says against the act, in the order of its text.
[[nodiscard]] std::vector<Finding> lint(const acts::Act& act);

} // namespace vienlogs::drafting_rules
