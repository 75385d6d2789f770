// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "vienlogs/base/bytes.h"
#include "vienlogs/base/result.h"
#include "vienlogs/server/store/act_table.h"
#include "vienlogs/server/store/raw_tables.h"
#include "vienlogs/server/store/stamp_table.h"
#include "vienlogs/server/store/tables.h"

namespace vienlogs::server::store {

/// All tables as of one moment.
class Transaction {
public:
    virtual ~Transaction() = default;
    [[nodiscard]] virtual DirectoryTable& directory() = 0;
    [[nodiscard]] virtual SessionTable& sessions() = 0;
    [[nodiscard]] virtual FactorTable& factors() = 0;
    [[nodiscard]] virtual SecurityTable& security() = 0;
    [[nodiscard]] virtual CaseTable& cases() = 0;
    [[nodiscard]] virtual ChangeTable& changes() = 0;
    [[nodiscard]] virtual BlobTable& blobs() = 0;
    [[nodiscard]] virtual AuditTable& audit() = 0;
    [[nodiscard]] virtual StampTable& stamps() = 0;
    [[nodiscard]] virtual ActTable& acts() = 0;
    /// Every table row by row, for copies of the whole store.
    [[nodiscard]] virtual RawTables& raw() = 0;
};

/// What has to be done once for everything that is committed together.
class Seal {
public:
    virtual ~Seal() = default;
    [[nodiscard]] virtual base::Result<void> seal(Transaction& transaction) const = 0;
};

/// What a work will look at, as far as is known before it runs, so that a store that is far away brings it
/// for all works of a batch at once. Never binding: what is not named is read when it is asked for.
struct Needs {
    std::vector<std::pair<std::string, base::Ulid>> commands; ///< By device and key.
    std::vector<base::Ulid> cases;
    std::vector<base::Ulid> contacts;
    std::vector<std::string> clerks;
};

/// How a store is opened: for its use, or by a move, which also writes into a copy that is not finished.
enum class Access { Use, Move };

/// Where the server keeps everything. Safe to call from any thread.
class Store {
public:
    using Work = std::function<base::Result<void>(Transaction&)>;

    virtual ~Store() = default;
    /// Runs the work and commits it; durable when it returns without failure, nothing of it kept otherwise.
    /// Works that come at the same time are committed together, in the order of their arrival; `seal` runs
    /// once after those that name it. The work may run more than once and on another thread, so it must have
    /// no other effects. VL-STORE-0030 also when the database went away during the commit: then it may have
    /// been kept, and whoever asked asks again with the same key. VL-STORE-0031 after a move.
    [[nodiscard]] virtual base::Result<void> write(const Work& work, const Seal* seal,
                                                   const Needs& needs) = 0;
    [[nodiscard]] base::Result<void> write(const Work& work, const Seal* seal = nullptr) {
        return write(work, seal, {});
    }
    /// Runs the work on a state that stands still; it must not write. It may run more than once.
    [[nodiscard]] virtual base::Result<void> read(const Work& work) = 0;
    /// A complete copy in a new SQLCipher file under a raw key of 32 bytes.
    [[nodiscard]] virtual base::Result<void> backupTo(const std::filesystem::path& file,
                                                      const base::Secret& rawKey) = 0;
    /// Reads everything and checks its sums.
    [[nodiscard]] virtual base::Result<void> check() = 0;
    /// Other servers commit to it as well; what they did shows in revision().
    [[nodiscard]] virtual bool isShared() const = 0;
    /// Grows with every commit, whoever made it.
    [[nodiscard]] virtual base::Result<std::int64_t> revision() = 0;
};

/// Runs a reading that gives a value: `inRead<T>(store, [&](Transaction& t) -> base::Result<T> {…})`.
template<typename T, typename Reading>
[[nodiscard]] base::Result<T> inRead(Store& store, const Reading& reading) {
    std::optional<T> value;
    const auto done = store.read([&](Transaction& transaction) -> base::Result<void> {
        auto result = reading(transaction);
        if (!result)
            return base::fail(result.error());
        value = std::move(*result);
        return {};
    });
    if (!done)
        return base::fail(done.error());
    return std::move(*value);
}

} // namespace vienlogs::server::store
