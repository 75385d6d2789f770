// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <stdexcept>

#include "vienlogs/acts/numbering.h"
#include "vienlogs/acts/words.h"
#include "vienlogs/office/failures.h"
#include "vienlogs/office/merge_files.h"
#include "vienlogs/office/odt.h"

using namespace vienlogs;
using namespace vienlogs::acts;
using office::Standing;

namespace {

/// A law in its history, and files as colleagues would send them: each is a changed copy, written as ODT.
struct Drafting {
    Drafting() : history(id(), ActKind::Law) {
        for (int a = 0; a < 6; ++a) {
            articles.push_back(add(ElementKind::Article, history.now().id(), "Pants " + std::to_string(a)));
            for (int p = 0; p < 3; ++p)
                parts.push_back(add(ElementKind::Part, articles.back(),
                                    "Persona iesniedz iesniegumu numur " + std::to_string(a * 3 + p) +
                                        " iestādei viena mēneša laikā."));
        }
        for (const auto& operation : renumber(history.now()))
            apply(operation);
        exported = history.entries().size();
    }
    static base::Ulid id() { return base::Ulid::make(base::SystemClock()); }
    void apply(const Operation& operation) {
        if (auto done = history.append({id(), {}, "Autore", "", operation}); !done)
            throw std::logic_error(done.error().detail);
    }
    base::Ulid add(ElementKind kind, const base::Ulid& parent, std::string_view text) {
        const auto fresh = id();
        const auto& children = history.now().find(parent)->children;
        apply(InsertElement{
            fresh, kind, {parent, children.empty() ? base::Ulid{} : children.back()}, {}, plain(text)});
        return fresh;
    }
    [[nodiscard]] Act copy() const { return history.version(exported); }
    [[nodiscard]] office::ReturnedFile file(const std::string& name, const Act& act) const {
        return {name, *office::writeOdt(act, exported)};
    }
    [[nodiscard]] office::MergeList merge(const std::vector<office::ReturnedFile>& files) const {
        return office::mergeFiles(history, files, id);
    }
    [[nodiscard]] Act after(const office::MergeList& list, const std::vector<office::Choice>& choices) const {
        const auto accepted = office::accept(history.now(), list, choices);
        if (!accepted)
            throw std::logic_error(accepted.error().detail);
        auto act = history.now();
        for (const auto& step : accepted->steps)
            if (!act.apply(step.operation))
                throw std::logic_error("an accepted operation does not apply");
        return act;
    }
    History history;
    std::vector<base::Ulid> articles, parts;
    std::size_t exported = 0;
};

void retype(Act& act, const base::Ulid& id, const std::string& from, const std::string& to) {
    const auto text = textOf(act.find(id)->text);
    const auto at = text.find(from);
    if (at == std::string::npos || !act.apply(ReplaceText{id, lengthOf(std::string_view(text).substr(0, at)),
                                                          lengthOf(std::string_view(from)), plain(to)}))
        throw std::logic_error("cannot replace " + from);
}

std::string wordsOf(const Act& act) {
    std::string all;
    for (const auto* element : act.inOrder())
        all += textOf(element->text) + "\n";
    return all;
}

} // namespace

TEST(MergeFiles, TwoWhoSayTheSameAreOneLineAndAThirdsOtherWordsStandAgainstThem) {
    const Drafting law;
    auto one = law.copy(), two = law.copy(), three = law.copy();
    retype(one, law.parts[0], "viena mēneša", "divu nedēļu");
    retype(two, law.parts[0], "viena mēneša", "divu nedēļu");
    retype(three, law.parts[0], "viena mēneša", "gada");
    retype(one, law.parts[1], "iestādei", "ministrijai");
    retype(two, law.parts[1], "Persona", "Ikviens");
    const auto agreed = law.merge({law.file("1.odt", one), law.file("2.odt", two)});
    std::size_t both = 0;
    for (const auto& entry : agreed.entries)
        if (entry.standing == Standing::Agreed) {
            ++both;
            EXPECT_EQ(entry.voices.size(), 2U);
            EXPECT_EQ(entry.element, law.parts[0]);
        } else
            EXPECT_EQ(entry.standing, Standing::Open);
    EXPECT_GE(both, 1U);
    const auto act = law.after(agreed, allClear(agreed));
    EXPECT_EQ(textOf(act.find(law.parts[0])->text),
              "Persona iesniedz iesniegumu numur 0 iestādei divu nedēļu laikā.");
    EXPECT_EQ(textOf(act.find(law.parts[1])->text),
              "Ikviens iesniedz iesniegumu numur 1 ministrijai viena mēneša laikā.");
    const auto onlyAgreed = law.after(agreed, allAgreed(agreed));
    EXPECT_EQ(onlyAgreed.find(law.parts[1])->text, law.history.now().find(law.parts[1])->text);

    const auto all = law.merge({law.file("1.odt", one), law.file("2.odt", two), law.file("3.odt", three)});
    std::vector<office::Choice> colliding;
    for (const auto& entry : all.entries)
        if (entry.element == law.parts[0] && entry.standing == Standing::Collides) {
            EXPECT_FALSE(entry.against.empty());
            colliding.push_back({entry.id});
        }
    ASSERT_GE(colliding.size(), 2U);
    EXPECT_EQ(office::accept(law.history.now(), all, colliding).error().code, office::codes::notTaken);
    EXPECT_EQ(law.after(all, allClear(all)).find(law.parts[0])->text,
              law.history.now().find(law.parts[0])->text);
}

TEST(MergeFiles, FilesThatDoNotBelongHereAreNamed) {
    const Drafting law, other;
    const auto same = law.file("a.odt", law.copy());
    const auto list = law.merge({same,
                                 {"b.odt", same.bytes},
                                 other.file("c.odt", other.copy()),
                                 {"d.odt", "no office file"},
                                 {"e.odt", *office::writeOdt(law.copy(), law.exported + 5)}});
    std::vector<office::FileStanding> standings;
    for (const auto& file : list.files)
        standings.push_back(file.standing);
    using office::FileStanding;
    EXPECT_EQ(standings, (std::vector{FileStanding::Read, FileStanding::Twice, FileStanding::AnotherAct,
                                      FileStanding::Unreadable, FileStanding::LaterVersion}));
    EXPECT_TRUE(list.entries.empty());
}

TEST(MergeFiles, AnOlderVersionIsLaidIntoTheActAsItIsAndASecondMergeFindsAllIn) {
    Drafting law;
    auto one = law.copy();
    retype(one, law.parts[4], "iestādei", "ministrijai");
    retype(one, law.parts[5], "viena", "divu");
    const auto& children = one.root().children;
    ASSERT_TRUE(one.apply(InsertElement{
        Drafting::id(), ElementKind::Article, {one.id(), children[2]}, {}, plain("Pavisam jauns pants")}));
    ASSERT_TRUE(one.apply(DeleteElement{law.articles[5]}));
    const auto file = law.file("vecs.odt", one);
    law.apply(
        textChange(law.parts[4], law.history.now().find(law.parts[4])->text,
                   plain("Ikviena persona iesniedz iesniegumu numur 4 iestādei viena mēneša laikā."))[0]);
    law.apply(textChange(law.parts[5], law.history.now().find(law.parts[5])->text,
                         plain("Persona iesniedz iesniegumu numur 5 iestādei trīs mēneša laikā."))[0]);
    const auto list = law.merge({file});
    EXPECT_TRUE(list.files[0].older);
    const auto act = law.after(list, allClear(list));
    EXPECT_EQ(textOf(act.find(law.parts[4])->text),
              "Ikviena persona iesniedz iesniegumu numur 4 ministrijai viena mēneša laikā.");
    EXPECT_EQ(act.find(law.parts[5])->text, law.history.now().find(law.parts[5])->text);
    EXPECT_FALSE(act.isLive(law.articles[5]));
    const auto accepted = office::accept(law.history.now(), list, allClear(list));
    ASSERT_TRUE(accepted);
    for (const auto& step : accepted->steps)
        law.apply(step.operation);
    const auto again = law.merge({file});
    ASSERT_EQ(again.entries.size(), list.entries.size());
    for (const auto& entry : again.entries) {
        EXPECT_NE(list.find(entry.id), nullptr) << "a line changed its identity";
        EXPECT_EQ(entry.standing, entry.element == law.parts[5] ? Standing::Collides : Standing::AlreadyIn);
    }
}

TEST(MergeFiles, ADeletionStandsAgainstWorkInsideAndAThreadIsOneConversation) {
    const Drafting law;
    auto one = law.copy(), two = law.copy();
    ASSERT_TRUE(one.apply(DeleteElement{law.articles[1]}));
    retype(two, law.parts[3], "viena", "divu");
    const base::Timestamp time(std::chrono::seconds(1'790'000'000));
    const Comment question{Drafting::id(), law.parts[0], {}, "Anna", time, "Kāpēc mēnesis?", "viena mēneša"};
    ASSERT_TRUE(two.apply(AddComment{question}));
    ASSERT_TRUE(two.apply(AddComment{
        {Drafting::id(), law.parts[0], question.id, "Juris", time + std::chrono::minutes(1), "Tā ir APL."}}));
    const auto list = law.merge({law.file("1.odt", one), law.file("2.odt", two)});
    for (const auto& entry : list.entries)
        if (entry.change == office::Change::Deleted || entry.change == office::Change::Text) {
            EXPECT_EQ(entry.standing, Standing::Collides);
        }
    const auto act = law.after(list, allClear(list));
    ASSERT_EQ(act.comments().size(), 2U);
    EXPECT_EQ(act.comments()[0].quoted, "viena mēneša");
    EXPECT_EQ(act.comments()[0].element, law.parts[0]);
    EXPECT_EQ(act.comments()[1].replyTo, act.comments()[0].id);
    EXPECT_TRUE(act.isLive(law.articles[1]));
}

/// Every word that any of the colleagues wrote is in the act or in a line that waits, and what nobody
/// contradicted is in the act.
TEST(MergeFiles, NothingOfRandomEditsIsLost) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        std::mt19937 random(seed);
        const Drafting law;
        std::vector<office::ReturnedFile> files;
        std::vector<std::pair<std::size_t, std::string>> written;
        std::vector<std::pair<std::size_t, base::Ulid>> deleted;
        for (std::size_t f = 0; f < 4; ++f) {
            auto act = law.copy();
            for (int edit = 0; edit < 6; ++edit) {
                const auto word = "vārds" + std::to_string(f) + "x" + std::to_string(edit);
                const auto& part = law.parts[random() % law.parts.size()];
                const auto kind = random() % 4;
                if (!act.isLive(part))
                    continue;
                if (kind == 0 && act.apply(DeleteElement{part})) {
                    deleted.emplace_back(f, part);
                    continue;
                }
                if (kind == 1)
                    ASSERT_TRUE(act.apply(InsertElement{Drafting::id(),
                                                        ElementKind::Part,
                                                        {act.find(part)->parent, part},
                                                        {},
                                                        plain("Jauna " + word)}));
                else
                    ASSERT_TRUE(act.apply(ReplaceText{part, random() % lengthOf(act.find(part)->text), 0,
                                                      plain(" " + word + " ")}));
                written.emplace_back(f, word);
            }
            std::erase_if(written, [&](const auto& w) {
                return w.first == f && wordsOf(act).find(w.second) == std::string::npos;
            });
            files.push_back(law.file(std::to_string(f) + ".odt", act));
        }
        const auto list = law.merge(files);
        const auto act = law.after(list, allClear(list));
        EXPECT_EQ(brokenInvariants(act), std::vector<std::string>{}) << seed;
        const auto all = wordsOf(act);
        for (const auto& [file, word] : written) {
            bool waits = false, said = false;
            for (const auto& entry : list.entries) {
                const bool his = std::any_of(entry.voices.begin(), entry.voices.end(),
                                             [&, f = file](const auto& voice) { return voice.file == f; });
                if (!his || textOf(entry.after).find(word) == std::string::npos)
                    continue;
                said = true;
                waits = waits || entry.standing == Standing::Collides;
            }
            EXPECT_TRUE(said) << seed << " " << word;
            EXPECT_TRUE(waits || all.find(word) != std::string::npos) << seed << " " << word;
        }
        for (const auto& [file, id] : deleted) {
            const auto line =
                std::find_if(list.entries.begin(), list.entries.end(), [&, i = id](const auto& entry) {
                    return entry.change == office::Change::Deleted && entry.element == i;
                });
            ASSERT_NE(line, list.entries.end()) << seed;
            EXPECT_TRUE(line->standing == Standing::Collides || !act.isLive(id)) << seed;
        }
    }
}
