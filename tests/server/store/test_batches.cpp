// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <thread>

#include "schema.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/store/postgres_store.h"
#include "vienlogs/server/store/sqlcipher_store.h"
#include "vienlogs/sqlcipher/failures.h"
#include "vienlogs/testkit/postgres.h"

using namespace vienlogs;
using namespace vienlogs::server::store;

namespace {

/// What works that share a transaction, and servers that share a store, must not do to each other: rows are
/// put off and remembered.
class BatchTest : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        if (std::string_view(GetParam()) == "PostgreSQL")
            address = testkit::Postgres::shared().newDatabase();
        store = open();
    }
    void TearDown() override {
        store.reset();
        std::filesystem::remove_all(folder);
    }
    [[nodiscard]] std::unique_ptr<Store> open() const {
        auto opened = address.empty()
                          ? openSqlCipherStore(folder / "server.db", base::Secret(std::string(32, 'k')))
                          : openPostgresStore(address, base::Secret());
        if (!opened)
            throw std::runtime_error(opened.error().detail);
        return std::move(*opened);
    }
    /// So many threads, each `work(thread)`.
    template<typename Work>
    static void together(int threads, const Work& work) {
        std::vector<std::thread> running;
        for (int n = 0; n < threads; ++n)
            running.emplace_back([&, n] { work(n); });
        for (auto& thread : running)
            thread.join();
    }
    [[nodiscard]] Progress progress(Store& of) const {
        return *inRead<Progress>(of, [](Transaction& t) { return t.cases().progress("d"); });
    }
    base::SystemClock clock;
    base::Ulid id = base::Ulid::make(clock);
    std::filesystem::path folder;
    std::string address;
    std::unique_ptr<Store> store;
};

/// Counts a device's commands, a case and a scope one further, each after what it finds, and adds a record.
base::Result<void> countOn(Transaction& t, base::Ulid id) {
    auto found = t.cases().caseById(id);
    auto progress = t.cases().progress("d");
    const auto size = t.audit().size();
    if (!found || !progress || !size)
        return base::fail(base::codes::internal);
    domain::cases::Case first;
    first.id = id;
    first.place = "CES";
    first.client.identifier = *base::Identifier::parse("PNOLV-161175-19997");
    auto next = found->value_or(first);
    next.version += 1;
    progress->contiguous += 1;
    return t.cases()
        .saveCase(next)
        .and_then([&] { return t.cases().saveProgress("d", *progress); })
        .and_then([&] {
            return t.audit().append({*size, "{}", "", {1}});
        })
        .and_then([&] { return t.changes().add("place:CES", "case", id.toString(), false); })
        .map([](std::int64_t) {});
}

INSTANTIATE_TEST_SUITE_P(Both, BatchTest, testing::Values("SQLCipher", "PostgreSQL"),
                         [](const auto& info) { return std::string(info.param); });

} // namespace

TEST_P(BatchTest, WorksOnTheSameRowsBuildOnEachOtherAndWhatFailsLeavesNothing) {
    std::atomic<int> good{0};
    together(16, [&](int n) {
        for (int i = 0; i < 20; ++i) {
            const auto done = store->write(
                [&](Transaction& t) -> base::Result<void> {
                    auto counted = countOn(t, id);
                    if (counted && n % 4 == 3) // as late as can be
                        return base::fail(base::codes::cancelled);
                    if (counted && n % 4 == 2) // after a row that is written at once
                        return t.directory().savePlace({"P", std::to_string(i)}).and_then([&] {
                            return i % 2 == 0 ? base::Result<void>() : base::fail(base::codes::cancelled);
                        });
                    return counted;
                },
                nullptr, {.commands = {{"d", id}}, .cases = {id}});
            good += done ? 1 : 0;
        }
    });
    EXPECT_EQ(good, 8 * 20 + 4 * 10);
    EXPECT_EQ(progress(*store).contiguous, good);
    EXPECT_TRUE(store->read([&](Transaction& t) -> base::Result<void> {
        EXPECT_EQ((*t.cases().caseById(id))->version, good);
        EXPECT_EQ(*t.audit().size(), good);
        EXPECT_EQ(t.changes().after("place:CES", 0, 500)->at(0).sequence, good);
        return {};
    }));
}

TEST_P(BatchTest, TwoServersOverOneStoreNeverTrustWhatTheOtherChanged) {
    const auto other = open();
    std::atomic<int> good{0};
    together(8, [&](int n) {
        for (int i = 0; i < 20; ++i)
            good +=
                (n % 2 == 0 ? *store : *other).write([&](Transaction& t) { return countOn(t, id); }) ? 1 : 0;
    });
    EXPECT_EQ(good, 160);
    EXPECT_EQ(progress(*store).contiguous, 160);
    EXPECT_EQ(progress(*other).contiguous, 160);
    EXPECT_EQ((*inRead<std::optional<domain::cases::Case>>(
                   *other, [&](Transaction& t) { return t.cases().caseById(id); }))
                  ->version,
              160);
}

TEST_P(BatchTest, AKeyIsTakenOnceAlsoWithinABatch) {
    std::atomic<int> first{0};
    together(16, [&](int) {
        bool isFirst = false;
        EXPECT_TRUE(store->write(
            [&](Transaction& t) -> base::Result<void> {
                const auto known = t.cases().command("d", id);
                if (!known)
                    return base::fail(known.error());
                isFirst = !*known;
                return isFirst ? t.cases().addCommand({.device = "d", .key = id, .stream = id, .sequence = 1})
                               : base::Result<void>();
            },
            nullptr, {.commands = {{"d", id}}}));
        first += isFirst ? 1 : 0;
    });
    EXPECT_EQ(first, 1);
    // The table itself says so as well.
    const auto again = store->write(
        [&](Transaction& t) { return t.cases().addCommand({.device = "d", .key = id, .stream = id}); });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, sqlcipher::codes::constraint);
}

TEST_P(BatchTest, WhatIsDecidedAheadIsKnownUntilProgressPassesIt) {
    ASSERT_TRUE(store->write([&](Transaction& t) {
        return t.cases().addWaiting("d", 1, 2, id).and_then([&] {
            return t.cases().addDecidedAhead("d", 1, 3);
        });
    }));
    ASSERT_TRUE(store->write([&](Transaction& t) -> base::Result<void> {
        EXPECT_FALSE(*t.cases().isDecidedAhead("d", 1, 2));
        EXPECT_TRUE(*t.cases().isDecidedAhead("d", 1, 3));
        EXPECT_FALSE(*t.cases().isDecidedAhead("d", 2, 3));
        const auto between = *t.cases().sequencesBetween("d", 1, 1, 4);
        EXPECT_EQ(between, (std::map<std::int64_t, base::Ulid>{{2, id}, {3, base::Ulid()}}));
        return t.cases().saveProgress("d", {1, 3});
    }));
    EXPECT_TRUE(store->read([&](Transaction& t) -> base::Result<void> {
        EXPECT_FALSE(*t.cases().isDecidedAhead("d", 1, 3));
        EXPECT_TRUE(t.cases().sequencesBetween("d", 1, 0, 10)->empty());
        return {};
    }));
}

/// Statements of 64, 16, 4 and 1 rows, and more than is held back.
TEST_P(BatchTest, ManyAndLargeRowsOfOneWorkAreAllWritten) {
    constexpr int many = 150;
    const std::string large(100'000, 'x');
    ASSERT_TRUE(store->write([&](Transaction& t) -> base::Result<void> {
        for (int n = 0; n < many; ++n)
            if (auto added = t.audit().append({n, large, "S" + std::to_string(n % 2), {1}}); !added)
                return added;
        EXPECT_EQ(t.audit().about("S1", many, 500)->size(), 75U) << "seen by who asks before the end";
        return {};
    }));
    EXPECT_TRUE(store->read([&](Transaction& t) -> base::Result<void> {
        EXPECT_EQ(t.audit().leafHashes(0, 500)->size(), 150U);
        EXPECT_EQ(t.audit().rows(149, 1)->at(0).leaf, large);
        return {};
    }));
}

/// A store of the step before keeps which commands were decided before their turn.
TEST(Migration, CommandsKeepTheirAnswersAndTheirOrder) {
    auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(pattern.data());
    const base::Secret key(std::string(32, 'k'));
    const auto one = base::Ulid::make(base::SystemClock());
    const auto two = base::Ulid::make(base::SystemClock());
    {
        const auto old = sqlcipher::Database::open(folder / "server.db", key);
        ASSERT_TRUE(old);
        ASSERT_TRUE((*old)->migrate(migrations().first(3)));
        const auto add = [&](base::Ulid id, int sequence) {
            return (*old)->run("INSERT INTO commands VALUES('d',?,?,1,?,'f','accepted','','',7,9)",
                               id.toString(), id.toString(), sequence);
        };
        ASSERT_TRUE(add(one, 1));
        ASSERT_TRUE(add(two, 3));
        ASSERT_TRUE((*old)->run("INSERT INTO progress VALUES('d',1,1)"));
        ASSERT_TRUE((*old)->run("INSERT INTO waiting VALUES('d',1,2,?)", one.toString()));
        ASSERT_TRUE((*old)->run("INSERT INTO scopes VALUES('place:CES',4)"));
        ASSERT_TRUE((*old)->run("INSERT INTO changes VALUES('place:CES',4,'case','A',0)"));
    }
    const auto store = openSqlCipherStore(folder / "server.db", key);
    ASSERT_TRUE(store);
    EXPECT_TRUE((*store)->read([&](Transaction& t) -> base::Result<void> {
        EXPECT_EQ((*t.cases().command("d", two))->sequence, 3);
        EXPECT_EQ((*t.cases().command("d", one))->version, 7);
        EXPECT_FALSE(*t.cases().isDecidedAhead("d", 1, 1));
        EXPECT_FALSE(*t.cases().isDecidedAhead("d", 1, 2));
        EXPECT_TRUE(*t.cases().isDecidedAhead("d", 1, 3));
        EXPECT_EQ(t.changes().after("place:CES", 0, 10)->at(0).sequence, 4);
        return {};
    }));
    EXPECT_TRUE((*store)->check());
    std::filesystem::remove_all(folder);
}
