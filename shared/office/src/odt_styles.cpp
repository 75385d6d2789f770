// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "odt_styles.h"

#include <array>

namespace vienlogs::office {

namespace {

using acts::ElementKind;

struct Style {
    ElementKind kind;
    std::string_view name;
    std::string_view paragraph; ///< properties as ODF writes them
    std::string_view text;
};

constexpr std::array<Style, 13> styles{
    {{ElementKind::Title, "LVNosaukums", R"(fo:text-align="center" fo:margin-bottom="0.5cm")",
      R"(fo:font-weight="bold" fo:font-size="14pt")"},
     {ElementKind::Basis, "LVPamats", R"(fo:text-align="end" fo:margin-bottom="0.4cm")",
      R"(fo:font-style="italic")"},
     {ElementKind::Chapter, "LVNodala",
      R"(fo:text-align="center" fo:margin-top="0.5cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always")",
      R"(fo:font-weight="bold")"},
     {ElementKind::Article, "LVPants",
      R"(fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always")",
      R"(fo:font-weight="bold")"},
     {ElementKind::Part, "LVDala", R"(fo:text-align="justify" fo:margin-bottom="0.2cm")", ""},
     {ElementKind::Point, "LVPunkts", R"(fo:text-align="justify" fo:margin-bottom="0.15cm")", ""},
     {ElementKind::Paragraph, "LVTeksts", R"(fo:text-align="justify" fo:margin-bottom="0.2cm")", ""},
     {ElementKind::TransitionalProvisions, "LVParejasNoteikumi",
      R"(fo:text-align="center" fo:margin-top="0.5cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always")",
      R"(fo:font-weight="bold")"},
     {ElementKind::Annex, "LVPielikums",
      R"(fo:text-align="end" fo:margin-bottom="0.4cm" fo:break-before="page" fo:keep-with-next="always")",
      ""},
     {ElementKind::Footnote, "LVPiezime", R"(fo:margin-bottom="0.1cm")", R"(fo:font-size="10pt")"},
     {ElementKind::Signature, "LVParaksts", R"(fo:margin-top="0.6cm")", ""},
     {ElementKind::Cell, "LVSuna", "", ""},
     {ElementKind::SubPoint, "LVApakspunkts", R"(fo:text-align="justify" fo:margin-bottom="0.15cm")", ""}}};

constexpr std::size_t deepest = 8;

std::string styleXml(const std::string& name, const std::string& paragraph, std::string_view text) {
    std::string xml = "<style:style style:name=\"" + name +
                      "\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">";
    if (!paragraph.empty())
        xml += "<style:paragraph-properties " + paragraph + "/>";
    if (!text.empty())
        xml += "<style:text-properties " + std::string(text) + "/>";
    return xml + "</style:style>";
}

/// Without what office suites put between the letters of a name.
std::string bare(std::string_view style) {
    std::string name;
    for (std::size_t i = 0; i < style.size(); ++i)
        if (style[i] == '_' && style.substr(i, 4) == "_20_")
            i += 3;
        else if (style[i] != ' ' && style[i] != '_')
            name += style[i];
    return name;
}

} // namespace

std::string styleOf(ElementKind kind, std::size_t depth) {
    for (const auto& style : styles)
        if (style.kind == kind)
            return std::string(style.name) + (kind == ElementKind::SubPoint ? std::to_string(depth) : "");
    return "LVTeksts";
}

std::optional<StyledKind> kindOfStyle(std::string_view style) {
    const auto name = bare(style);
    for (const auto& known : styles)
        if (name == known.name && known.kind != ElementKind::SubPoint)
            return StyledKind{known.kind == ElementKind::Cell ? ElementKind::Paragraph : known.kind};
    for (std::size_t depth = 1; depth <= deepest; ++depth)
        if (name == styleOf(ElementKind::SubPoint, depth))
            return StyledKind{ElementKind::SubPoint, depth};
    return std::nullopt;
}

std::string stylesXml() {
    std::string xml =
        R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3"><office:font-face-decls><style:font-face style:name="Times New Roman" svg:font-family="'Times New Roman'" style:font-family-generic="roman"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:text-properties style:font-name="Times New Roman" fo:font-size="12pt" fo:language="lv" fo:country="LV"/></style:default-style><style:style style:name="Standard" style:family="paragraph" style:class="text"/>)";
    for (const auto& style : styles)
        if (style.kind != ElementKind::SubPoint)
            xml += styleXml(std::string(style.name), std::string(style.paragraph), style.text);
        else
            for (std::size_t depth = 1; depth <= deepest; ++depth)
                xml += styleXml(styleOf(style.kind, depth),
                                std::string(style.paragraph) + " fo:margin-left=\"" + std::to_string(depth) +
                                    "cm\"",
                                style.text);
    return xml +
           R"(</office:styles><office:automatic-styles><style:page-layout style:name="LVLapa"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="LVLapa"/></office:master-styles></office:document-styles>)";
}

} // namespace vienlogs::office
