// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "random_acts.h"
#include "vienlogs/acts/citation.h"
#include "vienlogs/acts/numbering.h"

using namespace vienlogs;
using namespace vienlogs::acts;
using namespace vienlogs::acts::test;

namespace {

void number(Act& act) {
    for (const auto& operation : renumber(act))
        ASSERT_TRUE(act.apply(operation));
}

void publish(Act& act) {
    for (const auto& operation : fixNumbers(act))
        ASSERT_TRUE(act.apply(operation));
}

std::string label(const Act& act, const base::Ulid& id) {
    return withRaisedDigits(labelOf(act, id).text);
}

std::string cited(const Act& act, const base::Ulid& id, Case in) {
    return withRaisedDigits(cite(act, id, in));
}

struct SmallRegulation {
    SmallRegulation() : act(random.id(), ActKind::Regulation) {
        for (int i = 0; i < 6; ++i)
            point = add(ElementKind::Point, act.id());
        subPoint = add(ElementKind::SubPoint, point);
        number(act);
    }
    base::Ulid add(ElementKind kind, const base::Ulid& parent) {
        const auto id = random.id();
        const auto& children = act.find(parent)->children;
        EXPECT_TRUE(
            act.apply(InsertElement{id, kind, {parent, children.empty() ? base::Ulid{} : children.back()}}));
        return id;
    }
    RandomActs random{3};
    Act act;
    base::Ulid point, subPoint;
};

} // namespace

TEST(Numbers, ALawsUnitsAreLabelledAsPrinted) {
    SmallLaw law;
    EXPECT_EQ(label(law.act, law.chapter), "I nodaļa");
    EXPECT_EQ(label(law.act, law.article), "1. pants.");
    EXPECT_EQ(label(law.act, law.secondPart), "(2)");
    EXPECT_EQ(label(law.act, law.secondPoint), "2)");
    const auto subPoint = law.add(ElementKind::SubPoint, law.secondPoint, "dzimšanas;");
    number(law.act);
    EXPECT_EQ(label(law.act, subPoint), "a)");
    EXPECT_EQ(cited(law.act, subPoint, Case::Locative), "1. panta pirmās daļas 2. punkta \"a\" apakšpunktā");
}

TEST(Numbers, WhatIsInsertedIntoAPublishedActGetsAnIndex) {
    SmallLaw law;
    publish(law.act);
    const auto article = law.random.id(), second = law.random.id();
    ASSERT_TRUE(law.act.apply(InsertElement{article, ElementKind::Article, {law.chapter, law.article}}));
    ASSERT_TRUE(law.act.apply(InsertElement{second, ElementKind::Article, {law.chapter, article}}));
    const auto last = law.add(ElementKind::Article, law.chapter, "Pēdējais");
    const auto part = law.random.id();
    ASSERT_TRUE(law.act.apply(InsertElement{part, ElementKind::Part, {law.article, law.part}}));
    number(law.act);
    EXPECT_EQ(label(law.act, article), "1.¹ pants.");
    EXPECT_EQ(label(law.act, second), "1.² pants.");
    EXPECT_EQ(label(law.act, law.nextArticle), "2. pants.");
    EXPECT_EQ(label(law.act, last), "3. pants.");
    EXPECT_EQ(label(law.act, part), "(1¹)");
    EXPECT_EQ(cited(law.act, part, Case::Genitive), "1. panta 1.¹ daļas");
    EXPECT_TRUE(renumber(law.act).empty()); // a second time changes nothing
}

TEST(Numbers, ADraftIsNumberedAnew) {
    SmallLaw law;
    const auto article = law.random.id();
    ASSERT_TRUE(law.act.apply(InsertElement{article, ElementKind::Article, {law.chapter}}));
    number(law.act);
    EXPECT_EQ(label(law.act, article), "1. pants.");
    EXPECT_EQ(label(law.act, law.nextArticle), "3. pants.");
}

TEST(Numbers, ARegulationCountsThroughAndByPath) {
    SmallRegulation regulation;
    publish(regulation.act);
    const auto inserted = regulation.random.id();
    regulation.add(ElementKind::SubPoint, regulation.point);
    number(regulation.act);
    publish(regulation.act);
    ASSERT_TRUE(regulation.act.apply(
        InsertElement{inserted, ElementKind::SubPoint, {regulation.point, regulation.subPoint}}));
    const auto below = regulation.add(ElementKind::SubPoint, inserted);
    number(regulation.act);
    EXPECT_EQ(label(regulation.act, regulation.point), "6.");
    EXPECT_EQ(label(regulation.act, inserted), "6.1.¹");
    EXPECT_EQ(label(regulation.act, below), "6.1.¹ 1.");
    EXPECT_EQ(cited(regulation.act, inserted, Case::Locative), "6.1.¹ apakšpunktā");
    EXPECT_EQ(withRaisedDigits(citeFrom(regulation.act, below, regulation.point, Case::Dative)),
              "šo noteikumu 6. punktam");
}

TEST(Numbers, AnnexesAndTransitionalProvisionsCountOnTheirOwn) {
    SmallLaw law;
    const auto provisions = law.add(ElementKind::TransitionalProvisions, law.act.id(), "Pārejas noteikumi");
    const auto point = law.add(ElementKind::Point, provisions, "Likums stājas spēkā.");
    const auto subPoint = law.add(ElementKind::SubPoint, point, "rīt;");
    const auto annex = law.add(ElementKind::Annex, law.act.id(), "Veidlapa");
    number(law.act);
    EXPECT_EQ(label(law.act, point), "1.");
    EXPECT_EQ(label(law.act, subPoint), "1)");
    EXPECT_EQ(cited(law.act, point, Case::Nominative), "pārejas noteikumu 1. punkts");
    EXPECT_EQ(cited(law.act, subPoint, Case::Locative), "pārejas noteikumu 1. punkta 1. apakšpunktā");
    EXPECT_EQ(label(law.act, annex), "Pielikums");
    EXPECT_EQ(cited(law.act, annex, Case::Locative), "pielikumā");
    const auto second = law.add(ElementKind::Annex, law.act.id(), "Saraksts");
    number(law.act);
    EXPECT_EQ(label(law.act, annex), "1. pielikums");
    EXPECT_EQ(cited(law.act, second, Case::Genitive), "2. pielikuma");
}

TEST(Citations, TheLastWordTakesTheCaseAndAPartItsOrdinal) {
    SmallLaw law;
    EXPECT_EQ(cited(law.act, law.point, Case::Locative), "1. panta pirmās daļas 1. punktā");
    EXPECT_EQ(cited(law.act, law.secondPart, Case::Nominative), "1. panta otrā daļa");
    EXPECT_EQ(cited(law.act, law.secondPart, Case::Dative), "1. panta otrajai daļai");
    EXPECT_EQ(cited(law.act, law.chapter, Case::Accusative), "I nodaļu");
    EXPECT_EQ(ordinal(3, Noun::Part, Case::Genitive), "trešās");
    EXPECT_EQ(ordinal(2, Noun::Sentence, Case::Accusative), "otro");
    EXPECT_EQ(ordinal(21, Noun::Part, Case::Locative), "divdesmit pirmajā");
    EXPECT_EQ(ordinal(30, Noun::Part, Case::Nominative), "trīsdesmitā");
    EXPECT_EQ(ordinal(100, Noun::Part, Case::Nominative), "");
}

TEST(Citations, NearUnitsAreCitedAsThisOne) {
    SmallLaw law;
    const auto from = [&](const base::Ulid& here, const base::Ulid& target, Case in) {
        return withRaisedDigits(citeFrom(law.act, here, target, in));
    };
    EXPECT_EQ(from(law.secondPart, law.part, Case::Locative), "šā panta pirmajā daļā");
    EXPECT_EQ(from(law.point, law.secondPoint, Case::Locative), "šīs daļas 2. punktā");
    EXPECT_EQ(from(law.point, law.nextArticle, Case::Genitive), "šā likuma 2. panta");
    EXPECT_EQ(from(law.part, law.article, Case::Locative), "šajā pantā");
}

TEST(Citations, TheWordsFollowWhenTheUnitMoves) {
    SmallLaw law;
    Runs text = plain("Kā noteikts ");
    text.push_back(acts::Run{"?", false, false, Script::Line, "", Reference{law.secondPart, Case::Locative}});
    ASSERT_TRUE(law.act.apply(ReplaceText{law.point, 0, 6, text}));
    const auto render = [&] {
        for (const auto& operation : renderReferences(law.act))
            ASSERT_TRUE(law.act.apply(operation));
    };
    render();
    EXPECT_EQ(textOf(law.act.find(law.point)->text), "Kā noteikts šā panta otrajā daļā");
    ASSERT_TRUE(law.act.apply(MoveElement{law.secondPart, {law.nextArticle}}));
    number(law.act);
    render();
    EXPECT_EQ(textOf(law.act.find(law.point)->text), "Kā noteikts šā likuma 2. panta pirmajā daļā");
    EXPECT_TRUE(law.act.find(law.point)->text.back().reference);
}

TEST(Citations, ALetterKeepsItsIndex) {
    SmallLaw law;
    const auto subPoint = law.add(ElementKind::SubPoint, law.secondPoint, "dzimšanas;");
    ASSERT_TRUE(law.act.apply(SetNumber{subPoint, {1, 2, true}}));
    EXPECT_EQ(cited(law.act, subPoint, Case::Accusative),
              "1. panta pirmās daļas 2. punkta \"a²\" apakšpunktu");
}
