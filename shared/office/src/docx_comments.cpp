// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "docx_comments.h"

#include <algorithm>
#include <unordered_map>

#include <pugixml.hpp>

#include "docx_xml.h"
#include "vienlogs/base/clock.h"
#include "xml.h"

namespace vienlogs::office {

namespace {

constexpr std::string_view commentsHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14">)";
constexpr std::string_view extendedHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w15">)";

/// Eight hexadecimal digits below 80000000, not 0 (MS-DOCX 2.6.2.3).
std::string paragraphId(std::size_t index) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string id(8, '0');
    for (std::size_t value = index + 1, at = 8; value > 0 && at > 0; value /= 16)
        id[--at] = digits[value % 16];
    return id;
}

} // namespace

DocxCommentParts docxComments(const std::vector<acts::Comment>& comments) {
    DocxCommentParts parts;
    parts.comments = commentsHead;
    parts.commentsExtended = extendedHead;
    std::unordered_map<base::Ulid, std::size_t> places;
    for (std::size_t i = 0; i < comments.size(); ++i) {
        const auto& comment = comments[i];
        places[comment.id] = i;
        auto time = base::toRfc3339(comment.time);
        time.resize(std::min<std::size_t>(time.size(), 19)); // to the second, as suites write it
        DocxLinks none;
        parts.comments += "<w:comment w:id=\"" + std::to_string(i) + "\" w:author=\"" +
                          escaped(comment.author) + "\" w:date=\"" + time + "Z\"><w:p w14:paraId=\"" +
                          paragraphId(i) + "\">" + docxText(acts::plain(comment.text), none) +
                          "</w:p></w:comment>";
        parts.commentsExtended += "<w15:commentEx w15:paraId=\"" + paragraphId(i) + "\"";
        if (const auto parent = places.find(comment.replyTo); parent != places.end() && parent->second != i)
            parts.commentsExtended += " w15:paraIdParent=\"" + paragraphId(parent->second) + "\"";
        parts.commentsExtended += std::string(" w15:done=\"") + (comment.resolved ? "1" : "0") + "\"/>";
    }
    parts.comments += "</w:comments>";
    parts.commentsExtended += "</w15:commentsEx>";
    return parts;
}

base::Result<std::map<std::string, ReturnedComment>> readDocxComments(const DocxCommentParts& parts) {
    pugi::xml_document comments, extended;
    if (auto parsed = parseXml(parts.comments, comments); !parsed)
        return base::fail(parsed.error());
    std::map<std::string, std::pair<bool, std::string>> states; // by paragraph: resolved, the parent's
    if (!parts.commentsExtended.empty()) {
        if (auto parsed = parseXml(parts.commentsExtended, extended); !parsed)
            return base::fail(parsed.error());
        for (const auto& state : extended.first_child().children("w15:commentEx"))
            states[state.attribute("w15:paraId").value()] = {state.attribute("w15:done").as_bool(),
                                                             state.attribute("w15:paraIdParent").value()};
    }
    std::map<std::string, ReturnedComment> read;
    std::map<std::string, std::string> byParagraph;
    std::map<std::string, std::string> parents;
    for (const auto& comment : comments.child("w:comments").children("w:comment")) {
        const std::string id = comment.attribute("w:id").value();
        auto& known = read[id];
        known.author = comment.attribute("w:author").value();
        known.time = comment.attribute("w:date").value();
        known.text = docxPlainText(comment);
        known.id = id;
        // The state hangs on the last paragraph of the comment.
        const std::string last = comment.last_child().attribute("w14:paraId").value();
        byParagraph[last] = id;
        if (const auto state = states.find(last); state != states.end()) {
            known.resolved = state->second.first;
            parents[id] = state->second.second;
        }
    }
    for (const auto& [id, parent] : parents)
        if (const auto found = byParagraph.find(parent); found != byParagraph.end() && found->second != id)
            read[id].replyTo = found->second;
    return read;
}

} // namespace vienlogs::office
