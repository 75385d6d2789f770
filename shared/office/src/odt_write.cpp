// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/odt.h"

#include <algorithm>
#include <map>
#include <utility>

#include "comment_ranges.h"
#include "layout.h"
#include "marks.h"
#include "odt_changes.h"
#include "odt_styles.h"
#include "odt_text.h"
#include "vienlogs/office/package.h"
#include "xml.h"

namespace vienlogs::office {

namespace {

constexpr std::string_view mimeType = "application/vnd.oasis.opendocument.text";

constexpr std::string_view contentHead =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" xmlns:lv="urn:vienlogs:act:1" office:version="1.3">)";

constexpr std::string_view cellStyle =
    R"(<style:style style:name="LVRamis" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="1mm"/></style:style>)";

/// content.xml while it is written: the paragraphs' automatic styles and the body grow side by side.
class Content {
public:
    Content(const acts::Act& act, const Since* since) : act_(act), since_(since) {
        for (const auto& comment : act.comments())
            comments_[comment.element].push_back(&comment);
    }

    std::string write() {
        std::vector<const LaidParagraph*> side; // paragraphs side by side, without a table between
        const auto blocks = layOut(act_, since_);
        for (const auto& block : blocks)
            if (const auto* paragraph = std::get_if<LaidParagraph>(&block))
                side.push_back(paragraph);
            else {
                paragraphs(std::exchange(side, {}));
                table(std::get<LaidTable>(block));
            }
        paragraphs(side);
        return together({contentHead, "<office:automatic-styles>", styles_, odtTextStyles(), cellStyle,
                         "</office:automatic-styles><office:body><office:text>", changes_.xml(), body_,
                         "</office:text></office:body></office:document-content>"});
    }

private:
    static constexpr std::string_view closing = "</text:p>";

    /// Up to the last paragraph that stays, changes reach to the beginning of what follows, as suites write
    /// them; behind it there is nothing to reach to, so they begin at the end of what is before.
    void paragraphs(const std::vector<const LaidParagraph*>& side) {
        const auto lastThat = [&](const auto& holds) {
            const auto found = std::find_if(side.rbegin(), side.rend(), holds);
            return found == side.rend() ? 0 : std::size_t(side.rend() - found) - 1;
        };
        auto stays = lastThat([](const auto* laid) { return laid->track == Track::None; });
        if (stays == 0 && !side.empty() && side.front()->track != Track::None) // all of it is new
            stays = lastThat([](const auto* laid) { return laid->track == Track::Inserted; });
        for (std::size_t i = 0; i < side.size(); ++i)
            if (side[i]->track == Track::Deleted)
                gone(*side[i], i < stays);
            else
                paragraph(*side[i], i < stays);
    }

    void gone(const LaidParagraph& laid, bool onward) {
        if (!onward && !body_.ends_with(closing))
            return; // nothing that stays is beside it
        const auto text =
            together({"<text:p text:style-name=\"", styleFor(laid), "\">", markOf(laid, "start"),
                      odtText(laid.pieces.front().text), markOf(laid, "end"), closing});
        const auto mark = changes_.deletion(*laid.credit, onward ? text + "<text:p/>" : "<text:p/>" + text);
        if (onward)
            pending_ += mark;
        else
            body_.insert(body_.size() - closing.size(), mark);
    }

    void paragraph(const LaidParagraph& laid, bool onward) {
        OdtChanges::Around around;
        if (laid.track == Track::Inserted)
            around = changes_.insertion(*laid.credit);
        if (!onward && body_.ends_with(closing))
            body_.insert(body_.size() - closing.size(), std::exchange(around.start, {}));
        body_ += together({"<text:p text:style-name=\"", styleFor(laid), "\" xml:id=\"",
                           markName(laid.element->id), "\">", std::exchange(pending_, {}), around.start,
                           markOf(laid, "start")});
        words(laid);
        body_ += markOf(laid, "end");
        (onward ? pending_ : body_) += around.end;
        body_ += closing;
    }

    /// An automatic style carries the identity, too.
    std::string styleFor(const LaidParagraph& laid) {
        if (!laid.marked)
            return laid.style;
        const auto name = "P" + std::to_string(++count_);
        styles_ += together({"<style:style style:name=\"", name,
                             "\" style:family=\"paragraph\" style:parent-style-name=\"", laid.style,
                             "\" lv:id=\"", laid.element->id.toString(), "\"/>"});
        return name;
    }

    static std::string markOf(const LaidParagraph& laid, std::string_view side) {
        return laid.marked
                   ? together({"<text:bookmark-", side, " text:name=\"", markName(laid.element->id), "\"/>"})
                   : std::string{};
    }

    using Marks = std::map<std::size_t, std::string>;

    /// What stands before a character of the printed text: where comments begin and end.
    Marks marksOf(const LaidParagraph& laid) const {
        Marks marks;
        const auto found = comments_.find(laid.element->id);
        if (found == comments_.end())
            return marks;
        for (const auto& [comment, from, to] : commentRanges(*laid.element, found->second)) {
            marks[laid.labelled + from] += annotation(*comment);
            if (to > from)
                marks[laid.labelled + to] +=
                    "<office:annotation-end office:name=\"" + markName(comment->id) + "\"/>";
        }
        return marks;
    }

    void words(const LaidParagraph& laid) {
        auto marks = marksOf(laid);
        std::size_t at = 0;
        for (const auto& piece : laid.pieces) {
            if (piece.kind == Piece::Kind::Removed) {
                body_ +=
                    changes_.deletion(*laid.credit, together({"<text:p>", odtText(piece.text), closing}));
                continue;
            }
            OdtChanges::Around around;
            if (piece.kind == Piece::Kind::Added && laid.track == Track::None)
                around = changes_.insertion(*laid.credit);
            body_ += around.start;
            at = withMarks(piece.text, at, marks);
            body_ += around.end;
        }
        for (const auto& [place, mark] : marks)
            body_ += mark;
    }

    /// Writes text whose first character is the `at`-th, and takes out of the marks those in it.
    std::size_t withMarks(const acts::Runs& text, std::size_t at, Marks& marks) {
        const auto end = at + acts::lengthOf(text);
        auto done = at;
        for (; !marks.empty() && marks.begin()->first < end; marks.erase(marks.begin())) {
            const auto& [place, mark] = *marks.begin();
            body_ += odtText(acts::cut(text, done - at, place - at)) + mark;
            done = place;
        }
        body_ += odtText(acts::cut(text, done - at, end - at));
        return end;
    }

    static std::string annotation(const acts::Comment& comment) {
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
            std::vector<const LaidParagraph*> side;
            for (const auto& laid : slot.paragraphs)
                side.push_back(&laid);
            paragraphs(side);
            body_ += "</table:table-cell>";
        }
        for (std::size_t i = slot.coveredByRow ? 0 : 1; i < slot.columns; ++i)
            body_ += covered;
    }

    const acts::Act& act_;
    const Since* since_;
    OdtChanges changes_;
    std::string styles_, body_;
    std::string pending_; ///< ends of changes, for the beginning of the next paragraph
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

base::Result<std::string> writeOdt(const acts::Act& act, std::size_t version, const Since* since) {
    return makePackage({{"mimetype", std::string(mimeType), true},
                        {"META-INF/manifest.xml", manifestXml()},
                        {"content.xml", Content(act, since).write()},
                        {"styles.xml", odtStylesXml()},
                        {"meta.xml", metaXml(act, version)}});
}

} // namespace vienlogs::office
