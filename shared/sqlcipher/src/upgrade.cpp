// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/sqlcipher/upgrade.h"

namespace vienlogs::sqlcipher {

base::Result<void> upgrade(Database& database, const std::filesystem::path& file, const base::Secret& rawKey,
                           std::span<const Migration> steps) {
    const auto version = database.userVersion();
    if (!version)
        return base::fail(version.error());
    if (*version > 0 && *version < static_cast<std::int64_t>(steps.size())) {
        const auto copy =
            file.parent_path() / (file.stem().string() + "-form-" + std::to_string(*version) + ".db");
        std::error_code ignored;
        std::filesystem::remove(copy, ignored); // of an attempt that did not come to its end
        if (const auto copied = database.backupTo(copy, rawKey); !copied) {
            std::filesystem::remove(copy, ignored);
            return copied;
        }
    }
    return database.migrate(steps);
}

} // namespace vienlogs::sqlcipher
