// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/cases_view_model.h"

#include "texts.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/recent_cases.h"
#include "vienlogs/workflows/reference.h"

namespace vienlogs::viewmodels {

CasesViewModel::CasesViewModel(workflows::Contact& contact, workflows::RecentCases& cases,
                               workflows::Reference& reference, QObject* parent)
    : ViewModel(parent), contact_(contact), cases_(cases), reference_(reference),
      rows_({{NumberRole, "number", [](const Row& r) { return r.number; }},
             {ServiceRole, "service", [](const Row& r) { return r.service; }},
             {ClientRole, "client", [](const Row& r) { return r.initials; }},
             {StateRole, "state", [](const Row& r) { return r.stateText; }},
             {SentRole, "sent", [](const Row& r) { return static_cast<int>(r.sent); }},
             {SentTextRole, "sentText", [](const Row& r) { return r.sentText; }},
             {WhenRole, "when", [](const Row& r) { return r.when; }},
             {ResumableRole, "resumable", [](const Row& r) { return r.resumable; }}}) {
    connect(&cases_, &workflows::RecentCases::changed, this, &CasesViewModel::show);
    connect(&contact_, &workflows::Contact::clientChanged, this, &CasesViewModel::show);
    connect(&reference_, &workflows::Reference::loaded, this, &CasesViewModel::show);
}

void CasesViewModel::show() {
    retranslate();
    Q_EMIT changed();
}

void CasesViewModel::retranslate() {
    using domain::cases::CaseState;
    std::vector<Row> rows;
    for (const auto& recent : cases_.cases()) {
        const auto& theCase = recent.theCase;
        const auto* service = reference_.service(theCase.serviceId);
        const bool open = theCase.state == CaseState::Draft || theCase.state == CaseState::Signed;
        rows.push_back(
            {.id = qt(theCase.id.toString()),
             .number = qt(theCase.number),
             .service = service ? text(service->name) : qt(theCase.serviceId),
             .initials = qt(theCase.client.givenName).left(1) + qt(theCase.client.familyName).left(1),
             .stateText = Texts::caseState(theCase.state),
             .sent = recent.sent == workflows::Sent::All       ? SentState::Sent
                     : recent.sent == workflows::Sent::Waiting ? SentState::Waiting
                                                               : SentState::Refused,
             .sentText = Texts::sent(recent.sent),
             .when = dateTime(theCase.openedAt),
             .resumable = open && contact_.active() &&
                          contact_.data().client.identifier == theCase.client.identifier});
    }
    rows_.setRows(std::move(rows));
}

void CasesViewModel::resume(int row) {
    const auto* chosen = rows_.at(row);
    if (!chosen || !chosen->resumable)
        return;
    if (const auto id = base::Ulid::parse(chosen->id.toStdString()))
        contact_.resumeCase(*id);
}

void CasesViewModel::refresh() {
    cases_.refresh();
}

} // namespace vienlogs::viewmodels
