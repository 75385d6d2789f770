// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "vienlogs/digest/ed25519.h"
#include "vienlogs/digest/merkle.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/audit_key.h"
#include "vienlogs/server/app/audit_proof.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/server/store/sqlcipher_store.h"
#include "vienlogs/sqlcipher/database.h"
#include "vienlogs/testkit/process.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::server;

TEST(AuditKey, SignsAndRefusesForgeries) {
    const auto key = app::AuditKey::make();
    ASSERT_TRUE(key);
    const auto signature = key->sign("text");
    ASSERT_TRUE(signature);
    const auto open = digest::Ed25519PublicKey::fromPem(*key->publicPem());
    ASSERT_TRUE(open);
    EXPECT_EQ(open->id(), key->id());
    EXPECT_TRUE(open->verify("text", *signature));
    EXPECT_FALSE(open->verify("texT", *signature));
    EXPECT_FALSE(open->verify("text", {}));
    EXPECT_FALSE(
        digest::Ed25519PublicKey::fromPem(*app::AuditKey::make()->publicPem())->verify("text", *signature));
    EXPECT_FALSE(digest::Ed25519PublicKey::fromPem("nonsense"));
}

/// An export comes from outside: nothing in it may do more than be refused.
TEST(AuditProof, LinesThatAreNoRecordAreBroken) {
    const auto key = app::AuditKey::make();
    for (const auto* line : {"", "{", "[]", "{}", "{\"index\":1}", "{\"index\":\"0\"}", "{\"index\":null}",
                             "{\"index\":[0]}", "{\"index\":18446744073709551615}"}) {
        app::AuditProof proof(*app::publicKeysOf(*key->publicPem()));
        const auto added = proof.add(line);
        ASSERT_FALSE(added) << line;
        EXPECT_EQ(added.error().code, app::codes::auditBroken) << line;
    }
}

/// Auditors get a record's bytes again from its values by any JSON library that sorts the keys.
TEST(AuditRecord, IsCanonicalWhateverTheTextsHold) {
    auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(pattern.data());
    const auto store = store::openSqlCipherStore(folder / "server.db", base::Secret(std::string(32, 'k')));
    ASSERT_TRUE(store);
    const base::SystemClock clock;
    const app::Audit audit(**store, *app::AuditKey::make(), clock);
    const std::string texts = "Līga \"Ķ\" \\ / \n\t\x01\x7f 😀";
    ASSERT_TRUE(
        audit.record({.what = "case.read", .clerkName = texts, .purpose = "plain", .object = "\xff"}));
    const auto rows = store::inRead<std::vector<store::AuditRow>>(
        **store, [](store::Transaction& t) { return t.audit().rows(0, 10); });
    ASSERT_EQ(rows->size(), 1U);
    const auto json = nlohmann::json::parse(rows->front().leaf);
    EXPECT_EQ(json.dump(), rows->front().leaf);
    EXPECT_EQ(json.size(), 13U);
    EXPECT_EQ(json["name"], texts);
    EXPECT_EQ(json["index"], 0);
    std::filesystem::remove_all(folder);
}

/// Somebody with the store's key changes the tables; only the audit's key is out of their reach.
class TamperTest : public testing::Test {
protected:
    void SetUp() override {
        for (int i = 0; i < 5; ++i)
            ASSERT_EQ(server.admin({"place", "add", "P" + std::to_string(i), "Place"}), 0);
        ASSERT_EQ(server.admin({"audit", "verify"}), 0);
    }
    void tamper(const std::string& sql) {
        const auto key = app::DataFolder{server.data}.keyring().rawKey("store.key");
        auto database = sqlcipher::Database::open(server.data / "server.db", *key);
        ASSERT_TRUE(database);
        ASSERT_TRUE((*database)->execute(sql)) << sql;
        ASSERT_GT((*database)->changes(), 0) << sql;
    }
    testkit::ServerFixture server;
};

TEST_F(TamperTest, AChangedRecordIsFound) {
    tamper("UPDATE audit SET leaf=replace(leaf,'place.add','place.ADD') WHERE idx=10");
    EXPECT_NE(server.admin({"audit", "verify"}), 0);
}

TEST_F(TamperTest, AChangedRecordWithItsHashIsFound) {
    const std::string leaf = "{\"index\":10}";
    tamper("UPDATE audit SET leaf='" + leaf + "',hash=x'" + base::toHex(digest::merkle::leafHash(leaf)) +
           "' WHERE idx=10");
    EXPECT_NE(server.admin({"audit", "verify"}), 0);
}

TEST_F(TamperTest, ARemovedRecordIsFound) {
    tamper("DELETE FROM audit WHERE idx=3");
    EXPECT_NE(server.admin({"audit", "verify"}), 0);
}

TEST_F(TamperTest, ACutTailIsFound) {
    tamper("DELETE FROM audit WHERE idx=(SELECT max(idx) FROM audit)");
    EXPECT_NE(server.admin({"audit", "verify"}), 0);
}

TEST_F(TamperTest, AForgedHeadIsFound) {
    tamper("UPDATE audit_heads SET root='" + std::string(64, 'a') + "'");
    EXPECT_NE(server.admin({"audit", "verify"}), 0);
}

TEST_F(TamperTest, ALogThatGoesOnAfterwardsStaysBroken) {
    tamper("UPDATE audit SET leaf=replace(leaf,'place.add','place.ADD') WHERE idx=10");
    ASSERT_EQ(server.admin({"place", "add", "NEXT", "Next"}), 0);
    EXPECT_NE(server.admin({"audit", "verify"}), 0);
}

TEST_F(TamperTest, AnOlderStoreIsFoundByAHeadKeptElsewhere) {
    ASSERT_EQ(server.admin({"backup", server.folder / "old.db"}), 0);
    ASSERT_EQ(server.admin({"place", "add", "NEXT", "Next"}), 0);
    ASSERT_EQ(server.admin({"audit", "export", server.folder / "export"}), 0);
    const auto tail = testkit::run(
        {"/bin/sh", "-c",
         "tail -n 1 " + (server.folder / "export").string() + " > " + (server.folder / "head").string()},
        server.folder / "log");
    ASSERT_EQ(tail, 0);
    const std::vector<std::string> verify{"audit", "verify", "--head", server.folder / "head"};
    EXPECT_EQ(server.admin(verify), 0);
    for (const auto* end : {"", "-wal", "-shm"})
        std::filesystem::remove(server.data / (std::string("server.db") + end));
    std::filesystem::copy(server.folder / "old.db", server.data / "server.db");
    EXPECT_EQ(server.admin({"audit", "verify"}), 0) << "by itself an older log looks good";
    EXPECT_NE(server.admin(verify), 0);
}
