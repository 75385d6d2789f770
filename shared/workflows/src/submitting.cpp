// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/submitting.h"

#include <QPointer>

namespace vienlogs::workflows {

using domain::cases::CaseState;

Submitting::Submitting(Contact& contact, FormFilling& form, Reference& reference, RecentCases& recent,
                       ports::ApiClient& api, QObject* parent)
    : QObject(parent), contact_(contact), form_(form), reference_(reference), recent_(recent), api_(api) {
    connect(&contact_, &Contact::stepChanged, this, &Submitting::onStep);
    connect(&contact_, &Contact::caseChanged, this, &Submitting::changed);
    connect(&recent_, &RecentCases::changed, this, &Submitting::onCases);
}

bool Submitting::submitted() const {
    const auto& theCase = contact_.theCase();
    return theCase && theCase->state != CaseState::Draft && theCase->state != CaseState::Signed &&
           theCase->state != CaseState::Withdrawn;
}

Sent Submitting::sent() const {
    const auto* known = contact_.theCase() ? recent_.find(contact_.theCase()->id) : nullptr;
    return known ? known->sent : Sent::Waiting;
}

std::optional<std::string> Submitting::problemCode() const {
    const auto* known = contact_.theCase() ? recent_.find(contact_.theCase()->id) : nullptr;
    return known ? known->problemCode : std::nullopt;
}

std::vector<forms::Answer> Submitting::answers(base::Language language) const {
    return form_.state() ? form_.state()->answers(language) : std::vector<forms::Answer>();
}

void Submitting::submit() {
    if (contact_.step() != ContactStep::Submit || contact_.busy())
        return;
    contact_.record({domain::cases::SubmitCase{contact_.data().delivery, contact_.stepTimes()}},
                    ContactEvent::Submitted);
}

void Submitting::onStep() {
    if (contact_.step() == ContactStep::Done) {
        sentBefore_ = Sent::Waiting;
        recent_.refresh();
        refreshHistory();
    } else if (contact_.step() == ContactStep::None) {
        ++question_;
        history_.clear();
        access_.clear();
        historyFailure_.reset();
    }
    Q_EMIT changed();
}

void Submitting::onCases() {
    // The client's history has the case as soon as the server has it.
    if (contact_.step() == ContactStep::Done && std::exchange(sentBefore_, sent()) != Sent::All &&
        sent() == Sent::All)
        refreshHistory();
    Q_EMIT changed();
}

void Submitting::refreshHistory() {
    if (!contact_.active())
        return;
    const auto& client = contact_.data().client.identifier;
    const auto* service = reference_.service(contact_.data().service.serviceId);
    const auto purpose = service ? service->registerUse.purpose : std::string("identification");
    const int question = ++question_;
    api_.clientHistory(client, purpose,
                       [this, guard = QPointer(this),
                        question](const base::Result<std::vector<contract::HistoryEntry>>& found) {
                           if (!guard || question != question_)
                               return;
                           if (found)
                               history_ = *found;
                           historyFailure_ = found ? std::nullopt : std::optional(found.error());
                           Q_EMIT changed();
                       });
    api_.accessLog(client, [this, guard = QPointer(this),
                            question](const base::Result<std::vector<contract::AccessRecord>>& found) {
        if (!guard || question != question_)
            return;
        if (found)
            access_ = *found;
        Q_EMIT changed();
    });
}

} // namespace vienlogs::workflows
