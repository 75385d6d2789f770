// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vienlogs::catalogue {

/// The words of a text in one byte per letter, so that distances are counted in letters: lower case, Latin
/// letters without diacritics, Cyrillic as in Windows-1251, digits. Everything else separates words. At most
/// `most` words.
[[nodiscard]] std::vector<std::string> foldedWords(std::string_view text, std::size_t most);

} // namespace vienlogs::catalogue
