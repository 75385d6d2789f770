// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "font.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include <cctype>
#include <cmath>
#include <cstdio>

#include "filters.h"
#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

namespace {

template<auto Destroy>
struct Destroyed {
    template<typename T>
    void operator()(T* object) const {
        Destroy(object);
    }
};
using Blob = std::unique_ptr<hb_blob_t, Destroyed<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroyed<hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroyed<hb_subset_input_destroy>>;

std::u32string lettersOf(std::string_view utf8) {
    std::u32string letters;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto first = static_cast<unsigned char>(utf8[at++]);
        const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
        char32_t letter = more == 3 ? first & 7 : more == 2 ? first & 15 : more == 1 ? first & 31 : first;
        for (int i = 0; i < more && at < utf8.size(); ++i)
            letter = (letter << 6) | (static_cast<unsigned char>(utf8[at++]) & 63);
        letters.push_back(letter);
    }
    return letters;
}

std::string hex4(std::uint32_t value) {
    char text[8];
    std::snprintf(text, sizeof text, "%04X", value & 0xFFFF);
    return text;
}

Object number(double value) {
    return Object::integer(std::lround(value));
}

} // namespace

void Font::End::operator()(hb_font_t* font) const {
    hb_font_destroy(font);
}

base::Result<Font> Font::open(const std::filesystem::path& file) {
    const Blob blob(hb_blob_create_from_file_or_fail(file.c_str()));
    const Face face(blob ? hb_face_create(blob.get(), 0) : nullptr);
    const Blob outlines(face ? hb_face_reference_table(face.get(), HB_TAG('g', 'l', 'y', 'f')) : nullptr);
    if (!outlines || hb_blob_get_length(outlines.get()) == 0 || hb_face_get_glyph_count(face.get()) > 65535)
        return base::fail(codes::fontUnusable, "not a TrueType font", file.filename());
    std::unique_ptr<hb_font_t, End> font(hb_font_create(face.get()));
    std::string name;
    for (const char c : file.stem().string())
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '-')
            name.push_back(c);
    return Font(std::move(font), "VLSIGN+" + name);
}

std::uint32_t Font::glyphOf(char32_t letter) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_.get(), letter, &glyph) ? glyph : 0;
}

double Font::advance(std::uint32_t glyph) const {
    return double(hb_font_get_glyph_h_advance(font_.get(), glyph)) /
           hb_face_get_upem(hb_font_get_face(font_.get()));
}

double Font::widthOf(std::string_view utf8) const {
    double width = 0;
    for (const auto letter : lettersOf(utf8))
        width += advance(glyphOf(letter));
    return width;
}

std::string Font::show(std::string_view utf8) {
    std::string text = "<";
    for (const auto letter : lettersOf(utf8)) {
        const auto glyph = glyphOf(letter);
        used_.emplace(glyph, letter);
        text += hex4(glyph);
    }
    return text + ">";
}

base::Result<std::string> Font::subset() const {
    const Input input(hb_subset_input_create_or_fail());
    if (!input)
        return base::fail(codes::notBuilt, "memory for a font");
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING);
    for (const auto& [glyph, letter] : used_)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    auto* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const auto tag :
         {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
          HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't')})
        hb_set_add(dropped, tag);
    const Face face(hb_subset_or_fail(hb_font_get_face(font_.get()), input.get()));
    const Blob blob(face ? hb_face_reference_blob(face.get()) : nullptr);
    unsigned size = 0;
    const auto* bytes = blob ? hb_blob_get_data(blob.get(), &size) : nullptr;
    if (!bytes || size == 0)
        return base::fail(codes::fontUnusable, "taking letters from a font", name_);
    return std::string(bytes, size);
}

std::string Font::toUnicode() const {
    std::string rows;
    for (const auto& [glyph, letter] : used_)
        rows += "<" + hex4(glyph) + "> <" + hex4(letter) + ">\n";
    return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
           "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
           "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
           "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" +
           std::to_string(used_.size()) + " beginbfchar\n" + rows +
           "endbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

Dictionary Font::descriptor(Reference file) const {
    const double unit = 1000.0 / hb_face_get_upem(hb_font_get_face(font_.get()));
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font_.get(), &extents);
    hb_position_t capitals = 0;
    if (!hb_ot_metrics_get_position(font_.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &capitals))
        capitals = extents.ascender * 7 / 10;
    return {{"Type", Name{"FontDescriptor"}},
            {"FontName", Name{name_}},
            {"Flags", Object::integer(4)},
            {"FontBBox", Array{number(-500), number(extents.descender * unit), number(2000),
                               number(extents.ascender * unit)}},
            {"ItalicAngle", Object::integer(0)},
            {"Ascent", number(extents.ascender * unit)},
            {"Descent", number(extents.descender * unit)},
            {"CapHeight", number(capitals * unit)},
            {"StemV", Object::integer(80)},
            {"FontFile2", file}};
}

base::Result<Reference> Font::embed(Increment& increment) const {
    const auto bytes = subset();
    if (!bytes)
        return base::fail(bytes.error());
    const auto packed = deflate(*bytes), names = deflate(toUnicode());
    if (!packed || !names)
        return base::fail(codes::notBuilt, "packing a font");
    const Dictionary flate{{"Filter", Name{"FlateDecode"}}};
    auto about = flate;
    about["Length1"] = Object::integer(std::int64_t(bytes->size()));
    const auto file = increment.addStream(about, *packed);
    Array widths;
    for (const auto& [glyph, letter] : used_)
        widths.insert(widths.end(), {Object::integer(glyph), Array{number(1000 * advance(glyph))}});
    const Dictionary descendant{{"Type", Name{"Font"}},
                                {"Subtype", Name{"CIDFontType2"}},
                                {"BaseFont", Name{name_}},
                                {"CIDSystemInfo", Dictionary{{"Registry", String{"Adobe"}},
                                                             {"Ordering", String{"Identity"}},
                                                             {"Supplement", Object::integer(0)}}},
                                {"FontDescriptor", increment.add(descriptor(file))},
                                {"CIDToGIDMap", Name{"Identity"}},
                                {"W", widths}};
    return increment.add(Dictionary{{"Type", Name{"Font"}},
                                    {"Subtype", Name{"Type0"}},
                                    {"BaseFont", Name{name_}},
                                    {"Encoding", Name{"Identity-H"}},
                                    {"DescendantFonts", Array{increment.add(descendant)}},
                                    {"ToUnicode", increment.addStream(flate, *names)}});
}

} // namespace vienlogs::pdf
