// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "vienlogs/base/result.h"
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
};

/// Where the server keeps everything. Safe to call from any thread.
class Store {
public:
    using Work = std::function<base::Result<void>(Transaction&)>;

    virtual ~Store() = default;
    /// Runs the work and commits it; durable when it returns without failure, nothing of it kept otherwise.
    /// The work may run more than once (another process came between), so it must have no other effects.
    [[nodiscard]] virtual base::Result<void> write(const Work& work) = 0;
    /// Runs the work on a state that stands still; it must not write.
    [[nodiscard]] virtual base::Result<void> read(const Work& work) = 0;
    /// A complete, encrypted copy in a new file.
    [[nodiscard]] virtual base::Result<void> backupTo(const std::filesystem::path& file) = 0;
    /// Reads everything and checks its sums.
    [[nodiscard]] virtual base::Result<void> check() = 0;
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
