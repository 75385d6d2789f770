// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "vienlogs/amendments/amendments.h"

namespace vienlogs::amendments {

Applied consolidate(const acts::Act& act, std::vector<Amendments> amendments, std::chrono::year_month_day day,
                    const NewId& newId) {
    Applied whole{act, {}, {}};
    std::stable_sort(amendments.begin(), amendments.end(), [](const auto& one, const auto& other) {
        return one.inForce < other.inForce; // those without a day first, to be said
    });
    for (const auto& amending : amendments) {
        if (!amending.inForce)
            whole.problems.push_back({ProblemKind::NotUnderstood, "no day of entry into force"});
        if (!amending.inForce || *amending.inForce > day)
            continue;
        auto applied = apply(whole.act, amending, newId);
        whole.act = std::move(applied.act);
        whole.operations.insert(whole.operations.end(), applied.operations.begin(), applied.operations.end());
        whole.problems.insert(whole.problems.end(), applied.problems.begin(), applied.problems.end());
    }
    return whole;
}

} // namespace vienlogs::amendments
