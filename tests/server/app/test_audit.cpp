// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/server/app/audit_proof.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/server/app/merkle.h"
#include "vienlogs/sqlcipher/database.h"
#include "vienlogs/testkit/process.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::server;

namespace {

/// The eight leaves and the roots of the reference implementation of RFC 6962 (certificate-transparency,
/// merkle_tree_test.cc).
const std::vector<std::string> leaves{
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> roots{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                     "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                     "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                     "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                     "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                     "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                     "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                     "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

} // namespace

TEST(Merkle, RootsAreThoseOfTheReferenceImplementation) {
    app::merkle::Frontier tree;
    EXPECT_EQ(base::toHex(tree.root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const auto bytes = base::fromHex(leaves[i]);
        tree.append(app::merkle::leafHash(std::string(bytes->begin(), bytes->end())));
        EXPECT_EQ(base::toHex(tree.root()), roots[i]) << i + 1;
    }
}

TEST(AuditKey, SignsAndRefusesForgeries) {
    const auto key = app::AuditKey::make();
    ASSERT_TRUE(key);
    const auto signature = key->sign("text");
    ASSERT_TRUE(signature);
    const auto open = app::AuditKey::fromPublicPem(*key->publicPem());
    ASSERT_TRUE(open);
    EXPECT_TRUE(open->verify("text", *signature));
    EXPECT_FALSE(open->verify("texT", *signature));
    EXPECT_FALSE(open->verify("text", {}));
    EXPECT_FALSE(app::AuditKey::make()->verify("text", *signature));
    EXPECT_FALSE(app::AuditKey::fromPublicPem("nonsense"));
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
    tamper("UPDATE audit SET leaf=replace(leaf,'place.add','place.ADD') WHERE idx=8");
    EXPECT_NE(server.admin({"audit", "verify"}), 0);
}

TEST_F(TamperTest, AChangedRecordWithItsHashIsFound) {
    const std::string leaf = "{\"index\":8}";
    tamper("UPDATE audit SET leaf='" + leaf + "',hash=x'" + base::toHex(app::merkle::leafHash(leaf)) +
           "' WHERE idx=8");
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
    tamper("UPDATE audit SET leaf=replace(leaf,'place.add','place.ADD') WHERE idx=8");
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
