// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "docx_body.h"

#include <algorithm>

#include "docx_xml.h"
#include "marks.h"
#include "vienlogs/acts/act.h"

namespace vienlogs::office {

namespace {

TrackedChange changeOf(const pugi::xml_node& node, bool deletion) {
    return {deletion, node.attribute("w:author").value(), node.attribute("w:date").value(),
            deletion ? docxPlainText(node) : std::string{}};
}

/// w:ins or w:moveTo, whose content is there after all changes are accepted.
bool isInsertion(const pugi::xml_node& node) {
    return is(node, "w:ins") || is(node, "w:moveTo");
}
bool isDeletion(const pugi::xml_node& node) {
    return is(node, "w:del") || is(node, "w:moveFrom");
}

/// Elements around text that say nothing of it.
bool isWrapping(const pugi::xml_node& node) {
    return is(node, "w:sdt") || is(node, "w:sdtContent") || is(node, "w:customXml") ||
           is(node, "w:smartTag") || is(node, "w:fldSimple") || is(node, "w:dir") || is(node, "w:bdo");
}

} // namespace

bool DocxBody::tooMany() const {
    return returned_.paragraphs.size() > acts::Bounds::elements;
}

void DocxBody::read(const pugi::xml_node& body) {
    blocks(body);
}

void DocxBody::blocks(const pugi::xml_node& parent) {
    for (const auto& node : parent.children())
        if (is(node, "w:p"))
            paragraph(node);
        else if (is(node, "w:tbl"))
            table(node);
        else if (isWrapping(node) || isInsertion(node))
            blocks(node);
        else
            marked(node);
}

void DocxBody::table(const pugi::xml_node& table) {
    joinNext_ = false;
    for (const auto& row : table.children()) {
        if (isWrapping(row)) {
            this->table(row);
            continue;
        }
        if (!is(row, "w:tr"))
            continue;
        const auto deleted = row.child("w:trPr").child("w:del");
        if (deleted)
            deletedRows_.push_back(deleted);
        for (const auto& cell : row.children("w:tc")) {
            const auto outer = cell_;
            cell_ = ++cells_;
            blocks(cell);
            cell_ = outer;
            joinNext_ = false;
        }
        if (deleted)
            deletedRows_.pop_back();
    }
}

void DocxBody::paragraph(const pugi::xml_node& node) {
    if (tooMany())
        return;
    const auto properties = node.child("w:pPr");
    begin(node, properties);
    inlines(node, {});
    end(properties.child("w:rPr"));
}

void DocxBody::begin(const pugi::xml_node&, const pugi::xml_node& properties) {
    const std::string style = properties.child("w:pStyle").attribute("w:val").value();
    paragraphLook_ = parts_.sheet.lookOf(style);
    if (!joinNext_ || returned_.paragraphs.empty()) {
        auto& fresh = returned_.paragraphs.emplace_back();
        fresh.cell = cell_;
        fresh.style = parts_.sheet.nameOf(style);
        anyText_ = false;
        number(properties, style);
    }
    joinNext_ = false;
    openInsertions_.clear();
    for (std::size_t i = 0; i < pendingMarks_.size(); ++i) {
        now().marks.push_back({pendingMarks_[i].first, pendingMarks_[i].second});
        openMarks_[pendingIds_[i]] = {returned_.paragraphs.size() - 1, now().marks.size() - 1};
    }
    pendingMarks_.clear();
    pendingIds_.clear();
}

void DocxBody::number(const pugi::xml_node& properties, const std::string& style) {
    auto place = numberingIn(properties);
    if (!place)
        place = parts_.sheet.numberingOf(style);
    if (!place)
        return;
    if (const auto label = parts_.numbering.next(*place); !label.empty())
        now().text.push_back({label + " "});
}

void DocxBody::end(const pugi::xml_node& markProperties) {
    auto& text = now().text;
    text = acts::normalised(text);
    for (auto& comment : now().comments)
        if (comment.quoted == acts::textOf(text)) // the whole of it
            comment.quoted.clear();
    const auto deletion =
        markProperties.child("w:del") ? markProperties.child("w:del") : markProperties.child("w:moveFrom");
    if (!deletedRows_.empty()) // what is left in the row goes with it
        dropDeleted(deletedRows_.back());
    else if (deletion && text.empty())
        dropDeleted(deletion);
    else
        joinNext_ = bool(deletion);
    std::vector<ReturnedParagraph> notes;
    notes.swap(notes_);
    for (auto& note : notes)
        returned_.paragraphs.push_back(std::move(note));
    joinNext_ = joinNext_ && notes.empty();
}

/// A paragraph of which nothing is left once the deletions are accepted.
void DocxBody::dropDeleted(const pugi::xml_node& deletion) {
    const auto here = returned_.paragraphs.size() - 1;
    auto change = now().changes.empty() ? changeOf(deletion, true) : now().changes.front();
    change.deletion = true;
    change.text = acts::textOf(now().text);
    for (const auto& each : now().changes)
        change.text += each.deletion ? each.text : "";
    for (const auto& mark : now().marks)
        if (!mark.copy)
            returned_.deleted.emplace_back(mark.id, change);
    for (const auto& comment : now().comments)
        returned_.warnings.push_back("a comment on a deleted paragraph: " + comment.author + ": " +
                                     comment.text);
    const auto isHere = [&](const auto& known) { return known.second.paragraph == here; };
    std::erase_if(openMarks_, isHere);
    std::erase_if(seenMarks_, isHere);
    returned_.paragraphs.pop_back();
}

void DocxBody::inlines(const pugi::xml_node& parent, const acts::Run& link) {
    for (const auto& node : parent.children())
        if (is(node, "w:r"))
            run(node, link);
        else if (isInsertion(node) || isDeletion(node))
            tracked(node, isDeletion(node), link);
        else if (is(node, "w:hyperlink"))
            hyperlink(node);
        else if (isWrapping(node))
            inlines(node, link);
        else
            marked(node);
}

bool DocxBody::marked(const pugi::xml_node& node) {
    if (is(node, "w:bookmarkStart"))
        beginMark(node);
    else if (is(node, "w:bookmarkEnd"))
        endMark(node);
    else if (is(node, "w:commentRangeStart"))
        beginComment(node);
    else if (is(node, "w:commentRangeEnd"))
        endComment(node);
    else
        return false;
    return true;
}

void DocxBody::beginComment(const pugi::xml_node& node) {
    if (!returned_.paragraphs.empty())
        openComments_[node.attribute("w:id").value()] = {returned_.paragraphs.size() - 1,
                                                         acts::lengthOf(now().text)};
}

/// The words from its beginning to here; none when it goes over more than one paragraph.
void DocxBody::endComment(const pugi::xml_node& node) {
    const auto open = openComments_.find(node.attribute("w:id").value());
    if (open == openComments_.end() || open->second.first + 1 != returned_.paragraphs.size())
        return;
    const auto end = acts::lengthOf(now().text);
    if (open->second.second < end)
        commented_[open->first] = acts::textOf(acts::cut(now().text, open->second.second, end));
}

void DocxBody::beginMark(const pugi::xml_node& node) {
    const std::string name = node.attribute("w:name").value(), id = node.attribute("w:id").value();
    bool copy = false;
    const auto element = idOfMark(name, &copy);
    if (element.isNil())
        return;
    const bool between = !is(node.parent(), "w:p") && is(node.parent(), "w:body");
    if (between) {
        pendingMarks_.emplace_back(element, copy);
        pendingIds_.push_back(id);
        return;
    }
    const auto here = returned_.paragraphs.size() - 1;
    // LibreOffice begins a bookmark again in the second half of a paragraph that was split.
    if (const auto seen = seenMarks_.find(name); seen != seenMarks_.end()) {
        auto& first = returned_.paragraphs[seen->second.paragraph].marks[seen->second.mark];
        first.goesOn = std::max(first.goesOn, here - seen->second.paragraph);
        openMarks_[id] = seen->second;
        return;
    }
    now().marks.push_back({element, copy});
    const OpenMark mark{here, now().marks.size() - 1};
    openMarks_[id] = mark;
    seenMarks_[name] = mark;
}

void DocxBody::endMark(const pugi::xml_node& node) {
    const auto open = openMarks_.find(node.attribute("w:id").value());
    if (open == openMarks_.end())
        return;
    auto last = returned_.paragraphs.size() - 1;
    // One that ends before the first letter of a paragraph took in the end of the one before only.
    if (!anyText_ && last > open->second.paragraph)
        --last;
    auto& mark = returned_.paragraphs[open->second.paragraph].marks[open->second.mark];
    mark.goesOn = std::max(mark.goesOn, last - open->second.paragraph);
    openMarks_.erase(open);
}

void DocxBody::tracked(const pugi::xml_node& node, bool deletion, const acts::Run& link) {
    now().changes.push_back(changeOf(node, deletion));
    now().changes.back().at = acts::lengthOf(now().text);
    if (deletion) {
        for (const auto& child : node.children()) // bookmarks and comments stand in it, its words do not
            if (!marked(child) && is(child, "w:r") && child.child("w:commentReference"))
                run(child, link);
        return;
    }
    openInsertions_.push_back(now().changes.size() - 1);
    inlines(node, link);
    auto& change = now().changes[openInsertions_.back()];
    change.length = acts::lengthOf(std::string_view(change.text));
    openInsertions_.pop_back();
}

void DocxBody::hyperlink(const pugi::xml_node& node) {
    acts::Run link;
    if (const auto anchor = node.attribute("w:anchor")) {
        const auto id = idOfMark(anchor.value());
        if (!id.isNil())
            link.reference = acts::Reference{id};
    } else if (const auto target = parts_.links.find(node.attribute("r:id").value());
               target != parts_.links.end())
        link.link = target->second;
    inlines(node, link);
}

void DocxBody::run(const pugi::xml_node& node, const acts::Run& link) {
    auto look = parts_.sheet.over(paragraphLook_, node.child("w:rPr"));
    // What the paragraph's style gives to all of it is the style's, not the words'.
    look.bold = look.bold && !paragraphLook_.bold;
    look.italic = look.italic && !paragraphLook_.italic;
    look.link = link.link;
    look.reference = link.reference;
    for (const auto& child : node.children())
        runChild(child, look);
}

void DocxBody::runChild(const pugi::xml_node& node, const acts::Run& look) {
    if (is(node, "w:t"))
        put(wordsOf(node), look);
    else if (is(node, "w:tab") || is(node, "w:ptab"))
        put("\t", look);
    else if (is(node, "w:cr") ||
             (is(node, "w:br") && std::string_view(node.attribute("w:type").value()) != "page"))
        put("\n", look);
    else if (is(node, "w:noBreakHyphen"))
        put("\u2011", look);
    else if (is(node, "w:footnoteReference"))
        note(parts_.footnotes, node);
    else if (is(node, "w:endnoteReference"))
        note(parts_.endnotes, node);
    else if (is(node, "w:commentReference")) {
        const auto comment = parts_.comments.find(node.attribute("w:id").value());
        if (comment == parts_.comments.end())
            return;
        now().comments.push_back(comment->second);
        if (const auto words = commented_.find(comment->first); words != commented_.end())
            now().comments.back().quoted = words->second;
    } else if (is(node, "w:drawing") || is(node, "w:pict") || is(node, "w:object") ||
               is(node, "mc:AlternateContent"))
        returned_.warnings.emplace_back("a picture or object was left aside");
    else if (is(node, "w:sym") && warned_.insert("w:sym").second)
        returned_.warnings.emplace_back("a sign of a symbol font was left aside");
}

void DocxBody::note(const std::map<std::string, std::string>& notes, const pugi::xml_node& reference) {
    const auto found = notes.find(reference.attribute("w:id").value());
    if (found == notes.end())
        return;
    auto& note = notes_.emplace_back();
    note.style = "LVPiezime";
    note.note = true;
    const auto first = found->second.find_first_not_of(' ');
    note.text = acts::plain(first == std::string::npos ? std::string{} : found->second.substr(first));
}

void DocxBody::put(std::string text, acts::Run look) {
    if (text.empty())
        return;
    anyText_ = true;
    for (const auto change : openInsertions_)
        now().changes[change].text += text;
    look.text = std::move(text);
    now().text.push_back(std::move(look));
}

} // namespace vienlogs::office
