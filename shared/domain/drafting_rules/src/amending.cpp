// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "checks.h"
#include "marked_text.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/amendments/amendments.h"

namespace vienlogs::drafting_rules {

void checkAmending(const acts::Act& act, Findings& found) {
    if (!isAmending(act))
        return;
    for (const auto& problem : amendments::read(act).problems) {
        Finding finding{rules::amendment};
        finding.words = problem.line;
        for (const auto* element : withText(act))
            if (const auto text = acts::withRaisedDigits(element->text);
                !text.empty() && problem.line.find(text) != std::string::npos) {
                finding.element = element->id;
                break;
            }
        found.push_back(std::move(finding));
    }
}

} // namespace vienlogs::drafting_rules
