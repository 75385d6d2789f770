// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Stores as earlier servers left them, and as later ones will; the same on both kinds.
#include <gtest/gtest.h>

#include <tuple>

#include "postgres_schema.h"
#include "query.h"
#include "schema.h"
#include "sqlcipher_connection.h"
#include "vienlogs/server/store/postgres_store.h"
#include "vienlogs/server/store/sqlcipher_store.h"
#include "vienlogs/sqlcipher/failures.h"
#include "vienlogs/testkit/postgres.h"

using namespace vienlogs;
using namespace vienlogs::server::store;

namespace {

class StoreFormTest : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
    }
    void TearDown() override { std::filesystem::remove_all(folder); }
    [[nodiscard]] bool isPostgres() const { return std::string_view(GetParam()) == "PostgreSQL"; }

    void begin() {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        if (isPostgres())
            address = testkit::Postgres::shared().newDatabase();
    }
    /// A connection below the store, at a form.
    [[nodiscard]] std::unique_ptr<SqlConnection> raw(std::span<const sqlcipher::Migration> form) const {
        if (isPostgres()) {
            auto connection = PostgresConnection::open(*parametersOf(address));
            if (!connection || !migrate(**connection, form))
                throw std::runtime_error("PostgreSQL");
            return std::move(*connection);
        }
        auto database = sqlcipher::Database::open(folder / "server.db", key);
        if (!database || !(*database)->migrate(form))
            throw std::runtime_error("SQLCipher");
        return std::make_unique<SqlCipherConnection>(std::move(*database));
    }
    static void write(SqlConnection& connection, const char* row) {
        ASSERT_TRUE(connection.run(row)) << row;
        auto* postgres = dynamic_cast<PostgresConnection*>(&connection);
        ASSERT_TRUE(postgres ? postgres->settle() : base::Result<void>()) << row;
    }
    void writeOlder(std::size_t form) const {
        const auto connection = raw(migrations().first(form));
        for (const auto* row :
             {"INSERT INTO places(code,name) VALUES('CES','Cesis')",
              "INSERT INTO devices(name,fingerprint,place) VALUES('ces-01','ff','CES')",
              "INSERT INTO clerks(id,identifier,name,institution,roles) "
              "VALUES('K-1','PNOLV-161175-19997','Liga','X','clerk')",
              "INSERT INTO settings(key,value) VALUES('epoch','e1')",
              "INSERT INTO scopes(scope,last) VALUES('place:CES',1)",
              "INSERT INTO changes(scope,sequence,kind,id,tombstone) VALUES('place:CES',1,'case','c1',0)",
              "INSERT INTO blobs(sha256,size,complete) VALUES('aa',7,1)"})
            write(*connection, row);
    }
    [[nodiscard]] base::Result<std::unique_ptr<Store>> open() const {
        return isPostgres() ? openPostgresStore(address, base::Secret())
                            : openSqlCipherStore(folder / "server.db", key);
    }
    static void expectItsWork(Store& store) {
        const auto read = store.read([](Transaction& t) -> base::Result<void> {
            EXPECT_EQ((*t.directory().place("CES"))->kind, "centre");
            EXPECT_EQ((*t.directory().clerk("K-1"))->source, "admin");
            EXPECT_EQ((*t.directory().device("ces-01"))->fingerprint, "ff");
            EXPECT_EQ((*t.blobs().blob("aa"))->size, 7);
            return {};
        });
        EXPECT_TRUE(read);
        const auto written = store.write([](Transaction& t) -> base::Result<void> {
            const auto added = t.changes().add("place:CES", "case", "c2", false);
            return added ? base::Result<void>() : base::fail(added.error());
        });
        EXPECT_TRUE(written);
        EXPECT_GE(store.revision().value_or(0), 1);
    }

    base::Secret key{std::string(32, 'k')};
    std::filesystem::path folder;
    std::string address;
};

INSTANTIATE_TEST_SUITE_P(Both, StoreFormTest, testing::Values("SQLCipher", "PostgreSQL"),
                         [](const auto& info) { return std::string(info.param); });

} // namespace

TEST_P(StoreFormTest, EveryEarlierFormIsBroughtUpToDateWithAllItsWork) {
    for (std::size_t form = 1; form < migrations().size(); ++form) {
        SCOPED_TRACE(form);
        begin();
        writeOlder(form);
        const auto store = open();
        ASSERT_TRUE(store) << store.error().detail;
        expectItsWork(**store);
        if (isPostgres())
            continue; // its owner keeps the copies
        const auto copy = folder / ("server-form-" + std::to_string(form) + ".db");
        const auto older = sqlcipher::Database::open(copy, key, {.create = false});
        ASSERT_TRUE(older);
        EXPECT_EQ((*older)->userVersion(), std::int64_t(form));
    }
}

TEST_P(StoreFormTest, AStepThatFailsLeavesTheStoreAsItWas) {
    begin();
    writeOlder(1);
    std::vector steps(migrations().begin(), migrations().begin() + 1);
    steps.push_back({"DELETE FROM devices; CREATE TABLE places(x INTEGER);"});
    EXPECT_THROW(std::ignore = raw(steps), std::runtime_error);
    const auto store = open();
    ASSERT_TRUE(store) << store.error().detail;
    expectItsWork(**store);
}

TEST_P(StoreFormTest, AStoreOfANewerServerIsRefusedAndNotTouched) {
    begin();
    std::vector steps(migrations().begin(), migrations().end());
    steps.push_back({"CREATE TABLE invented(x INTEGER);"});
    write(*raw(steps), "INSERT INTO invented(x) VALUES(7)");
    const auto store = open();
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, sqlcipher::codes::newerVersion);
    EXPECT_EQ(number(*raw(steps), "SELECT max(x) FROM invented"), 7);
}
