// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/office/odt.h"

#include <algorithm>
#include <cstring>
#include <map>

#include <pugixml.hpp>

#include "marks.h"
#include "vienlogs/acts/act.h"
#include "vienlogs/office/failures.h"
#include "vienlogs/office/package.h"
#include "xml.h"

namespace vienlogs::office {

using base::fail;

namespace {

constexpr std::size_t mostParagraphs = acts::Bounds::elements;

bool is(const pugi::xml_node& node, const char* name) {
    return std::strcmp(node.name(), name) == 0;
}

struct Style {
    std::string parent;
    base::Ulid id;
    acts::Run look;
};

std::string allText(const pugi::xml_node& node) {
    std::string text;
    for (const auto& child : node.children())
        if (child.type() == pugi::node_pcdata)
            text += child.value();
        else if (is(child, "text:s"))
            text += ' ';
        else if (is(child, "text:line-break"))
            text += '\n';
        else if (!is(child, "dc:creator") && !is(child, "dc:date"))
            text += (text.empty() || !is(child, "text:p") ? "" : "\n") + allText(child);
    return text;
}

/// Walks the body of a content.xml.
class Body {
public:
    explicit Body(Returned& returned) : returned_(returned) {}

    void readStyles(const pugi::xml_node& styles) {
        for (const auto& style : styles.children("style:style")) {
            auto& known = styles_[style.attribute("style:name").value()];
            known.parent = style.attribute("style:parent-style-name").value();
            known.id = base::Ulid::parse(style.attribute("lv:id").value()).value_or(base::Ulid{});
            const auto text = style.child("style:text-properties");
            known.look.bold = std::strcmp(text.attribute("fo:font-weight").value(), "bold") == 0;
            known.look.italic = std::strcmp(text.attribute("fo:font-style").value(), "italic") == 0;
            const std::string_view position = text.attribute("style:text-position").value();
            known.look.script = position.starts_with("super") ? acts::Script::Super
                                : position.starts_with("sub") ? acts::Script::Sub
                                                              : acts::Script::Line;
        }
    }

    void blocks(const pugi::xml_node& parent) {
        for (const auto& node : parent.children())
            if (is(node, "text:p") || is(node, "text:h"))
                paragraph(node);
            else if (is(node, "text:tracked-changes"))
                regions(node);
            else if (is(node, "table:table-cell") || is(node, "table:covered-table-cell")) {
                const auto outer = cell_;
                cell_ = ++cells_;
                blocks(node);
                cell_ = outer;
            } else
                blocks(node);
    }

    [[nodiscard]] bool tooMany() const { return returned_.paragraphs.size() > mostParagraphs; }

private:
    ReturnedParagraph& now() { return returned_.paragraphs.back(); }

    void regions(const pugi::xml_node& changes) {
        for (const auto& region : changes.children("text:changed-region")) {
            const auto kind = region.first_child();
            const auto info = kind.child("office:change-info");
            TrackedChange change{is(kind, "text:deletion"), info.child_value("dc:creator"),
                                 info.child_value("dc:date")};
            change.format = is(kind, "text:format-change");
            if (change.deletion)
                for (const auto& block : kind.children())
                    if (!is(block, "office:change-info"))
                        change.text += (change.text.empty() ? "" : "\n") + allText(block);
            const char* id = region.attribute("xml:id") ? region.attribute("xml:id").value()
                                                        : region.attribute("text:id").value();
            if (change.deletion)
                deletedMarks(kind, change);
            regions_[id] = std::move(change);
        }
    }

    void deletedMarks(const pugi::xml_node& node, const TrackedChange& change) {
        for (const auto& child : node.children()) {
            if (is(child, "text:bookmark-start") || is(child, "text:bookmark"))
                if (const auto id = idOfMark(child.attribute("text:name").value()); !id.isNil())
                    returned_.deleted.emplace_back(id, change);
            deletedMarks(child, change);
        }
    }

    void paragraph(const pugi::xml_node& node) {
        if (tooMany())
            return;
        auto& fresh = returned_.paragraphs.emplace_back();
        const auto index = returned_.paragraphs.size() - 1;
        fresh.cell = cell_;
        fresh.xmlId = idOfMark(node.attribute("xml:id").value());
        fresh.style = node.attribute("text:style-name").value();
        if (const auto style = styles_.find(fresh.style); style != styles_.end()) {
            fresh.styleId = style->second.id;
            fresh.style = style->second.parent;
        }
        spaceBefore_ = true;
        inlines(node, {});
        auto& text = returned_.paragraphs[index].text;
        text = acts::normalised(text);
        std::vector<ReturnedParagraph> notes;
        notes.swap(notes_);
        for (auto& note : notes)
            returned_.paragraphs.push_back(std::move(note));
    }

    /// Spaces side by side are one in ODF, and none at the beginning of a paragraph (part 3, section 6.1.2).
    void characters(std::string_view value, const acts::Run& look) {
        acts::Run run = look;
        for (const char c : value) {
            const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (!space || !spaceBefore_)
                run.text += space ? ' ' : c;
            spaceBefore_ = space;
        }
        put(std::move(run));
    }

    void put(acts::Run run) {
        if (!run.text.empty())
            for (auto& open : openInsertions_)
                noted(open, run);
        now().text.push_back(std::move(run));
    }

    struct Open {
        std::string id;
        std::size_t paragraph, index; ///< where it was noted last
    };

    /// An insertion is noted in each paragraph in which it has words.
    void noted(Open& open, const acts::Run& run) {
        const auto here = returned_.paragraphs.size() - 1;
        if (open.paragraph != here) {
            now().changes.push_back(regions_[open.id]);
            now().changes.back().at = acts::lengthOf(now().text);
            open.paragraph = here;
            open.index = now().changes.size() - 1;
        }
        auto& change = now().changes[open.index];
        change.text += run.text;
        change.length += acts::lengthOf(run.text);
    }

    void put(std::string_view characters, const acts::Run& look) {
        acts::Run run = look;
        run.text = characters;
        put(std::move(run));
        spaceBefore_ = false;
    }

    void inlines(const pugi::xml_node& parent, const acts::Run& look) {
        for (const auto& node : parent.children())
            if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
                characters(node.value(), look);
            else if (!mark(node) && !change(node))
                inlineNode(node, look);
    }

    void inlineNode(const pugi::xml_node& node, const acts::Run& look) {
        if (is(node, "text:s"))
            put(std::string(std::clamp(node.attribute("text:c").as_int(1), 1, 1000), ' '), look);
        else if (is(node, "text:tab"))
            put("\t", look);
        else if (is(node, "text:line-break"))
            put("\n", look);
        else if (is(node, "text:span"))
            inlines(node, lookOf(node, look));
        else if (is(node, "text:a")) {
            auto linked = look;
            const std::string_view target = node.attribute("xlink:href").value();
            const auto id = target.starts_with('#') ? idOfMark(target.substr(1)) : base::Ulid{};
            if (id.isNil())
                linked.link = target;
            else
                linked.reference = acts::Reference{id};
            inlines(node, linked);
        } else if (is(node, "office:annotation"))
            comment(node);
        else if (is(node, "office:annotation-end"))
            endOfComment(node.attribute("office:name").value());
        else if (is(node, "text:note"))
            notes_.push_back(noteOf(node));
        else if (is(node, "draw:frame") || is(node, "draw:object"))
            returned_.warnings.emplace_back("a picture or object was left aside");
        else
            inlines(node, look);
    }

    void comment(const pugi::xml_node& node) {
        const std::string name = node.attribute("office:name").value();
        now().comments.push_back({node.child_value("dc:creator"), node.child_value("dc:date"), allText(node),
                                  node.attribute("loext:resolved").as_bool(), name,
                                  node.attribute("loext:parent-name").value()});
        if (!name.empty())
            openComments_[name] = {returned_.paragraphs.size() - 1, now().comments.size() - 1,
                                   acts::lengthOf(now().text)};
    }

    /// The words from its beginning to here; of more than one paragraph those of the first.
    void endOfComment(const std::string& name) {
        const auto open = openComments_.find(name);
        if (open == openComments_.end())
            return;
        auto& paragraph = returned_.paragraphs[open->second.paragraph];
        const auto words = acts::cut(paragraph.text, open->second.at, acts::lengthOf(paragraph.text));
        paragraph.comments[open->second.index].quoted = acts::textOf(words);
        openComments_.erase(open);
    }

    static ReturnedParagraph noteOf(const pugi::xml_node& node) {
        ReturnedParagraph note;
        note.style = "LVPiezime";
        note.note = true;
        note.text = acts::plain(allText(node.child("text:note-body")));
        return note;
    }

    acts::Run lookOf(const pugi::xml_node& span, acts::Run look) const {
        const auto style = styles_.find(span.attribute("text:style-name").value());
        if (style == styles_.end())
            return look;
        look.bold = look.bold || style->second.look.bold;
        look.italic = look.italic || style->second.look.italic;
        if (style->second.look.script != acts::Script::Line)
            look.script = style->second.look.script;
        return look;
    }

    bool mark(const pugi::xml_node& node) {
        const bool point = is(node, "text:bookmark");
        if (!point && !is(node, "text:bookmark-start") && !is(node, "text:bookmark-end"))
            return false;
        const std::string name = node.attribute("text:name").value();
        const auto here = returned_.paragraphs.size() - 1;
        if (is(node, "text:bookmark-end")) {
            if (const auto open = openMarks_.find(name); open != openMarks_.end()) {
                returned_.paragraphs[open->second.first].marks[open->second.second].goesOn =
                    here - open->second.first;
                openMarks_.erase(open);
            }
            return true;
        }
        bool copy = false;
        const auto id = idOfMark(name, &copy);
        if (id.isNil())
            return true;
        now().marks.push_back({id, copy});
        if (!point)
            openMarks_[name] = {here, now().marks.size() - 1};
        return true;
    }

    bool change(const pugi::xml_node& node) {
        const std::string id = node.attribute("text:change-id").value();
        if (is(node, "text:change")) {
            if (const auto region = regions_.find(id); region != regions_.end()) {
                now().changes.push_back(region->second);
                now().changes.back().at = acts::lengthOf(now().text);
            }
        } else if (is(node, "text:change-start")) {
            if (regions_.contains(id))
                openInsertions_.push_back({id, std::size_t(-1), 0});
        } else if (is(node, "text:change-end"))
            std::erase_if(openInsertions_, [&](const Open& open) { return open.id == id; });
        else
            return false;
        return true;
    }

    Returned& returned_;
    std::map<std::string, Style> styles_;
    std::map<std::string, TrackedChange> regions_;
    std::vector<Open> openInsertions_;
    struct OpenComment {
        std::size_t paragraph, index, at;
    };
    std::map<std::string, OpenComment> openComments_;
    std::map<std::string, std::pair<std::size_t, std::size_t>> openMarks_;
    std::vector<ReturnedParagraph> notes_;
    std::size_t cell_ = 0, cells_ = 0;
    bool spaceBefore_ = true;
};

void readMeta(const std::string& text, Returned& returned) {
    pugi::xml_document document;
    if (!parseXml(text, document))
        return; // a foreign document may have any
    const auto meta = document.child("office:document-meta").child("office:meta");
    returned.author = meta.child_value("dc:creator");
    for (const auto& property : meta.children("meta:user-defined")) {
        const std::string_view name = property.attribute("meta:name").value(), value = property.child_value();
        if (name == "lv_act")
            returned.act = base::Ulid::parse(value).value_or(base::Ulid{});
        if (name == "lv_version")
            returned.version = versionOf(value);
    }
}

bool isMacro(const std::string& name) {
    return name.starts_with("Basic/") || name.starts_with("Scripts/");
}

} // namespace

base::Result<Returned> readOdt(std::string_view bytes) {
    const auto package = openPackage(bytes, {"content.xml", "meta.xml", "META-INF/manifest.xml"});
    if (!package)
        return fail(package.error());
    const auto manifest = package->parts.find("META-INF/manifest.xml");
    if (manifest != package->parts.end() && manifest->second.find("encryption-data") != std::string::npos)
        return fail(codes::encrypted);
    const auto content = package->parts.find("content.xml");
    if (content == package->parts.end())
        return fail(codes::notOffice, "no content.xml");
    pugi::xml_document document;
    if (auto parsed = parseXml(content->second, document); !parsed)
        return fail(parsed.error());
    const auto root = document.child("office:document-content");
    const auto text = root.child("office:body").child("office:text");
    if (!text)
        return fail(codes::notOffice, "no text document");
    Returned returned;
    if (std::any_of(package->names.begin(), package->names.end(), isMacro))
        returned.warnings.emplace_back("macros, never run");
    if (const auto meta = package->parts.find("meta.xml"); meta != package->parts.end())
        readMeta(meta->second, returned);
    Body body(returned);
    body.readStyles(root.child("office:automatic-styles"));
    body.blocks(text);
    if (body.tooMany())
        return fail(codes::tooLarge, "paragraphs");
    return returned;
}

} // namespace vienlogs::office
