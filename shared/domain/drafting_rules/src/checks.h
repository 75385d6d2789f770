// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vienlogs/drafting_rules/lint.h"

/// The checks, each adding what it finds.
namespace vienlogs::drafting_rules {

using Findings = std::vector<Finding>;

void checkNumbers(const acts::Act& act, Findings& found);
void checkReferences(const acts::Act& act, Findings& found);
void checkTerms(const acts::Act& act, Findings& found);
void checkTypography(const acts::Act& act, Findings& found);
void checkEndings(const acts::Act& act, Findings& found);
void checkWording(const acts::Act& act, Findings& found);
void checkAmending(const acts::Act& act, Findings& found);

} // namespace vienlogs::drafting_rules
