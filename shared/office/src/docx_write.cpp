// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/docx.h"

#include <map>
#include <unordered_map>

#include "comment_ranges.h"
#include "docx_comments.h"
#include "docx_styles.h"
#include "docx_text.h"
#include "layout.h"
#include "marks.h"
#include "vienlogs/office/package.h"
#include "xml.h"

namespace vienlogs::office {

namespace {

constexpr std::string_view relationsHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
constexpr std::string_view documentHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>)";
constexpr std::string_view typesHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>)";
constexpr std::string_view propertiesHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">)";
constexpr std::string_view officeRelation =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// word/document.xml while it is written.
class Content {
public:
    Content(const acts::Act& act, const Since* since) : act_(act), since_(since) {
        for (const auto& comment : act.comments())
            comments_[comment.element].push_back(&comment);
    }

    std::string write() {
        bool tableBefore = false;
        for (const auto& block : layOut(act_, since_)) {
            const auto* paragraph = std::get_if<LaidParagraph>(&block);
            if (paragraph)
                this->paragraph(*paragraph);
            else {
                body_ += tableBefore ? "<w:p/>" : ""; // tables side by side would be one
                table(std::get<LaidTable>(block));
            }
            tableBefore = !paragraph;
        }
        body_ += tableBefore ? "<w:p/>" : ""; // a document ends in a paragraph
        return together({documentHead, body_, docxPageXml(), "</w:body></w:document>"});
    }
    [[nodiscard]] const DocxLinks& links() const { return links_; }

private:
    void paragraph(const LaidParagraph& laid) {
        body_ += "<w:p><w:pPr><w:pStyle w:val=\"" + laid.style + "\"/>";
        if (laid.track != Track::None) // of the paragraph's mark
            body_ += "<w:rPr>" + DocxChange{laid.track == Track::Deleted, *laid.credit, ids_}.head() +
                     "/></w:rPr>";
        body_ += "</w:pPr>";
        const auto mark = std::to_string(++ids_);
        if (laid.marked)
            body_ += together(
                {"<w:bookmarkStart w:id=\"", mark, "\" w:name=\"", markName(laid.element->id), "\"/>"});
        words(laid);
        body_ += laid.marked ? "<w:bookmarkEnd w:id=\"" + mark + "\"/>" : "";
        body_ += "</w:p>";
    }

    using Marks = std::map<std::size_t, std::string>;

    /// What stands before a character of the printed text; a comment without words is about all of it.
    Marks marksOf(const LaidParagraph& laid) const {
        Marks marks;
        const auto found = comments_.find(laid.element->id);
        if (found == comments_.end() || laid.track == Track::Deleted)
            return marks;
        const auto whole = laid.labelled + acts::lengthOf(laid.element->text);
        for (const auto& [comment, from, to] : commentRanges(*laid.element, found->second)) {
            const auto id = std::to_string(comment - act_.comments().data());
            const bool words = to > from;
            marks[words ? laid.labelled + from : 0] += "<w:commentRangeStart w:id=\"" + id + "\"/>";
            marks[words ? laid.labelled + to : whole] += together(
                {"<w:commentRangeEnd w:id=\"", id, "\"/><w:r><w:commentReference w:id=\"", id, "\"/></w:r>"});
        }
        return marks;
    }

    void words(const LaidParagraph& laid) {
        auto marks = marksOf(laid);
        std::size_t at = 0;
        for (const auto& piece : laid.pieces) {
            if (piece.kind == Piece::Kind::Kept) {
                at = withMarks(piece.text, at, marks, nullptr);
                continue;
            }
            const DocxChange change{piece.kind == Piece::Kind::Removed, *laid.credit, ids_};
            if (change.deletion)
                body_ += docxText(piece.text, links_, &change);
            else
                at = withMarks(piece.text, at, marks, &change);
        }
        for (const auto& [place, mark] : marks)
            body_ += mark;
    }

    /// Writes text whose first character is the `at`-th, and takes out of the marks those in it.
    std::size_t withMarks(const acts::Runs& text, std::size_t at, Marks& marks, const DocxChange* change) {
        const auto end = at + acts::lengthOf(text);
        auto done = at;
        for (; !marks.empty() && marks.begin()->first < end; marks.erase(marks.begin())) {
            const auto& [place, mark] = *marks.begin();
            body_ += docxText(acts::cut(text, done - at, place - at), links_, change) + mark;
            done = place;
        }
        body_ += docxText(acts::cut(text, done - at, end - at), links_, change);
        return end;
    }

    void table(const LaidTable& table) {
        const auto width = textWidth() / int(table.columns);
        body_ += R"(<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>)";
        for (const auto* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
            body_ += std::string("<w:") + side + R"( w:val="single" w:sz="4" w:space="0" w:color="auto"/>)";
        body_ += "</w:tblBorders></w:tblPr><w:tblGrid>";
        for (std::size_t i = 0; i < table.columns; ++i)
            body_ += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
        body_ += "</w:tblGrid>";
        for (const auto& row : table.rows) {
            body_ += "<w:tr>";
            for (const auto& slot : row)
                this->slot(slot, width);
            body_ += "</w:tr>";
        }
        body_ += "</w:tbl>";
    }

    void slot(const LaidSlot& slot, int width) {
        body_ +=
            "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width * int(slot.columns)) + "\" w:type=\"dxa\"/>";
        if (slot.columns > 1)
            body_ += "<w:gridSpan w:val=\"" + std::to_string(slot.columns) + "\"/>";
        if (slot.rows > 1)
            body_ += R"(<w:vMerge w:val="restart"/>)";
        if (slot.coveredByRow)
            body_ += "<w:vMerge/>";
        body_ += "</w:tcPr>";
        for (const auto& laid : slot.paragraphs)
            paragraph(laid);
        body_ += slot.paragraphs.empty() ? "<w:p/>" : "";
        body_ += "</w:tc>";
    }

    /// Between the margins, in twentieths of a point.
    static int textWidth() { return 9071; }

    const acts::Act& act_;
    const Since* since_;
    std::string body_;
    std::size_t ids_ = 0; ///< of bookmarks and tracked changes
    DocxLinks links_;
    std::unordered_map<base::Ulid, std::vector<const acts::Comment*>> comments_;
};

std::string contentTypes() {
    std::string xml(typesHead);
    const auto part = [&](std::string_view name, std::string_view kind, std::string_view type) {
        xml += "<Override PartName=\"";
        xml += name;
        xml += "\" ContentType=\"application/vnd.openxmlformats-officedocument.";
        xml += kind;
        xml += type;
        xml += "+xml\"/>";
    };
    constexpr std::string_view word = "wordprocessingml.";
    part("/word/document.xml", word, "document.main");
    part("/word/styles.xml", word, "styles");
    part("/word/comments.xml", word, "comments");
    part("/word/commentsExtended.xml", word, "commentsExtended");
    part("/docProps/custom.xml", "", "custom-properties");
    return xml + "</Types>";
}

std::string relation(std::string_view id, const std::string& type, std::string_view target) {
    return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + type + "\" Target=\"" +
           std::string(target) + "\"/>";
}

std::string packageRelations() {
    const std::string office(officeRelation);
    return together({relationsHead, relation("rId1", office + "/officeDocument", "word/document.xml"),
                     relation("rId2", office + "/custom-properties", "docProps/custom.xml"),
                     "</Relationships>"});
}

std::string documentRelations(const DocxLinks& links) {
    const std::string office(officeRelation);
    return together(
        {relationsHead, relation("rId1", office + "/styles", "styles.xml"),
         relation("rId2", office + "/comments", "comments.xml"),
         relation("rId3", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
                  "commentsExtended.xml"),
         links.xml(), "</Relationships>"});
}

/// The format identity is the one of user-defined properties (MS-OLEPS 3.1.10); numbers begin at 2.
std::string customProperties(const acts::Act& act, std::size_t version) {
    int number = 1;
    const auto property = [&](std::string_view name, const std::string& value) {
        return "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"" +
               std::to_string(++number) + "\" name=\"" + std::string(name) + "\"><vt:lpwstr>" + value +
               "</vt:lpwstr></property>";
    };
    std::string xml(propertiesHead);
    xml += property("lv_act", act.id().toString());
    xml += property("lv_version", std::to_string(version));
    return xml + "</Properties>";
}

} // namespace

base::Result<std::string> writeDocx(const acts::Act& act, std::size_t version, const Since* since) {
    Content content(act, since);
    auto document = content.write();
    auto comments = docxComments(act.comments());
    return makePackage({{"[Content_Types].xml", contentTypes()},
                        {"_rels/.rels", packageRelations()},
                        {"word/document.xml", std::move(document)},
                        {"word/_rels/document.xml.rels", documentRelations(content.links())},
                        {"word/styles.xml", docxStylesXml()},
                        {"word/comments.xml", std::move(comments.comments)},
                        {"word/commentsExtended.xml", std::move(comments.commentsExtended)},
                        {"docProps/custom.xml", customProperties(act, version)}});
}

} // namespace vienlogs::office
