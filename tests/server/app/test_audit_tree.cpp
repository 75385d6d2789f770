// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/contract/audit_check.h"
#include "vienlogs/digest/merkle.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/audit_tree.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/sqlcipher/database.h"

using namespace vienlogs;
using namespace vienlogs::server;

namespace {

class AuditTreeTest : public testing::Test {
protected:
    void SetUp() override {
        store = std::move(*app::openStore(data));
        audit.emplace(*store, std::move(*app::openAuditKey(data)), clock);
        ASSERT_TRUE(audit->prepare());
    }
    void TearDown() override {
        store.reset();
        std::filesystem::remove_all(data.root);
    }
    static std::filesystem::path newFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        return ::mkdtemp(pattern.data());
    }
    void append(int count) {
        ASSERT_TRUE(audit->write([&](store::Transaction& t) -> base::Result<void> {
            for (int i = 0; i < count; ++i)
                if (auto done = audit->append(t, {.what = "act " + std::to_string(i)}); !done)
                    return done;
            return {};
        }));
    }
    contract::AuditHeads heads() { return *audit->heads(); }

    app::DataFolder data{newFolder()};
    base::ManualClock clock{base::SystemClock().now()};
    std::unique_ptr<store::Store> store;
    std::optional<app::Audit> audit;
};

constexpr int records = 150; // Nine stored blocks of sixteen and a rest.

} // namespace

TEST_F(AuditTreeTest, EveryRecordHasAProofInEveryTree) {
    append(records);
    for (std::int64_t size : {1, 2, 3, 15, 16, 17, 31, 32, 33, 100, 127, 128, 129, records})
        for (std::int64_t index = 0; index < size; ++index) {
            const auto proof = audit->inclusion(index, size);
            ASSERT_TRUE(proof) << index << "/" << size;
            EXPECT_TRUE(contract::holds(*proof)) << index << "/" << size;
        }
    EXPECT_EQ(audit->inclusion(0, 0)->root, heads().head.root) << "all records are the head's tree";
    for (const auto& [index, size] :
         {std::pair{0, records + 1}, {records, records}, {5, 5}, {-1, 5}, {-1, 0}})
        EXPECT_EQ(audit->inclusion(index, size).error().code, app::codes::auditRange);
}

TEST_F(AuditTreeTest, WhoeverSawAHeadCanHoldTheServerToIt) {
    std::vector<contract::AuditHeads> seen;
    for (int i = 0; i < records; ++i) {
        seen.push_back(heads());
        append(1);
    }
    for (const auto& pinned : seen) {
        ASSERT_TRUE(contract::checkAuditHeads(pinned));
        const auto answer = audit->consistency(pinned.head.size);
        ASSERT_TRUE(answer);
        const auto good = contract::checkAuditGrowth(pinned, *answer);
        EXPECT_TRUE(good) << pinned.head.size << " " << (good ? "" : good.error().detail);
    }
    auto forged = seen.at(77);
    forged.head.root = seen.at(76).head.root;
    EXPECT_EQ(contract::checkAuditGrowth(forged, *audit->consistency(77)).error().code,
              contract::codes::auditAltered);
    auto answer = *audit->consistency(77);
    answer.head.size += 1;
    EXPECT_EQ(contract::checkAuditGrowth(seen.at(77), answer).error().code, contract::codes::auditUnsigned);
    EXPECT_EQ(audit->consistency(records + 1).error().code, contract::codes::auditAltered);
    EXPECT_EQ(audit->consistency(-1).error().code, app::codes::auditRange);
}

TEST_F(AuditTreeTest, AKeyThatNobodyVouchesForIsNotFollowed) {
    append(3);
    const auto pinned = heads();
    auto next = app::AuditKey::make();
    ASSERT_TRUE(audit->write([&](store::Transaction& t) { return audit->endorse(t, *next); }));
    app::Audit rotated(*store, *next, clock);
    ASSERT_TRUE(rotated.record({.what = "after"}));
    const auto good = rotated.consistency(pinned.head.size);
    EXPECT_TRUE(contract::checkAuditGrowth(pinned, *good));
    EXPECT_NE(good->head.keyId, pinned.head.keyId);

    auto stranger = *good;
    stranger.keys[1].publicKey = *app::AuditKey::make()->publicPem();
    EXPECT_EQ(contract::checkAuditGrowth(pinned, stranger).error().code, contract::codes::auditUnsigned);
    stranger = *good;
    stranger.keys.erase(stranger.keys.begin());
    EXPECT_EQ(contract::checkAuditGrowth(pinned, stranger).error().code, contract::codes::auditUnsigned)
        << "the key that was known is gone";
    auto first = *rotated.heads();
    first.keys[1].endorsement = first.head.signature;
    EXPECT_EQ(contract::checkAuditHeads(first).error().code, contract::codes::auditUnsigned);
}

TEST_F(AuditTreeTest, AStoreFromBeforeProofsGetsThem) {
    append(records);
    const auto before = *audit->inclusion(40, 0);
    {
        const auto key = data.keyring().rawKey("store.key");
        auto database = sqlcipher::Database::open(data.storeFile(), *key);
        ASSERT_TRUE((*database)->execute("DELETE FROM audit_nodes"));
    }
    EXPECT_FALSE(audit->inclusion(40, 0)) << "nothing is made up";
    ASSERT_TRUE(audit->prepare());
    EXPECT_EQ(*audit->inclusion(40, 0), before);
    append(1);
    ASSERT_TRUE(audit->prepare());
    EXPECT_TRUE(contract::holds(*audit->inclusion(40, 0)));
}

TEST_F(AuditTreeTest, AChangedNodeGivesNoProofThatHolds) {
    append(records);
    const auto key = data.keyring().rawKey("store.key");
    auto database = sqlcipher::Database::open(data.storeFile(), *key);
    ASSERT_TRUE((*database)->execute("UPDATE audit_nodes SET hash=zeroblob(32) WHERE level=6 AND idx=0"));
    const auto proof = audit->inclusion(100, 0);
    ASSERT_TRUE(proof);
    EXPECT_FALSE(contract::holds(*proof));
}
