// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <variant>

#include "vienlogs/acts/history.h"

namespace vienlogs::acts_sync {

/// A state of an act's log, named by its content: how many entries, and a SHA-256 over all of them in their
/// order (each line's digest goes over the digest before it). Two logs with one head are the same log.
struct Head {
    std::size_t count = 0;
    std::string chain{}; ///< 64 hexadecimal digits; empty before the first entry
    friend bool operator==(const Head&, const Head&) = default;
};

/// The head once `line` (as acts::entryLine writes it) was added.
[[nodiscard]] Head next(const Head& head, std::string_view line);

/// An act's history that knows the head of each of its states.
class Log {
public:
    Log(const base::Ulid& id, acts::ActKind kind) : history_(id, kind) {}

    [[nodiscard]] const acts::Act& now() const { return history_.now(); }
    [[nodiscard]] const std::vector<acts::Entry>& entries() const { return history_.entries(); }
    [[nodiscard]] const acts::History& history() const { return history_; }
    /// As acts::History.
    [[nodiscard]] base::Result<void> append(acts::Entry entry);
    /// The head of the first `count` entries, at most of all.
    [[nodiscard]] Head head(std::size_t count) const;
    /// Only the first `count` entries.
    [[nodiscard]] Log first(std::size_t count) const;

private:
    acts::History history_;
    std::vector<std::string> chains_;
};

/// Entries that a drafter wants behind the head that he knows.
struct Push {
    Head after;
    std::vector<acts::Entry> entries;
};

/// Entries of the shared log, the next ones behind `after`.
struct Page {
    Head after;
    std::vector<acts::Entry> entries;
    std::size_t total = 0; ///< of the whole log
};

inline constexpr std::size_t mostEntries = 200; ///< in one push and in one page

/// The page behind the first `after` entries; of a shorter log: behind its last one.
[[nodiscard]] Page pageOf(const Log& log, std::size_t after);

/// What the shared log says to a push: its new head, or what the drafter has not seen yet.
using Answer = std::variant<Head, Page>;

/// Adds the entries when the drafter knows the newest head, all or none. One that knows an older head gets
/// what is behind it, and one whose head is none of this log gets it from the beginning. VL-ACT-0001 to 0006
/// for entries that are no changes of this act, VL-BASE-0002 for too many.
[[nodiscard]] base::Result<Answer> receive(Log& log, const Push& push);

} // namespace vienlogs::acts_sync
