// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/palette_view_model.h"

#include "texts.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/recent_cases.h"
#include "vienlogs/workflows/reference.h"

namespace vienlogs::viewmodels {

namespace {

constexpr std::size_t mostHits = 12;

} // namespace

PaletteViewModel::PaletteViewModel(workflows::Contact& contact, workflows::RecentCases& cases,
                                   workflows::Reference& reference, QObject* parent)
    : ViewModel(parent), contact_(contact), cases_(cases), reference_(reference),
      rows_({{TitleRole, "title", [](const Row& r) { return r.title; }},
             {SubtitleRole, "subtitle", [](const Row& r) { return r.subtitle; }},
             {KindRole, "kind", [](const Row& r) { return static_cast<int>(r.kind); }},
             {ShortcutRole, "shortcut", [](const Row& r) { return r.shortcut; }}}) {}

void PaletteViewModel::addCommand(Command command) {
    commands_.push_back(std::move(command));
}

void PaletteViewModel::retranslate() {
    search();
}

void PaletteViewModel::setQuery(const QString& query) {
    query_ = query;
    search();
    Q_EMIT changed();
}

void PaletteViewModel::search() {
    const auto wanted = query_.trimmed();
    std::vector<Row> rows;
    for (const auto& command : commands_)
        if (command.enabled() && command.title().contains(wanted, Qt::CaseInsensitive))
            rows.push_back({command.title(), tr("Command"), Kind::Command, command.shortcut, command.id});
    const bool mayChoose = contact_.step() == workflows::ContactStep::Need;
    if (const auto* data = reference_.data(); data && mayChoose && !wanted.isEmpty())
        for (const auto& hit : data->catalogue.search(wanted.toStdString(), language(), mostHits)) {
            const bool isEvent = hit.kind == catalogue::SearchHit::Kind::LifeEvent;
            rows.push_back({text(hit.name),
                            isEvent ? tr("Life situation") : tr("Service"),
                            isEvent ? Kind::LifeEvent : Kind::Service,
                            {},
                            qt(hit.id)});
        }
    if (mayChoose && !wanted.isEmpty())
        for (const auto& recent : cases_.cases())
            if (qt(recent.theCase.number).contains(wanted, Qt::CaseInsensitive) &&
                recent.theCase.client.identifier == contact_.data().client.identifier)
                rows.push_back({qt(recent.theCase.number),
                                Texts::caseState(recent.theCase.state),
                                Kind::Case,
                                {},
                                qt(recent.theCase.id.toString())});
    rows_.setRows(std::move(rows));
}

void PaletteViewModel::activate(int row) {
    const auto* found = rows_.at(row);
    if (!found)
        return;
    const Row chosen = *found; // acting may change the rows
    const auto id = chosen.id.toStdString();
    Q_EMIT activated();
    switch (chosen.kind) {
    case Kind::Command:
        for (const auto& command : commands_)
            if (command.id == chosen.id)
                command.run();
        break;
    case Kind::LifeEvent:
        contact_.chooseLifeEvent(id);
        break;
    case Kind::Service:
        contact_.nameService(id);
        contact_.proposeServices();
        break;
    case Kind::Case:
        if (const auto caseId = base::Ulid::parse(id))
            contact_.resumeCase(*caseId);
        break;
    }
}

} // namespace vienlogs::viewmodels
