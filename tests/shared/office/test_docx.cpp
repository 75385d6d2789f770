// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/docx.h"
#include "vienlogs/office/failures.h"
#include "vienlogs/office/package.h"
#include "whole_law.h"

using namespace vienlogs;
using namespace vienlogs::office;
using namespace vienlogs::office::test;

namespace {

constexpr std::string_view relations =
    R"(<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>)";

std::string package(const std::string& body, std::vector<Part> more = {}) {
    more.push_back({"[Content_Types].xml", "<Types/>"});
    more.push_back({"_rels/.rels", std::string(relations)});
    more.push_back({"word/document.xml", "<w:document><w:body>" + body + "</w:body></w:document>"});
    return *makePackage(more);
}

std::vector<std::string> linesOf(const Returned& document) {
    std::vector<std::string> lines;
    for (const auto& paragraph : document.paragraphs)
        lines.push_back(textOf(paragraph.text));
    return lines;
}

std::string run(std::string_view text) {
    return "<w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
}

std::string deleted(std::string_view text) {
    return R"(<w:del w:id="1" w:author="Anna" w:date="2026-11-24T10:00:00Z"><w:r><w:delText>)" +
           std::string(text) + "</w:delText></w:r></w:del>";
}

std::string marked(const WholeLaw& law, const std::string& inner) {
    return R"(<w:bookmarkStart w:id="7" w:name="_lv_)" + law.part.toString() + "\"/>" + inner +
           R"(<w:bookmarkEnd w:id="7"/>)";
}

constexpr const char* deletedMark =
    R"(<w:pPr><w:rPr><w:del w:id="2" w:author="Anna" w:date="2026-11-24T10:00:00Z"/></w:rPr></w:pPr>)";

} // namespace

TEST(Docx, TrackedWordsAreReadAsAcceptedAndNoted) {
    const auto read =
        readDocument(package("<w:p>" + run("Iestāde atbild ") + deleted("mēneša") +
                             R"(<w:ins w:id="3" w:author="Anna" w:date="2026-11-24T10:00:00Z">)" +
                             run("nedēļas") + "</w:ins>" + run(" laikā.") + "</w:p>"));
    ASSERT_TRUE(read);
    EXPECT_EQ(linesOf(*read), std::vector<std::string>{"Iestāde atbild nedēļas laikā."});
    const auto& changes = read->paragraphs[0].changes;
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_TRUE(changes[0].deletion);
    EXPECT_EQ(changes[0].text, "mēneša");
    EXPECT_EQ(changes[1].text, "nedēļas");
    EXPECT_EQ(changes[1].author, "Anna");
}

TEST(Docx, ADeletedParagraphMarkJoinsItWithTheNext) {
    const auto read =
        readDocument(package("<w:p>" + std::string(deletedMark) + run("Viens ") + "</w:p><w:p>" +
                             run("divi") + "</w:p><w:p>" + run("trīs") + "</w:p>"));
    ASSERT_TRUE(read);
    EXPECT_EQ(linesOf(*read), (std::vector<std::string>{"Viens divi", "trīs"}));
}

TEST(Docx, AWholeDeletedParagraphIsGoneAndNamed) {
    const WholeLaw law;
    const auto read =
        readDocument(package("<w:p>" + std::string(deletedMark) + marked(law, deleted("Persona")) +
                             "</w:p><w:p>" + run("divi") + "</w:p>"));
    ASSERT_TRUE(read);
    EXPECT_EQ(linesOf(*read), std::vector<std::string>{"divi"});
    ASSERT_EQ(read->deleted.size(), 1U);
    EXPECT_EQ(read->deleted[0].first, law.part);
    EXPECT_EQ(read->deleted[0].second.text, "Persona");
}

TEST(Docx, ABookmarkThatBeginsTwiceIsASplitParagraph) {
    const WholeLaw law;
    const auto start = R"(<w:bookmarkStart w:id="7" w:name="_lv_)" + law.part.toString() + "\"/>";
    const auto read = readDocument(package("<w:p>" + start + run("Persona") + "</w:p><w:p>" + start +
                                           run("iesniedz") + R"(<w:bookmarkEnd w:id="7"/></w:p>)"));
    ASSERT_TRUE(read);
    ASSERT_EQ(read->paragraphs.size(), 2U);
    ASSERT_EQ(read->paragraphs[0].marks.size(), 1U);
    EXPECT_EQ(read->paragraphs[0].marks[0].goesOn, 1U);
    EXPECT_TRUE(read->paragraphs[1].marks.empty());
}

TEST(Docx, AutomaticNumbersAreReadAsIfPrinted) {
    const std::string numbering =
        R"xml(<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>)xml";
    const auto item = [](int level, const char* text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
               "\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr>" + run(text) + "</w:p>";
    };
    const auto read = readDocument(package(item(0, "Viens") + item(1, "Divi") + item(1, "Trīs") +
                                               item(2, "Burts") + item(0, "Četri") + item(1, "Pieci"),
                                           {{"word/numbering.xml", numbering}}));
    ASSERT_TRUE(read);
    EXPECT_EQ(linesOf(*read), (std::vector<std::string>{"1. Viens", "1.1. Divi", "1.2. Trīs", "a) Burts",
                                                        "2. Četri", "2.1. Pieci"}));
}

TEST(Docx, AForeignDocumentThatComesTwiceIsTheSameAct) {
    std::string body;
    for (const auto* line : {"I nodaļa Vispārīgie noteikumi", "1. pants. Likuma mērķis",
                             "(1) Persona iesniedz iesniegumu.", "1) vārdu;", "2) uzvārdu;"})
        body += "<w:p>" + run(line) + "</w:p>";
    const auto read = readDocument(package(body));
    ASSERT_TRUE(read);
    const auto first = importReturned(Act(WholeLaw::id(), ActKind::Law), *read, WholeLaw::id);
    ASSERT_TRUE(first);
    const auto again = importReturned(first->act, *read, WholeLaw::id);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->items.size(), 5U);
    EXPECT_TRUE(changesBetween(first->act, again->act).empty());
    auto numbered = first->act;
    for (const auto& operation : renumber(numbered))
        ASSERT_TRUE(numbered.apply(operation));
    const auto later = importReturned(numbered, *read, WholeLaw::id);
    ASSERT_TRUE(later);
    EXPECT_TRUE(changesBetween(numbered, later->act).empty());
}

TEST(Docx, WhatAParagraphsStyleMakesBoldIsNotTheWords) {
    const std::string styles =
        R"(<w:styles><w:style w:type="paragraph" w:styleId="A"><w:name w:val="LVPants"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="x"/><w:basedOn w:val="A"/></w:style></w:styles>)";
    const auto read = readDocument(package(
        R"(<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:rPr><w:b/><w:i w:val="0"/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>b</w:t></w:r></w:p>)",
        {{"word/styles.xml", styles}}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->paragraphs[0].text, (Runs{{"a"}, {"b", false, true}}));
    EXPECT_EQ(read->paragraphs[0].style, "x");
}

TEST(Docx, CommentsBringTheirRepliesAndStates) {
    WholeLaw law;
    const auto at = [](int second) { return base::Timestamp(std::chrono::seconds(1'700'000'000 + second)); };
    const auto first = WholeLaw::id();
    law.apply(
        AddComment{{first, law.part, {}, "Anna", at(1), "Vai \"mēneša\"?\nMan šķiet, ka nē.", {}, true}});
    law.apply(AddComment{{WholeLaw::id(), law.part, first, "Līga", at(2), "Jā."}});
    const auto document = law.returned(Format::Docx);
    const auto import =
        importReturned(Act(law.act.id(), ActKind::Law), document, WholeLaw::id); // all are new there
    ASSERT_TRUE(import);
    ASSERT_EQ(import->act.comments().size(), 3U);
    std::map<std::string, Comment> byAuthor;
    for (const auto& comment : import->act.comments())
        byAuthor[comment.author] = comment;
    EXPECT_EQ(byAuthor["Līga"].replyTo, byAuthor["Anna"].id);
    EXPECT_TRUE(byAuthor["Anna"].resolved);
    EXPECT_EQ(byAuthor["Anna"].text, "Vai \"mēneša\"?\nMan šķiet, ka nē.");
    EXPECT_FALSE(byAuthor["Līga"].resolved);
}

TEST(Docx, FootnotesMacrosAndPicturesAreToldOf) {
    const auto read = readDocument(package(
        "<w:p>" + run("Vārds") + R"(<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:drawing/></w:r></w:p>)",
        {{"word/footnotes.xml",
          R"(<w:footnotes><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t xml:space="preserve"> Piezīme</w:t></w:r></w:p></w:footnote></w:footnotes>)"},
         {"word/vbaProject.bin", "x"}}));
    ASSERT_TRUE(read);
    EXPECT_EQ(linesOf(*read), (std::vector<std::string>{"Vārds", "Piezīme"}));
    EXPECT_TRUE(read->paragraphs[1].note);
    EXPECT_EQ(read->warnings.size(), 2U);
}

TEST(HostileDocx, WhatIsNoDocumentIsRefused) {
    const auto whole = package("<w:p>" + run("x") + "</w:p>");
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(readDocument(whole.substr(0, length)));
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto damaged = whole;
        damaged[at] = char(damaged[at] ^ 0x20);
        if (const auto read = readDocument(damaged); read && !read->paragraphs.empty()) {
            EXPECT_EQ(linesOf(*read), std::vector<std::string>{"x"});
        }
    }
    EXPECT_EQ(readDocument(*makePackage({{"[Content_Types].xml", "<Types/>"}})).error().code,
              codes::notOffice);
    EXPECT_EQ(readDocument(package("<!DOCTYPE x [<!ENTITY a \"b\">]>")).error().code, codes::forbidden);
    EXPECT_EQ(readDocument(package("<w:p>")).error().code, codes::forbidden);
}

TEST(HostileDocx, APasswordAndAnOldFormatAreToldApart) {
    const std::string compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    std::string wide;
    for (const char c : std::string_view("EncryptedPackage"))
        (wide += c) += '\0';
    EXPECT_EQ(readDocument(compound + std::string(600, '\0') + wide).error().code, codes::encrypted);
    EXPECT_EQ(readDocument(compound + std::string(600, '\0')).error().code, codes::notOffice);
}

TEST(HostileDocx, CirclesAndDepthsEnd) {
    const auto read = readDocument(package(
        R"(<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>)" + run("x") + "</w:p>",
        {{"word/styles.xml",
          R"(<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>)"}}));
    ASSERT_TRUE(read);
    std::string deep;
    for (int i = 0; i < 300; ++i)
        deep += "<w:sdt><w:sdtContent>";
    EXPECT_EQ(readDocument(package(deep)).error().code, codes::tooLarge);
}

TEST(Documents, AreKnownByContentNotByName) {
    EXPECT_EQ(formatOf("Likums.ODT"), Format::Odt);
    EXPECT_EQ(formatOf("likums.docx"), Format::Docx);
    EXPECT_EQ(formatOf("likums.doc"), std::nullopt);
    EXPECT_EQ(formatOf(".odt"), std::nullopt);
    const WholeLaw law;
    EXPECT_EQ(law.returned(Format::Docx).act, law.act.id());
}

TEST(Documents, CellsThatReachOverRowsAndColumnsGoOutAndBack) {
    WholeLaw law;
    const auto table = law.add(ElementKind::Table, law.article, "");
    const auto cell = [&](const base::Ulid& row, Spans spans, const char* text) {
        const auto id = WholeLaw::id();
        const auto& cells = law.act.find(row)->children;
        law.apply(InsertElement{
            id, ElementKind::Cell, {row, cells.empty() ? base::Ulid{} : cells.back()}, {}, {}, spans});
        law.add(ElementKind::Paragraph, id, text);
    };
    const auto first = law.add(ElementKind::Row, table, ""), second = law.add(ElementKind::Row, table, "");
    cell(first, {.columns = 2, .rows = 1}, "Plata");
    cell(first, {.columns = 1, .rows = 2}, "Augsta");
    cell(second, {}, "Kreisā");
    cell(second, {}, "Labā");
    for (const auto format : {Format::Odt, Format::Docx}) {
        const auto import = law.import(law.returned(format));
        expectNothingLost(law, import);
        EXPECT_TRUE(changesBetween(law.act, import.act).empty());
    }
}
