// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "absence.h"

namespace vienlogs::sync {

namespace {

constexpr const char* lastSyncKey = "last-sync";
constexpr std::chrono::hours noteEvery{1}; // a durable write each time would be too many
constexpr std::chrono::days longAway{3};   // longer than a weekend

using Before = base::Result<std::optional<std::string>>;

} // namespace

void Absence::synchronised() {
    const auto now = clock_.now();
    if (noted_ && now >= *noted_ && now - *noted_ < noteEvery)
        return;
    noted_ = now;
    store_.run(
        this,
        [text = base::toRfc3339(now)](ports::LocalStore& store) -> Before {
            auto before = store.value(lastSyncKey);
            if (const auto kept = store.setValue(lastSyncKey, text); !kept)
                return base::fail(kept.error());
            return before;
        },
        [this, now](const Before& before) {
            if (!before || !*before)
                return;
            const auto last = base::fromRfc3339(**before);
            if (last && now - *last >= longAway)
                Q_EMIT ended(static_cast<int>(std::chrono::floor<std::chrono::days>(now - *last).count()));
        });
}

} // namespace vienlogs::sync
