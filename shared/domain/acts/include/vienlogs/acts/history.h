// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "vienlogs/acts/act.h"

namespace vienlogs::acts {

/// An act with everything that ever happened to it. Entries are only added, in the order of their arrival;
/// a time earlier than the entry before is refused, so that "at a date" has one answer.
class History {
public:
    History(const base::Ulid& id, ActKind kind) : now_(id, kind) {}

    /// The act as it is now.
    [[nodiscard]] const Act& now() const { return now_; }
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    /// Carries the change out and keeps it; a refused one leaves no trace. VL-ACT-0001 to 0006.
    [[nodiscard]] base::Result<void> append(Entry entry);
    /// The act after its first `count` entries.
    [[nodiscard]] Act version(std::size_t count) const;
    /// How many entries there were at a moment, that moment included.
    [[nodiscard]] std::size_t countAt(base::Timestamp time) const;
    [[nodiscard]] Act versionAt(base::Timestamp time) const { return version(countAt(time)); }
    /// One element at a moment; nothing if it did not exist or was deleted.
    [[nodiscard]] std::optional<Element> elementAt(const base::Ulid& id, base::Timestamp time) const;
    /// Everything that touched an element, the oldest first.
    [[nodiscard]] std::vector<const Entry*> entriesOf(const base::Ulid& id) const;

private:
    Act now_;
    std::vector<Entry> entries_;
    std::unordered_map<base::Ulid, std::vector<std::size_t>> touching_;
};

} // namespace vienlogs::acts
