// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "docx_sheet.h"

#include "docx_xml.h"

namespace vienlogs::office {

namespace {

constexpr int deepestBase = 20; // a chain of styles may be a circle in a damaged document

std::optional<bool> flag(const pugi::xml_node& properties, const char* name) {
    const auto node = properties.child(name);
    return node ? std::optional(isOn(node)) : std::nullopt;
}

std::optional<acts::Script> scriptIn(const pugi::xml_node& properties) {
    const auto node = properties.child("w:vertAlign");
    if (!node)
        return std::nullopt;
    const std::string_view value = node.attribute("w:val").value();
    return value == "superscript" ? acts::Script::Super
           : value == "subscript" ? acts::Script::Sub
                                  : acts::Script::Line;
}

} // namespace

std::optional<NumberingPlace> numberingIn(const pugi::xml_node& properties) {
    const auto numbering = properties.child("w:numPr");
    const auto list = numbering.child("w:numId").attribute("w:val");
    if (!list)
        return std::nullopt;
    return NumberingPlace{list.value(), numbering.child("w:ilvl").attribute("w:val").as_int(0)};
}

DocxSheet::Style DocxSheet::styleOf(const pugi::xml_node& node) {
    const auto text = node.child("w:rPr");
    return {node.child("w:name").attribute("w:val").value(),
            node.child("w:basedOn").attribute("w:val").value(),
            flag(text, "w:b"),
            flag(text, "w:i"),
            scriptIn(text),
            numberingIn(node.child("w:pPr"))};
}

void DocxSheet::read(const pugi::xml_node& styles) {
    for (const auto& node : styles.children("w:style"))
        styles_[node.attribute("w:styleId").value()] = styleOf(node);
}

std::string DocxSheet::nameOf(const std::string& style) const {
    const auto found = styles_.find(style);
    return found == styles_.end() || found->second.name.empty() ? style : found->second.name;
}

void DocxSheet::apply(const Style& style, acts::Run& look) {
    look.bold = style.bold.value_or(look.bold);
    look.italic = style.italic.value_or(look.italic);
    look.script = style.script.value_or(look.script);
}

acts::Run DocxSheet::lookOf(const std::string& style) const {
    std::vector<const Style*> chain;
    for (auto at = styles_.find(style); at != styles_.end() && chain.size() < deepestBase;
         at = styles_.find(at->second.base))
        chain.push_back(&at->second);
    acts::Run look;
    for (auto at = chain.rbegin(); at != chain.rend(); ++at)
        apply(**at, look);
    return look;
}

std::optional<NumberingPlace> DocxSheet::numberingOf(const std::string& style) const {
    int steps = 0;
    for (auto at = styles_.find(style); at != styles_.end() && steps < deepestBase;
         at = styles_.find(at->second.base), ++steps)
        if (at->second.numbering)
            return at->second.numbering;
    return std::nullopt;
}

acts::Run DocxSheet::over(acts::Run look, const pugi::xml_node& properties) const {
    if (const auto style = properties.child("w:rStyle")) {
        const auto named = lookOf(style.attribute("w:val").value());
        look.bold = look.bold || named.bold;
        look.italic = look.italic || named.italic;
        if (named.script != acts::Script::Line)
            look.script = named.script;
    }
    look.bold = flag(properties, "w:b").value_or(look.bold);
    look.italic = flag(properties, "w:i").value_or(look.italic);
    look.script = scriptIn(properties).value_or(look.script);
    return look;
}

} // namespace vienlogs::office
