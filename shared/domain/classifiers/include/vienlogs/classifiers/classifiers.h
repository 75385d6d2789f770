// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vienlogs/base/failure.h"
#include "vienlogs/base/language.h"
#include "vienlogs/base/result.h"

namespace vienlogs::jsonread {
class Problems;
}

namespace vienlogs::classifiers {

namespace codes {
inline constexpr base::FailureCode classifierInvalid{"VL-FORM-0040"}; ///< Argument: the file.
}

/// One entry of a classifier (skos:Concept): a code that stays and labels that may be corrected.
struct Concept {
    std::string code;
    base::LocalizedText label;
    std::string broader; ///< Code of the wider entry; empty at the top.
    std::optional<std::chrono::year_month_day> validFrom;
    std::optional<std::chrono::year_month_day> validTo; ///< Last day it may be used.
    [[nodiscard]] bool validOn(std::chrono::year_month_day day) const;
};

/// One classifier (skos:ConceptScheme). Immutable. Codes are unique, `broader` has no cycles.
class ConceptScheme {
public:
    /// VL-FORM-0040 with what and where as detail.
    [[nodiscard]] static base::Result<ConceptScheme> parse(std::string_view text);

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] int version() const { return version_; }
    [[nodiscard]] const base::LocalizedText& title() const { return title_; }
    /// In the order to show.
    [[nodiscard]] const std::vector<Concept>& concepts() const { return concepts_; }
    [[nodiscard]] const Concept* find(std::string_view code) const;
    [[nodiscard]] std::vector<const Concept*> validOn(std::chrono::year_month_day day) const;
    [[nodiscard]] std::vector<const Concept*> narrowerThan(std::string_view code) const;
    /// The label, also of an entry no longer valid; the code itself when it is unknown.
    [[nodiscard]] std::string label(std::string_view code, base::Language language) const;

private:
    void checkBroader(jsonread::Problems& problems) const;

    std::string id_;
    int version_ = 0;
    base::LocalizedText title_;
    std::vector<Concept> concepts_;
    std::map<std::string, std::size_t, std::less<>> byCode_;
};

using Classifiers = std::map<std::string, ConceptScheme, std::less<>>;

/// All classifiers ("classifiers/*.json") of a set of data files (name → text), by id. VL-FORM-0040, the file
/// as argument.
[[nodiscard]] base::Result<Classifiers> loadClassifiers(const std::map<std::string, std::string>& files);

} // namespace vienlogs::classifiers
