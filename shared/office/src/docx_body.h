// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <set>

#include <pugixml.hpp>

#include "docx_comments.h"
#include "docx_numbering.h"
#include "docx_sheet.h"
#include "vienlogs/office/returned.h"

namespace vienlogs::office {

using DocxLinkTargets = std::map<std::string, std::string>;

/// What the text of a .docx refers to.
struct DocxParts {
    DocxSheet sheet;
    DocxNumbering numbering;
    std::map<std::string, ReturnedComment> comments;
    std::map<std::string, std::string> footnotes, endnotes;
    DocxLinkTargets links;
};

/// Walks a w:body and fills what is returned.
class DocxBody {
public:
    DocxBody(Returned& returned, DocxParts& parts) : returned_(returned), parts_(parts) {}

    void read(const pugi::xml_node& body);
    [[nodiscard]] bool tooMany() const;

private:
    /// A bookmark that is open: where it began.
    struct OpenMark {
        std::size_t paragraph, mark;
    };

    ReturnedParagraph& now() { return returned_.paragraphs.back(); }
    void blocks(const pugi::xml_node& parent);
    void table(const pugi::xml_node& table);
    void paragraph(const pugi::xml_node& node);
    void begin(const pugi::xml_node& node, const pugi::xml_node& properties);
    void end(const pugi::xml_node& markProperties);
    void dropDeleted(const pugi::xml_node& deletion);
    void number(const pugi::xml_node& properties, const std::string& style);
    void inlines(const pugi::xml_node& parent, const acts::Run& link);
    bool marked(const pugi::xml_node& node);
    void beginMark(const pugi::xml_node& node);
    void endMark(const pugi::xml_node& node);
    void beginComment(const pugi::xml_node& node);
    void endComment(const pugi::xml_node& node);
    void tracked(const pugi::xml_node& node, bool deletion, const acts::Run& link);
    void hyperlink(const pugi::xml_node& node);
    void run(const pugi::xml_node& node, const acts::Run& link);
    void runChild(const pugi::xml_node& node, const acts::Run& look);
    void note(const std::map<std::string, std::string>& notes, const pugi::xml_node& reference);
    void put(std::string text, acts::Run look);

    Returned& returned_;
    DocxParts& parts_;
    std::map<std::string, OpenMark> openMarks_;             ///< by w:id
    std::map<std::string, OpenMark> seenMarks_;             ///< by name
    std::vector<std::pair<base::Ulid, bool>> pendingMarks_; ///< stand between paragraphs
    std::vector<std::string> pendingIds_;                   ///< their w:id
    std::vector<std::size_t> openInsertions_;               ///< places in the paragraph's changes
    std::map<std::string, std::pair<std::size_t, std::size_t>> openComments_; ///< paragraph, character
    std::map<std::string, std::string> commented_;                            ///< the words, by w:id
    std::vector<ReturnedParagraph> notes_;
    std::set<std::string> warned_;
    acts::Run paragraphLook_; ///< what the paragraph's style gives to all its characters
    std::size_t cell_ = 0, cells_ = 0;
    std::vector<pugi::xml_node> deletedRows_; ///< the tracked deletions of rows that are around
    bool joinNext_ = false; ///< the mark of the last paragraph was deleted: the next one goes on in it
    bool anyText_ = false;  ///< the paragraph has had characters
};

} // namespace vienlogs::office
