// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "vienlogs/acts/history.h"

namespace vienlogs::acts_store {

/// One act in the list of those kept here.
struct ActSummary {
    base::Ulid id;
    acts::ActKind kind = acts::ActKind::Law;
    std::string title{}; ///< the words of its title element; may be empty
    base::Timestamp changed{};
    std::size_t entries = 0;
};

/// The acts of one drafter in one folder: acts.db (SQLCipher) and store.key, wrapped by the device's private
/// key as the desk's store does it. One program at a time and one thread at a time.
class ActStore {
public:
    /// Opens or makes the store; the folder gets mode 0700. Fails with VL-STORE-0001 wrong key, -0002 plain
    /// text, -0003 newer, -0004 in use, -0010 key lost, -0011 key exposed, VL-BASE-0004 disk full.
    [[nodiscard]] static base::Result<std::unique_ptr<ActStore>>
    open(const std::filesystem::path& folder, const std::filesystem::path& devicePrivateKey);
    ~ActStore();
    ActStore(const ActStore&) = delete;
    ActStore& operator=(const ActStore&) = delete;

    /// The last changed first.
    [[nodiscard]] base::Result<std::vector<ActSummary>> acts();
    /// A new one with its whole log so far, durable when it returns. VL-STORE-0006 when there is such an act.
    [[nodiscard]] base::Result<void> add(const acts::History& history, base::Timestamp now);
    /// The act with all that happened to it. What a killed program was typing is in it as its last entry.
    /// VL-BASE-0003 for an unknown one, VL-ACT-0006 when a row is missing or unreadable.
    [[nodiscard]] base::Result<acts::History> load(const base::Ulid& id);
    /// Adds entries behind the first `count` ones, all or none, durable when it returns; what was kept by
    /// keepTyped() is part of them and forgotten. VL-STORE-0006 when the log does not have `count` entries.
    [[nodiscard]] base::Result<void> append(const acts::Act& act, std::size_t count,
                                            std::span<const acts::Entry> entries);
    /// Keeps what is being typed, in place of what was kept before: outlives the program being killed, and
    /// power being cut once append() was called.
    [[nodiscard]] base::Result<void> keepTyped(const base::Ulid& act, const acts::Entry& typed);
    /// Nothing is being typed any more, and nothing came of it.
    [[nodiscard]] base::Result<void> dropTyped(const base::Ulid& act);
    /// Reads every page; VL-STORE-0005 if one is not what was written.
    [[nodiscard]] base::Result<void> checkIntegrity();

private:
    struct Parts;
    explicit ActStore(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// The words of the act's title; empty without one.
[[nodiscard]] std::string titleOf(const acts::Act& act);

} // namespace vienlogs::acts_store
