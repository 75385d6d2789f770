// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <sys/stat.h>

#include <fstream>

#include "store_fixture.h"

using namespace vienlogs;
using namespace vienlogs::store;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TEST_F(StoreTest, NothingStandsOnTheDiskInClear) {
    open();
    record(test::open(test::newUlid()));
    ASSERT_TRUE(store->setValue("contact", "Anna Bērziņa"));
    ASSERT_TRUE(store->putBlob(base::bytesOf("Anna Bērziņa, dzimusi Cēsīs"), true));
    int files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "store"))
        if (entry.is_regular_file()) {
            ++files;
            const auto content = contentOf(entry.path());
            // Long enough that no ciphertext holds it by chance.
            EXPECT_EQ(content.find("Bērziņa"), std::string::npos) << entry.path();
            EXPECT_FALSE(content.starts_with("SQLite format 3")) << entry.path();
            struct stat status {};
            ::stat(entry.path().c_str(), &status);
            EXPECT_EQ(status.st_mode & 0777, 0600U) << entry.path();
        }
    EXPECT_GE(files, 4); // store.db, store.key, store.lock and a blob
}

TEST_F(StoreTest, AnotherDevicesKeyDoesNotOpenIt) {
    open();
    store.reset();
    test::writeKey(deviceKey());
    EXPECT_EQ(openingCode(), "VL-STORE-0001");
}

TEST_F(StoreTest, TheKeyCanBeWrappedForANewDeviceKey) {
    open();
    const auto kept = record(test::open(test::newUlid()));
    store.reset();
    const auto key = StoreKey::openOrCreate(folder / "store/store.key", deviceKey());
    ASSERT_TRUE(key);
    test::writeKey(deviceKey());
    ASSERT_TRUE(key->wrapAgain(folder / "store/store.key", deviceKey()));
    open();
    EXPECT_EQ(store->stateOf(kept.key), ports::OutboxState::Queued);
}

TEST_F(StoreTest, ALostOrExposedOrChangedKeyFileIsSaid) {
    open();
    store.reset();
    const auto keyFile = folder / "store/store.key";
    auto content = contentOf(keyFile);
    ::chmod(keyFile.c_str(), 0644);
    EXPECT_EQ(openingCode(), "VL-STORE-0011");
    ::chmod(keyFile.c_str(), 0600);
    content.back() = char(content.back() ^ 1);
    std::ofstream(keyFile, std::ios::binary) << content;
    EXPECT_EQ(openingCode(), "VL-STORE-0001");
    fs::remove(keyFile);
    EXPECT_EQ(openingCode(), "VL-STORE-0010");
    EXPECT_FALSE(fs::exists(keyFile)); // no new key over a store that it could not open
}

TEST_F(StoreTest, APlainFileIsRefused) {
    open();
    store.reset();
    fs::remove(folder / "store/store.db-wal");
    std::ofstream(folder / "store/store.db", std::ios::binary | std::ios::trunc)
        << std::string("SQLite format 3\0", 16) + std::string(4080, '\0');
    EXPECT_EQ(openingCode(), "VL-STORE-0002");
}

TEST_F(StoreTest, OneProgramAtATime) {
    open();
    EXPECT_EQ(openingCode(), "VL-STORE-0004");
    store.reset();
    EXPECT_EQ(openingCode(), "");
}

TEST_F(StoreTest, ADamagedPageIsFoundAfterAKill) {
    open();
    for (int i = 0; i < 200; ++i)
        record(test::open(test::newUlid()));
    store.reset();
    const auto file = folder / "store/store.db";
    auto content = contentOf(file);
    ASSERT_GT(content.size(), 40960U);
    content[content.size() / 2] = char(content[content.size() / 2] ^ 1);
    std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
    std::ofstream(folder / "store/store.lock") << "1"; // as a killed program leaves it
    EXPECT_EQ(openingCode(), "VL-STORE-0005");
}
