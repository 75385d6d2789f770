// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/catalogue/public_service.h"

namespace vienlogs::catalogue {

/// All words of services and life events, folded and stemmed, with where they occur.
class SearchIndex {
public:
    SearchIndex(const std::map<std::string, PublicService, std::less<>>& services,
                const std::map<std::string, LifeEvent, std::less<>>& lifeEvents);

    struct Found {
        bool lifeEvent = false;
        std::string id;
        int score = 0;
    };
    [[nodiscard]] std::vector<Found> find(std::string_view text, base::Language language,
                                          std::size_t most) const;

private:
    struct Document {
        bool lifeEvent = false;
        std::string id;
        std::vector<std::vector<std::string>>
            phrases; ///< Names and keywords as stems, for matching them whole.
    };
    struct Posting {
        std::size_t document = 0;
        double weight = 0;
        int language = -1; ///< -1: a keyword of any language.
    };
    struct Word {
        std::string text, stem;
        std::vector<Posting> postings;
    };
    struct QueryWord {
        std::string text, stem;
    };

    void add(const std::string& text, double weight, int language, bool phrase);
    void addDocument(bool lifeEvent, const std::string& id, const base::LocalizedText& name,
                     const base::LocalizedText& description, const std::vector<std::string>& keywords);
    [[nodiscard]] static std::vector<QueryWord> queryOf(std::string_view text);
    [[nodiscard]] static double likeness(const QueryWord& sought, const Word& word);
    [[nodiscard]] std::vector<double> scoresOf(const QueryWord& sought, int language) const;
    [[nodiscard]] static double phraseBonus(const Document& document, const std::vector<QueryWord>& query);

    std::vector<Document> documents_;
    std::vector<Word> words_;
    std::map<std::string, std::size_t, std::less<>> byText_; ///< Index in words_, by folded word.
    std::map<std::string, std::size_t, std::less<>> documentsWithStem_;
};

} // namespace vienlogs::catalogue
