// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "../acts/random_acts.h"
#include "vienlogs/acts/citation.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/drafting_rules/lint.h"

using namespace vienlogs;
using namespace vienlogs::acts;
using namespace vienlogs::drafting_rules;

namespace {

/// A draft without a flaw, to be spoilt.
struct Draft {
    explicit Draft(ActKind kind = ActKind::Law) : act(random.id(), kind) {
        add(ElementKind::Title, act.id(), "Dokumentu likums");
        if (kind == ActKind::Regulation)
            add(ElementKind::Basis, act.id(), "Izdoti saskaņā ar Dokumentu likuma 5. pantu");
    }
    base::Ulid add(ElementKind kind, const base::Ulid& parent, std::string_view text) {
        const auto id = random.id();
        const auto& children = act.find(parent)->children;
        const Place place{parent, children.empty() ? base::Ulid{} : children.back()};
        EXPECT_TRUE(act.apply(InsertElement{id, kind, place, {}, text.empty() ? Runs{} : plain(text)}));
        for (const auto& operation : renumber(act))
            EXPECT_TRUE(act.apply(operation));
        return id;
    }
    base::Ulid article(std::string_view heading = "Iesniegums") {
        return add(ElementKind::Article, act.id(), heading);
    }
    base::Ulid part(std::string_view text) { return add(ElementKind::Part, article(), text); }
    [[nodiscard]] std::vector<Finding> of(const Rule& rule) const {
        auto found = lint(act);
        std::erase_if(found, [&](const auto& finding) { return finding.rule.code != rule.code; });
        return found;
    }
    /// The only finding of a rule; its fix is carried out and must settle it.
    std::string fixed(const Rule& rule, const base::Ulid& element) {
        const auto found = of(rule);
        EXPECT_EQ(found.size(), 1U);
        if (found.size() != 1)
            return {};
        EXPECT_EQ(found[0].element, element);
        EXPECT_FALSE(found[0].fix.empty());
        for (const auto& operation : found[0].fix)
            EXPECT_TRUE(act.apply(operation));
        EXPECT_TRUE(of(rule).empty());
        return textOf(act.find(element)->text);
    }
    acts::test::RandomActs random{11};
    Act act;
};

} // namespace

TEST(Lint, AGoodDraftHasNoFindings) {
    Draft draft;
    const auto part = draft.part("Persona (turpmāk – klients) iesniedz:");
    draft.add(ElementKind::Point, part, "iesniegumu;");
    const auto last = draft.add(ElementKind::Point, part, "pielikumus:");
    draft.add(ElementKind::SubPoint, last, "oriģinālu;");
    draft.add(ElementKind::SubPoint, last, "kopiju.");
    draft.part("Iestāde klientam atbild saskaņā ar šā likuma 1. pantu.");
    EXPECT_EQ(lint(draft.act).size(), 0U);
}

TEST(Lint, NumbersAreToFollowOneAnother) {
    Draft draft;
    draft.article();
    const auto second = draft.article("Atbilde");
    ASSERT_TRUE(draft.act.apply(SetNumber{second, {7}}));
    const auto found = draft.of(rules::number);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].words, "7. pants.");
    ASSERT_TRUE(draft.act.apply(found[0].fix[0]));
    EXPECT_EQ(draft.act.find(second)->number.value, 2U);
    ASSERT_TRUE(draft.act.apply(SetNumber{second, {1, 0, true}}));
    EXPECT_EQ(draft.of(rules::numberTwice).size(), 1U);
}

TEST(Lint, ReferencesAreToLead) {
    Draft draft;
    const auto target = draft.article("Atbilde");
    const auto part = draft.part("Skatīt ");
    ASSERT_TRUE(draft.act.apply(
        ReplaceText{part, 7, 0, {{"veci vārdi", false, false, Script::Line, "", Reference{target}}}}));
    ASSERT_TRUE(draft.act.apply(ReplaceText{part, 17, 0, plain(".")}));
    EXPECT_NE(draft.fixed(rules::referenceOld, part).find("1. pants"), std::string::npos);
    ASSERT_TRUE(draft.act.apply(DeleteElement{target}));
    EXPECT_EQ(draft.of(rules::referenceGone).size(), 1U);
    const auto typed = draft.part("Saskaņā ar šā likuma 99.¹ pantu un šā likuma 1. pantu.");
    for (const auto& operation : renumber(draft.act))
        ASSERT_TRUE(draft.act.apply(operation));
    const auto found = draft.of(rules::citationMissing);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].element, typed);
    EXPECT_EQ(found[0].words, "99.¹");
}

TEST(Lint, TermsAreToBeUsedAndWrittenAlike) {
    Draft draft;
    const auto part = draft.part("Tiesību subjekts (turpmāk - pieteikums) raksta.");
    EXPECT_EQ(draft.of(rules::termUnused).size(), 1U);
    EXPECT_EQ(draft.fixed(rules::termDash, part), "Tiesību subjekts (turpmāk – pieteikums) raksta.");
    draft.part("Par pieteikumiem lemj iestāde (turpmāk – pieteikums).");
    EXPECT_TRUE(draft.of(rules::termUnused).empty());
    EXPECT_EQ(draft.of(rules::termTwice).size(), 1U);
    draft.part("Par to lemj VSAA, ES un XIV nodaļa, un atkal VSAA.");
    const auto found = draft.of(rules::abbreviation);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].words, "VSAA");
}

TEST(Lint, TypographyIsPutRight) {
    Draft draft;
    EXPECT_EQ(draft.fixed(rules::doubleSpace, draft.part("Persona  raksta.")), "Persona raksta.");
    EXPECT_EQ(draft.fixed(rules::spaceBefore, draft.part("Persona , kas lūdz.")), "Persona, kas lūdz.");
    const auto part = draft.part("Fonds „Ziedot” dod.");
    ASSERT_EQ(draft.of(rules::quotes).size(), 2U);
    for (const auto& finding : draft.of(rules::quotes))
        ASSERT_TRUE(draft.act.apply(finding.fix[0]));
    EXPECT_EQ(textOf(draft.act.find(part)->text), "Fonds \"Ziedot\" dod.");
    EXPECT_EQ(draft.fixed(rules::spaceAfterNumber, draft.part("Spēkā no 2027.gada.")),
              "Spēkā no 2027. gada.");
}

TEST(Lint, SentencesAndListsEndAsTheyShould) {
    Draft draft;
    EXPECT_EQ(draft.fixed(rules::sentenceEnd, draft.part("Persona raksta")), "Persona raksta.");
    const auto part = draft.part("Persona norāda");
    const auto first = draft.add(ElementKind::Point, part, "vārdu,");
    const auto second = draft.add(ElementKind::Point, part, "uzvārdu;");
    EXPECT_EQ(draft.fixed(rules::listBegin, part), "Persona norāda:");
    ASSERT_EQ(draft.of(rules::listEnd).size(), 2U);
    for (const auto& finding : draft.of(rules::listEnd))
        ASSERT_TRUE(draft.act.apply(finding.fix[0]));
    EXPECT_EQ(textOf(draft.act.find(first)->text), "vārdu;");
    EXPECT_EQ(textOf(draft.act.find(second)->text), "uzvārdu.");
    EXPECT_EQ(draft.fixed(rules::headingEnd, draft.article("Atbilde.")), "Atbilde");
    draft.add(ElementKind::Point, draft.part("Iestāde dod:"), "atbildi.");
    EXPECT_EQ(draft.of(rules::onlyPoint).size(), 1U);
    draft.article("");
    EXPECT_EQ(draft.of(rules::noHeading).size(), 1U);
}

TEST(Lint, PointsOfARegulationAreSentences) {
    Draft draft(ActKind::Regulation);
    const auto point = draft.add(ElementKind::Point, draft.act.id(), "Iestāde izsniedz:");
    draft.add(ElementKind::SubPoint, point, "izziņu;");
    draft.add(ElementKind::SubPoint, point, "kopiju.");
    draft.add(ElementKind::Point, draft.act.id(), "Persona maksā.");
    EXPECT_EQ(lint(draft.act).size(), 0U);
    Draft bare(ActKind::Order), without(ActKind::RegulationAmendments);
    EXPECT_TRUE(bare.of(rules::noBasis).empty());
    EXPECT_EQ(without.of(rules::noBasis).size(), 1U);
}

TEST(Lint, WordsThatBindNobodyAreNamed) {
    Draft draft;
    draft.part("Iestāde pēc iespējas ātrāk sniedz atbildi u.c. ziņas.");
    draft.part("Iespējams, cenšas citi.");
    EXPECT_EQ(draft.of(rules::declarative).size(), 2U);
    EXPECT_EQ(draft.of(rules::vague).size(), 1U);
    draft.part("Iestāde izskata iesniegumu un sniedz atbildi mēneša laikā.");
    draft.part("Iestāde izskata iesniegumu un sniedz atbildi mēneša laikā.");
    EXPECT_EQ(draft.of(rules::repeated).size(), 1U);
}

TEST(Lint, AnUnknownPhraseOfAnAmendmentIsNamed) {
    Draft draft(ActKind::LawAmendments);
    draft.add(ElementKind::Point, draft.act.id(), "Izslēgt 6. pantu.");
    const auto bad = draft.add(ElementKind::Point, draft.act.id(), "Pārcelt 5. pantu citur.");
    const auto found = draft.of(rules::amendment);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].element, bad);
}

TEST(Lint, FixesOfAnyActAreAllowedAndEnd) {
    for (std::uint32_t seed = 1; seed <= 100; ++seed) {
        SCOPED_TRACE(seed);
        acts::test::RandomActs random(seed);
        auto act = random.changed(Act(random.id(), ActKind(seed % 5)), 80);
        std::size_t rounds = 0;
        for (bool fixed = true; fixed && rounds < 1000; ++rounds) {
            fixed = false;
            for (const auto& finding : lint(act)) {
                const auto length = finding.element.isNil() ? 0 : lengthOf(act.find(finding.element)->text);
                ASSERT_LE(finding.from, finding.to);
                ASSERT_TRUE(finding.to <= length || finding.rule.code == rules::citationMissing.code);
                if (finding.fix.empty())
                    continue;
                for (const auto& operation : finding.fix)
                    ASSERT_TRUE(act.apply(operation)) << finding.rule.code.text;
                fixed = true;
                break; // places behind it may have moved
            }
        }
        EXPECT_LT(rounds, 1000U) << "the fixes go in circles";
        EXPECT_EQ(brokenInvariants(act), std::vector<std::string>{});
    }
}
