// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <stdexcept>

#include "vienlogs/acts/numbering.h"
#include "vienlogs/office/merge_list.h"
#include "vienlogs/office/odt.h"
#include "vienlogs/office/package.h"

using namespace vienlogs;
using namespace vienlogs::acts;
using office::Fate;

namespace {

/// A law with every kind of element, a citation, a comment and formatting.
struct WholeLaw {
    WholeLaw() : act(id(), ActKind::Law) {
        add(ElementKind::Title, act.id(), "Dokumentu likums");
        const auto chapter = add(ElementKind::Chapter, act.id(), "Vispārīgie noteikumi");
        article = add(ElementKind::Article, chapter, "Mērķis");
        part = add(ElementKind::Part, article, "Persona  iesniedz\tiesniegumu <b> & \"x\".");
        point = add(ElementKind::Point, part, "vārdu;");
        add(ElementKind::SubPoint, point, "dzimšanas;");
        add(ElementKind::Paragraph, article, " Rindas\nlūzums ");
        const auto table = add(ElementKind::Table, article, "");
        for (int i = 0; i < 2; ++i) {
            const auto row = add(ElementKind::Row, table, "");
            for (const auto* text : {"Nosaukums", "10 euro"})
                cellText = add(ElementKind::Paragraph, add(ElementKind::Cell, row, ""), text);
        }
        add(ElementKind::Footnote, article, "Piezīme");
        last = add(ElementKind::Article, chapter, "Noslēgums");
        add(ElementKind::Point, add(ElementKind::TransitionalProvisions, act.id(), "Pārejas noteikumi"),
            "Stājas spēkā.");
        add(ElementKind::Paragraph, add(ElementKind::Annex, act.id(), "Veidlapa"), "Teksts pielikumā.");
        add(ElementKind::Signature, act.id(), "Valsts prezidents");
        for (const auto& operation : renumber(act))
            apply(operation);
        Run bold{"B", true}, sub{"2", false, true, Script::Sub};
        Run link{"likumi.lv", false, false, Script::Line, "https://likumi.lv/?a=1&b=2"};
        Run citation{"šā likuma 2. pantā", false, false, Script::Line, "", Reference{last, Case::Locative}};
        apply(ReplaceText{point, 5, 0, {bold, sub, link, citation}});
        apply(AddComment{{id(),
                          point,
                          {},
                          "Jānis Ozols",
                          base::Timestamp(std::chrono::seconds(1'700'000'000)),
                          "Kāpēc?"}});
    }
    static base::Ulid id() { return base::Ulid::make(base::SystemClock()); }
    void apply(const Operation& operation) {
        if (!act.apply(operation))
            throw std::logic_error("the example cannot be made");
    }
    base::Ulid add(ElementKind kind, const base::Ulid& parent, std::string_view text) {
        const auto fresh = id();
        const auto& children = act.find(parent)->children;
        apply(InsertElement{
            fresh, kind, {parent, children.empty() ? base::Ulid{} : children.back()}, {}, plain(text)});
        return fresh;
    }
    [[nodiscard]] office::Returned returned() const {
        auto read = office::readOdt(*office::writeOdt(act, 42));
        if (!read)
            throw std::logic_error(read.error().detail);
        return *read;
    }
    [[nodiscard]] office::Import import(const office::Returned& document) const {
        auto import = office::importReturned(act, document, id);
        if (!import)
            throw std::logic_error(import.error().detail);
        return *import;
    }
    Act act;
    base::Ulid article, part, point, cellText, last;
};

std::size_t indexOf(const office::Returned& document, const base::Ulid& id) {
    for (std::size_t i = 0; i < document.paragraphs.size(); ++i)
        for (const auto& mark : document.paragraphs[i].marks)
            if (mark.id == id && !mark.copy)
                return i;
    throw std::logic_error("not in the document");
}

const office::MergeItem& itemOf(const office::Import& import, const base::Ulid& id) {
    for (const auto& item : import.items)
        if (item.element == id)
            return item;
    throw std::logic_error("no item");
}

/// Everything that has text appears once, as an element or as deleted.
void expectNothingLost(const WholeLaw& law, const office::Import& import) {
    EXPECT_EQ(brokenInvariants(import.act), std::vector<std::string>{});
    for (const auto* element : law.act.inOrder())
        if (hasText(element->kind)) {
            EXPECT_EQ(std::count_if(import.items.begin(), import.items.end(),
                                    [&](const auto& item) { return item.element == element->id; }),
                      1);
        }
}

} // namespace

TEST(Odt, AnActComesBackAsItWent) {
    const WholeLaw law;
    const auto document = law.returned();
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

TEST(Odt, ASplitAJoinAMoveAndACopyAreToldApart) {
    const WholeLaw law;
    auto document = law.returned();
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

TEST(Odt, AJoinedElementIsNamedWithWhereItsWordsAre) {
    const WholeLaw law;
    auto document = law.returned();
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

TEST(Odt, APastedOriginalThatIsGoneIsAMove) {
    const WholeLaw law;
    auto document = law.returned();
    const auto at = indexOf(document, law.last);
    auto moved = document.paragraphs[at];
    moved.marks[0].copy = true;
    moved.xmlId = {};
    document.paragraphs.erase(document.paragraphs.begin() + long(at));
    document.paragraphs.insert(document.paragraphs.begin() + long(indexOf(document, law.article)), moved);
    const auto import = law.import(document);
    EXPECT_EQ(itemOf(import, law.last).fates, std::vector<Fate>{Fate::Moved});
}

TEST(Odt, ANumberChangedByHandIsANumberNotText) {
    const WholeLaw law;
    auto document = law.returned();
    auto& text = document.paragraphs[indexOf(document, law.last)].text;
    text = joined(joined(plain("1."), Runs{acts::Run{"1", false, false, Script::Super}}),
                  plain(" pants. Noslēgums"));
    const auto import = law.import(document);
    EXPECT_EQ(itemOf(import, law.last).fates, std::vector<Fate>{Fate::Numbered});
    EXPECT_EQ(import.act.find(law.last)->number, (Number{1, 1}));
}

TEST(Odt, AnotherActsDocumentIsRefused) {
    const WholeLaw law, other;
    EXPECT_EQ(office::importReturned(law.act, other.returned(), WholeLaw::id).error().code.text,
              "VL-OFFICE-0005");
}

TEST(Odt, AForeignDocumentIsReadByItsNumbers) {
    const Act empty(WholeLaw::id(), ActKind::Law);
    office::Returned document;
    for (const auto* text : {"I nodaļa Vispārīgi", "1. pants. Mērķis", "(1) Persona raksta:", "1) vārdu;",
                             "a) dzimšanas;", "(2) Iestāde atbild.", "Vēl kāds teksts."})
        document.paragraphs.push_back({.text = plain(text)});
    const auto import = office::importReturned(empty, document, WholeLaw::id);
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
