// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "random_acts.h"
#include "vienlogs/acts/failures.h"
#include "vienlogs/acts/log_codec.h"

using namespace vienlogs;
using namespace vienlogs::acts;
using namespace vienlogs::acts::test;

namespace {

struct SmallLog {
    SmallLog() {
        text = headLine(act, ActKind::Law) + "\n" +
               line(InsertElement{title, ElementKind::Title, {act}, {}, plain("Likums")}) +
               line(ReplaceText{title, 6, 0, plain(" \"A\"\nB")});
    }
    std::string line(Operation operation) {
        return entryLine(
                   {random.id(), base::Timestamp(std::chrono::seconds(5)), "Ž", "", std::move(operation)}) +
               "\n";
    }
    RandomActs random{2};
    base::Ulid act = random.id(), title = random.id();
    std::string text;
};

} // namespace

TEST(Log, CutAnywhereOpensWithEveryWholeEntry) {
    SmallLog log;
    const auto head = log.text.find('\n') + 1;
    for (std::size_t length = head; length <= log.text.size(); ++length) {
        const auto read = readLog(std::string_view(log.text).substr(0, length));
        ASSERT_TRUE(read) << length;
        const auto whole = log.text.rfind('\n', length - 1) + 1;
        EXPECT_EQ(read->goodBytes, whole);
        EXPECT_EQ(read->torn, whole != length);
    }
    EXPECT_EQ(textOf(readLog(log.text)->history.now().find(log.title)->text), "Likums \"A\"\nB");
}

TEST(Log, AGapIsNeverOpened) {
    SmallLog log;
    auto damaged = log.text;
    damaged[log.text.find("insert") + 1] = '?';
    EXPECT_EQ(readLog(damaged).error().code, codes::logDamaged);
    const auto head = log.text.find('\n') + 1;
    const auto second = log.text.find('\n', head) + 1;
    EXPECT_EQ(readLog(log.text.substr(0, head) + log.text.substr(second)).error().code, codes::logDamaged);
}

TEST(Log, HostileLinesAreRefused) {
    SmallLog log;
    for (const std::string line :
         {"{}", "[]", "nul", "{\"op\":5}", "{\"id\":\"x\",\"time\":\"y\",\"by\":\"\",\"op\":\"delete\"}",
          "{\"op\":\"insert\",\"el\":7}"}) {
        EXPECT_EQ(readLog(log.text + line + "\n").error().code, codes::logDamaged) << line;
        EXPECT_FALSE(readLog(line + "\n"));
    }
    EXPECT_FALSE(readLog(log.text + std::string(100'000, '[') + "\n"));
    EXPECT_FALSE(readLog(""));
}

TEST(Log, EveryOperationComesBackAsItWas) {
    RandomActs random(5);
    const Place place{random.id(), random.id()};
    Runs runs{{"teksts", true, false, Script::Super, "https://likumi.lv/", {}},
              {"5. pants", false, true, Script::Sub, "", Reference{random.id(), Case::Accusative}}};
    const std::vector<Operation> operations{
        InsertElement{random.id(), ElementKind::Cell, place, {5, 1, true}, runs, {2, 3}, random.id()},
        DeleteElement{random.id()},
        RestoreElement{random.id(), place},
        MoveElement{random.id(), place},
        SplitElement{random.id(), 3, random.id()},
        JoinElements{random.id(), random.id()},
        ReplaceText{random.id(), 1, 2, runs},
        SetHeading{random.id(), runs},
        SetNumber{random.id(), {7, 2}},
        AddComment{{random.id(), random.id(), random.id(), "Ž", base::Timestamp(std::chrono::seconds(9)),
                    "Kāpēc?", "vārds", true}},
        ResolveComment{random.id(), false}};
    ASSERT_EQ(operations.size(), std::variant_size_v<Operation>);
    for (const auto& operation : operations) {
        const Entry entry{random.id(), base::Timestamp(std::chrono::milliseconds(1234)), "A", "tā",
                          operation};
        const auto read = entryOf(entryLine(entry));
        ASSERT_TRUE(read);
        EXPECT_EQ(*read, entry) << entryLine(entry);
    }
}
