// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/spelling/speller.h"

#include <algorithm>
#include <fstream>
#include <unordered_map>

#include <hunspell.hxx>

#include "vienlogs/spelling/failures.h"

namespace vienlogs::spelling {

namespace {

constexpr std::size_t mostSuggestions = 5, mostRemembered = 100'000, longestWord = 100;

/// One character of UTF-8 at a place: how many bytes, and whether it belongs to a word.
struct Character {
    std::size_t bytes;
    bool letter, digit, capital;
};

Character characterAt(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        const bool small = byte >= 'a' && byte <= 'z', capital = byte >= 'A' && byte <= 'Z';
        return {1, small || capital, byte >= '0' && byte <= '9', capital};
    }
    const std::size_t size = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    const auto bytes = std::min(size, text.size() - at);
    if (bytes < 2)
        return {bytes, false, false, false};
    const auto value = ((byte & 0x1FU) << 6) | (static_cast<unsigned char>(text[at + 1]) & 0x3FU);
    // Letters of Latin-1 and Latin Extended-A and -B; in Extended-A capitals are mostly even.
    const bool letter = size == 2 && value >= 0xC0 && value < 0x250 && value != 0xD7 && value != 0xF7;
    const bool odd = value >= 0x139 && value <= 0x148;
    const bool capital = letter && value >= 0x100 && value < 0x17E && (value % 2 == 0) != odd;
    return {bytes, letter, false, capital};
}

} // namespace

struct Speller::Dictionary {
    Dictionary(const std::string& rules, const std::string& words) : hunspell(rules.c_str(), words.c_str()) {}
    bool knows(const std::string& word) {
        if (known.size() > mostRemembered)
            known.clear();
        const auto [found, isNew] = known.try_emplace(word, true);
        if (isNew)
            found->second = hunspell.spell(word);
        return found->second;
    }
    Hunspell hunspell;
    std::unordered_map<std::string, bool> known; ///< an act says the same words again and again
};

Speller::Speller(std::unique_ptr<Dictionary> dictionary) : dictionary_(std::move(dictionary)) {}
Speller::Speller(Speller&& other) noexcept = default;
Speller::~Speller() = default;

base::Result<Speller> Speller::open(const std::string& language, const std::filesystem::path& folder) {
    const auto rules = folder / (language + ".aff"), words = folder / (language + ".dic");
    // Hunspell itself takes a missing file for an empty dictionary.
    if (!std::ifstream(rules).good() || !std::ifstream(words).good())
        return base::fail(codes::noDictionary, language);
    auto dictionary = std::make_unique<Dictionary>(rules.string(), words.string());
    if (dictionary->hunspell.get_dict_encoding() != "UTF-8")
        return base::fail(codes::noDictionary, "not in UTF-8");
    return Speller(std::move(dictionary));
}

std::vector<Misspelt> Speller::check(std::string_view text) {
    std::vector<Misspelt> found;
    std::size_t at = 0, place = 0;
    while (at < text.size()) {
        const auto begin = at, from = place;
        bool digits = false, small = false;
        for (; at < text.size(); ++place) {
            const auto character = characterAt(text, at);
            if (!character.letter && !character.digit)
                break;
            digits = digits || character.digit;
            small = small || !character.capital;
            at += character.bytes;
        }
        const auto word = std::string(text.substr(begin, at - begin));
        if (place - from > 1 && place - from <= longestWord && small && !digits && !dictionary_->knows(word))
            found.push_back({from, place, word});
        if (at == begin) {
            at += characterAt(text, at).bytes;
            ++place;
        }
    }
    return found;
}

std::vector<std::string> Speller::suggestions(const std::string& word) {
    auto all = dictionary_->hunspell.suggest(word);
    all.resize(std::min(all.size(), mostSuggestions));
    return all;
}

} // namespace vienlogs::spelling
