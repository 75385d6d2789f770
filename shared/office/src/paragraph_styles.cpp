// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "paragraph_styles.h"

#include <array>

namespace vienlogs::office {

namespace {

using acts::ElementKind;

constexpr std::array<ParagraphStyle, 13> styles{
    {{ElementKind::Title, "LVNosaukums", Align::Center, 0, 50, false, false, true, false, 14},
     {ElementKind::Basis, "LVPamats", Align::Right, 0, 40, false, false, false, true},
     {ElementKind::Chapter, "LVNodala", Align::Center, 50, 30, true, false, true},
     {ElementKind::Article, "LVPants", Align::Left, 40, 20, true, false, true},
     {ElementKind::Part, "LVDala", Align::Justify, 0, 20},
     {ElementKind::Point, "LVPunkts", Align::Justify, 0, 15},
     {ElementKind::Paragraph, "LVTeksts", Align::Justify, 0, 20},
     {ElementKind::TransitionalProvisions, "LVParejasNoteikumi", Align::Center, 50, 30, true, false, true},
     {ElementKind::Annex, "LVPielikums", Align::Right, 0, 40, true, true},
     {ElementKind::Footnote, "LVPiezime", Align::Left, 0, 10, false, false, false, false, 10},
     {ElementKind::Signature, "LVParaksts", Align::Left, 60, 0},
     {ElementKind::Cell, "LVSuna"},
     {ElementKind::SubPoint, "LVApakspunkts", Align::Justify, 0, 15}}};

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

std::span<const ParagraphStyle> paragraphStyles() {
    return styles;
}

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
    for (std::size_t depth = 1; depth <= deepestStyle; ++depth)
        if (name == styleOf(ElementKind::SubPoint, depth))
            return StyledKind{ElementKind::SubPoint, depth};
    return std::nullopt;
}

} // namespace vienlogs::office
