// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/services_view_model.h"

#include <algorithm>

#include "texts.h"
#include "vienlogs/workflows/contact.h"
#include "vienlogs/workflows/failures.h"
#include "vienlogs/workflows/reference.h"

namespace vienlogs::viewmodels {

namespace {

QString feeText(const catalogue::PublicService& service) {
    const auto costs = service.costsIn(catalogue::Channel::Desk);
    if (service.free() || costs.empty())
        return Texts::free();
    const auto [least, most] = std::minmax_element(
        costs.begin(), costs.end(), [](const auto* a, const auto* b) { return a->amount < b->amount; });
    const auto from = qt((*least)->amount.toText());
    const auto to = qt((*most)->amount.toText());
    return from == to ? from : from + QStringLiteral(" – ") + to;
}

QString deadlineText(const catalogue::PublicService& service) {
    if (service.processing.empty())
        return {};
    const auto& time = service.processing.front();
    if (time.days == 0)
        return Texts::atOnce();
    return time.workingDays ? Texts::workingDays(time.days) : Texts::days(time.days);
}

QString channelsText(const catalogue::PublicService& service) {
    QStringList names;
    for (const auto channel : service.channels)
        names << Texts::channel(catalogue::codeOf(channel));
    return names.join(QStringLiteral(", "));
}

QString legalText(const catalogue::PublicService& service) {
    QStringList acts;
    for (const auto& basis : service.legalBasis)
        acts << qt(basis.article.empty() ? basis.act : basis.act + ", " + basis.article);
    return acts.join(QStringLiteral("\n"));
}

/// The catalogue's levels and the contact's, on one scale.
bool reaches(domain::clients::IdentityLevel has, catalogue::IdentityLevel needs) {
    using Has = domain::clients::IdentityLevel;
    switch (needs) {
    case catalogue::IdentityLevel::None:
    case catalogue::IdentityLevel::QuestionsAnswered:
        return true;
    case catalogue::IdentityLevel::DocumentSeen:
        return has >= Has::DocumentSeen;
    case catalogue::IdentityLevel::CardPresent:
        return has >= Has::CardPresent;
    case catalogue::IdentityLevel::CertificateValid:
        return has >= Has::CertificateValid;
    case catalogue::IdentityLevel::PinProved:
        return has >= Has::PinProved;
    }
    return false;
}

} // namespace

ServicesViewModel::ServicesViewModel(workflows::Contact& contact, workflows::Reference& reference,
                                     QObject* parent)
    : ViewModel(parent), contact_(contact), reference_(reference),
      rows_({{NameRole, "name", [](const Row& r) { return r.name; }},
             {WhyRole, "why", [](const Row& r) { return r.why; }},
             {DescriptionRole, "description", [](const Row& r) { return r.description; }},
             {FeeRole, "fee", [](const Row& r) { return r.fee; }},
             {DeadlineRole, "deadline", [](const Row& r) { return r.deadline; }},
             {ChannelsRole, "channels", [](const Row& r) { return r.channels; }},
             {InstitutionRole, "institution", [](const Row& r) { return r.institution; }},
             {ChangedRole, "changed", [](const Row& r) { return r.changed; }},
             {AtDeskRole, "atDesk", [](const Row& r) { return r.atDesk; }}}) {
    connect(&contact_, &workflows::Contact::changed, this, &ServicesViewModel::refresh);
    connect(&reference_, &workflows::Reference::loaded, this, &ServicesViewModel::refresh);
}

void ServicesViewModel::refresh() {
    retranslate();
    Q_EMIT changed();
}

void ServicesViewModel::retranslate() {
    const auto* data = reference_.data();
    std::vector<catalogue::ProposedService> proposed;
    if (data && contact_.data().lifeEventId.empty() && !contact_.data().service.serviceId.empty()) {
        proposed.push_back({contact_.data().service.serviceId, {}});
    } else if (data && !contact_.data().lifeEventId.empty()) {
        if (const auto questionnaire = data->catalogue.questionnaireOf(contact_.data().lifeEventId))
            if (auto found = (*questionnaire)->propose(contact_.data().answers))
                proposed = *std::move(found);
    }
    std::vector<Row> rows;
    for (const auto& proposal : proposed) {
        const auto* service = reference_.service(proposal.serviceId);
        if (!service)
            continue;
        const int used = reference_.lastUsed(contact_.acts().clerk(), service->id);
        rows.push_back(
            {.id = qt(service->id),
             .name = text(service->name),
             .why = text(proposal.why),
             .description = text(service->description),
             .whatYouNeed = text(service->whatYouNeed),
             .fee = feeText(*service),
             .deadline = deadlineText(*service),
             .channels = channelsText(*service),
             .institution = text(service->authority.name),
             .legalBasis = legalText(*service),
             .changed = used != 0 && used < service->version,
             .atDesk = service->offeredBy(catalogue::Channel::Desk),
             .levelHint = reaches(contact_.data().level, service->identityLevel)
                              ? QString()
                              : tr("The client must prove who they are more surely for this service.")});
    }
    rows_.setRows(std::move(rows));
}

int ServicesViewModel::selected() const {
    const auto wanted = selectedId_.isEmpty() ? qt(contact_.data().service.serviceId) : selectedId_;
    const auto& rows = rows_.rows();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (rows[i].id == wanted)
            return static_cast<int>(i);
    return rows.size() == 1 ? 0 : -1;
}

bool ServicesViewModel::canGoOn() const {
    const auto* row = rows_.at(selected());
    return row && row->atDesk && !busy();
}

bool ServicesViewModel::busy() const {
    return contact_.step() == workflows::ContactStep::Services && contact_.busy();
}

void ServicesViewModel::choose(int row) {
    if (const auto* chosen = rows_.at(row))
        selectedId_ = chosen->id;
    Q_EMIT changed();
}

void ServicesViewModel::next() {
    const auto* row = rows_.at(selected());
    if (!row || !canGoOn())
        return;
    if (!row->levelHint.isEmpty()) {
        Q_EMIT failed({workflows::codes::levelTooLow});
        return;
    }
    const auto service = reference_.refOf(row->id.toStdString());
    if (!service)
        return;
    selectedId_.clear();
    reference_.noteUsed(contact_.acts().clerk(), *service);
    contact_.openCase(*service);
}

void ServicesViewModel::back() {
    selectedId_.clear();
    contact_.back();
}

} // namespace vienlogs::viewmodels
