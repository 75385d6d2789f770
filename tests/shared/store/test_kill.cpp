// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "store_fixture.h"
#include "vienlogs/test/killed_program.h"

using namespace vienlogs;
using namespace vienlogs::store;

namespace {

struct Said {
    std::map<std::string, std::int64_t> commands;
    std::set<std::string> blobs;
    std::int64_t number = 0;
};

void understand(const std::string& text, Said& said) {
    std::istringstream stream(text);
    std::string what, value;
    while (stream >> what >> value) {
        ASSERT_NE(what, "failed") << value;
        if (what == "command")
            stream >> said.commands[value];
        else if (what == "blob")
            said.blobs.insert(value);
        else if (what == "number")
            said.number = std::stoll(value);
    }
}

/// The sequence has no gap, and each case shows exactly the commands of the outbox.
void checkWhole(EncryptedStore& store, const Said& said) {
    const auto entries = *store.unanswered(1'000'000);
    std::int64_t expected = 0;
    std::map<base::Ulid, std::int64_t> perCase;
    std::set<std::string> keys;
    for (const auto& entry : entries) {
        EXPECT_EQ(entry.command.sequence, ++expected);
        ++perCase[entry.command.stream];
        keys.insert(entry.command.key.toString());
    }
    for (const auto& [key, sequence] : said.commands)
        EXPECT_TRUE(keys.contains(key)) << "lost " << sequence;
    for (const auto& [stream, count] : perCase)
        EXPECT_EQ((*store.caseById(stream))->version, count);
    EXPECT_EQ(store.recentCases(1'000'000)->size(), perCase.size());
    for (const auto& sha : said.blobs)
        EXPECT_TRUE(store.blob(sha));
    EXPECT_GE(store.blobsToSend()->size(), said.blobs.size());
}

} // namespace

TEST_F(StoreTest, KilledAtRandomMomentsItLosesNothingAndHasNoGap) {
    std::mt19937 random(20261123);
    Said said;
    for (int round = 0; round < 25; ++round) {
        const auto time = std::chrono::milliseconds(random() % 60);
        const auto before = said.commands.size();
        understand(
            test::saidUntilKilled(
                {VIENLOGS_BIN_DIR "/store_scribe", (folder / "store").string(), deviceKey().string()}, time),
            said);
        if (HasFatalFailure())
            return;
        EXPECT_GT(said.commands.size(), before);
        open();
        checkWhole(*store, said);
        ASSERT_TRUE(store->checkIntegrity());
        const auto number = *store->nextCaseNumber();
        EXPECT_GT(number, said.number);
        said.number = number;
        store.reset();
    }
    EXPECT_GT(said.commands.size(), 50U);
}
