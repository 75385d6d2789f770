// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "docx_text.h"

#include <algorithm>

#include "marks.h"
#include "xml.h"

namespace vienlogs::office {

namespace {

std::string words(std::string_view text, bool deleted) {
    const std::string_view name = deleted ? "w:delText" : "w:t";
    return text.empty() ? std::string{}
                        : together({"<", name, " xml:space=\"preserve\">", escaped(text), "</", name, ">"});
}

std::string characters(std::string_view text, bool deleted) {
    std::string out;
    for (auto at = text.find_first_of("\n\t"); at != std::string_view::npos;
         at = text.find_first_of("\n\t")) {
        out += words(text.substr(0, at), deleted) + (text[at] == '\n' ? "<w:br/>" : "<w:tab/>");
        text.remove_prefix(at + 1);
    }
    return out + words(text, deleted);
}

std::string lookOf(const acts::Run& run) {
    std::string look;
    look += run.bold ? "<w:b/>" : "";
    look += run.italic ? "<w:i/>" : "";
    if (run.script != acts::Script::Line)
        look += std::string("<w:vertAlign w:val=\"") +
                (run.script == acts::Script::Super ? "superscript" : "subscript") + "\"/>";
    return look.empty() ? look : "<w:rPr>" + look + "</w:rPr>";
}

} // namespace

std::string DocxLinks::idOf(const std::string& address) {
    const auto known = std::find(addresses_.begin(), addresses_.end(), address);
    const auto number = std::size_t(known - addresses_.begin()) + 1;
    if (known == addresses_.end())
        addresses_.push_back(address);
    return "rLink" + std::to_string(number);
}

std::string DocxLinks::xml() const {
    std::string out;
    for (std::size_t i = 0; i < addresses_.size(); ++i)
        out += "<Relationship Id=\"rLink" + std::to_string(i + 1) +
               "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" "
               "Target=\"" +
               escaped(addresses_[i]) + "\" TargetMode=\"External\"/>";
    return out;
}

std::string DocxChange::head() const {
    auto time = base::toRfc3339(credit.time);
    time.resize(std::min<std::size_t>(time.size(), 19)); // to the second, as suites write it
    return together({"<", name(), " w:id=\"", std::to_string(++nextId), "\" w:author=\"",
                     escaped(credit.author), "\" w:date=\"", time, "Z\""});
}

std::string docxText(const acts::Runs& runs, DocxLinks& links, const DocxChange* change) {
    std::string out;
    for (const auto& run : runs) {
        auto text = "<w:r>" + lookOf(run) + characters(run.text, change && change->deletion) + "</w:r>";
        if (change)
            text = together({change->head(), ">", text, "</", change->name(), ">"});
        if (run.reference)
            text = together(
                {"<w:hyperlink w:anchor=\"", markName(run.reference->target), "\">", text, "</w:hyperlink>"});
        else if (!run.link.empty())
            text = together({"<w:hyperlink r:id=\"", links.idOf(run.link), "\">", text, "</w:hyperlink>"});
        out += text;
    }
    return out;
}

} // namespace vienlogs::office
