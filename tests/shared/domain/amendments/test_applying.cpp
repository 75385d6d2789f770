// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "realistic_acts.h"

using namespace vienlogs;
using namespace vienlogs::acts;
using namespace vienlogs::amendments;
using namespace vienlogs::amendments::test;

namespace {

struct Example {
    explicit Example(ActKind kind) : act(ids.id(), kind) {}
    base::Ulid add(ElementKind kind, const base::Ulid& parent, Number number, std::string_view text) {
        const auto id = ids.id();
        const auto& children = act.find(parent)->children;
        const Place place{parent, children.empty() ? base::Ulid{} : children.back()};
        EXPECT_TRUE(act.apply(InsertElement{id, kind, place, number, plain(text)}));
        return id;
    }
    Applied amended(std::string_view text) {
        return amendments::apply(act, readText(text), [&] { return ids.id(); });
    }
    RealisticActs ids{5};
    Act act;
};

struct Law : Example {
    Law() : Example(ActKind::Law) {
        add(ElementKind::Title, act.id(), {}, "Dokumentu likums");
        article = add(ElementKind::Article, act.id(), {5}, "Iesniegums");
        first = add(ElementKind::Part, article, {1}, "Persona iesniedz iesniegumu. Iestāde to reģistrē.");
        second = add(ElementKind::Part, article, {2}, "Iestāde atbild mēneša laikā.");
        next = add(ElementKind::Article, act.id(), {6}, "Atbilde");
    }
    base::Ulid article, first, second, next;
};

struct Regulation : Example {
    Regulation() : Example(ActKind::Regulation) {
        add(ElementKind::Title, act.id(), {}, "Dokumentu noteikumi");
        point = add(ElementKind::Point, act.id(), {6}, "Iesniegumā norāda:");
        inner = add(ElementKind::SubPoint, point, {1}, "vārdu;");
        last = add(ElementKind::Point, act.id(), {7}, "Iestāde atbild mēneša laikā.");
    }
    base::Ulid point, inner, last;
};

std::string text(const Applied& applied, const base::Ulid& id) {
    const auto* element = applied.act.findLive(id);
    return element ? acts::textOf(element->text) : "(deleted)";
}

} // namespace

TEST(Applying, ALawIsAmendedByItsGroups) {
    Law law;
    const auto done =
        law.amended("Grozījumi Dokumentu likumā\n"
                    "Izdarīt Dokumentu likumā šādus grozījumus:\n"
                    "1. 5. pantā:\n"
                    "izteikt pirmās daļas otro teikumu šādā redakcijā:\n"
                    "\"Iestāde to \"Saišu\" reģistrā glabā.\";\n"
                    "aizstāt otrajā daļā vārdus \"mēneša laikā\" ar vārdiem \"10 dienu laikā\";\n"
                    "papildināt pantu ar 2.¹ un 3. daļu šādā redakcijā:\n"
                    "\"(2¹) Atbildi nosūta.\n(3) Maksas nav:\n1) iestādei;\n2) tiesai.\"\n"
                    "2. Izslēgt 6. pantu.\n"
                    "Likums stājas spēkā 2027. gada 1. janvārī.\n");
    EXPECT_TRUE(done.problems.empty()) << (done.problems.empty() ? "" : done.problems[0].line);
    EXPECT_EQ(text(done, law.first), "Persona iesniedz iesniegumu. Iestāde to \"Saišu\" reģistrā glabā.");
    EXPECT_EQ(text(done, law.second), "Iestāde atbild 10 dienu laikā.");
    EXPECT_EQ(text(done, law.next), "(deleted)");
    EXPECT_NE(printed(done.act).find("(2¹) Atbildi nosūta.\n(3) Maksas nav:\n1) iestādei;\n2) tiesai.\n"),
              std::string::npos)
        << printed(done.act);
}

TEST(Applying, TheOldNestedStyleOfRegulationsIsRead) {
    Regulation regulation;
    const auto done = regulation.amended(
        "1. Izdarīt Ministru kabineta 2020. gada 5. maija noteikumos Nr. 108 šādus grozījumus:\n"
        "1.1. papildināt ar 6.1.¹ un 6.2. apakšpunktu šādā redakcijā:\n"
        "\"6.1.¹ uzvārdu;\n6.2. adresi.\";\n"
        "1.2. aizstāt 7. punktā vārdu \"mēneša\" ar vārdu \"nedēļas\";\n"
        "1.3. svītrot 6.1. apakšpunktu.\n");
    EXPECT_TRUE(done.problems.empty()) << (done.problems.empty() ? "" : done.problems[0].line);
    EXPECT_EQ(text(done, regulation.inner), "(deleted)");
    EXPECT_EQ(text(done, regulation.last), "Iestāde atbild nedēļas laikā.");
    EXPECT_NE(printed(done.act).find("6.1.¹ uzvārdu;\n6.2. adresi.\n"), std::string::npos)
        << printed(done.act);
}

TEST(Applying, WhatIsNotUnderstoodIsListedAndNeverGuessed) {
    Law law;
    const auto done = law.amended("1. Aizstāt visā likumā vārdu \"iestāde\" (attiecīgā locījumā) ar vārdu "
                                  "\"centrs\" (attiecīgā locījumā).\n"
                                  "2. Izslēgt 9. pantu.\n"
                                  "3. Aizstāt 5. pantā vārdu \"Iestāde\" ar vārdu \"Centrs\".\n"
                                  "4. Izslēgt 5. panta otrajā daļā vārdu \"nekad\".\n"
                                  "5. Pārcelt 5. pantu uz citu likumu.\n"
                                  "6. Papildināt likumu ar 6. pantu šādā redakcijā:\n\"6. pants. Cits\"\n");
    ASSERT_EQ(done.problems.size(), 6U);
    EXPECT_TRUE(sameText(done.act, law.act));
    std::vector<ProblemKind> kinds;
    for (const auto& problem : done.problems)
        kinds.push_back(problem.kind);
    using enum ProblemKind;
    EXPECT_EQ(kinds,
              (std::vector{NotUnderstood, NotUnderstood, UnitUnknown, WordsTwice, WordsMissing, UnitThere}));
}

TEST(Applying, WordsOfTheWholeActAreReplacedEachTime) {
    Law law;
    const auto done = law.amended("1. Aizstāt visā likumā vārdu \"Iestāde\" ar vārdiem \"Valsts iestāde\".\n"
                                  "2. 5. pantā:\nizslēgt pirmajā daļā vārdu \"iesniegumu\";\n"
                                  "izteikt panta nosaukumu šādā redakcijā:\n\"Lūgums\".\n"
                                  "3. Izteikt nosaukumu šādā redakcijā:\n\"Rakstu likums\"\n");
    EXPECT_TRUE(done.problems.empty()) << (done.problems.empty() ? "" : done.problems[0].line);
    EXPECT_EQ(text(done, law.first), "Persona iesniedz. Valsts iestāde to reģistrē.");
    EXPECT_EQ(text(done, law.second), "Valsts iestāde atbild mēneša laikā.");
    EXPECT_EQ(text(done, law.article), "Lūgums");
    EXPECT_TRUE(printed(done.act).starts_with(" Rakstu likums\n"));
}

TEST(Applying, TheTextAtADateHasOnlyWhatIsInForce) {
    Regulation regulation;
    const NewId newId = [&] { return regulation.ids.id(); };
    const auto later = readText("1. Aizstāt 7. punktā vārdu \"nedēļas\" ar vārdu \"dienas\".\n"
                                "2. Noteikumi stājas spēkā 2027. gada 1. martā.\n");
    const auto earlier = readText("1. Aizstāt 7. punktā vārdu \"mēneša\" ar vārdu \"nedēļas\".\n"
                                  "2. Noteikumi stājas spēkā 2027. gada 1. janvārī.\n");
    using namespace std::chrono;
    const auto at = [&](year_month_day day) {
        const auto done = consolidate(regulation.act, {later, earlier}, day, newId);
        EXPECT_TRUE(done.problems.empty());
        return text(done, regulation.last);
    };
    EXPECT_EQ(at(2026y / December / 31), "Iestāde atbild mēneša laikā.");
    EXPECT_EQ(at(2027y / January / 1), "Iestāde atbild nedēļas laikā.");
    EXPECT_EQ(at(2027y / March / 1), "Iestāde atbild dienas laikā.");
}

TEST(Generating, TheNarrowestPhraseIsTakenAndALawsArticleIsAGroup) {
    Law law;
    const NewId newId = [&] { return law.ids.id(); };
    auto after = law.act;
    const auto replace = [&](const base::Ulid& id, std::string_view from, std::string_view to) {
        const auto whole = acts::textOf(after.find(id)->text);
        const auto at = lengthOf(std::string_view(whole).substr(0, whole.find(from)));
        EXPECT_TRUE(after.apply(ReplaceText{id, at, lengthOf(from), plain(to)}));
    };
    replace(law.first, "reģistrē", "reģistrē un glabā");
    replace(law.second, "mēneša", "nedēļas");
    const auto added = law.ids.id();
    EXPECT_TRUE(after.apply(InsertElement{
        added, ElementKind::Part, {law.article, law.second}, {2, 1}, plain("Atbildi nosūta.")}));
    EXPECT_TRUE(after.apply(DeleteElement{law.next}));
    const auto generated = generate(law.act, after, {}, newId);
    EXPECT_TRUE(generated.amendments.problems.empty());
    EXPECT_EQ(printed(generated.act),
              " Grozījumi Dokumentu likumā\n"
              " Izdarīt Dokumentu likumā šādus grozījumus:\n"
              "1. 5. pantā:\n"
              " papildināt pirmo daļu aiz vārda \"reģistrē\" ar vārdiem \"un glabā\";\n"
              " aizstāt otrajā daļā vārdu \"mēneša\" ar vārdu \"nedēļas\";\n"
              " papildināt pantu ar 2.¹ daļu šādā redakcijā:\n"
              " \"(2¹) Atbildi nosūta.\".\n"
              "2. Izslēgt 6. pantu.\n");
}

TEST(Generating, ARegulationsItemsStandAloneAndAreStruckOut) {
    Regulation regulation;
    const NewId newId = [&] { return regulation.ids.id(); };
    auto after = regulation.act;
    const auto added = regulation.ids.id();
    EXPECT_TRUE(after.apply(InsertElement{
        added, ElementKind::SubPoint, {regulation.point, regulation.inner}, {1, 1}, plain("uzvārdu;")}));
    EXPECT_TRUE(after.apply(DeleteElement{regulation.last}));
    const auto generated =
        generate(regulation.act, after, {"", "2020. gada 5. maija noteikumos Nr. 108"}, newId);
    EXPECT_TRUE(generated.amendments.problems.empty());
    const std::string amended =
        "Ministru kabineta 2020. gada 5. maija noteikumos Nr. 108 \"Dokumentu noteikumi\"";
    EXPECT_EQ(printed(generated.act), " Grozījumi " + amended + "\n Izdarīt " + amended +
                                          " šādus grozījumus:\n"
                                          "1. Papildināt ar 6.1.¹ apakšpunktu šādā redakcijā:\n"
                                          " \"6.1.¹ uzvārdu;\".\n"
                                          "2. Svītrot 7. punktu.\n");
}

TEST(Generating, ATableIsQuotedInTheUnitAroundItAndKeepsItsIdentities) {
    Law law;
    const NewId newId = [&] { return law.ids.id(); };
    const auto table = law.add(ElementKind::Table, law.second, {}, "");
    const auto row = law.add(ElementKind::Row, table, {}, "");
    for (const auto* words : {"Nodeva", "5 eiro"})
        law.add(ElementKind::Paragraph, law.add(ElementKind::Cell, row, {}, ""), {}, words);
    auto after = law.act;
    const auto added = law.ids.id(), cell = law.ids.id();
    EXPECT_TRUE(after.apply(InsertElement{added, ElementKind::Row, {table, row}}));
    EXPECT_TRUE(after.apply(InsertElement{cell, ElementKind::Cell, {added}, {}, {}, {2, 1}}));
    EXPECT_TRUE(
        after.apply(InsertElement{law.ids.id(), ElementKind::Paragraph, {cell}, {}, plain("Atlaide")}));
    const auto generated = generate(law.act, after, {}, newId);
    EXPECT_TRUE(generated.amendments.problems.empty());
    const auto applied = amendments::apply(law.act, read(generated.act), newId);
    EXPECT_TRUE(sameText(applied.act, after)) << printed(generated.act);
    EXPECT_EQ(applied.act.find(cell)->spans, (Spans{2, 1}));
}

TEST(Generating, WhatNoPhraseSaysIsNamed) {
    Law law;
    auto after = law.act;
    EXPECT_TRUE(after.apply(InsertElement{
        law.ids.id(), ElementKind::Paragraph, {after.id(), law.next}, {}, plain("Ārpus pantiem.")}));
    const auto generated = generate(law.act, after, {}, [&] { return law.ids.id(); });
    ASSERT_EQ(generated.amendments.problems.size(), 1U);
    EXPECT_EQ(generated.amendments.problems[0].kind, ProblemKind::NotExpressed);
    EXPECT_EQ(generated.amendments.problems[0].line, " Ārpus pantiem.");
}

TEST(Applying, DamagedAmendingActsLeaveAWholeAct) {
    for (std::uint32_t seed = 1; seed <= 200; ++seed) {
        RealisticActs acts(seed);
        const NewId newId = [&] { return acts.id(); };
        const auto before = acts.published(seed % 2 == 0 ? ActKind::Law : ActKind::Regulation);
        auto lines = printed(generate(before, acts.edited(before), {}, newId).act);
        for (int i = 0; i < 6; ++i) {
            const auto at = acts.below(lines.size());
            if (acts.below(2) == 0)
                lines.erase(at, 1 + acts.below(20));
            else
                lines.insert(at, std::string_view("\".;:\n1) (").substr(acts.below(8)));
        }
        const auto applied = amendments::apply(before, readText(lines), newId);
        EXPECT_TRUE(brokenInvariants(applied.act).empty()) << lines;
        auto again = before;
        for (const auto& operation : applied.operations)
            ASSERT_TRUE(again.apply(operation));
        EXPECT_TRUE(sameText(again, applied.act));
    }
}
