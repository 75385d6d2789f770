// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "akn_meta.h"

#include "vienlogs/acts/numbering.h"
#include "vienlogs/amendments/amendments.h"

namespace vienlogs::acts_tool {

namespace {

std::chrono::year_month_day dayOf(base::Timestamp time) {
    return std::chrono::floor<std::chrono::days>(time);
}

std::string typeOf(amendments::Verb verb) {
    switch (verb) {
    case amendments::Verb::AddWords:
    case amendments::Verb::AddUnits:
        return "insertion";
    case amendments::Verb::DeleteWords:
    case amendments::Verb::DeleteUnits:
        return "repeal";
    default:
        return "substitution";
    }
}

std::string addressOf(const amendments::Path& path) {
    std::string position;
    for (const auto& step : path)
        for (const auto& number : step.numbers.empty() ? std::vector<acts::Number>{{1}} : step.numbers)
            position += (position.empty() ? "#" : "__") + office::aknStep(step.kind, number);
    return "/akn/lv/act" + position;
}

/// The element of the amending act that a phrase was read from.
base::Ulid sourceOf(const acts::Act& act, const std::string& phrase) {
    for (const auto* element : act.inOrder())
        if (!element->text.empty() && acts::withRaisedDigits(element->text).find(phrase) != std::string::npos)
            return element->id;
    return {};
}

std::vector<office::TextualModification> modificationsOf(const acts::Act& act) {
    std::vector<office::TextualModification> all;
    if (act.kind() != acts::ActKind::LawAmendments && act.kind() != acts::ActKind::RegulationAmendments)
        return all;
    for (const auto& change : amendments::read(act).changes) {
        const auto units = change.units.empty() ? std::vector<amendments::Path>{{}} : change.units;
        for (const auto& unit : units)
            all.push_back({typeOf(change.verb), sourceOf(act, change.source), addressOf(unit)});
    }
    return all;
}

} // namespace

office::AknMeta aknMetaOf(const acts::History& history, const std::string& author) {
    office::AknMeta meta{.version = history.entries().size(), .author = author};
    if (!history.entries().empty()) {
        meta.work = dayOf(history.entries().front().time);
        meta.expression = dayOf(history.entries().back().time);
    }
    meta.modifications = modificationsOf(history.now());
    return meta;
}

} // namespace vienlogs::acts_tool
