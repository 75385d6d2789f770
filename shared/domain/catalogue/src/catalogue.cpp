// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/catalogue/catalogue.h"

#include "search_index.h"

namespace vienlogs::catalogue {

Catalogue::Catalogue() = default;
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

base::Result<const PublicService*> Catalogue::service(std::string_view id) const {
    const auto found = services_.find(id);
    if (found == services_.end())
        return base::fail(codes::unknownService, {}, std::string(id.substr(0, 60)));
    return &found->second;
}

base::Result<const LifeEvent*> Catalogue::lifeEvent(std::string_view id) const {
    const auto found = lifeEvents_.find(id);
    if (found == lifeEvents_.end())
        return base::fail(codes::unknownLifeEvent, {}, std::string(id.substr(0, 60)));
    return &found->second;
}

base::Result<const Questionnaire*> Catalogue::questionnaireOf(std::string_view lifeEventId) const {
    const auto event = lifeEvent(lifeEventId);
    if (!event)
        return base::fail(event.error());
    return &questionnaires_.find((*event)->questionnaireId)
                ->second; // the loader has checked that it is there
}

std::vector<SearchHit> Catalogue::search(std::string_view text, base::Language language,
                                         std::size_t most) const {
    std::vector<SearchHit> hits;
    for (const auto& found : index_->find(text, language, most)) {
        if (found.lifeEvent)
            hits.push_back(
                {SearchHit::Kind::LifeEvent, found.id, lifeEvents_.find(found.id)->second.name, found.score});
        else
            hits.push_back(
                {SearchHit::Kind::Service, found.id, services_.find(found.id)->second.name, found.score});
    }
    return hits;
}

Changes Catalogue::changedSince(int version) const {
    Changes changes;
    for (const auto& [id, service] : services_)
        if (service.changedIn > version)
            changes.services.push_back(id);
    for (const auto& [id, event] : lifeEvents_)
        if (event.changedIn > version)
            changes.lifeEvents.push_back(id);
    for (const auto& [id, questionnaire] : questionnaires_)
        if (questionnaire.changedIn() > version)
            changes.questionnaires.push_back(id);
    return changes;
}

} // namespace vienlogs::catalogue
