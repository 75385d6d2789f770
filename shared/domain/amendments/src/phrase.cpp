// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "phrase.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <regex>

#include "citing.h"
#include "vienlogs/acts/numbering.h"

namespace vienlogs::amendments {

using acts::ElementKind;
using acts::Number;

namespace {

constexpr std::array<ElementKind, 7> citedKinds{ElementKind::Article,
                                                ElementKind::Part,
                                                ElementKind::Point,
                                                ElementKind::SubPoint,
                                                ElementKind::Chapter,
                                                ElementKind::Annex,
                                                ElementKind::TransitionalProvisions};

std::uint32_t valueOf(std::string_view digits) {
    std::uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool endsWord(std::string_view rest) {
    return rest.empty() || !(static_cast<unsigned char>(rest[0]) >= 0x80 ||
                             std::isalnum(static_cast<unsigned char>(rest[0])) != 0);
}

struct Ordinal {
    std::string word;
    std::uint32_t value;
};

/// Every ordinal in every case, the bigger first: "divdesmit pirmā" before "divdesmitā".
std::vector<Ordinal> ordinalsFor(acts::Noun noun) {
    std::vector<Ordinal> all;
    for (std::uint32_t value = 99; value > 0; --value)
        for (const auto& [in, name] : acts::caseNames)
            all.push_back({acts::ordinal(value, noun, in), value});
    return all;
}

/// The ordinal at the beginning and its bytes; zeros for none.
std::pair<std::uint32_t, std::size_t> ordinalAt(std::string_view text, acts::Noun noun) {
    static const std::vector<Ordinal> ofParts = ordinalsFor(acts::Noun::Part);
    static const std::vector<Ordinal> ofSentences = ordinalsFor(acts::Noun::Sentence);
    for (const auto& [word, value] : noun == acts::Noun::Part ? ofParts : ofSentences)
        if (text.starts_with(word) && endsWord(text.substr(word.size())))
            return {value, word.size()};
    return {0, 0};
}

} // namespace

void Phrase::skipSpaces() {
    while (at_ < text_.size() && text_[at_] == ' ')
        ++at_;
}

bool Phrase::eat(std::string_view words) {
    skipSpaces();
    const auto rest = this->rest();
    if (rest.size() < words.size() || rest.substr(1, words.size() - 1) != words.substr(1))
        return false;
    const bool same = rest[0] == words[0] || (rest[0] >= 'A' && rest[0] <= 'Z' && rest[0] + 32 == words[0]);
    const bool wordEnd = !endsWord(words.substr(words.size() - 1));
    if (!same || (wordEnd && !endsWord(rest.substr(words.size()))))
        return false;
    at_ += words.size();
    return true;
}

bool Phrase::eatAny(std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) { return eat(word); });
}

std::optional<std::string> Phrase::quoted() {
    skipSpaces();
    if (rest().empty() || rest()[0] != '"')
        return std::nullopt;
    const auto end = text_.find('"', at_ + 1);
    if (end == std::string::npos)
        return std::nullopt;
    auto words = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    return words;
}

bool Phrase::done() const {
    return rest().find_first_not_of(" .;") == std::string_view::npos;
}

std::optional<ElementKind> Phrase::noun() {
    for (const auto kind : citedKinds)
        for (const auto& [in, name] : acts::caseNames)
            if (eat(acts::declined(nounOf(kind), in)))
                return kind;
    return std::nullopt;
}

std::optional<Step> Phrase::digits() {
    // "6.1.^1", after an index a space: "6.^1 1."; and the flattened "6.1.1 apakšpunkts" that means 6.1.^1
    static const std::regex shape(R"(^((?:\d{1,5}\.(?:\^\d{1,3}(?: (?=\d))?)?){1,8})(?:(\d{1,3})(?= ))?)");
    static const std::regex one(R"((\d{1,5})\.(?:\^(\d{1,3}))?)");
    std::smatch match;
    const std::string text(rest().substr(0, 120));
    if (!std::regex_search(text, match, shape))
        return std::nullopt;
    Step step{ElementKind::Point};
    const auto numbers = match[1].str();
    for (std::sregex_iterator at(numbers.begin(), numbers.end(), one), end; at != end; ++at)
        step.numbers.push_back({valueOf((*at)[1].str()), valueOf((*at)[2].str())});
    if (match[2].matched)
        step.numbers.back().index = valueOf(match[2].str());
    at_ += std::size_t(match.length(0));
    return step;
}

std::optional<Step> Phrase::roman() {
    static const std::regex shape(R"(^([IVXLC]{1,9})\.?(?:\^(\d{1,3}))?(?=[ ,]))");
    std::smatch match;
    const std::string text(rest().substr(0, 30));
    if (!std::regex_search(text, match, shape))
        return std::nullopt;
    for (std::uint32_t value = 1; value < 400; ++value)
        if (acts::roman(value) == match[1].str()) {
            at_ += std::size_t(match.length(0));
            return Step{ElementKind::Chapter, {{value, valueOf(match[2].str())}}};
        }
    return std::nullopt;
}

std::optional<Step> Phrase::lettered() {
    static const std::regex shape(R"(^"([a-z])([a-z])?(?:\^(\d{1,3}))?")");
    std::smatch match;
    const std::string text(rest().substr(0, 12));
    if (!std::regex_search(text, match, shape))
        return std::nullopt;
    const auto first = std::uint32_t(match[1].str()[0] - 'a' + 1);
    const auto value = match[2].matched ? 26 * first + std::uint32_t(match[2].str()[0] - 'a' + 1) : first;
    at_ += std::size_t(match.length(0));
    return Step{ElementKind::SubPoint, {{value, valueOf(match[3].str())}}, true};
}

std::optional<Step> Phrase::ordinal() {
    const auto [value, length] = ordinalAt(rest(), acts::Noun::Part);
    if (value == 0)
        return std::nullopt;
    at_ += length;
    return Step{ElementKind::Part, {{value, 0}}};
}

std::uint32_t Phrase::sentence() {
    const auto before = at_;
    skipSpaces();
    const auto [value, length] = ordinalAt(rest(), acts::Noun::Sentence);
    at_ += length;
    if (value > 0 && eatAny({"teikumu", "teikumā"}))
        return value;
    at_ = before;
    return 0;
}

std::vector<Step> Phrase::listed(std::optional<Step> (Phrase::*one)()) {
    std::vector<Step> steps;
    skipSpaces();
    while (auto step = (this->*one)()) {
        steps.push_back(std::move(*step));
        const auto before = at_;
        if (!eat(",") && !eat("un"))
            break;
        skipSpaces();
        const auto behind = at_;
        if (!(this->*one)()) { // "… un papildināt": not of the list
            at_ = before;
            break;
        }
        at_ = behind;
    }
    return steps;
}

std::vector<Step> Phrase::numbered() {
    for (const auto one : {&Phrase::digits, &Phrase::roman, &Phrase::lettered, &Phrase::ordinal})
        if (auto steps = listed(one); !steps.empty())
            return steps;
    return {};
}

std::vector<Step> Phrase::step() {
    const auto before = at_;
    auto steps = numbered();
    const auto kind = noun();
    const bool fits =
        kind && (steps.empty() ? *kind == ElementKind::TransitionalProvisions || *kind == ElementKind::Annex
                               : *kind != ElementKind::TransitionalProvisions);
    if (!fits) {
        at_ = before;
        return {};
    }
    if (steps.empty())
        return {Step{*kind}};
    for (auto& step : steps)
        step.kind = *kind;
    return steps;
}

std::vector<Path> Phrase::citation() {
    const auto before = at_;
    if (!group_.empty()) {
        const auto kind = noun();
        if (kind && *kind == group_.back().kind)
            return {group_};
        at_ = before;
    }
    std::vector<Path> paths;
    for (auto steps = step(); !steps.empty(); steps = step()) {
        auto outer = paths.empty() ? group_ : paths.front();
        paths.clear();
        for (auto& step : steps) {
            paths.push_back(outer);
            paths.back().push_back(std::move(step));
        }
        if (steps.size() > 1)
            break;
    }
    return paths;
}

} // namespace vienlogs::amendments
