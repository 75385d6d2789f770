// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/viewmodels/done_view_model.h"

#include <array>

#include "texts.h"
#include "vienlogs/contract/wire.h"
#include "vienlogs/workflows/known_code.h"
#include "vienlogs/workflows/reference.h"
#include "vienlogs/workflows/submitting.h"

namespace vienlogs::viewmodels {

namespace {

namespace cases = domain::cases;
constexpr std::array ways{cases::DeliveryWay::EAccount, cases::DeliveryWay::EAddress,
                          cases::DeliveryWay::Desk, cases::DeliveryWay::Post, cases::DeliveryWay::Voice};

} // namespace

DoneViewModel::DoneViewModel(workflows::Contact& contact, workflows::Submitting& submitting,
                             workflows::Reference& reference, QObject* parent)
    : ViewModel(parent), contact_(contact), submitting_(submitting), reference_(reference),
      history_({{TextRole, "text", [](const HistoryRow& r) { return r.text; }},
                {WhenRole, "when", [](const HistoryRow& r) { return r.when; }},
                {WhoRole, "who", [](const HistoryRow& r) { return r.who; }}}),
      access_({{AccessWhatRole, "what", [](const AccessRow& r) { return r.what; }},
               {AccessWhenRole, "when", [](const AccessRow& r) { return r.when; }},
               {AccessWhoRole, "who", [](const AccessRow& r) { return r.who; }},
               {AccessPurposeRole, "purpose", [](const AccessRow& r) { return r.purpose; }}}) {
    connect(&submitting_, &workflows::Submitting::changed, this, &DoneViewModel::refresh);
    connect(&contact_, &workflows::Contact::changed, this, &DoneViewModel::changed);
}

void DoneViewModel::refresh() {
    retranslate();
    Q_EMIT changed();
}

QString DoneViewModel::serviceName(const std::string& id) const {
    const auto* service = reference_.service(id);
    return service ? text(service->name) : qt(id);
}

QString DoneViewModel::nameOf(std::string_view classifier, const std::string& code,
                              base::Timestamp at) const {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(at));
    if (const auto* data = reference_.data())
        for (const auto& option : workflows::optionsOf(*data, classifier, day))
            if (option.value == code)
                return text(option.label);
    return qt(code);
}

DoneViewModel::AccessRow DoneViewModel::accessRow(const contract::AccessRecord& record) const {
    // "Clerk's name, INSTITUTION", of which the name may have commas too.
    const auto comma = record.who.rfind(", ");
    auto who = qt(record.who);
    if (comma != std::string::npos)
        who = qt(record.who.substr(0, comma + 2)) +
              nameOf("institution-list", record.who.substr(comma + 2), record.at);
    const auto purpose = reference_.service(record.purpose)
                             ? serviceName(record.purpose)
                             : nameOf("register-purposes", record.purpose, record.at);
    return {dateTime(record.at), who, Texts::act(record.what), purpose};
}

void DoneViewModel::retranslate() {
    std::vector<HistoryRow> history;
    for (const auto& entry : submitting_.history()) {
        const auto state = cases::caseStateFrom(entry.state);
        history.push_back({dateTime(entry.at),
                           serviceName(entry.serviceId) + QStringLiteral(" — ") +
                               (state ? Texts::caseState(*state) : qt(entry.state)),
                           qt(entry.number) + QStringLiteral(", ") +
                               nameOf("institution-list", entry.institution, entry.at)});
    }
    history_.setRows(std::move(history));
    // One sitting leaves many records of one kind; a person reads it as one look.
    std::vector<AccessRow> access;
    for (const auto& record : submitting_.accessLog())
        if (auto row = accessRow(record); access.empty() || access.back() != row)
            access.push_back(std::move(row));
    access_.setRows(std::move(access));
}

QStringList DoneViewModel::deliveries() const {
    QStringList names;
    for (const auto way : ways)
        names << Texts::delivery(way);
    return names;
}

int DoneViewModel::deliveryIndex() const {
    const auto found = std::find(ways.begin(), ways.end(), contact_.data().delivery);
    return static_cast<int>(found - ways.begin());
}

void DoneViewModel::setDeliveryIndex(int index) {
    if (index >= 0 && index < static_cast<int>(ways.size()))
        contact_.setDelivery(ways[static_cast<std::size_t>(index)]);
}

QString DoneViewModel::signedText(const cases::Case& theCase) {
    if (theCase.signedBy != cases::SigningMethod::Card)
        return tr("On paper, scanned");
    return cases::signatureLevel(theCase) == cases::SignatureLevel::B ? tr("With the card; no time stamp yet")
                                                                      : tr("With the card");
}

QVector<DoneViewModel::SummaryLine> DoneViewModel::summary() const {
    QVector<SummaryLine> lines;
    const auto& theCase = contact_.theCase();
    if (!theCase)
        return lines;
    lines.push_back({tr("Service"), serviceName(theCase->serviceId)});
    lines.push_back({tr("Client"), qt(contact_.clientName())});
    if (!theCase->actingFor.name.empty())
        lines.push_back({tr("Acting for"), qt(theCase->actingFor.name)});
    for (const auto& answer : submitting_.answers(language()))
        lines.push_back({qt(answer.label), qt(answer.value)});
    if (theCase->signedBy)
        lines.push_back({tr("Signed"), signedText(*theCase)});
    if (theCase->invoice) {
        const auto amount = theCase->invoice->amount;
        const auto paid = amount.isZero() ? Texts::free()
                          : cases::paid(*theCase) >= amount
                              ? tr("%1, paid").arg(qt(amount.toText()))
                              : tr("%1, to be paid later").arg(qt(amount.toText()));
        lines.push_back({tr("Fee"), paid});
    }
    return lines;
}

bool DoneViewModel::submitted() const {
    return submitting_.submitted();
}

bool DoneViewModel::busy() const {
    return contact_.busy();
}

QString DoneViewModel::caseNumber() const {
    return qt(contact_.data().caseNumber);
}

QString DoneViewModel::stateText() const {
    return contact_.theCase() ? Texts::caseState(contact_.theCase()->state) : QString();
}

DoneViewModel::SentState DoneViewModel::sentState() const {
    switch (submitting_.sent()) {
    case workflows::Sent::All:
        return SentState::Sent;
    case workflows::Sent::Waiting:
        return SentState::Waiting;
    case workflows::Sent::Refused:
        return SentState::Refused;
    }
    return SentState::Waiting;
}

QString DoneViewModel::sentText() const {
    switch (sentState()) {
    case SentState::Sent:
        return tr("Sent. The institution has it.");
    case SentState::Waiting:
        return tr("Waiting to send. It is kept here and goes as soon as there is a connection.");
    case SentState::Refused:
        break;
    }
    const auto code = submitting_.problemCode();
    const auto known = code ? workflows::knownCode(*code) : std::nullopt;
    return known ? view({*known}).happened : Texts::sent(workflows::Sent::Refused);
}

QString DoneViewModel::historyNote() const {
    if (submitting_.historyFailure())
        return view(*submitting_.historyFailure()).happened;
    return history_.rows().empty()
               ? tr("Here will be what this client has applied for, as the e-account shows it.")
               : QString();
}

void DoneViewModel::submit() {
    submitting_.submit();
}

void DoneViewModel::anotherService() {
    contact_.advance(workflows::ContactEvent::AnotherService);
}

void DoneViewModel::endContact() {
    contact_.end("served");
}

void DoneViewModel::back() {
    contact_.back();
}

void DoneViewModel::refreshHistory() {
    submitting_.refreshHistory();
}

} // namespace vienlogs::viewmodels
