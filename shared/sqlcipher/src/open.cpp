// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <sys/stat.h>

#include <fstream>

#include "sqlite.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/sqlcipher/database.h"

namespace vienlogs::sqlcipher {

namespace {

constexpr std::size_t keySize = 32;
constexpr std::string_view plainHeader = "SQLite format 3";

/// A file that another SQLite wrote in clear must never be taken for an encrypted one.
bool isPlain(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string head(plainHeader.size(), '\0');
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    return stream && head == plainHeader;
}

/// "x'…'": what SQLCipher takes as a raw key; wiped by its owner.
base::Secret keyLiteral(const base::Secret& rawKey) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::array<char, 2 * keySize + 3> text{};
    std::size_t at = 0;
    text[at++] = 'x';
    text[at++] = '\'';
    for (const char c : rawKey.view()) {
        text[at++] = digits[static_cast<std::uint8_t>(c) >> 4];
        text[at++] = digits[static_cast<std::uint8_t>(c) & 15];
    }
    text[at++] = '\'';
    base::Secret literal(std::string_view(text.data(), at));
    base::wipe(text.data(), text.size());
    return literal;
}

} // namespace

base::Result<std::unique_ptr<Database>>
Database::open(const std::filesystem::path& file, const base::Secret& rawKey, const OpenOptions& options) {
    if (rawKey.view().size() != keySize)
        return base::fail(codes::wrongKey, "the key is not 32 bytes long");
    if (isPlain(file))
        return base::fail(codes::notEncrypted, "the file is plain SQLite");
    std::error_code ignored;
    const bool isNew = !std::filesystem::exists(file, ignored);
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (options.create ? SQLITE_OPEN_CREATE : 0);
    const int code = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
    std::unique_ptr<Database> database(new Database(handle));
    if (code != SQLITE_OK)
        return failureOf(handle, code, "open");
    if (isNew)
        ::chmod(file.c_str(), S_IRUSR | S_IWUSR); // before the first page is written
    if (const auto ready = database->configure(rawKey, options); !ready)
        return base::fail(ready.error());
    if (isPlain(file))
        return base::fail(codes::notEncrypted, "the file came out plain");
    return database;
}

base::Result<void> Database::applyKey(const base::Secret& rawKey) {
    const auto literal = keyLiteral(rawKey);
    const int code = sqlite3_key(handle_, literal.view().data(), static_cast<int>(literal.view().size()));
    if (code != SQLITE_OK)
        return failureOf(handle_, code, "key");
    return {};
}

/// SQLite without encryption ignores every PRAGMA of SQLCipher: an empty version means plain text.
base::Result<void> Database::guardEncryption() {
    auto version = prepare("PRAGMA cipher_version");
    if (!version)
        return base::fail(version.error());
    const auto row = version->step();
    if (!row)
        return base::fail(row.error());
    if (!*row || version->text(0).empty())
        return base::fail(codes::notEncrypted, "no cipher in this SQLite");
    return {};
}

base::Result<void> Database::configure(const base::Secret& rawKey, const OpenOptions& options) {
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, options.busyTimeoutMs);
    // SQLCipher would write its own lines to standard error; failures come as values here.
    if (auto done = execute("PRAGMA cipher_log_level=NONE"); !done)
        return done;
    if (auto done = applyKey(rawKey); !done)
        return done;
    if (auto done = guardEncryption(); !done)
        return done;
    std::string pragmas = "PRAGMA temp_store=MEMORY;";
    if (options.exclusive)
        pragmas += "PRAGMA locking_mode=EXCLUSIVE;";
    pragmas += "PRAGMA cache_size=-" + std::to_string(options.cacheKiB) +
               ";SELECT count(*) FROM sqlite_master;PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
               "PRAGMA foreign_keys=ON;PRAGMA trusted_schema=OFF;";
    if (options.exclusive) // The lock is only taken by the first write.
        pragmas += "BEGIN IMMEDIATE;COMMIT;";
    return execute(pragmas);
}

} // namespace vienlogs::sqlcipher
