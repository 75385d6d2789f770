// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>

#include <pugixml.hpp>

#include "vienlogs/acts/runs.h"

namespace vienlogs::office {

/// Where a paragraph gets an automatic number.
struct NumberingPlace {
    std::string list; ///< w:numId; "0" takes the number away
    int level = 0;
};

/// The named styles of a document as far as the text needs them.
class DocxSheet {
public:
    void read(const pugi::xml_node& styles);

    /// The name shown to a person; the identity itself for an unknown one.
    [[nodiscard]] std::string nameOf(const std::string& style) const;
    /// How characters look by the style and those that it is based on.
    [[nodiscard]] acts::Run lookOf(const std::string& style) const;
    [[nodiscard]] std::optional<NumberingPlace> numberingOf(const std::string& style) const;
    /// What a w:rPr says, over `look`; its own style first.
    [[nodiscard]] acts::Run over(acts::Run look, const pugi::xml_node& properties) const;

private:
    struct Style {
        std::string name, base;
        std::optional<bool> bold{}, italic{};
        std::optional<acts::Script> script{};
        std::optional<NumberingPlace> numbering{};
    };
    static Style styleOf(const pugi::xml_node& node);
    static void apply(const Style& style, acts::Run& look);

    std::map<std::string, Style> styles_;
};

/// A w:numPr; nothing when it names no list.
[[nodiscard]] std::optional<NumberingPlace> numberingIn(const pugi::xml_node& properties);

} // namespace vienlogs::office
