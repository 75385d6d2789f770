// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "../domain/acts/random_acts.h"
#include "vienlogs/acts/failures.h"
#include "vienlogs/acts/words.h"
#include "vienlogs/acts_sync/replica.h"
#include "vienlogs/base/failures_base.h"

using namespace vienlogs;
using namespace vienlogs::acts_sync;
using acts::ElementKind;

namespace {

/// Two drafters, Anna and Juris, with a law of two parts that the shared log has.
class Exchange : public ::testing::Test {
protected:
    Exchange() : log(random.id(), acts::ActKind::Law), anna{log}, juris{log} {
        article = add(ElementKind::Article, log.now().id(), {}, "Iesniegums");
        part = add(ElementKind::Part, article, {}, "Persona iesniedz iesniegumu.");
        second = add(ElementKind::Part, article, part, "Iestāde atbild.");
        anna = juris = Replica{log, log.entries().size()};
    }

    base::Ulid add(ElementKind kind, const base::Ulid& parent, const base::Ulid& after,
                   std::string_view text) {
        const auto id = random.id();
        EXPECT_TRUE(log.append({random.id(), base::Timestamp{}, "begin", "",
                                acts::InsertElement{id, kind, {parent, after}, {}, acts::plain(text)}}));
        return id;
    }

    base::Ulid write(Replica& who, std::string author, const base::Ulid& element, std::string_view text) {
        const auto id = random.id();
        const auto& now = who.history.now();
        for (const auto& operation : acts::textChange(element, now.find(element)->text, acts::plain(text)))
            EXPECT_TRUE(who.history.append({id, base::Timestamp{}, author, "", operation}));
        return id;
    }

    /// Pushes, and when the log went on meanwhile, takes that over and pushes again.
    void exchange(Replica& who) {
        for (int tries = 0; tries < 3; ++tries) {
            const auto push = pushOf(who);
            const auto answer = receive(log, push);
            ASSERT_TRUE(answer) << answer.error().detail;
            if (const auto* head = std::get_if<Head>(&*answer)) {
                auto now = sent(who, push.entries.size(), *head);
                ASSERT_TRUE(now);
                who = std::move(*now);
                return;
            }
            auto taken = take(who, std::get<Page>(*answer), [this] { return random.id(); });
            ASSERT_TRUE(taken) << taken.error().detail;
            who = std::move(taken->replica);
        }
        FAIL() << "never taken";
    }

    std::string read(const base::Ulid& element) const { return acts::textOf(log.now().find(element)->text); }

    acts::test::RandomActs random{11};
    Log log;
    base::Ulid article, part, second;
    Replica anna, juris;
};

} // namespace

TEST_F(Exchange, ChangesOfDifferentElementsComeTogetherByThemselves) {
    write(anna, "anna", part, "Ikviena persona iesniedz iesniegumu.");
    const auto entry = write(juris, "juris", second, "Iestāde atbild mēneša laikā.");
    exchange(anna);
    exchange(juris);
    exchange(anna);
    EXPECT_EQ(read(part), "Ikviena persona iesniedz iesniegumu.");
    EXPECT_EQ(read(second), "Iestāde atbild mēneša laikā.");
    EXPECT_TRUE(juris.setAside.empty());
    EXPECT_EQ(anna.history.entries(), juris.history.entries());
    EXPECT_EQ(log.entries().back().id, entry);
    EXPECT_EQ(log.entries().back().author, "juris");
}

TEST_F(Exchange, ChangesOfDifferentWordsOfOneElementComeTogether) {
    write(anna, "anna", part, "Ikviena persona iesniedz iesniegumu.");
    write(juris, "juris", part, "Persona iesniedz iesniegumu ministrijai.");
    exchange(anna);
    exchange(juris);
    EXPECT_EQ(read(part), "Ikviena persona iesniedz iesniegumu ministrijai.");
    EXPECT_TRUE(juris.setAside.empty());
}

TEST_F(Exchange, TheSameWordsAreSetAsideWithBothSides) {
    write(anna, "anna", part, "Persona iesniedz sūdzību.");
    const auto entry = write(juris, "juris", part, "Persona iesniedz ierosinājumu.");
    exchange(anna);
    exchange(juris);
    EXPECT_EQ(read(part), "Persona iesniedz sūdzību.");
    ASSERT_EQ(juris.setAside.size(), 1u);
    const auto& aside = juris.setAside[0];
    EXPECT_EQ(aside.entry.id, entry);
    ASSERT_EQ(aside.collisions.size(), 1u);
    EXPECT_EQ(acts::textOf(aside.collisions[0].base), "Persona iesniedz iesniegumu.");
    EXPECT_EQ(acts::textOf(aside.collisions[0].ours), "Persona iesniedz sūdzību.");
    EXPECT_EQ(acts::textOf(aside.collisions[0].theirs), "Persona iesniedz ierosinājumu.");
}

TEST_F(Exchange, APushThatArrivesTwiceIsKeptOnce) {
    write(anna, "anna", part, "Ikviena persona iesniedz iesniegumu.");
    const auto push = pushOf(anna);
    ASSERT_TRUE(std::holds_alternative<Head>(*receive(log, push)));
    const auto count = log.entries().size();
    const auto again = receive(log, push);
    ASSERT_TRUE(std::holds_alternative<Page>(*again));
    EXPECT_EQ(log.entries().size(), count);
    exchange(anna); // the answer was lost: the page shows her own entry
    EXPECT_EQ(anna.waiting(), 0u);
    EXPECT_TRUE(anna.setAside.empty());
    EXPECT_EQ(log.entries().size(), count);
}

TEST_F(Exchange, WhatARestoreLostIsPutBackByWhoeverKnowsIt) {
    const auto backup = log;
    write(anna, "anna", part, "Ikviena persona iesniedz iesniegumu.");
    exchange(anna);
    exchange(juris);
    log = backup;
    write(juris, "juris", second, "Iestāde atbild mēneša laikā.");
    exchange(juris); // Anna is on holiday
    EXPECT_EQ(read(part), "Ikviena persona iesniedz iesniegumu.");
    EXPECT_EQ(read(second), "Iestāde atbild mēneša laikā.");
    EXPECT_EQ(log.entries()[backup.entries().size()].author, "anna");
    exchange(anna);
    EXPECT_EQ(anna.history.entries(), log.entries());
    EXPECT_TRUE(anna.setAside.empty());
}

TEST_F(Exchange, ADeletedElementThatSomebodyWentOnWritingIsAsked) {
    ASSERT_TRUE(
        anna.history.append({random.id(), base::Timestamp{}, "anna", "", acts::DeleteElement{second}}));
    write(juris, "juris", second, "Iestāde atbild mēneša laikā.");
    exchange(anna);
    exchange(juris);
    ASSERT_EQ(juris.setAside.size(), 1u);
    EXPECT_TRUE(juris.setAside[0].collisions.at(0).oursDeleted);
}

TEST_F(Exchange, ALongLogComesInPages) {
    for (int i = 0; i < 450; ++i)
        write(anna, "anna", part, "Vārds " + std::to_string(i));
    while (anna.waiting() > 0)
        exchange(anna);
    write(juris, "juris", second, "Iestāde atbild mēneša laikā.");
    std::optional<std::size_t> after = juris.shared;
    int pages = 0;
    while (after) {
        auto taken = take(juris, pageOf(log, *after), [this] { return random.id(); });
        ASSERT_TRUE(taken);
        juris = std::move(taken->replica);
        after = taken->askAfter;
        ++pages;
    }
    EXPECT_EQ(pages, 3);
    EXPECT_EQ(juris.waiting(), 1u);
    exchange(juris);
    EXPECT_EQ(read(part), "Vārds 449");
}

TEST_F(Exchange, WhatIsNoChangeOfThisActLeavesTheLogAsItIs) {
    auto push = pushOf(anna);
    push.entries.push_back({random.id(), base::Timestamp{}, "anna", "", acts::DeleteElement{second}});
    push.entries.push_back({random.id(), base::Timestamp{}, "anna", "", acts::DeleteElement{random.id()}});
    const auto count = log.entries().size();
    const auto answer = receive(log, push);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, acts::codes::elementUnknown);
    EXPECT_EQ(log.entries().size(), count);
    push.entries.assign(mostEntries + 1, push.entries[0]);
    EXPECT_EQ(receive(log, push).error().code, base::codes::invalidArgument);
}

TEST_F(Exchange, AStrangeLogIsAskedForFromItsBeginning) {
    const Page strange{{2, std::string(64, '0')}, {}, 2};
    const auto taken = take(anna, strange, [this] { return random.id(); });
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->askAfter, std::optional<std::size_t>(0));
    EXPECT_EQ(taken->replica.history.entries(), anna.history.entries());
}
