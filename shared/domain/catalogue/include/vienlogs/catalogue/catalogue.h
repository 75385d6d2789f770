// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/failure.h"
#include "vienlogs/base/result.h"
#include "vienlogs/catalogue/public_service.h"
#include "vienlogs/catalogue/questionnaire.h"

namespace vienlogs::catalogue {

namespace codes {
inline constexpr base::FailureCode fileInvalid{"VL-FORM-0030"};      ///< Argument: the file.
inline constexpr base::FailureCode unknownService{"VL-FORM-0031"};   ///< Argument: the service's id.
inline constexpr base::FailureCode unknownLifeEvent{"VL-FORM-0032"}; ///< Argument: the life event's id.
inline constexpr base::FailureCode answerMissing{"VL-FORM-0033"};    ///< A question has no answer that fits.
} // namespace codes

class SearchIndex;

/// One result of a search.
struct SearchHit {
    enum class Kind { LifeEvent, Service };
    Kind kind = Kind::Service;
    std::string id;
    base::LocalizedText name;
    int score = 0; ///< Larger is nearer; only to be compared within one answer.
};

/// What changed between two versions of the catalogue.
struct Changes {
    std::vector<std::string> services;
    std::vector<std::string> lifeEvents;
    std::vector<std::string> questionnaires;
};

/// Services, life situations and questionnaires of one version; immutable, so any number of threads may read
/// it.
class Catalogue {
public:
    Catalogue(Catalogue&&) noexcept;
    Catalogue& operator=(Catalogue&&) noexcept;
    ~Catalogue();

    [[nodiscard]] int version() const { return version_; }
    [[nodiscard]] const std::map<std::string, PublicService, std::less<>>& services() const {
        return services_;
    }
    [[nodiscard]] const std::map<std::string, LifeEvent, std::less<>>& lifeEvents() const {
        return lifeEvents_;
    }
    /// VL-FORM-0031; the pointer is never null and lives as long as the catalogue.
    [[nodiscard]] base::Result<const PublicService*> service(std::string_view id) const;
    /// VL-FORM-0032.
    [[nodiscard]] base::Result<const LifeEvent*> lifeEvent(std::string_view id) const;
    /// The questionnaire of a life event; VL-FORM-0032.
    [[nodiscard]] base::Result<const Questionnaire*> questionnaireOf(std::string_view lifeEventId) const;
    /// Life events and services for ordinary words, nearest first: without diacritics, in any case ending,
    /// with one letter wrong. Words of all three languages are found; `language` only lifts its own in rank.
    [[nodiscard]] std::vector<SearchHit> search(std::string_view text, base::Language language,
                                                std::size_t most = 20) const;
    /// What was added or changed after a version of the catalogue.
    [[nodiscard]] Changes changedSince(int version) const;

private:
    friend base::Result<Catalogue> loadCatalogue(const std::map<std::string, std::string>& files);
    Catalogue();

    int version_ = 0;
    std::map<std::string, PublicService, std::less<>> services_;
    std::map<std::string, LifeEvent, std::less<>> lifeEvents_;
    std::map<std::string, Questionnaire, std::less<>> questionnaires_;
    std::unique_ptr<const SearchIndex> index_;
};

/// The catalogue of a set of data files, name → text: "manifest.json", "catalogue/services/….json",
/// "catalogue/life-events/….json", "questionnaires/….json"; other names are checked only to exist where a
/// service names its form. Server (folder) and client (local store) both use it. VL-FORM-0030 with the file
/// as argument.
[[nodiscard]] base::Result<Catalogue> loadCatalogue(const std::map<std::string, std::string>& files);

} // namespace vienlogs::catalogue
