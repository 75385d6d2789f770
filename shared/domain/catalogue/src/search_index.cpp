// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "search_index.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "fold.h"
#include "stem.h"

namespace vienlogs::catalogue {
namespace {

constexpr double nameWeight = 3, keywordWeight = 4, descriptionWeight = 1;
constexpr double ownLanguage = 1.15, lifeEventLift = 1.25, wholePhrase = 300;
constexpr std::size_t longestQuery = 300, mostQueryWords = 8, shortestPrefix = 3, shortestTypo = 5;

} // namespace

SearchIndex::SearchIndex(const std::map<std::string, PublicService, std::less<>>& services,
                         const std::map<std::string, LifeEvent, std::less<>>& lifeEvents) {
    for (const auto& [id, event] : lifeEvents)
        addDocument(true, id, event.name, event.description, event.keywords);
    for (const auto& [id, service] : services)
        addDocument(false, id, service.name, service.description, service.keywords);
    for (const auto& word : words_) {
        std::set<std::size_t> documents;
        for (const auto& posting : word.postings)
            documents.insert(posting.document);
        auto& count = documentsWithStem_[word.stem];
        count = std::max(count, documents.size());
    }
}

void SearchIndex::addDocument(bool lifeEvent, const std::string& id, const base::LocalizedText& name,
                              const base::LocalizedText& description,
                              const std::vector<std::string>& keywords) {
    documents_.push_back({lifeEvent, id, {}});
    for (const auto language : {base::Language::Latvian, base::Language::English, base::Language::Russian}) {
        add(name.in(language), nameWeight, static_cast<int>(language), true);
        add(description.in(language), descriptionWeight, static_cast<int>(language), false);
    }
    for (const auto& keyword : keywords)
        add(keyword, keywordWeight, -1, true);
}

void SearchIndex::add(const std::string& text, double weight, int language, bool phrase) {
    std::vector<std::string> stems;
    for (const auto& folded : foldedWords(text, 400)) {
        if (saysNothing(folded) || (folded.size() < 2 && !phrase))
            continue;
        const auto [known, isNew] = byText_.emplace(folded, words_.size());
        if (isNew)
            words_.push_back({folded, stem(folded), {}});
        words_[known->second].postings.push_back({documents_.size() - 1, weight, language});
        stems.push_back(words_[known->second].stem);
    }
    if (phrase && !stems.empty())
        documents_.back().phrases.push_back(std::move(stems));
}

std::vector<SearchIndex::QueryWord> SearchIndex::queryOf(std::string_view text) {
    std::vector<QueryWord> query;
    for (const auto& folded : foldedWords(text.substr(0, longestQuery), 4 * mostQueryWords))
        if (!saysNothing(folded) && query.size() < mostQueryWords)
            query.push_back({folded, stem(folded)});
    return query;
}

double SearchIndex::likeness(const QueryWord& sought, const Word& word) {
    if (sought.text == word.text)
        return 100;
    if (sought.stem == word.stem)
        return 90;
    if (sought.text.size() >= shortestPrefix && word.text.starts_with(sought.text))
        return 70;
    if (sought.text.size() >= shortestTypo && word.text.size() >= shortestTypo - 1 &&
        (oneLetterApart(sought.text, word.text) ||
         (word.stem.size() >= shortestTypo - 1 && oneLetterApart(sought.stem, word.stem))))
        return 45;
    // "dzīvesvieta" typed on to "dzīvesvietas maiņa" is found by its start; so is a compound by its first
    // part.
    if (word.stem.size() >= shortestTypo && sought.text.starts_with(word.stem))
        return 40;
    return 0;
}

std::vector<double> SearchIndex::scoresOf(const QueryWord& sought, int language) const {
    std::vector<double> scores(documents_.size(), 0);
    for (const auto& word : words_) {
        const auto alike = likeness(sought, word);
        if (alike == 0)
            continue;
        const auto common = static_cast<double>(documentsWithStem_.find(word.stem)->second);
        const auto rarity = 0.4 + std::log2(1 + static_cast<double>(documents_.size()) / common) / 6;
        for (const auto& posting : word.postings) {
            const auto lift = posting.language == language ? ownLanguage : 1.0;
            scores[posting.document] =
                std::max(scores[posting.document], alike * posting.weight * rarity * lift);
        }
    }
    return scores;
}

double SearchIndex::phraseBonus(const Document& document, const std::vector<QueryWord>& query) {
    const auto same = [](const QueryWord& sought, const std::string& known) { return sought.stem == known; };
    for (const auto& phrase : document.phrases)
        if (std::equal(query.begin(), query.end(), phrase.begin(), phrase.end(), same))
            return wholePhrase;
    return 0;
}

std::vector<SearchIndex::Found> SearchIndex::find(std::string_view text, base::Language language,
                                                  std::size_t most) const {
    const auto query = queryOf(text);
    std::vector<double> total(documents_.size(), 0);
    std::vector<int> matched(documents_.size(), 0);
    for (const auto& sought : query) {
        const auto scores = scoresOf(sought, static_cast<int>(language));
        for (std::size_t i = 0; i < scores.size(); ++i) {
            total[i] += scores[i];
            matched[i] += scores[i] > 0 ? 1 : 0;
        }
    }
    std::vector<Found> found;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        if (total[i] == 0)
            continue;
        // Of several words sought, what has them all comes first.
        const auto share = static_cast<double>(matched[i]) / static_cast<double>(query.size());
        const auto score =
            (total[i] / static_cast<double>(query.size()) * share + phraseBonus(documents_[i], query)) *
            (documents_[i].lifeEvent ? lifeEventLift : 1.0);
        found.push_back({documents_[i].lifeEvent, documents_[i].id, static_cast<int>(std::lround(score))});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.score > b.score; });
    if (found.size() > most)
        found.resize(most);
    return found;
}

} // namespace vienlogs::catalogue
