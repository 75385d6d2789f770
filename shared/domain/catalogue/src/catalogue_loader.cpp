// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "search_index.h"
#include "service_reader.h"
#include "vienlogs/catalogue/catalogue.h"
#include "vienlogs/jsonread/json.h"
#include "vienlogs/jsonread/reader.h"

namespace vienlogs::catalogue {
namespace {

using Files = std::map<std::string, std::string>;

base::Result<int> readVersion(const Files& files) {
    const auto file = files.find("manifest.json");
    if (file == files.end())
        return base::fail(codes::fileInvalid, "is missing", "manifest.json");
    const auto parsed = jsonread::parse(file->second);
    if (!parsed)
        return base::fail(codes::fileInvalid, parsed.error().detail, "manifest.json");
    jsonread::Problems problems;
    jsonread::Reader reader(*parsed, "", problems);
    const auto version = static_cast<int>(reader.integer("version", 1, 1'000'000));
    if (!reader.dateOr("issued"))
        reader.problem("issued", "a date is expected");
    reader.finish();
    if (problems.any())
        return base::fail(codes::fileInvalid, problems.first(), "manifest.json");
    return version;
}

/// Reads every file of one folder into a map by id; the id must be the file's name.
template<typename Value, typename Read, typename IdOf>
base::Result<std::map<std::string, Value, std::less<>>>
readFolder(const Files& files, const std::string& folder, Read read, IdOf idOf) {
    std::map<std::string, Value, std::less<>> all;
    for (auto file = files.lower_bound(folder); file != files.end() && file->first.starts_with(folder);
         ++file) {
        if (!file->first.ends_with(".json"))
            continue;
        auto value = read(file->second);
        if (!value)
            return base::fail(codes::fileInvalid, value.error().detail, file->first);
        const std::string id = idOf(*value);
        if (file->first != folder + id + ".json")
            return base::fail(codes::fileInvalid, "/id: differs from the file's name", file->first);
        all.emplace(id, std::move(*value));
    }
    return all;
}

} // namespace

/// What one file says of another: services, questionnaires, forms that are named must exist.
class CatalogueChecks {
public:
    CatalogueChecks(const Catalogue& catalogue, const Files& files,
                    const std::map<std::string, Questionnaire, std::less<>>& questionnaires)
        : catalogue_(catalogue), files_(files), questionnaires_(questionnaires) {}

    [[nodiscard]] base::Result<void> all() const {
        for (const auto& [id, service] : catalogue_.services())
            if (!files_.contains("forms/" + service.formId + ".json") ||
                service.changedIn > catalogue_.version())
                return wrong("catalogue/services/" + id, "/formId or /changedIn: names what is not there");
        for (const auto& [id, event] : catalogue_.lifeEvents())
            if (auto checked = lifeEvent(event); !checked)
                return checked;
        return {};
    }

private:
    [[nodiscard]] base::Result<void> lifeEvent(const LifeEvent& event) const {
        const auto name = "catalogue/life-events/" + event.id;
        for (const auto& service : event.services)
            if (!catalogue_.services().contains(service))
                return wrong(name, "/services: no service " + service);
        const auto questionnaire = questionnaires_.find(event.questionnaireId);
        if (questionnaire == questionnaires_.end() || event.changedIn > catalogue_.version())
            return wrong(name, "/questionnaireId or /changedIn: names what is not there");
        for (const auto& service : questionnaire->second.services())
            if (std::find(event.services.begin(), event.services.end(), service) == event.services.end())
                return wrong(name, "/services: the questionnaire leads to " + service);
        return {};
    }
    static base::Result<void> wrong(const std::string& name, std::string what) {
        return base::fail(codes::fileInvalid, std::move(what), name + ".json");
    }

    const Catalogue& catalogue_;
    const Files& files_;
    const std::map<std::string, Questionnaire, std::less<>>& questionnaires_;
};

base::Result<Catalogue> loadCatalogue(const Files& files) {
    const auto version = readVersion(files);
    if (!version)
        return base::fail(version.error());
    const auto authorityFile = files.find("catalogue/authorities.json");
    const auto authorities =
        readAuthorities(authorityFile == files.end() ? std::string() : authorityFile->second);
    if (!authorities)
        return base::fail(codes::fileInvalid, authorities.error().detail, "catalogue/authorities.json");
    auto services = readFolder<PublicService>(
        files, "catalogue/services/",
        [&](const std::string& text) { return readService(text, *authorities); },
        [](const PublicService& service) { return service.id; });
    if (!services)
        return base::fail(services.error());
    auto events = readFolder<LifeEvent>(files, "catalogue/life-events/", readLifeEvent,
                                        [](const LifeEvent& event) { return event.id; });
    if (!events)
        return base::fail(events.error());
    auto questionnaires = readFolder<Questionnaire>(files, "questionnaires/", Questionnaire::parse,
                                                    [](const Questionnaire& one) { return one.id(); });
    if (!questionnaires)
        return base::fail(questionnaires.error());
    Catalogue catalogue;
    catalogue.version_ = *version;
    catalogue.services_ = std::move(*services);
    catalogue.lifeEvents_ = std::move(*events);
    catalogue.questionnaires_ = std::move(*questionnaires);
    if (auto checked = CatalogueChecks(catalogue, files, catalogue.questionnaires_).all(); !checked)
        return base::fail(checked.error());
    catalogue.index_ = std::make_unique<const SearchIndex>(catalogue.services_, catalogue.lifeEvents_);
    return catalogue;
}

} // namespace vienlogs::catalogue
