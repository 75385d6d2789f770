// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include <pugixml.hpp>

#include "docx_sheet.h"

namespace vienlogs::office {

/// Automatic numbers, counted as a suite counts them (ECMA-376 part 1, 17.9).
class DocxNumbering {
public:
    void read(const pugi::xml_node& numbering);
    /// What stands before the next paragraph at this place: "5.", "1.1."; empty for a bullet or no list.
    [[nodiscard]] std::string next(const NumberingPlace& place);

private:
    static constexpr int levels = 9;
    struct Level {
        std::string format = "decimal", text{};
        int start = 1;
    };
    using Levels = std::array<Level, levels>;
    struct List {
        std::string abstract;
        Levels levels;
    };
    static void readLevel(const pugi::xml_node& node, Level& level);

    std::map<std::string, List> lists_;
    /// Lists made from one abstract one count on.
    std::map<std::string, std::array<int, levels>> counts_;
};

} // namespace vienlogs::office
