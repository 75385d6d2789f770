// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vienlogs::base {

/// The languages of every text a person sees. Latvian is the source of truth.
enum class Language { Latvian, English, Russian };

/// ISO 639-1 code: "lv", "en", "ru".
[[nodiscard]] std::string_view codeOf(Language language);
/// The language of an ISO 639-1 code or an Accept-Language value; nothing if it is none of ours.
[[nodiscard]] std::optional<Language> languageFrom(std::string_view code);

/// One text in the three languages, as data files carry it.
struct LocalizedText {
    std::string lv;
    std::string en;
    std::string ru;

    /// The text in the language, or the Latvian one where that is empty.
    [[nodiscard]] const std::string& in(Language language) const;
    [[nodiscard]] bool empty() const { return lv.empty() && en.empty() && ru.empty(); }
    friend bool operator==(const LocalizedText&, const LocalizedText&) = default;
};

} // namespace vienlogs::base
