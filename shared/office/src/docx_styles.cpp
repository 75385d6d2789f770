// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "docx_styles.h"

#include "paragraph_styles.h"

namespace vienlogs::office {

namespace {

std::string_view aligned(Align align) {
    switch (align) {
    case Align::Left:
        return "left";
    case Align::Center:
        return "center";
    case Align::Right:
        return "right";
    case Align::Justify:
        return "both";
    }
    return {};
}

/// The order of the children is the schema's (ECMA-376 part 1, 17.3.1.26 and 17.3.2.28).
std::string styleXml(const ParagraphStyle& style, const std::string& name, int indent) {
    std::string xml = "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" + name +
                      "\"><w:name w:val=\"" + name + "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>";
    xml += style.keepWithNext ? "<w:keepNext/>" : "";
    xml += style.pageBefore ? "<w:pageBreakBefore/>" : "";
    xml += "<w:spacing w:before=\"" + twips(style.before) + "\" w:after=\"" + twips(style.after) + "\"/>";
    xml += indent > 0 ? "<w:ind w:left=\"" + twips(indent) + "\"/>" : "";
    xml += "<w:jc w:val=\"" + std::string(aligned(style.align)) + "\"/></w:pPr><w:rPr>";
    xml += style.bold ? "<w:b/>" : "";
    xml += style.italic ? "<w:i/>" : "";
    const auto half = std::to_string(style.points * 2);
    return xml + "<w:sz w:val=\"" + half + "\"/><w:szCs w:val=\"" + half + "\"/></w:rPr></w:style>";
}

} // namespace

std::string twips(int tenths) {
    return std::to_string((tenths * 1440 + 127) / 254); // 1440 an inch, 254 tenths of a millimetre an inch
}

std::string docxStylesXml() {
    std::string xml =
        R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="lv-LV"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>)";
    for (const auto& style : paragraphStyles())
        if (style.kind != acts::ElementKind::SubPoint)
            xml += styleXml(style, std::string(style.name), 0);
        else
            for (std::size_t depth = 1; depth <= deepestStyle; ++depth)
                xml += styleXml(style, styleOf(style.kind, depth), int(depth) * indentStep);
    return xml + "</w:styles>";
}

std::string docxPageXml() {
    return "<w:sectPr><w:pgSz w:w=\"" + twips(PageLayout::width) + "\" w:h=\"" + twips(PageLayout::height) +
           "\"/><w:pgMar w:top=\"" + twips(PageLayout::top) + "\" w:right=\"" + twips(PageLayout::right) +
           "\" w:bottom=\"" + twips(PageLayout::bottom) + "\" w:left=\"" + twips(PageLayout::left) +
           "\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/></w:sectPr>";
}

} // namespace vienlogs::office
