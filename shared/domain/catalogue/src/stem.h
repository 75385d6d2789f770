// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace vienlogs::catalogue {

/// A folded word without its usual ending (Latvian, English or Russian); at least three letters stay. Light
/// on purpose: words only have to meet, not to be correct roots.
[[nodiscard]] std::string stem(std::string_view word);

/// Words that say nothing about what is sought ("es", "the", "на").
[[nodiscard]] bool saysNothing(std::string_view word);

/// True when the words differ by one letter added, left out, changed, or two neighbours swapped.
[[nodiscard]] bool oneLetterApart(std::string_view a, std::string_view b);

} // namespace vienlogs::catalogue
