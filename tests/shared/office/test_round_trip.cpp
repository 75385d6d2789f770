// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "whole_law.h"

using namespace vienlogs;
using namespace vienlogs::office;
using namespace vienlogs::office::test;

namespace {

class Document : public testing::TestWithParam<Format> {};

INSTANTIATE_TEST_SUITE_P(Formats, Document, testing::Values(Format::Odt, Format::Docx),
                         [](const auto& info) { return info.param == Format::Odt ? "Odt" : "Docx"; });

} // namespace

TEST_P(Document, AnActComesBackAsItWent) {
    const WholeLaw law;
    const auto document = law.returned(GetParam());
    EXPECT_EQ(document.act, law.act.id());
    EXPECT_EQ(document.version, 42U);
    const auto import = law.import(document);
    expectNothingLost(law, import);
    for (const auto& item : import.items)
        EXPECT_EQ(item.fates, std::vector<Fate>{Fate::Unchanged})
            << textOf(item.before) << "|" << textOf(item.after);
    EXPECT_TRUE(changesBetween(law.act, import.act).empty());
    EXPECT_EQ(import.act.comments(), law.act.comments());
}

TEST(Odt, TextStylesAndXmlIdsAreEachEnough) {
    const WholeLaw law;
    for (int carrier = 0; carrier < 3; ++carrier) { // none of them, xml:id only, style only
        auto document = law.returned();
        for (auto& paragraph : document.paragraphs) {
            paragraph.marks.clear();
            if (carrier != 1)
                paragraph.xmlId = {};
            if (carrier != 2)
                paragraph.styleId = {};
        }
        const auto import = law.import(document);
        expectNothingLost(law, import);
        EXPECT_EQ(itemOf(import, law.part).has(Fate::Guessed), carrier == 0);
        EXPECT_FALSE(itemOf(import, law.part).has(Fate::Deleted));
    }
}

TEST_P(Document, ASplitAJoinAMoveAndACopyAreToldApart) {
    const WholeLaw law;
    auto document = law.returned(GetParam());
    auto& paragraphs = document.paragraphs;
    const auto at = indexOf(document, law.part);
    auto second = paragraphs[at]; // Enter in the middle
    second.marks.clear();
    second.xmlId = {};
    second.text = plain("otrā puse");
    paragraphs[at].text = plain("(1) Persona");
    paragraphs[at].marks[0].goesOn = 1;
    paragraphs.insert(paragraphs.begin() + long(at) + 1, second);
    auto copy = paragraphs[indexOf(document, law.point)]; // copied behind itself
    copy.marks[0].copy = true;
    copy.xmlId = {};
    paragraphs.insert(paragraphs.begin() + long(indexOf(document, law.point)) + 1, copy);
    const auto import = law.import(document);
    expectNothingLost(law, import);
    EXPECT_TRUE(itemOf(import, law.part).has(Fate::Changed));
    int split = 0, duplicated = 0;
    for (const auto& item : import.items) {
        split += item.has(Fate::Split) && item.origin == law.part;
        duplicated += item.has(Fate::Duplicated) && item.origin == law.point;
    }
    EXPECT_EQ(split, 1);
    EXPECT_EQ(duplicated, 1);
}

TEST_P(Document, AJoinedElementIsNamedWithWhereItsWordsAre) {
    const WholeLaw law;
    auto document = law.returned(GetParam());
    const auto first = indexOf(document, law.part), second = indexOf(document, law.point);
    ASSERT_EQ(second, first + 1);
    auto& paragraphs = document.paragraphs;
    paragraphs[first].text = joined(paragraphs[first].text, paragraphs[second].text);
    paragraphs[first].marks.push_back(paragraphs[second].marks[0]);
    paragraphs.erase(paragraphs.begin() + long(second));
    const auto import = law.import(document);
    EXPECT_TRUE(itemOf(import, law.point).has(Fate::Joined));
    EXPECT_EQ(itemOf(import, law.point).origin, law.part);
    EXPECT_TRUE(itemOf(import, law.part).has(Fate::Changed));
}

TEST_P(Document, APastedOriginalThatIsGoneIsAMove) {
    const WholeLaw law;
    auto document = law.returned(GetParam());
    const auto at = indexOf(document, law.last);
    auto moved = document.paragraphs[at];
    moved.marks[0].copy = true;
    moved.xmlId = {};
    document.paragraphs.erase(document.paragraphs.begin() + long(at));
    document.paragraphs.insert(document.paragraphs.begin() + long(indexOf(document, law.article)), moved);
    const auto import = law.import(document);
    EXPECT_EQ(itemOf(import, law.last).fates, std::vector<Fate>{Fate::Moved});
}

TEST_P(Document, ANumberChangedByHandIsANumberNotText) {
    const WholeLaw law;
    auto document = law.returned(GetParam());
    auto& text = document.paragraphs[indexOf(document, law.last)].text;
    text = joined(joined(plain("1."), Runs{acts::Run{"1", false, false, Script::Super}}),
                  plain(" pants. Noslēgums"));
    const auto import = law.import(document);
    EXPECT_EQ(itemOf(import, law.last).fates, std::vector<Fate>{Fate::Numbered});
    EXPECT_EQ(import.act.find(law.last)->number, (Number{1, 1}));
}

TEST_P(Document, AnotherActsDocumentIsRefused) {
    const WholeLaw law, other;
    EXPECT_EQ(importReturned(law.act, other.returned(GetParam()), WholeLaw::id).error().code.text,
              "VL-OFFICE-0005");
}

TEST(ForeignDocument, AForeignDocumentIsReadByItsNumbers) {
    const Act empty(WholeLaw::id(), ActKind::Law);
    Returned document;
    for (const auto* text : {"I nodaļa Vispārīgi", "1. pants. Mērķis", "(1) Persona raksta:", "1) vārdu;",
                             "a) dzimšanas;", "(2) Iestāde atbild.", "Vēl kāds teksts."})
        document.paragraphs.push_back({.text = plain(text)});
    const auto import = importReturned(empty, document, WholeLaw::id);
    ASSERT_TRUE(import);
    std::string read;
    for (const auto* element : import->act.inOrder())
        read +=
            std::string(base::nameIn(elementKindNames, element->kind)) + ":" + textOf(element->text) + "/";
    EXPECT_EQ(read, "chapter:Vispārīgi/article:Mērķis/part:Persona raksta:/point:vārdu;/sub-point:dzimšanas;/"
                    "part:Iestāde atbild./paragraph:Vēl kāds teksts./");
    for (const auto& item : import->items)
        EXPECT_TRUE(item.has(Fate::Guessed));
}
