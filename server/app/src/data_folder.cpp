// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/app/data_folder.h"

#include <charconv>
#include <fstream>

#include "sealed_file.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/base/ulid.h"
#include "vienlogs/server/store/postgres_store.h"
#include "vienlogs/server/store/sqlcipher_store.h"

namespace vienlogs::server::app {

namespace {

constexpr const char* runsFile = "runs";
constexpr const char* auditKeyFile = "audit.key";
constexpr const char* nextAuditKeyFile = "audit.key.next";
constexpr const char* passwordFile = "postgres.password";
constexpr const char* copyMark = "copy";
constexpr const char* storeKey = "store.key";

std::int64_t countOf(std::string_view text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

base::Result<AuditKey> keptOrMade(const DataFolder& data, const char* name) {
    const auto pem = data.keyring().load(name);
    if (pem)
        return AuditKey::fromPrivatePem(*pem);
    if (pem.error().code != base::codes::notFound)
        return base::fail(pem.error());
    auto key = AuditKey::make();
    const auto kept =
        key.and_then([](const auto& made) { return made.privatePem(); }).and_then([&](const auto& secret) {
            return data.keyring().save(name, secret);
        });
    if (!kept)
        return base::fail(kept.error());
    return key;
}

} // namespace

base::Result<std::unique_ptr<store::Store>>
openFileStore(const DataFolder& data, const std::filesystem::path& file, store::Access access) {
    const auto key = data.keyring().rawKey(storeKey);
    if (!key)
        return base::fail(key.error());
    return store::openSqlCipherStore(file, *key, access);
}

base::Result<std::unique_ptr<store::Store>>
openServerStore(const DataFolder& data, const std::string& address, store::Access access) {
    const auto password = data.keyring().load(passwordFile);
    if (!password && password.error().code != base::codes::notFound)
        return base::fail(password.error());
    // An editor ends a file with a new line, which is no part of the password.
    const auto text = password ? password->view() : std::string_view();
    return store::openPostgresStore(address, base::Secret(text.substr(0, text.find_last_not_of("\r\n") + 1)),
                                    access);
}

base::Result<std::string> movedTo(store::Store& store) {
    return store::inRead<std::string>(store, [](store::Transaction& t) { return t.raw().movedTo(); });
}

base::Result<std::unique_ptr<store::Store>> openStore(const DataFolder& data) {
    if (!data.storeAddress.empty())
        return openServerStore(data, data.storeAddress);
    auto store = openFileStore(data, data.storeFile());
    if (!store)
        return store;
    const auto moved = movedTo(**store);
    if (!moved)
        return base::fail(moved.error());
    return moved->empty() ? std::move(store) : openServerStore(data, *moved);
}

base::Result<AuditKey> openAuditKey(const DataFolder& data) {
    auto key = keptOrMade(data, auditKeyFile);
    // One that was kept may have been cut off before this.
    const auto published = key.and_then([&](const auto& ours) { return publishAuditKey(data, ours); });
    if (!published)
        return base::fail(published.error());
    return key;
}

base::Result<AuditKey> loadAuditKey(const DataFolder& data) {
    return data.keyring().load(auditKeyFile).and_then(&AuditKey::fromPrivatePem);
}

base::Result<AuditKey> nextAuditKey(const DataFolder& data) {
    return keptOrMade(data, nextAuditKeyFile);
}

base::Result<void> publishAuditKey(const DataFolder& data, const AuditKey& key) {
    namespace fs = std::filesystem;
    const auto pem = key.publicPem();
    if (!pem)
        return base::fail(pem.error());
    const auto file = data.auditPublicKey();
    std::ifstream stream(file, std::ios::binary);
    const std::string known{std::istreambuf_iterator<char>(stream), {}};
    if (known.find(*pem) != std::string::npos)
        return {};
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (const auto written = sealed::write(file, base::bytesOf(known + *pem)); !written)
        return base::fail(written.error().code, "write", file.filename().string());
    constexpr auto everybody = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
    fs::permissions(file, everybody | fs::perms::owner_write, error);
    return {};
}

base::Result<void> turnToNextAuditKey(const DataFolder& data) {
    return data.keyring().takeOver(nextAuditKeyFile, auditKeyFile);
}

base::Result<void> backUp(const DataFolder& data, store::Store& store, const std::filesystem::path& file) {
    const auto key = data.keyring().rawKey(storeKey);
    if (!key)
        return base::fail(key.error());
    // A mark that stays behind when this ends half way costs only one more offering by the desks.
    const auto mark = [&](const std::string& value) {
        return store.write([&](store::Transaction& t) { return t.changes().saveSetting(copyMark, value); });
    };
    auto done = mark("1").and_then([&] { return store.backupTo(file, *key); });
    const auto unmarked = mark("");
    return done ? unmarked : done;
}

base::Result<std::string> beginEpoch(const DataFolder& data, store::Store& store, const base::Clock& clock) {
    const auto remembered = data.keyring().load(runsFile);
    if (!remembered && remembered.error().code != base::codes::notFound)
        return base::fail(remembered.error());
    const auto runsHere = remembered ? countOf(remembered->view()) : 0;
    std::string epoch;
    std::int64_t runs = 0;
    const auto written = store.write([&](store::Transaction& t) -> base::Result<void> {
        const auto known = t.changes().setting("epoch");
        const auto count = t.changes().setting("runs");
        const auto copy = t.changes().setting(copyMark);
        if (!known || !count || !copy)
            return base::fail(!known ? known.error() : !count ? count.error() : copy.error());
        // The runs alone do not tell a backup of the newest run from the store that went on.
        const bool restored = !copy->empty() || (!store.isShared() && countOf(*count) < runsHere);
        epoch = known->empty() || restored ? base::Ulid::make(clock).toString() : *known;
        runs = std::max(countOf(*count), runsHere) + 1;
        return t.changes().saveSetting("epoch", epoch).and_then([&] {
            return t.changes().saveSetting("runs", std::to_string(runs)).and_then([&] {
                return t.changes().saveSetting(copyMark, "");
            });
        });
    });
    if (!written)
        return base::fail(written.error());
    // After the store: a crash between leaves the store newer, which means nothing.
    if (const auto kept = data.keyring().replace(runsFile, base::Secret(std::to_string(runs))); !kept)
        return base::fail(kept.error());
    return epoch;
}

} // namespace vienlogs::server::app
