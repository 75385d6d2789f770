// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/contact.h"

#include "vienlogs/ports/local_store.h"

namespace vienlogs::workflows {

namespace {

namespace cases = domain::cases;
namespace clients = domain::clients;

/// What stands in the audit: which facts there were, not only what they come to.
std::string purposeOf(const clients::IdentityEvidence& evidence) {
    return "identification: " + clients::describe(evidence);
}
constexpr int keepAgainMs = 2000; // after the disk did not take it

} // namespace

Contact::Contact(Acts& acts, QObject* parent) : QObject(parent), acts_(acts) {
    keepAgain_.setSingleShot(true);
    keepAgain_.setInterval(keepAgainMs);
    connect(&keepAgain_, &QTimer::timeout, this, &Contact::keep);
}

void Contact::enter(ContactStep step) {
    const auto now = acts_.clock().now();
    if (active())
        data_.stepTimes.push_back({std::string(nameOf(data_.step)), data_.stepFrom, now});
    data_.step = step;
    data_.stepFrom = now;
    Q_EMIT stepChanged();
    Q_EMIT changed();
}

void Contact::follow(ContactEvent event) {
    if (const auto next = workflows::follow(contactTable, data_.step, event)) {
        enter(*next);
        keep();
    }
}

void Contact::leaveForm() {
    if (step() == ContactStep::Form)
        Q_EMIT leavingForm();
}

void Contact::advance(ContactEvent event) {
    leaveForm();
    if (event == ContactEvent::AnotherService && step() == ContactStep::Done) {
        data_.lifeEventId.clear();
        data_.answers.clear();
        data_.service = {};
        data_.caseId.reset();
        data_.caseNumber.clear();
        data_.formState.clear();
        data_.formPage = 0;
        data_.payLater = false;
        case_.reset();
        Q_EMIT caseChanged();
    }
    follow(event);
}

void Contact::identify(const Proof& proof) {
    ContactData data = data_;
    if (active()) {
        if (ending_ || data.client.identifier != proof.client.identifier)
            return;
        data.evidence = clients::joined(data.evidence, proof.evidence);
        if (data.evidence == data_.evidence)
            return;
    } else {
        data = ContactData{.id = acts_.newId(),
                           .clerk = acts_.clerk(),
                           .client = proof.client,
                           .evidence = proof.evidence,
                           .startedAt = acts_.clock().now(),
                           .step = ContactStep::None,
                           .stepFrom = acts_.clock().now()};
    }
    const auto level = clients::levelOf(data.evidence);
    if (!active() || level != data.level)
        data.provedAt = acts_.clock().now();
    data.level = level;
    begin(std::move(data), proof);
}

void Contact::begin(ContactData data, const Proof& proof) {
    std::vector<cases::Command> commands;
    if (!active())
        commands.push_back(acts_.command(data.id, cases::OpenContact{.channel = "desk"}));
    commands.push_back(
        acts_.command(data.id, cases::IdentifyClient{.client = proof.client,
                                                     .level = data.level,
                                                     .reader = proof.reader,
                                                     .certificateSha256 = proof.certificateSha256,
                                                     .purpose = purposeOf(data.evidence)}));
    // More known of the client keeps nobody from going on meanwhile.
    const bool began = !active();
    pending_ += began ? 1 : 0;
    acts_.store().run(
        this,
        [commands = std::move(commands)](ports::LocalStore& store) { return store.recordAll(commands); },
        [this, began, data = std::move(data)](const base::Result<void>& recorded) {
            pending_ -= began ? 1 : 0;
            if (!recorded) {
                Q_EMIT changed();
                Q_EMIT failed(recorded.error());
                return;
            }
            if (active() ? data_.id != data.id : !began)
                return; // another client was quicker, or this one has gone
            if (began) {
                data_ = data;
                follow(ContactEvent::Identified);
            } else {
                // Another fact may have been stored meanwhile.
                data_.evidence = clients::joined(data_.evidence, data.evidence);
                if (const auto level = clients::levelOf(data_.evidence); level != data_.level) {
                    data_.level = level;
                    data_.provedAt = data.provedAt;
                }
                keep();
            }
            if (began) // more known of the same client is no other client: scanned pages stay
                Q_EMIT clientChanged();
            Q_EMIT changed();
        });
}

std::string Contact::clientName() const {
    return registerName_.empty() ? data_.client.shownName() : registerName_;
}

void Contact::nameFromRegister(const std::string& givenName, const std::string& familyName) {
    if (!clients::sameName(givenName, data_.client.givenName) ||
        !clients::sameName(familyName, data_.client.familyName))
        return;
    registerName_ = givenName + " " + familyName;
    Q_EMIT changed();
}

void Contact::offerActingFor(std::vector<clients::ActingFor> options) {
    actingFor_ = std::move(options);
    Q_EMIT changed();
}

void Contact::setActingFor(const clients::ActingFor& actingFor) {
    if (data_.actingFor == actingFor || busy() || step() > ContactStep::Form)
        return;
    const auto before = std::exchange(data_.actingFor, actingFor);
    keep();
    if (case_ && case_->state == cases::CaseState::Draft)
        beginAgain(case_->id, before);
    Q_EMIT changed();
}

void Contact::chooseLifeEvent(const std::string& id) {
    if (data_.lifeEventId != id)
        data_.answers.clear();
    data_.lifeEventId = id;
    if (!id.empty())
        data_.service = {};
    keep();
    Q_EMIT changed();
}

void Contact::nameService(const std::string& id) {
    data_.lifeEventId.clear();
    data_.answers.clear();
    if (data_.service.serviceId != id)
        data_.service = {.serviceId = id};
    keep();
    Q_EMIT changed();
}

void Contact::answer(const std::string& question, const std::string& answer) {
    data_.answers[question] = answer;
    keep();
    Q_EMIT changed();
}

void Contact::proposeServices() {
    follow(ContactEvent::ServicesProposed);
}

void Contact::keepForm(const std::string& saved, std::size_t page) {
    const auto at = static_cast<int>(page);
    if (data_.formState == saved && data_.formPage == at)
        return;
    data_.formState = saved;
    data_.formPage = at;
    keep();
}

void Contact::setDelivery(cases::DeliveryWay way) {
    data_.delivery = way;
    keep();
    Q_EMIT changed();
}

void Contact::setPayLater(bool later) {
    data_.payLater = later;
    keep();
    Q_EMIT changed();
}

std::vector<cases::StepTime> Contact::stepTimes() const {
    auto times = data_.stepTimes;
    times.push_back({std::string(nameOf(data_.step)), data_.stepFrom, acts_.clock().now()});
    return times;
}

} // namespace vienlogs::workflows
