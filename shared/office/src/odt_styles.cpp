// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "odt_styles.h"

#include "paragraph_styles.h"

namespace vienlogs::office {

namespace {

std::string millimetres(int tenths) {
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "mm";
}

std::string attribute(std::string_view name, const std::string& value) {
    return " " + std::string(name) + "=\"" + value + "\"";
}

std::string_view aligned(Align align) {
    switch (align) {
    case Align::Left:
        return "start";
    case Align::Center:
        return "center";
    case Align::Right:
        return "end";
    case Align::Justify:
        return "justify";
    }
    return {};
}

std::string styleXml(const ParagraphStyle& style, const std::string& name, int indent) {
    std::string xml =
        "<style:style" + attribute("style:name", name) +
        R"( style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties)" +
        attribute("fo:text-align", std::string(aligned(style.align))) +
        attribute("fo:margin-top", millimetres(style.before)) +
        attribute("fo:margin-bottom", millimetres(style.after)) +
        attribute("fo:margin-left", millimetres(indent));
    xml += style.keepWithNext ? R"( fo:keep-with-next="always")" : "";
    xml += style.pageBefore ? R"( fo:break-before="page")" : "";
    xml += "/><style:text-properties" + attribute("fo:font-size", std::to_string(style.points) + "pt");
    xml += style.bold ? R"( fo:font-weight="bold")" : "";
    xml += style.italic ? R"( fo:font-style="italic")" : "";
    return xml + "/></style:style>";
}

std::string pageXml() {
    return R"(<style:page-layout style:name="LVLapa"><style:page-layout-properties)" +
           attribute("fo:page-width", millimetres(PageLayout::width)) +
           attribute("fo:page-height", millimetres(PageLayout::height)) +
           attribute("fo:margin-top", millimetres(PageLayout::top)) +
           attribute("fo:margin-bottom", millimetres(PageLayout::bottom)) +
           attribute("fo:margin-left", millimetres(PageLayout::left)) +
           attribute("fo:margin-right", millimetres(PageLayout::right)) + "/></style:page-layout>";
}

constexpr std::string_view head =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3"><office:font-face-decls><style:font-face style:name="Times New Roman" svg:font-family="'Times New Roman'" style:font-family-generic="roman"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Times New Roman" fo:font-size="12pt" fo:language="lv" fo:country="LV"/></style:default-style><style:style style:name="Standard" style:family="paragraph" style:class="text"/>)";

} // namespace

std::string odtStylesXml() {
    std::string xml(head);
    for (const auto& style : paragraphStyles())
        if (style.kind != acts::ElementKind::SubPoint)
            xml += styleXml(style, std::string(style.name), 0);
        else
            for (std::size_t depth = 1; depth <= deepestStyle; ++depth)
                xml += styleXml(style, styleOf(style.kind, depth), int(depth) * indentStep);
    return xml + "</office:styles><office:automatic-styles>" + pageXml() +
           R"(</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="LVLapa"/></office:master-styles></office:document-styles>)";
}

} // namespace vienlogs::office
