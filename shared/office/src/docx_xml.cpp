// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "docx_xml.h"

namespace vienlogs::office {

bool isOn(const pugi::xml_node& property) {
    const std::string_view value = property.attribute("w:val").as_string("1");
    return property && value != "0" && value != "false" && value != "off";
}

std::string wordsOf(const pugi::xml_node& text) {
    std::string words = text.child_value();
    for (auto& c : words)
        c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    if (std::strcmp(text.attribute("xml:space").value(), "preserve") == 0)
        return words;
    const auto first = words.find_first_not_of(' ');
    return first == std::string::npos ? std::string{}
                                      : words.substr(first, words.find_last_not_of(' ') - first + 1);
}

std::string docxPlainText(const pugi::xml_node& node) {
    std::string text;
    for (const auto& child : node.children())
        if (is(child, "w:t") || is(child, "w:delText"))
            text += wordsOf(child);
        else if (is(child, "w:tab"))
            text += '\t';
        else if (is(child, "w:br") || is(child, "w:cr"))
            text += '\n';
        else if (!is(child, "w:pPr") && !is(child, "w:rPr"))
            text += (text.empty() || !is(child, "w:p") ? "" : "\n") + docxPlainText(child);
    return text;
}

} // namespace vienlogs::office
