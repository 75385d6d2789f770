// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "increment.h"

struct hb_font_t;

namespace vienlogs::pdf {

/// A TrueType font of which the letters used are put into a PDF (ISO 32000-1, section 9.7: Type0,
/// Identity-H).
class Font {
public:
    /// VL-PDF-0008
    [[nodiscard]] static base::Result<Font> open(const std::filesystem::path& file);
    /// In units of the font's size.
    [[nodiscard]] double widthOf(std::string_view utf8) const;
    /// The operand of Tj, "<00120034>"; remembers the letters. A letter that the font lacks is its box.
    [[nodiscard]] std::string show(std::string_view utf8);
    /// Puts the letters shown so far into the file.
    [[nodiscard]] base::Result<Reference> embed(Increment& increment) const;

private:
    struct End {
        void operator()(hb_font_t* font) const;
    };
    Font(std::unique_ptr<hb_font_t, End> font, std::string name)
        : font_(std::move(font)), name_(std::move(name)) {}
    [[nodiscard]] std::uint32_t glyphOf(char32_t letter) const;
    [[nodiscard]] double advance(std::uint32_t glyph) const;
    [[nodiscard]] base::Result<std::string> subset() const;
    [[nodiscard]] std::string toUnicode() const;
    [[nodiscard]] Dictionary descriptor(Reference file) const;

    std::unique_ptr<hb_font_t, End> font_;
    std::string name_;
    std::map<std::uint32_t, char32_t> used_;
};

} // namespace vienlogs::pdf
