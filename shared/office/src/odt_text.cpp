// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "odt_text.h"

#include "marks.h"
#include "xml.h"

namespace vienlogs::office {

namespace {

/// "LVBIU": bold, italic, up (or D, down); empty for ordinary text.
std::string lookOf(bool bold, bool italic, acts::Script script) {
    std::string look;
    look += bold ? "B" : "";
    look += italic ? "I" : "";
    look += script == acts::Script::Super ? "U" : script == acts::Script::Sub ? "D" : "";
    return look.empty() ? look : "LV" + look;
}

std::string characters(std::string_view text) {
    std::string out, pending;
    const auto flush = [&] {
        out += escaped(pending);
        pending.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n' || text[i] == '\t') {
            flush();
            out += text[i] == '\n' ? "<text:line-break/>" : "<text:tab/>";
        } else if (text[i] == ' ' && (i == 0 || i + 1 == text.size() || text[i - 1] == ' ')) {
            flush(); // a suite drops such a space when it is only a character
            out += "<text:s/>";
        } else
            pending += text[i];
    flush();
    return out;
}

} // namespace

std::string odtText(const acts::Runs& runs) {
    std::string out;
    for (const auto& run : runs) {
        auto text = characters(run.text);
        if (const auto look = lookOf(run.bold, run.italic, run.script); !look.empty())
            text = "<text:span text:style-name=\"" + look + "\">" + text + "</text:span>";
        const auto target = run.reference ? "#" + markName(run.reference->target) : run.link;
        if (!target.empty())
            text =
                "<text:a xlink:type=\"simple\" xlink:href=\"" + escaped(target) + "\">" + text + "</text:a>";
        out += text;
    }
    return out;
}

std::string odtTextStyles() {
    std::string xml;
    for (const bool bold : {false, true})
        for (const bool italic : {false, true})
            for (const auto script : {acts::Script::Line, acts::Script::Super, acts::Script::Sub}) {
                const auto look = lookOf(bold, italic, script);
                if (look.empty())
                    continue;
                xml +=
                    "<style:style style:name=\"" + look + "\" style:family=\"text\"><style:text-properties";
                xml += bold ? " fo:font-weight=\"bold\"" : "";
                xml += italic ? " fo:font-style=\"italic\"" : "";
                if (script != acts::Script::Line)
                    xml += std::string(" style:text-position=\"") +
                           (script == acts::Script::Super ? "super" : "sub") + " 58%\"";
                xml += "/></style:style>";
            }
    return xml;
}

} // namespace vienlogs::office
