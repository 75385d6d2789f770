// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include "vienlogs/acts/failures.h"
#include "vienlogs/acts_store/act_store.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/sqlcipher/failures.h"
#include "vienlogs/test/certificates.h"
#include "vienlogs/test/temporary_folder.h"

using namespace vienlogs;
using acts::ElementKind;
using acts_store::ActStore;

namespace {

std::string readAll(const std::filesystem::path& file) {
    std::ostringstream all;
    all << std::ifstream(file, std::ios::binary).rdbuf();
    return all.str();
}

class ActStoreTest : public ::testing::Test {
protected:
    ActStoreTest() {
        test::writeKey(folder / "device.key");
        open();
    }
    void open() {
        store.reset();
        auto opened = ActStore::open(folder / "acts", folder / "device.key");
        ASSERT_TRUE(opened) << opened.error().code.text << ' ' << opened.error().detail;
        store = std::move(*opened);
    }
    acts::Entry entry(acts::Operation operation) {
        clock.advance(std::chrono::seconds(1));
        return {base::Ulid::make(clock), clock.now(), "Anna", "", std::move(operation)};
    }
    acts::History history() {
        acts::History made(base::Ulid::make(clock), acts::ActKind::Law);
        EXPECT_TRUE(made.append(entry(
            acts::InsertElement{title, ElementKind::Title, {made.now().id()}, {}, acts::plain("Par mežu")})));
        return made;
    }

    test::TemporaryFolder folder;
    base::ManualClock clock{base::fromRfc3339("2026-11-24T08:00:00.000Z").value()};
    base::Ulid title = base::Ulid::make(clock);
    std::unique_ptr<ActStore> store;
};

TEST_F(ActStoreTest, KeepsTheWholeLogOfAnAct) {
    auto made = history();
    ASSERT_TRUE(store->add(made, clock.now()));
    ASSERT_TRUE(made.append(entry(acts::ReplaceText{title, 8, 0, acts::plain("s sargāšanu")})));
    ASSERT_TRUE(store->append(made.now(), 1, std::span(made.entries()).last(1)));
    open();
    const auto list = store->acts();
    ASSERT_TRUE(list);
    ASSERT_EQ(list->size(), 1U);
    EXPECT_EQ(list->front().title, "Par mežus sargāšanu");
    EXPECT_EQ(list->front().entries, 2U);
    const auto read = store->load(made.now().id());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->entries(), made.entries());
}

TEST_F(ActStoreTest, TypedCharactersComeBackAsTheLastEntry) {
    const auto made = history();
    ASSERT_TRUE(store->add(made, clock.now()));
    for (const auto* words : {"s", "s u", "s un"})
        ASSERT_TRUE(
            store->keepTyped(made.now().id(), entry(acts::ReplaceText{title, 8, 0, acts::plain(words)})));
    open();
    for (int again = 0; again < 2; ++again) {
        const auto read = store->load(made.now().id());
        ASSERT_TRUE(read);
        EXPECT_EQ(read->entries().size(), 2U);
        EXPECT_EQ(acts_store::titleOf(read->now()), "Par mežus un");
    }
}

TEST_F(ActStoreTest, AnEntryTakesThePlaceOfWhatWasTyped) {
    auto made = history();
    ASSERT_TRUE(store->add(made, clock.now()));
    const auto typed = entry(acts::ReplaceText{title, 8, 0, acts::plain("s")});
    ASSERT_TRUE(store->keepTyped(made.now().id(), typed));
    ASSERT_TRUE(made.append(typed));
    ASSERT_TRUE(store->append(made.now(), 1, std::span(made.entries()).last(1)));
    EXPECT_EQ(store->load(made.now().id())->entries().size(), 2U);
}

TEST_F(ActStoreTest, RefusesEntriesBehindAnotherLog) {
    auto made = history();
    ASSERT_TRUE(store->add(made, clock.now()));
    EXPECT_EQ(store->append(made.now(), 0, made.entries()).error().code, sqlcipher::codes::constraint);
    EXPECT_EQ(store->append(made.now(), 2, made.entries()).error().code, sqlcipher::codes::constraint);
    EXPECT_EQ(store->add(made, clock.now()).error().code, sqlcipher::codes::constraint);
    EXPECT_EQ(store->load(base::Ulid::make(clock)).error().code, base::codes::notFound);
    EXPECT_EQ(store->load(made.now().id())->entries().size(), 1U);
}

TEST_F(ActStoreTest, OneProgramAtATimeAndOnlyWithItsKey) {
    EXPECT_EQ(ActStore::open(folder / "acts", folder / "device.key").error().code, sqlcipher::codes::inUse);
    store.reset();
    test::writeKey(folder / "other.key");
    EXPECT_EQ(ActStore::open(folder / "acts", folder / "other.key").error().code, sqlcipher::codes::wrongKey);
}

TEST_F(ActStoreTest, NothingIsReadableOnDisk) {
    ASSERT_TRUE(store->add(history(), clock.now()));
    for (const auto& file : std::filesystem::directory_iterator(folder / "acts"))
        EXPECT_EQ(readAll(file.path()).find("Par me"), std::string::npos) << file.path();
}

/// A file that may not grow is what a full disk is to the database.
TEST_F(ActStoreTest, AFullDiskIsSaidAndTheActStaysWhole) {
    auto made = history();
    ASSERT_TRUE(store->add(made, clock.now()));
    ASSERT_TRUE(made.append(entry(acts::ReplaceText{title, 8, 0, acts::plain(std::string(900'000, 'a'))})));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{400'000, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto refused = store->append(made.now(), 1, std::span(made.entries()).last(1));
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().code == base::codes::diskFull ||
                refused.error().code == base::codes::fileUnreadable)
        << refused.error().detail;
    EXPECT_EQ(store->load(made.now().id())->entries().size(), 1U);
    EXPECT_TRUE(store->append(made.now(), 1, std::span(made.entries()).last(1)));
}

} // namespace
