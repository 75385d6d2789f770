// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "vienlogs/base/result.h"

namespace vienlogs::office {

/// Characters as XML text or attribute value.
[[nodiscard]] std::string escaped(std::string_view text);

/// The parts one behind the other.
[[nodiscard]] std::string together(std::initializer_list<std::string_view> parts);

/// Checked, then parsed; spaces between elements are text. VL-OFFICE-0002, 0003.
[[nodiscard]] base::Result<void> parseXml(const std::string& text, pugi::xml_document& document);

/// How many entries a log had, as our property says it.
[[nodiscard]] std::optional<std::size_t> versionOf(std::string_view text);

} // namespace vienlogs::office
