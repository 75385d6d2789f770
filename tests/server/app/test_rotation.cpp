// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>

#include "vienlogs/contract/audit_check.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::server;

namespace {

/// The steps of `audit rotate-key`, in its order.
enum Step { Begun, Kept, Endorsed, Published, Turned };

class RotationTest : public testing::Test {
protected:
    /// Does as `audit rotate-key` that is cut off after a step.
    void rotateUntil(Step last) const {
        if (last == Begun)
            return;
        const auto next = app::nextAuditKey(data);
        ASSERT_TRUE(next);
        if (last >= Endorsed)
            asAudit([&](const app::Audit& audit) {
                ASSERT_TRUE(audit.write([&](store::Transaction& t) { return audit.endorse(t, *next); }));
            });
        if (last >= Published) {
            ASSERT_TRUE(app::publishAuditKey(data, *next));
        }
        if (last >= Turned) {
            ASSERT_TRUE(app::turnToNextAuditKey(data));
        }
    }
    template<typename Work>
    void asAudit(const Work& work) const {
        const auto store = app::openStore(data);
        auto key = app::openAuditKey(data);
        ASSERT_TRUE(store && key);
        const app::Audit audit(**store, std::move(*key), clock);
        work(audit);
    }
    [[nodiscard]] contract::AuditHeads heads() const {
        contract::AuditHeads seen;
        asAudit([&](const app::Audit& audit) { seen = *audit.heads(); });
        return seen;
    }
    [[nodiscard]] std::string published() const {
        std::ifstream stream(data.auditPublicKey());
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    [[nodiscard]] std::size_t publishedKeys() const {
        const auto all = published();
        std::size_t count = 0;
        for (auto at = all.find("BEGIN"); at != std::string::npos; at = all.find("BEGIN", at + 1))
            ++count;
        return count;
    }

    testkit::ServerFixture server;
    app::DataFolder data{server.data, {}};
    base::SystemClock clock;
};

class CutOffTest : public RotationTest, public testing::WithParamInterface<Step> {};

} // namespace

TEST_P(CutOffTest, RunAgainDesksFollow) {
    const auto pinned = heads();
    ASSERT_EQ(pinned.keys.size(), 1U);
    rotateUntil(GetParam());
    ASSERT_EQ(server.admin({"place", "add", "LIM", "Limbažu VPVKAC"}), 0) << "works on meanwhile";
    ASSERT_EQ(server.admin({"audit", "rotate-key"}), 0);
    ASSERT_EQ(server.admin({"place", "add", "VAL", "Valkas VPVKAC"}), 0);

    const std::size_t keys = GetParam() == Turned ? 3 : 2; // What was finished is done once more.
    const auto now = heads();
    EXPECT_EQ(now.keys.size(), keys);
    EXPECT_EQ(now.head.keyId, now.keys.back().id) << "the newest key signs";
    EXPECT_EQ(publishedKeys(), keys);
    EXPECT_FALSE(std::filesystem::exists(data.keyring().folder() / "audit.key.next"));
    EXPECT_EQ(server.admin({"audit", "verify"}), 0);
    EXPECT_TRUE(contract::checkAuditHeads(now)) << "a new desk";
    asAudit([&](const app::Audit& audit) {
        EXPECT_TRUE(contract::checkAuditGrowth(pinned, *audit.consistency(pinned.head.size))) << "an old one";
    });
}

INSTANTIATE_TEST_SUITE_P(AfterEachStep, CutOffTest,
                         testing::Values(Begun, Kept, Endorsed, Published, Turned));

TEST_F(RotationTest, AKeyringWithoutTheNewestKeyChangesNothing) {
    const auto stranger = app::AuditKey::make();
    ASSERT_TRUE(data.keyring().replace("audit.key", *stranger->privatePem()));
    EXPECT_NE(server.admin({"audit", "rotate-key"}), 0);
    EXPECT_EQ(heads().keys.size(), 1U);
    EXPECT_EQ(app::loadAuditKey(data)->id(), stranger->id());
}

TEST_F(RotationTest, APublicKeyThatIsMissingIsLaidThereAgain) {
    const auto before = published();
    ASSERT_FALSE(before.empty());
    std::filesystem::remove(data.auditPublicKey());
    ASSERT_TRUE(app::loadAuditKey(data));
    EXPECT_EQ(published(), "") << "looking changes nothing";
    server.start();
    EXPECT_EQ(server.stop(), 0);
    EXPECT_EQ(published(), before);
    server.start();
    EXPECT_EQ(server.stop(), 0);
    EXPECT_EQ(published(), before) << "once";
    EXPECT_EQ(server.admin({"audit", "verify"}), 0);
}
