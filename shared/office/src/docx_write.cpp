// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/docx.h"

#include <unordered_map>

#include "docx_comments.h"
#include "docx_styles.h"
#include "docx_text.h"
#include "layout.h"
#include "marks.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/office/package.h"
#include "xml.h"

namespace vienlogs::office {

namespace {

using acts::Element;

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
    explicit Content(const acts::Act& act) : act_(act) {
        for (std::size_t i = 0; i < act.comments().size(); ++i)
            comments_[act.comments()[i].element].push_back(i);
    }

    std::string write() {
        bool tableBefore = false;
        for (const auto& block : layOut(act_)) {
            const auto* paragraph = std::get_if<LaidParagraph>(&block);
            if (paragraph)
                this->paragraph(*paragraph->element, paragraph->style);
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
    void paragraph(const Element& element, const std::string& style) {
        const auto mark = std::to_string(++marks_);
        const auto found = comments_.find(element.id);
        body_ += "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:bookmarkStart w:id=\"" + mark +
                 "\" w:name=\"" + markName(element.id) + "\"/>";
        if (found != comments_.end())
            for (const auto comment : found->second)
                body_ += "<w:commentRangeStart w:id=\"" + std::to_string(comment) + "\"/>";
        auto label = acts::labelOf(act_, element.id);
        if (!label.text.empty())
            body_ += docxText(acts::joined(label.text, acts::plain(label.separator)), links_);
        body_ += docxText(element.text, links_);
        if (found != comments_.end())
            for (const auto comment : found->second)
                body_ += "<w:commentRangeEnd w:id=\"" + std::to_string(comment) +
                         "\"/><w:r><w:commentReference w:id=\"" + std::to_string(comment) + "\"/></w:r>";
        body_ += "<w:bookmarkEnd w:id=\"" + mark + "\"/></w:p>";
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
        if (slot.cell && !slot.cell->children.empty())
            for (const auto& child : slot.cell->children)
                paragraph(*act_.find(child), "LVSuna");
        else
            body_ += "<w:p/>";
        body_ += "</w:tc>";
    }

    /// Between the margins, in twentieths of a point.
    static int textWidth() { return 9071; }

    const acts::Act& act_;
    std::string body_;
    std::size_t marks_ = 0;
    DocxLinks links_;
    std::unordered_map<base::Ulid, std::vector<std::size_t>> comments_;
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

base::Result<std::string> writeDocx(const acts::Act& act, std::size_t version) {
    Content content(act);
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
