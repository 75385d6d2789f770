// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/base/result.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/store/store.h"

namespace vienlogs::server::app {

/// What a desk shows back of what it was shown or answered: how far it followed a scope, and how large the
/// audit was then.
struct Cursor {
    std::int64_t sequence = 0;
    std::int64_t records = 0; ///< 0 when nothing of the audit is known with it.
    std::string root;         ///< The audit's root then, its first 16 hexadecimal digits.
};

/// The name of this life of the store, and how it notices by itself that it was put back.
///
/// A machine whose whole disk was put back to a snapshot remembers nothing of it. Desks do: every cursor
/// and every answer to commands carries the size and the root of the audit of its moment, under a key that
/// only this server has. A cursor
/// of this epoch whose tree is no longer in the log can only have been given by a future that was lost; the
/// first one begins a new epoch, in which cursors of the old one say nothing more. So one put back gives one
/// new epoch, whoever asks how often.
class StoreLife {
public:
    /// `key` is any secret of the server that is put back with it; another is derived from it.
    StoreLife(store::Store& store, const Audit& audit, const base::Clock& clock, const base::Secret& key,
              std::string epoch);

    [[nodiscard]] std::string epoch() const;
    /// A cursor for a scope as of a transaction.
    [[nodiscard]] base::Result<std::string> cursorAt(store::Transaction& transaction,
                                                     const std::string& epoch, const std::string& scope,
                                                     std::int64_t sequence) const;
    /// VL-BASE-0002 for what is no cursor. A seal that is not ours counts as none.
    [[nodiscard]] base::Result<Cursor> read(const std::string& epoch, const std::string& scope,
                                            const std::string& cursor) const;
    /// What a cursor says when it says nothing of how far a scope was followed: goes out with the answers to
    /// commands.
    [[nodiscard]] base::Result<std::string> mark(const std::string& epoch) const;
    [[nodiscard]] base::Result<Cursor> readMark(const std::string& epoch, const std::string& mark) const;
    /// Says of answers in which epoch they were given, and what the store held then.
    [[nodiscard]] base::Result<void> label(std::vector<contract::CommandResult>& results) const;
    /// Whether the log still holds what it held when the cursor was given.
    [[nodiscard]] base::Result<bool> remembers(store::Transaction& transaction, const Cursor& cursor) const;
    /// Begins a new epoch because of such a cursor, on record, unless somebody else has by now.
    [[nodiscard]] base::Result<void> beginAnew(const std::string& epoch, const Cursor& cursor);
    /// Takes over the epoch that another server over the same store has begun; true when there was one.
    [[nodiscard]] base::Result<bool> refresh();

private:
    [[nodiscard]] std::string seal(const std::string& epoch, const std::string& scope,
                                   const Cursor& cursor) const;
    void use(std::string epoch);

    store::Store& store_;
    const Audit& audit_;
    const base::Clock& clock_;
    base::Bytes key_;
    mutable std::mutex mutex_;
    std::string epoch_;
};

} // namespace vienlogs::server::app
