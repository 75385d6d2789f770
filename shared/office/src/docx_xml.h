// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstring>
#include <string>

#include <pugixml.hpp>

#include "docx_text.h"
#include "vienlogs/base/result.h"

namespace vienlogs::office {

[[nodiscard]] inline bool is(const pugi::xml_node& node, const char* name) {
    return std::strcmp(node.name(), name) == 0;
}

/// A value of OOXML's ST_OnOff: there and not "0", "false" or "off".
[[nodiscard]] bool isOn(const pugi::xml_node& property);

/// The text of a w:t, without what its missing xml:space gives away.
[[nodiscard]] std::string wordsOf(const pugi::xml_node& text);

/// All text below a node, paragraphs as lines; of deletions too.
[[nodiscard]] std::string docxPlainText(const pugi::xml_node& node);

} // namespace vienlogs::office
