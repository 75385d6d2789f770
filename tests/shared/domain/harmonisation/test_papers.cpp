// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "example.h"
#include "vienlogs/harmonisation/annotation.h"
#include "vienlogs/harmonisation/papers.h"

using namespace vienlogs;
using namespace vienlogs::harmonisation;
using namespace vienlogs::harmonisation::test;

namespace {

/// All text of a paper, a paragraph a line.
std::string textOf(const acts::Act& paper) {
    std::string text;
    for (const auto* element : paper.inOrder())
        if (acts::hasText(element->kind))
            text += acts::textOf(element->text) + "\n";
    return text;
}

std::size_t cellsOf(const acts::Act& paper) {
    std::size_t cells = 0;
    for (const auto* element : paper.inOrder())
        cells += element->kind == acts::ElementKind::Cell;
    return cells;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

NewId newIds(Draft& draft) {
    return [&draft] { return draft.random.id(); };
}

} // namespace

TEST(Papers, PutsOpenObjectionsBeforeSettledOnesInTheOrderOfTheText) {
    Draft draft;
    const auto late = draft.object("Finanšu ministrija", draft.next, "Nav finansējuma.");
    const auto early = draft.object("Tieslietu ministrija", draft.second, "Termiņš ir par garu.");
    const auto settled = draft.object("Iekšlietu ministrija", draft.part, "Kas ir persona?");
    ASSERT_TRUE(draft.say(Answer{late, Outcome::Rejected, "Finansējums ir."}));
    ASSERT_TRUE(draft.say(Position{late, false, "Finansējuma joprojām nav."}));
    ASSERT_TRUE(draft.say(Answer{settled, Outcome::Accepted, ""}));
    draft.change(acts::ReplaceText{draft.part, 0, 7, acts::plain("Fiziska persona")});
    const auto izzina = izzinaOf(draft.steps, draft.history, false);
    ASSERT_EQ(izzina.open.size(), 2U);
    EXPECT_EQ(izzina.open[0].state.remark->id, early);
    EXPECT_EQ(izzina.open[1].state.remark->id, late);
    ASSERT_EQ(izzina.settled.size(), 1U);
    EXPECT_EQ(izzina.settled[0].sentWording, "(1) Persona iesniedz iesniegumu.");
    EXPECT_EQ(izzina.settled[0].finalWording, "(1) Fiziska persona iesniedz iesniegumu.");

    const auto paper = izzinaPaper(izzina, draft.history, newIds(draft));
    const auto text = textOf(paper);
    EXPECT_EQ(cellsOf(paper), 6U * 3 + 5U * 2) << "a head and a row each";
    EXPECT_TRUE(has(text, "Dokumentu likums"));
    EXPECT_TRUE(has(text, "Atbilde vēl nav sniegta."));
    EXPECT_TRUE(has(text, "Finansējuma joprojām nav."));
    EXPECT_TRUE(has(text, "Nav ņemts vērā."));
    EXPECT_LT(text.find("vienošanās nav panākta"), text.find("vienošanās ir panākta"));
}

TEST(Papers, SaysThatAnElementIsGoneAndThatThereAreNoObjections) {
    Draft draft;
    EXPECT_TRUE(
        has(textOf(izzinaPaper(izzinaOf(draft.steps, draft.history, true), draft.history, newIds(draft))),
            "Iebildumu nav."));
    draft.object("Valsts kanceleja", draft.second, "Svītrot.");
    draft.change(acts::DeleteElement{draft.second});
    const auto izzina = izzinaOf(draft.steps, draft.history, true);
    ASSERT_EQ(izzina.open.size(), 1U);
    EXPECT_EQ(izzina.open[0].sentWording, "(2) Iestāde atbild mēneša laikā.");
    EXPECT_TRUE(has(textOf(izzinaPaper(izzina, draft.history, newIds(draft))), "Svītrots."));
}

TEST(Papers, TablesAReadingByArticle) {
    Draft draft;
    const auto inForce = draft.history.now();
    draft.change(acts::DeleteElement{draft.next});
    const auto added =
        draft.insert(acts::ElementKind::Article, draft.history.now().id(), draft.article, {7}, "Jauns pants");
    const auto remark = draft.object("Juridiskā komisija", draft.second, "Izteikt citādi.");
    ASSERT_TRUE(draft.say(Answer{remark, Outcome::PartlyAccepted, "Izteikts 7. pantā."}));
    const auto rows = readingTable(&inForce, draft.history.now(), draft.steps);
    ASSERT_EQ(rows.size(), 4U);
    const auto row = [&](const base::Ulid& id) { return *std::ranges::find(rows, id, &ReadingRow::element); };
    EXPECT_EQ(row(draft.article).inForce, row(draft.article).previous);
    ASSERT_EQ(row(draft.article).proposals.size(), 1U) << "a remark on a part belongs to its article's row";
    EXPECT_TRUE(has(row(draft.article).committee[0], "Izteikts 7. pantā."));
    EXPECT_EQ(row(added).inForce, "");
    EXPECT_TRUE(has(row(added).previous, "7. pants."));
    EXPECT_EQ(row(draft.next).previous, "");
    EXPECT_TRUE(has(row(draft.next).inForce, "6. pants."));
    EXPECT_EQ(cellsOf(readingPaper(rows, "Likumprojekts", newIds(draft))), 4U * 5);
}

TEST(Papers, ComparesOnlyWhatDiffers) {
    Draft draft;
    draft.change(acts::ReplaceText{draft.second, 15, 7, acts::plain("nedēļas")});
    const auto rows = compare(draft.history.version(draft.sent), draft.history.now());
    const auto paper = comparisonPaper(rows, "Salīdzinājums", newIds(draft));
    EXPECT_EQ(cellsOf(paper), 4U);
    const auto text = textOf(paper);
    EXPECT_TRUE(has(text, "[mēneša"));
    EXPECT_TRUE(has(text, "nedēļas"));
    EXPECT_FALSE(has(text, "Persona"));
}

TEST(Papers, HasEveryFieldOfTheAnnotation) {
    Draft draft;
    ASSERT_TRUE(draft.say(AnnotationField{"1.2", "Saīsināt termiņu.\nUn vienkāršot."}));
    const auto text = textOf(annotationPaper(draft.steps.annotation(), "Dokumentu likums", newIds(draft)));
    for (const auto& part : annotationParts())
        EXPECT_TRUE(has(text, std::string(part.number) + ". " + std::string(part.title)));
    EXPECT_TRUE(has(text, "Saīsināt termiņu.\nUn vienkāršot.\n"));
}
