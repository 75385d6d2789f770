// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/classifiers/classifiers.h"

#include "vienlogs/jsonread/json.h"
#include "vienlogs/jsonread/reader.h"

namespace vienlogs::classifiers {
namespace {

constexpr std::size_t mostConcepts = 20'000;

Concept readConcept(jsonread::Reader& reader) {
    Concept entry;
    entry.code = reader.text("code", 40);
    entry.label = reader.localized("label");
    entry.broader = reader.textOr("broader", "", 40);
    entry.validFrom = reader.dateOr("validFrom");
    entry.validTo = reader.dateOr("validTo");
    if (entry.validFrom && entry.validTo && *entry.validTo < *entry.validFrom)
        reader.problem("validTo", "before validFrom");
    reader.finish();
    return entry;
}

} // namespace

bool Concept::validOn(std::chrono::year_month_day day) const {
    return (!validFrom || *validFrom <= day) && (!validTo || day <= *validTo);
}

base::Result<ConceptScheme> ConceptScheme::parse(std::string_view text) {
    const auto parsed = jsonread::parse(text, {.bytes = 4 << 20, .depth = 8, .values = 400'000});
    if (!parsed)
        return base::fail(codes::classifierInvalid, parsed.error().detail);
    jsonread::Problems problems;
    jsonread::Reader reader(*parsed, "", problems);
    ConceptScheme scheme;
    scheme.id_ = reader.text("id", 60);
    scheme.version_ = static_cast<int>(reader.integer("version", 1, 1'000'000));
    scheme.title_ = reader.localized("title");
    for (auto& item : reader.objects("concepts", mostConcepts)) {
        scheme.concepts_.push_back(readConcept(item));
        if (!scheme.byCode_.emplace(scheme.concepts_.back().code, scheme.concepts_.size() - 1).second)
            item.problem("code", "is there twice");
    }
    reader.finish();
    scheme.checkBroader(problems);
    if (scheme.concepts_.empty())
        problems.add("/concepts", "is empty");
    if (problems.any())
        return base::fail(codes::classifierInvalid, problems.first(), scheme.id_);
    return scheme;
}

void ConceptScheme::checkBroader(jsonread::Problems& problems) const {
    constexpr int deepest = 16; // a longer chain is a cycle or a mistake
    for (const auto& entry : concepts_) {
        const auto* at = &entry;
        int depth = 0;
        while (at && !at->broader.empty() && depth++ < deepest) {
            at = find(at->broader);
            if (!at)
                problems.add("/concepts/" + entry.code, "broader names no entry");
        }
        if (depth > deepest)
            problems.add("/concepts/" + entry.code, "broader goes in a circle");
    }
}

const Concept* ConceptScheme::find(std::string_view code) const {
    const auto found = byCode_.find(code);
    return found == byCode_.end() ? nullptr : &concepts_[found->second];
}

std::vector<const Concept*> ConceptScheme::validOn(std::chrono::year_month_day day) const {
    std::vector<const Concept*> found;
    for (const auto& entry : concepts_)
        if (entry.validOn(day))
            found.push_back(&entry);
    return found;
}

std::vector<const Concept*> ConceptScheme::narrowerThan(std::string_view code) const {
    std::vector<const Concept*> found;
    for (const auto& entry : concepts_)
        if (!entry.broader.empty() && entry.broader == code)
            found.push_back(&entry);
    return found;
}

std::string ConceptScheme::label(std::string_view code, base::Language language) const {
    const auto* entry = find(code);
    return entry ? entry->label.in(language) : std::string(code);
}

base::Result<Classifiers> loadClassifiers(const std::map<std::string, std::string>& files) {
    Classifiers all;
    for (const auto& [name, text] : files) {
        if (!name.starts_with("classifiers/") || !name.ends_with(".json"))
            continue;
        auto scheme = ConceptScheme::parse(text);
        if (!scheme)
            return base::fail(codes::classifierInvalid, scheme.error().detail, name);
        auto id = scheme->id();
        if (name != "classifiers/" + id + ".json")
            return base::fail(codes::classifierInvalid, "/id: differs from the file's name", name);
        all.emplace(std::move(id), std::move(*scheme));
    }
    return all;
}

} // namespace vienlogs::classifiers
