// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <sys/stat.h>

#include "durable_file.h"
#include "parts.h"
#include "schema.h"
#include "vienlogs/sqlcipher/upgrade.h"
#include "vienlogs/store/failures.h"

namespace vienlogs::store {

namespace {

namespace fs = std::filesystem;

base::Result<void> makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || ::chmod(folder.c_str(), S_IRWXU) != 0)
        return fileFailure(folder, "mkdir");
    return {};
}

base::Result<std::unique_ptr<Database>> openDatabase(const StoreOptions& options, const base::Secret& key,
                                                     bool check) {
    auto database = Database::open(options.directory / "store.db", key,
                                   {.exclusive = true, .cacheKiB = options.cacheKiB});
    if (!database)
        return database;
    const auto ready = (check ? (*database)->checkIntegrity() : base::Result<void>()).and_then([&] {
        return sqlcipher::upgrade(**database, options.directory / "store.db", key, migrations());
    });
    if (!ready)
        return base::fail(ready.error());
    return database;
}

} // namespace

base::Result<std::unique_ptr<EncryptedStore>> EncryptedStore::open(const StoreOptions& options,
                                                                   const StoreKey& key) {
    const auto blobFolder = options.directory / "blobs";
    for (const auto& folder : {options.directory, blobFolder})
        if (const auto made = makeFolder(folder); !made)
            return base::fail(made.error());
    auto lock = FileLock::take(options.directory / "store.lock");
    if (!lock)
        return base::fail(lock.error());
    const auto databaseKey = key.derived("database");
    auto blobKey = key.derived("blobs");
    if (!databaseKey || !blobKey)
        return base::fail(databaseKey ? blobKey.error() : databaseKey.error());
    auto database = openDatabase(options, *databaseKey, lock->wasBroken());
    if (!database)
        return base::fail(database.error());
    BlobFiles files(blobFolder, std::move(*blobKey));
    files.removeUnfinished();
    auto parts =
        std::make_unique<Parts>(std::move(*lock), std::move(*database), std::move(files), options.clock);
    const auto assigned =
        inTransaction(*parts->database, [&] { return parts->outbox.assignTo(options.device); });
    if (!assigned)
        return base::fail(assigned.error());
    return std::unique_ptr<EncryptedStore>(new EncryptedStore(std::move(parts)));
}

base::Result<std::unique_ptr<EncryptedStore>> EncryptedStore::open(const StoreOptions& options,
                                                                   const fs::path& devicePrivateKey) {
    if (const auto made = makeFolder(options.directory); !made)
        return base::fail(made.error());
    const auto keyFile = options.directory / "store.key";
    std::error_code ignored;
    // A new key would not open what is there, and would hide that the old one is lost.
    if (fs::exists(options.directory / "store.db", ignored) && !fs::exists(keyFile, ignored))
        return base::fail(codes::keyMissing);
    return StoreKey::openOrCreate(keyFile, devicePrivateKey).and_then([&](const StoreKey& key) {
        return open(options, key);
    });
}

} // namespace vienlogs::store
