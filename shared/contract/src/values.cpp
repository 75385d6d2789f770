// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "values.h"

#include "vienlogs/base/names.h"

namespace vienlogs::contract {

namespace {

using domain::payments::Resolution;

constexpr base::Names<CommandStatus, 4> statuses{{{CommandStatus::Accepted, "accepted"},
                                                  {CommandStatus::Rejected, "rejected"},
                                                  {CommandStatus::Conflict, "conflict"},
                                                  {CommandStatus::InFlight, "in-flight"}}};
constexpr base::Names<Resolution, 3> resolutions{{{Resolution::ByTerminal, "by-terminal"},
                                                  {Resolution::ByPersonCharged, "by-person-charged"},
                                                  {Resolution::ByPersonNotCharged, "by-person-not-charged"}}};

template<typename T>
void assign(std::optional<T> found, T& value) {
    if (!found)
        throw WrongShape{};
    value = *found;
}

} // namespace

std::string_view nameOf(CommandStatus status) {
    return base::nameIn(statuses, status);
}
std::optional<CommandStatus> commandStatusFrom(std::string_view name) {
    return base::valueIn(statuses, name);
}
std::string_view nameOf(Resolution resolution) {
    return base::nameIn(resolutions, resolution);
}

void readEnum(std::string_view name, CommandStatus& value) {
    assign(commandStatusFrom(name), value);
}
void readEnum(std::string_view name, domain::cases::CaseState& value) {
    assign(domain::cases::caseStateFrom(name), value);
}
void readEnum(std::string_view name, domain::cases::SigningMethod& value) {
    assign(domain::cases::signingMethodFrom(name), value);
}
void readEnum(std::string_view name, domain::cases::DeliveryWay& value) {
    assign(domain::cases::deliveryWayFrom(name), value);
}
void readEnum(std::string_view name, domain::cases::Document::Kind& value) {
    assign(domain::cases::documentKindFrom(name), value);
}
void readEnum(std::string_view name, domain::cases::SignatureLevel& value) {
    assign(domain::cases::signatureLevelFrom(name), value);
}
void readEnum(std::string_view name, domain::clients::IdentityLevel& value) {
    assign(domain::clients::identityLevelFrom(name), value);
}
void readEnum(std::string_view name, domain::clients::LegalBasis& value) {
    assign(domain::clients::legalBasisFrom(name), value);
}
void readEnum(std::string_view name, domain::clients::ActingFor::Kind& value) {
    assign(domain::clients::actingForFrom(name), value);
}
void readEnum(std::string_view name, domain::payments::PaymentState& value) {
    assign(domain::payments::paymentStateFrom(name), value);
}
void readEnum(std::string_view name, domain::payments::ReversalReason& value) {
    assign(domain::payments::reversalReasonFrom(name), value);
}
void readEnum(std::string_view name, domain::payments::ClosingState& value) {
    assign(domain::payments::closingStateFrom(name), value);
}
void readEnum(std::string_view name, domain::payments::DayDifference::Kind& value) {
    assign(domain::payments::differenceKindFrom(name), value);
}
void readEnum(std::string_view name, Resolution& value) {
    assign(base::valueIn(resolutions, name), value);
}

} // namespace vienlogs::contract
