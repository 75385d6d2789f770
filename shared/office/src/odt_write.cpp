// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/odt.h"

#include <algorithm>
#include <map>

#include "layout.h"
#include "marks.h"
#include "odt_styles.h"
#include "odt_text.h"
#include "vienlogs/acts/numbering.h"
#include "vienlogs/office/package.h"
#include "xml.h"

namespace vienlogs::office {

namespace {

using acts::Element;

constexpr std::string_view mimeType = "application/vnd.oasis.opendocument.text";

constexpr std::string_view contentHead =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:lv="urn:vienlogs:act:1" office:version="1.3">)";

constexpr std::string_view cellStyle =
    R"(<style:style style:name="LVRamis" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="1mm"/></style:style>)";

/// content.xml while it is written: the paragraphs' automatic styles and the body grow side by side.
class Content {
public:
    explicit Content(const acts::Act& act) : act_(act) {
        for (const auto& comment : act.comments())
            comments_[comment.element].push_back(&comment);
    }

    std::string write() {
        for (const auto& block : layOut(act_))
            if (const auto* paragraph = std::get_if<LaidParagraph>(&block))
                this->paragraph(*paragraph->element, paragraph->style);
            else
                table(std::get<LaidTable>(block));
        return together({contentHead, "<office:automatic-styles>", styles_, odtTextStyles(), cellStyle,
                         "</office:automatic-styles><office:body><office:text>", body_,
                         "</office:text></office:body></office:document-content>"});
    }

private:
    void paragraph(const Element& element, const std::string& style) {
        const auto id = element.id.toString(), mark = markName(element.id);
        styles_ += "<style:style style:name=\"P" + std::to_string(++count_) +
                   "\" style:family=\"paragraph\" style:parent-style-name=\"" + style + "\" lv:id=\"" + id +
                   "\"/>";
        body_ += "<text:p text:style-name=\"P" + std::to_string(count_) + "\" xml:id=\"" + mark +
                 "\"><text:bookmark-start text:name=\"" + mark + "\"/>";
        auto label = acts::labelOf(act_, element.id);
        if (!label.text.empty())
            body_ += odtText(joined(label.text, acts::plain(label.separator)));
        commented(element);
        body_ += "<text:bookmark-end text:name=\"" + mark + "\"/></text:p>";
    }

    /// The text with its comments around the words that they are about; a thread stands in one place.
    void commented(const Element& element) {
        std::map<std::size_t, std::string> marks;
        const auto& comments = comments_[element.id];
        const auto firstOf = [&](const acts::Comment* comment) {
            for (std::size_t step = 0; step < comments.size() && !comment->replyTo.isNil(); ++step)
                for (const auto* other : comments)
                    if (other->id == comment->replyTo)
                        comment = other;
            return comment;
        };
        for (const auto* comment : comments) {
            const auto [from, to] = rangeOf(element, firstOf(comment)->quoted);
            marks[from] += annotation(*comment);
            if (to > from)
                marks[to] += "<office:annotation-end office:name=\"" + markName(comment->id) + "\"/>";
        }
        std::size_t at = 0;
        for (const auto& [place, mark] : marks) {
            body_ += odtText(acts::cut(element.text, at, place)) + mark;
            at = place;
        }
        body_ += odtText(acts::cut(element.text, at, acts::lengthOf(element.text)));
    }

    /// Where the words are, in characters; nothing at the beginning when they are there no more, or when a
    /// mark would cut a citation.
    static std::pair<std::size_t, std::size_t> rangeOf(const Element& element, const std::string& quoted) {
        const auto text = acts::textOf(element.text);
        const auto found = quoted.empty() ? std::string::npos : text.find(quoted);
        if (found == std::string::npos)
            return {0, 0};
        const auto from = acts::lengthOf(std::string_view(text).substr(0, found)),
                   to = from + acts::lengthOf(std::string_view(quoted));
        std::size_t at = 0;
        for (const auto& run : element.text) {
            const auto end = at + acts::lengthOf(std::string_view(run.text));
            if (run.reference && ((at < from && from < end) || (at < to && to < end)))
                return {0, 0};
            at = end;
        }
        return {from, to};
    }

    std::string annotation(const acts::Comment& comment) const {
        auto time = base::toRfc3339(comment.time);
        time.resize(std::min<std::size_t>(time.size(), 19)); // to the second, without the zone
        std::string head = "<office:annotation office:name=\"" + markName(comment.id) + "\"";
        head += comment.resolved ? " loext:resolved=\"true\"" : "";
        if (!comment.replyTo.isNil()) // LibreOffice 24.2 and later; 7.4 drops it
            head += " loext:parent-name=\"" + markName(comment.replyTo) + "\"";
        head += "><dc:creator>" + escaped(comment.author) + "</dc:creator><dc:date>" + time + "</dc:date>";
        for (std::size_t at = 0, end = 0; end < comment.text.size() || at == 0; at = end + 1) {
            end = std::min(comment.text.find('\n', at), comment.text.size());
            head += "<text:p>" + odtText(acts::plain(comment.text.substr(at, end - at))) + "</text:p>";
        }
        return head + "</office:annotation>";
    }

    void table(const LaidTable& table) {
        body_ += "<table:table table:name=\"" + markName(table.table->id) +
                 "\"><table:table-column table:number-columns-repeated=\"" + std::to_string(table.columns) +
                 "\"/>";
        for (const auto& row : table.rows) {
            body_ += "<table:table-row>";
            for (const auto& slot : row)
                this->slot(slot);
            body_ += "</table:table-row>";
        }
        body_ += "</table:table>";
    }

    void slot(const LaidSlot& slot) {
        constexpr std::string_view covered = "<table:covered-table-cell/>";
        if (!slot.coveredByRow) {
            body_ += "<table:table-cell table:style-name=\"LVRamis\"";
            if (slot.columns > 1)
                body_ += " table:number-columns-spanned=\"" + std::to_string(slot.columns) + "\"";
            if (slot.rows > 1)
                body_ += " table:number-rows-spanned=\"" + std::to_string(slot.rows) + "\"";
            body_ += ">";
            if (slot.cell)
                for (const auto& child : slot.cell->children)
                    paragraph(*act_.find(child), "LVSuna");
            body_ += "</table:table-cell>";
        }
        for (std::size_t i = slot.coveredByRow ? 0 : 1; i < slot.columns; ++i)
            body_ += covered;
    }

    const acts::Act& act_;
    std::string styles_, body_;
    std::size_t count_ = 0;
    std::unordered_map<base::Ulid, std::vector<const acts::Comment*>> comments_;
};

std::string manifestXml() {
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>)";
}

std::string metaXml(const acts::Act& act, std::size_t version) {
    const auto property = [](std::string_view name, const std::string& value) {
        return "<meta:user-defined meta:name=\"" + std::string(name) + "\" meta:value-type=\"string\">" +
               value + "</meta:user-defined>";
    };
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3"><office:meta>)" +
           property("lv_act", act.id().toString()) + property("lv_version", std::to_string(version)) +
           "</office:meta></office:document-meta>";
}

} // namespace

base::Result<std::string> writeOdt(const acts::Act& act, std::size_t version) {
    return makePackage({{"mimetype", std::string(mimeType), true},
                        {"META-INF/manifest.xml", manifestXml()},
                        {"content.xml", Content(act).write()},
                        {"styles.xml", odtStylesXml()},
                        {"meta.xml", metaXml(act, version)}});
}

} // namespace vienlogs::office
