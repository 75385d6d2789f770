// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "rules.h"

#include <array>

namespace vienlogs::trust {

std::string reasonName(int reason) {
    static constexpr std::array<const char*, 11> names{
        "unspecified",   "keyCompromise",        "cACompromise",    "affiliationChanged",
        "superseded",    "cessationOfOperation", "certificateHold", "",
        "removeFromCRL", "privilegeWithdrawn",   "aACompromise"};
    return reason >= 0 && reason < static_cast<int>(names.size()) ? names[static_cast<std::size_t>(reason)]
                                                                  : "";
}

std::string whyNotOfNow(const ports::RevocationAnswer& answer, const RevocationRules& rules) {
    if (answer.nextUpdate && *answer.nextUpdate < answer.thisUpdate)
        return "its end lies before its beginning";
    if (answer.thisUpdate > rules.now + rules.clockSlack)
        return "of the future";
    if (rules.kept)
        return {};
    if (answer.nextUpdate ? *answer.nextUpdate < rules.now - rules.clockSlack
                          : answer.thisUpdate < rules.now - rules.mostAge)
        return "out of date";
    return {};
}

} // namespace vienlogs::trust
