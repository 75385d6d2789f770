// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// Everybody who works with the suite, as the personnel system says it: a whole list, not changes, so that a
/// lost list is made good by the next.
struct StaffList {
    base::Timestamp asOf;
    std::vector<store::Clerk> people;
};

/// Reads `{"format": "vienlogs-staff-1", "asOf": TIME, "employees": [{"id", "identifier", "name",
/// "institution", "roles": […], "places": […], "subject" (may be left out), "until" (may be left out)}]}`.
/// VL-AUTH-0010 names what is wrong; at most 20 000 employees, 16 MiB.
[[nodiscard]] base::Result<StaffList> parseStaff(std::string_view text);

/// What a list changed.
struct StaffChanges {
    int joined = 0;
    int moved = 0; ///< Institution, roles, places, name or account.
    int left = 0;
};

enum class ManyLeave { Refuse, Allow };

/// Makes the directory what the list says; each change is in the audit. Whom an administrator entered by hand
/// and the list does not name stays. Refused as a whole: VL-AUTH-0010 for a list older than the last one (it
/// would bring leavers back) and for unknown places, VL-AUTH-0011 when more than five and a fifth of those
/// from lists would leave at once.
[[nodiscard]] base::Result<StaffChanges> applyStaff(const Audit& audit, const StaffList& list,
                                                    base::Timestamp now, ManyLeave manyLeave);

} // namespace vienlogs::server::app
