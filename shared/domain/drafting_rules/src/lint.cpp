// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/drafting_rules/lint.h"

#include <algorithm>
#include <unordered_map>

#include "checks.h"

namespace vienlogs::drafting_rules {

std::span<const Rule> allRules() {
    static constexpr Rule all[] = {rules::number,       rules::numberTwice,     rules::referenceGone,
                                   rules::referenceOld, rules::citationMissing, rules::termUnused,
                                   rules::termDash,     rules::termTwice,       rules::abbreviation,
                                   rules::doubleSpace,  rules::spaceBefore,     rules::quotes,
                                   rules::sentenceEnd,  rules::listEnd,         rules::headingEnd,
                                   rules::declarative,  rules::vague,           rules::onlyPoint,
                                   rules::noHeading,    rules::noBasis,         rules::spaceAfterNumber,
                                   rules::amendment,    rules::listBegin,       rules::repeated};
    return all;
}

std::vector<Finding> lint(const acts::Act& act) {
    Findings found;
    checkNumbers(act, found);
    checkReferences(act, found);
    checkTerms(act, found);
    checkTypography(act, found);
    checkEndings(act, found);
    checkWording(act, found);
    checkAmending(act, found);
    std::unordered_map<base::Ulid, std::size_t> places;
    for (const auto* element : act.inOrder())
        places.emplace(element->id, places.size() + 1);
    std::ranges::stable_sort(found, {}, [&](const Finding& finding) {
        const auto place = places.find(finding.element);
        return std::pair(place == places.end() ? 0 : place->second, finding.from);
    });
    return found;
}

} // namespace vienlogs::drafting_rules
