// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/server/app/change_feed.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/testkit/postgres.h"

using namespace vienlogs;
using namespace vienlogs::server;
namespace fs = std::filesystem;

namespace {

const app::Actor clerk{.clerk = "K-0001", .place = "CES"};

/// One run of the server on a folder.
struct OneRun {
    explicit OneRun(const app::DataFolder& folder) : data(folder) {}
    app::DataFolder data;
    base::SystemClock clock;
    std::unique_ptr<store::Store> store = std::move(*app::openStore(data));
    app::Audit audit{*store, std::move(*app::openAuditKey(data)), clock};
    base::Secret key = std::move(*data.keyring().rawKey("blobs.key"));
    app::StoreLife life{*store, audit, clock, key, *app::beginEpoch(data, *store, clock)};
    app::ReferenceData reference;
    app::ChangeFeed feed{*store, reference, life};

    void work(int times = 1) {
        ASSERT_TRUE(audit.prepare());
        for (int i = 0; i < times; ++i)
            ASSERT_TRUE(audit.write([&](store::Transaction& t) {
                return audit.append(t, {.what = "something"}).and_then([&] {
                    return t.changes()
                        .add("place:CES", "case", base::Ulid::make(clock).toString(), true)
                        .map([](auto) {});
                });
            }));
    }
    contract::ChangesPage ask(const contract::ChangesPage& seen) {
        return *feed.page(clerk, {.scope = "place:CES", .after = seen.next, .epoch = seen.epoch});
    }
    /// Acts in the audit that tell of a store that was put back.
    int told() {
        const auto rows = *store::inRead<std::vector<store::AuditRow>>(
            *store, [](store::Transaction& t) { return t.audit().rows(0, 1000); });
        return static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const auto& row) {
            return row.leaf.find("store.put-back") != std::string::npos;
        }));
    }
};

class PutBackTest : public testing::TestWithParam<bool> {
protected:
    void SetUp() override {
        auto pattern = (fs::temp_directory_path() / "vienlogs-XXXXXX").string();
        root = ::mkdtemp(pattern.data());
        data = {root / "now", GetParam() ? testkit::Postgres::shared().newDatabase() : ""};
        old = {root / "then", {}};
        OneRun run(data);
        run.work(3);
        before = run.ask({});
    }
    void TearDown() override { fs::remove_all(root); }
    /// The whole machine as it is now, keyring and all.
    void takeSnapshot() {
        fs::copy(data.root, old.root, fs::copy_options::recursive);
        if (data.storeAddress.empty())
            return;
        static int number = 0;
        const auto& from = data.storeAddress;
        const auto slash = from.find('/', from.find("//") + 2) + 1;
        const auto name = from.substr(slash, from.find('?', slash) - slash);
        const auto copy = "copy_" + std::to_string(++number);
        testkit::Postgres::shared().sql("postgres", "CREATE DATABASE " + copy + " TEMPLATE " + name);
        old.storeAddress = testkit::Postgres::shared().address(copy);
    }

    fs::path root;
    app::DataFolder data;
    app::DataFolder old;
    contract::ChangesPage before; ///< What a desk has seen before the snapshot.
};

} // namespace

TEST_P(PutBackTest, OneCursorOfALostFutureBeginsOneEpoch) {
    takeSnapshot();
    contract::ChangesPage seen;
    {
        OneRun future(data);
        future.work(4);
        seen = future.ask(before);
        ASSERT_EQ(seen.epoch, before.epoch);
    }
    OneRun run(old);
    EXPECT_EQ(run.ask(before).epoch, before.epoch) << "a desk that saw nothing later notices nothing";
    const auto anew = run.ask(seen);
    EXPECT_NE(anew.epoch, seen.epoch);
    EXPECT_TRUE(anew.more);
    EXPECT_TRUE(anew.next.empty());
    EXPECT_EQ(run.told(), 1);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(run.ask(seen).epoch, anew.epoch) << "every other desk is told of the same";
    EXPECT_EQ(run.ask(before).epoch, anew.epoch);
    // A device that goes on with its old cursor in the new epoch makes no third one.
    EXPECT_EQ(run.ask({anew.epoch, {}, seen.next, false}).epoch, anew.epoch);
    EXPECT_EQ(run.told(), 1);
    const auto followed = run.ask({anew.epoch, {}, "", true});
    EXPECT_EQ(followed.changes.size(), 3U) << "only what is there";
    EXPECT_EQ(run.ask(followed).epoch, anew.epoch);
}

TEST_P(PutBackTest, AFutureThatWasOvertakenIsStillFound) {
    takeSnapshot();
    contract::ChangesPage seen;
    {
        OneRun future(data);
        future.work(2);
        seen = future.ask(before);
    }
    OneRun run(old);
    run.work(9); // Longer than what was lost, and its sequences higher.
    EXPECT_NE(run.ask(seen).epoch, seen.epoch);
    EXPECT_EQ(run.told(), 1);
}

TEST_P(PutBackTest, TheNewEpochOutlivesTheRun) {
    takeSnapshot();
    contract::ChangesPage seen;
    {
        OneRun future(data);
        future.work(1);
        seen = future.ask(before);
    }
    std::string epoch;
    {
        OneRun run(old);
        epoch = run.ask(seen).epoch;
        OneRun other(old); // Another server over the same store.
        EXPECT_EQ(other.life.epoch(), epoch);
    }
    OneRun again(old);
    EXPECT_EQ(again.ask(seen).epoch, epoch);
    EXPECT_EQ(again.told(), 1);
}

TEST_P(PutBackTest, AServerThatRunsBesideTakesTheEpochOver) {
    takeSnapshot();
    contract::ChangesPage seen;
    {
        OneRun future(data);
        future.work(1);
        seen = future.ask(before);
    }
    OneRun one(old);
    OneRun two(old);
    const auto epoch = one.ask(seen).epoch;
    EXPECT_TRUE(two.life.refresh().value_or(false));
    EXPECT_EQ(two.life.epoch(), epoch);
    EXPECT_FALSE(two.life.refresh().value_or(true)) << "once";
    EXPECT_EQ(two.ask(seen).epoch, epoch);
    EXPECT_EQ(two.told(), 1);
}

TEST_P(PutBackTest, ADeviceThatLiesMakesNoEpoch) {
    OneRun run(data);
    const auto dot = before.next.find('.');
    for (const auto& lie : std::initializer_list<std::string>{
             "999999", "999999" + before.next.substr(dot),
             before.next.substr(0, dot) + ".999999" + before.next.substr(before.next.find('.', dot + 1)),
             "3.999999.0123456789abcdef." + std::string(32, '0'), "3.9.x.y", "3.9"}) {
        const auto page = run.feed.page(clerk, {.scope = "place:CES", .after = lie, .epoch = before.epoch});
        EXPECT_EQ(page ? page->epoch : before.epoch, before.epoch) << lie;
    }
    for (const auto* nonsense : {"x", "3.", "-1", "3.x.y.z", "3.-1.a.b", "."}) {
        const auto page =
            run.feed.page(clerk, {.scope = "place:CES", .after = nonsense, .epoch = before.epoch});
        EXPECT_EQ(page ? page->epoch : before.epoch, before.epoch) << nonsense;
    }
    EXPECT_FALSE(run.feed.page(clerk, {.scope = "place:CES", .after = "x"}));
    EXPECT_EQ(run.told(), 0);
}

TEST_P(PutBackTest, AServerThatWasNotPutBackRemembersEveryCursor) {
    OneRun run(data);
    std::vector<contract::ChangesPage> cursors{before};
    for (int i = 0; i < 20; ++i) {
        run.work(1 + i % 3);
        cursors.push_back(run.ask(cursors.back()));
    }
    for (const auto& cursor : cursors)
        EXPECT_EQ(run.ask(cursor).epoch, before.epoch);
    EXPECT_EQ(run.ask(cursors.back()).next, cursors.back().next) << "nothing new is nothing to write down";
    EXPECT_EQ(run.told(), 0);
}

INSTANTIATE_TEST_SUITE_P(Stores, PutBackTest, testing::Values(false, true),
                         [](const auto& about) { return about.param ? "PostgreSQL" : "SQLCipher"; });
