// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <random>

#include "vienlogs/acts_store/act_store.h"
#include "vienlogs/test/certificates.h"
#include "vienlogs/test/killed_program.h"
#include "vienlogs/test/temporary_folder.h"

using namespace vienlogs;
using acts_store::ActStore;

TEST(ActStoreKill, NothingTypedIsLostWheneverTheProgramIsKilled) {
    const test::TemporaryFolder folder;
    const auto key = folder / "device.key";
    test::writeKey(key);
    const base::SystemClock clock;
    acts::History history(base::Ulid::make(clock), acts::ActKind::Law);
    const auto title = base::Ulid::make(clock);
    ASSERT_TRUE(history.append({base::Ulid::make(clock), clock.now(), "Anna", "",
                                acts::InsertElement{title, acts::ElementKind::Title, {history.now().id()}}}));
    const auto id = history.now().id();
    ASSERT_TRUE(ActStore::open(folder / "acts", key).value()->add(history, clock.now()));
    std::mt19937 random(2026);
    std::size_t before = 0;
    for (int round = 0; round < 25; ++round) {
        const auto said = test::saidUntilKilled({VIENLOGS_BIN_DIR "/acts_scribe", (folder / "acts").string(),
                                                 key.string(), id.toString(), title.toString()},
                                                std::chrono::microseconds(random() % 15'000));
        ASSERT_EQ(said.find("failed"), std::string::npos) << said;
        ASSERT_FALSE(said.empty());
        const auto last = said.substr(said.rfind('\n', said.size() - 2) + 1);
        auto store = ActStore::open(folder / "acts", key);
        ASSERT_TRUE(store) << store.error().detail;
        const auto read = (*store)->load(id);
        ASSERT_TRUE(read) << read.error().detail;
        const auto length = acts::lengthOf(read->now().find(title)->text);
        EXPECT_GE(length, std::stoul(last));
        EXPECT_LE(length, std::stoul(last) + 1); // one key may be kept and not told yet
        EXPECT_GT(length, before);
        before = length;
    }
}
