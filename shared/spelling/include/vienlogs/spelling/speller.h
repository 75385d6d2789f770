// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "vienlogs/base/result.h"

namespace vienlogs::spelling {

/// A word that no dictionary knows.
struct Misspelt {
    std::size_t from = 0, to = 0; ///< characters (Unicode code points) of the text
    std::string word{};           ///< UTF-8
};

/// Finds misspelt words of one language. For one thread.
class Speller {
public:
    /// Where Debian puts dictionaries.
    static constexpr const char* systemFolder = "/usr/share/hunspell";

    /// A dictionary by its name ("lv_LV"). VL-SPELL-0001.
    [[nodiscard]] static base::Result<Speller> open(const std::string& language,
                                                    const std::filesystem::path& folder = systemFolder);
    Speller(Speller&& other) noexcept;
    Speller(const Speller&) = delete;
    Speller& operator=(const Speller&) = delete;
    Speller& operator=(Speller&&) = delete;
    ~Speller();

    /// Words of capital letters only, words with digits and single letters pass.
    [[nodiscard]] std::vector<Misspelt> check(std::string_view text);
    /// At most five words that may be meant, the likeliest first.
    [[nodiscard]] std::vector<std::string> suggestions(const std::string& word);

private:
    struct Dictionary;
    explicit Speller(std::unique_ptr<Dictionary> dictionary);
    std::unique_ptr<Dictionary> dictionary_;
};

} // namespace vienlogs::spelling
