// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <unordered_map>

#include "vienlogs/acts/history.h"

namespace vienlogs::office {

/// Who changed something, and when.
struct Credit {
    std::string author{};
    base::Timestamp time{};
};

/// What a document is to show as tracked changes: everything since an earlier version of the act.
struct Since {
    acts::Act before;
    std::unordered_map<base::Ulid, Credit> credits{}; ///< the last change of each element since then
    Credit last{};                                    ///< of what no element is credited with
};

/// Everything since the act's first `count` entries.
[[nodiscard]] Since changesSince(const acts::History& history, std::size_t count);

} // namespace vienlogs::office
