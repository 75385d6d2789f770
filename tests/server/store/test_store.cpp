// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <thread>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/store/sqlcipher_store.h"

using namespace vienlogs;
using namespace vienlogs::server::store;

namespace {

class StoreTest : public testing::Test {
protected:
    void SetUp() override {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        auto opened = openSqlCipherStore(folder / "server.db", base::Secret(std::string(32, 'k')));
        ASSERT_TRUE(opened) << opened.error().detail;
        store = std::move(*opened);
    }
    void TearDown() override {
        store.reset();
        std::filesystem::remove_all(folder);
    }
    std::filesystem::path folder;
    std::unique_ptr<Store> store;
};

} // namespace

TEST_F(StoreTest, AFailureTakesTheWholeWorkBack) {
    const auto failed = store->write([](Transaction& t) -> base::Result<void> {
        if (auto saved = t.directory().savePlace({"CES", "Cēsis"}); !saved)
            return saved;
        return base::fail(base::codes::cancelled);
    });
    EXPECT_EQ(failed.error().code, base::codes::cancelled);
    const auto place =
        inRead<std::optional<Place>>(*store, [](auto& t) { return t.directory().place("CES"); });
    EXPECT_FALSE(*place);
}

TEST_F(StoreTest, OneIdentifierIsOneClerk) {
    const auto liga = *base::Identifier::parse("PNOLV-161175-19997");
    const auto save = [&](const char* id) {
        return store->write([&](Transaction& t) {
            return t.directory().saveClerk({id, liga, "Līga", "X", {"clerk"}, {}});
        });
    };
    EXPECT_TRUE(save("K-1"));
    EXPECT_TRUE(save("K-1"));
    EXPECT_FALSE(save("K-2"));
}

TEST_F(StoreTest, SequencesOfAScopeHaveNoGapAndEachObjectStandsOnce) {
    std::vector<std::thread> threads;
    for (int n = 0; n < 4; ++n)
        threads.emplace_back([&, n] {
            for (int i = 0; i < 25; ++i)
                EXPECT_TRUE(store->write([&](Transaction& t) -> base::Result<void> {
                    const auto added = t.changes().add("place:CES", "case", std::to_string(n), false);
                    return added ? base::Result<void>() : base::fail(added.error());
                }));
        });
    for (auto& thread : threads)
        thread.join();
    const auto changes = inRead<std::vector<contract::Change>>(
        *store, [](auto& t) { return t.changes().after("place:CES", 0, 500); });
    ASSERT_EQ(changes->size(), 4U);
    EXPECT_EQ(changes->back().sequence, 100);
    const auto other = inRead<std::vector<contract::Change>>(
        *store, [](auto& t) { return t.changes().after("place:VAL", 0, 500); });
    EXPECT_TRUE(other->empty());
}

TEST_F(StoreTest, ReadersSeeOneMomentWhileSomebodyWrites) {
    EXPECT_TRUE(store->write([](Transaction& t) { return t.directory().savePlace({"A", "old"}); }));
    const auto seen = store->read([&](Transaction& t) -> base::Result<void> {
        EXPECT_EQ((*t.directory().place("A"))->name, "old");
        EXPECT_TRUE(store->write([](Transaction& w) { return w.directory().savePlace({"A", "new"}); }));
        EXPECT_EQ((*t.directory().place("A"))->name, "old");
        return {};
    });
    EXPECT_TRUE(seen);
    EXPECT_TRUE(store->check());
}
