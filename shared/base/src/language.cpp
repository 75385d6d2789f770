// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/base/language.h"

namespace vienlogs::base {

std::string_view codeOf(Language language) {
    switch (language) {
    case Language::English:
        return "en";
    case Language::Russian:
        return "ru";
    case Language::Latvian:
        break;
    }
    return "lv";
}

std::optional<Language> languageFrom(std::string_view code) {
    const auto primary = code.substr(0, 2);
    for (const auto language : {Language::Latvian, Language::English, Language::Russian})
        if (primary == codeOf(language))
            return language;
    return std::nullopt;
}

const std::string& LocalizedText::in(Language language) const {
    const auto& text = language == Language::English ? en : language == Language::Russian ? ru : lv;
    return text.empty() ? lv : text;
}

} // namespace vienlogs::base
