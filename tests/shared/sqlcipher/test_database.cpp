// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <fstream>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/sqlcipher/database.h"

using namespace vienlogs;
using sqlcipher::Database;

namespace {

class DatabaseTest : public testing::Test {
protected:
    void SetUp() override {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        file = folder / "store.db";
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::unique_ptr<Database> open(const sqlcipher::OpenOptions& options = {}) {
        auto database = Database::open(file, key, options);
        EXPECT_TRUE(database) << (database ? "" : database.error().detail);
        return std::move(*database);
    }
    static void fillPages(Database& database) {
        ASSERT_TRUE(database.execute("CREATE TABLE t(a)"));
        for (int i = 0; i < 200; ++i)
            ASSERT_TRUE(database.run("INSERT INTO t VALUES(?)", std::string(500, 'x')));
    }
    static void damageAPage(const std::filesystem::path& path) {
        std::fstream stream(path, std::ios::binary | std::ios::in | std::ios::out);
        stream.seekp(3 * 4096 + 100);
        stream.write("damage", 6);
    }
    std::string content(const std::filesystem::path& path) {
        std::ifstream stream(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    std::filesystem::path folder;
    std::filesystem::path file;
    base::Secret key{std::string(32, 'k')};
};

} // namespace

TEST_F(DatabaseTest, KeepsValuesAndNothingIsReadableOnDisk) {
    {
        auto database = open();
        ASSERT_TRUE(database->execute("CREATE TABLE t(a INTEGER, b TEXT, c BLOB)"));
        ASSERT_TRUE(database->run("INSERT INTO t VALUES(?,?,?)", 7, std::string("Bērziņš-unmistakable"),
                                  base::Bytes{0, 1, 2}));
        ASSERT_TRUE(database->run("INSERT INTO t VALUES(?,?,?)", std::optional<int>(), "", std::nullopt));
    }
    auto database = open();
    auto rows = database->prepare("SELECT a,b,c FROM t ORDER BY a DESC");
    ASSERT_TRUE(rows);
    ASSERT_TRUE(*rows->step());
    EXPECT_EQ(rows->integer(0), 7);
    EXPECT_EQ(rows->text(1), "Bērziņš-unmistakable");
    EXPECT_EQ(rows->bytes(2), (base::Bytes{0, 1, 2}));
    ASSERT_TRUE(*rows->step());
    EXPECT_TRUE(rows->isNull(0));
    EXPECT_FALSE(rows->isNull(1));
    EXPECT_TRUE(rows->isNull(2));
    EXPECT_FALSE(*rows->step());
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        EXPECT_EQ(content(entry.path()).find("unmistakable"), std::string::npos) << entry.path();
    EXPECT_NE(content(file).substr(0, 15), "SQLite format 3");
}

TEST_F(DatabaseTest, OnlyTheOwnerMayReadTheFile) {
    auto database = open();
    ASSERT_TRUE(database->execute("CREATE TABLE t(a)"));
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        struct stat status {};
        ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 077U, 0U) << entry.path();
    }
}

TEST_F(DatabaseTest, AnotherKeyDoesNotOpenIt) {
    ASSERT_TRUE(open()->execute("CREATE TABLE t(a)"));
    const auto wrong = Database::open(file, base::Secret(std::string(32, 'x')));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, sqlcipher::codes::wrongKey);
    EXPECT_FALSE(Database::open(file, base::Secret("short")));
}

TEST_F(DatabaseTest, APlainFileIsRefused) {
    std::ofstream(file, std::ios::binary) << "SQLite format 3" << std::string(4081, '\0');
    const auto plain = Database::open(file, key);
    ASSERT_FALSE(plain);
    EXPECT_EQ(plain.error().code, sqlcipher::codes::notEncrypted);
}

TEST_F(DatabaseTest, AnUnfinishedTransactionLeavesNothing) {
    auto database = open();
    ASSERT_TRUE(database->execute("CREATE TABLE t(a)"));
    {
        auto transaction = sqlcipher::Transaction::begin(*database);
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(database->run("INSERT INTO t VALUES(?)", 1));
    }
    auto count = database->prepare("SELECT count(*) FROM t");
    ASSERT_TRUE(*count->step());
    EXPECT_EQ(count->integer(0), 0);
}

TEST_F(DatabaseTest, MigratesForwardOnlyAndStepByStep) {
    const sqlcipher::Migration first[] = {{"CREATE TABLE t(a)"}};
    const sqlcipher::Migration both[] = {{"CREATE TABLE t(a)"}, {"ALTER TABLE t ADD COLUMN b"}};
    const sqlcipher::Migration broken[] = {
        {"CREATE TABLE t(a)"}, {"ALTER TABLE t ADD COLUMN b"}, {"CREATE TABLE u(a); nonsense"}};
    auto database = open();
    ASSERT_TRUE(database->migrate(first));
    ASSERT_TRUE(database->migrate(both));
    EXPECT_FALSE(database->migrate(broken));
    EXPECT_EQ(*database->userVersion(), 2);
    EXPECT_TRUE(database->execute("CREATE TABLE u(a)")) << "half a step was kept";
    const auto older = database->migrate(first);
    ASSERT_FALSE(older);
    EXPECT_EQ(older.error().code, sqlcipher::codes::newerVersion);
}

TEST_F(DatabaseTest, ExclusiveKeepsASecondOneOut) {
    auto first = open({.exclusive = true});
    const auto second = Database::open(file, key, {.exclusive = true, .busyTimeoutMs = 50});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, sqlcipher::codes::inUse);
}

TEST_F(DatabaseTest, AConstraintIsTold) {
    auto database = open();
    ASSERT_TRUE(database->execute("CREATE TABLE t(a INTEGER PRIMARY KEY)"));
    ASSERT_TRUE(database->run("INSERT INTO t VALUES(?)", 1));
    const auto again = database->run("INSERT INTO t VALUES(?)", 1);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, sqlcipher::codes::constraint);
}

TEST_F(DatabaseTest, BackupIsCompleteAndEncrypted) {
    const auto copy = folder / "copy.db";
    auto database = open();
    ASSERT_TRUE(database->execute("CREATE TABLE t(a); INSERT INTO t VALUES(42)"));
    ASSERT_TRUE(database->backupTo(copy, key));
    EXPECT_FALSE(database->backupTo(copy, key)) << "an existing file was overwritten";
    EXPECT_NE(content(copy).substr(0, 15), "SQLite format 3");
    auto restored = Database::open(copy, key);
    ASSERT_TRUE(restored);
    auto row = (*restored)->prepare("SELECT a FROM t");
    ASSERT_TRUE(*row->step());
    EXPECT_EQ(row->integer(0), 42);
}

TEST_F(DatabaseTest, ADamagedPageIsFound) {
    {
        auto database = open();
        fillPages(*database);
        ASSERT_TRUE(database->checkIntegrity());
    }
    damageAPage(file);
    auto database = Database::open(file, key);
    ASSERT_TRUE(database);
    EXPECT_FALSE((*database)->checkIntegrity());
}

// Power fails while the log is written into the file: the page is half written there and whole in the log.
TEST_F(DatabaseTest, APageThatTheLogMakesWholeIsNoDamage) {
    fillPages(*open());
    const auto after = folder / "after.db";
    {
        auto database = open();
        ASSERT_TRUE(database->run("UPDATE t SET a = ?", std::string(500, 'y')));
        std::filesystem::copy_file(file, after);
        std::filesystem::copy_file(folder / "store.db-wal", folder / "after.db-wal");
    }
    damageAPage(after);
    auto database = Database::open(after, key);
    ASSERT_TRUE(database);
    const auto whole = (*database)->checkIntegrity();
    EXPECT_TRUE(whole) << whole.error().code.text << ' ' << whole.error().detail;
    auto rows = (*database)->prepare("SELECT count(*) FROM t WHERE a = ?");
    rows->bind(std::string(500, 'y'));
    ASSERT_TRUE(*rows->step());
    EXPECT_EQ(rows->integer(0), 200);
}
