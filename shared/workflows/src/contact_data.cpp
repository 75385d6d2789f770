// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/workflows/contact_data.h"

#include <nlohmann/json.hpp>

#include "vienlogs/base/names.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/workflows/failures.h"

namespace vienlogs::workflows {

namespace {

constexpr base::Names<ContactStep, 8> steps{{{ContactStep::None, "none"},
                                             {ContactStep::Need, "need"},
                                             {ContactStep::Services, "services"},
                                             {ContactStep::Form, "form"},
                                             {ContactStep::Sign, "sign"},
                                             {ContactStep::Pay, "pay"},
                                             {ContactStep::Submit, "submit"},
                                             {ContactStep::Done, "done"}}};

using Json = nlohmann::json;
namespace clients = domain::clients;
namespace cases = domain::cases;

/// Thrown inside decode only: a member of the kept contact is not what it must be.
struct Unreadable {};

template<typename T>
T orThrow(std::optional<T> value) {
    if (!value)
        throw Unreadable{};
    return *value;
}

template<typename T>
T orThrow(base::Result<T> value) {
    if (!value)
        throw Unreadable{};
    return *std::move(value);
}

base::Timestamp time(const Json& json) {
    return orThrow(base::fromRfc3339(json.get<std::string>()));
}

Json identifierJson(const base::Identifier& id) {
    return id.isNobody() ? Json() : Json(id.toString());
}

base::Identifier identifier(const Json& json) {
    return json.is_null() ? base::Identifier() : orThrow(base::Identifier::parse(json.get<std::string>()));
}

Json stepTimesJson(const std::vector<cases::StepTime>& times) {
    auto list = Json::array();
    for (const auto& t : times)
        list.push_back({{"step", t.step}, {"from", base::toRfc3339(t.from)}, {"to", base::toRfc3339(t.to)}});
    return list;
}

std::vector<cases::StepTime> stepTimes(const Json& json) {
    std::vector<cases::StepTime> times;
    for (const auto& t : json)
        times.push_back({t.at("step").get<std::string>(), time(t.at("from")), time(t.at("to"))});
    return times;
}

Json moment(const std::optional<base::Timestamp>& at) {
    return at ? Json(base::toRfc3339(*at)) : Json();
}

std::optional<base::Timestamp> moment(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(time(json));
}

Json evidenceJson(const clients::IdentityEvidence& e) {
    return {{"documentSeen", moment(e.documentSeen)},
            {"cardRead", moment(e.cardRead)},
            {"notRevoked", moment(e.notRevoked)},
            {"saidBy", e.saidBy},
            {"revoked", e.revoked},
            {"pinProved", moment(e.pinProved)},
            {"photoChecked", moment(e.photoChecked)}};
}

clients::IdentityEvidence evidence(const Json& json) {
    return {.documentSeen = moment(json.at("documentSeen")),
            .cardRead = moment(json.at("cardRead")),
            .notRevoked = moment(json.at("notRevoked")),
            .saidBy = json.at("saidBy").get<std::string>(),
            .revoked = json.at("revoked").get<bool>(),
            .pinProved = moment(json.at("pinProved")),
            .photoChecked = moment(json.at("photoChecked"))};
}

Json serviceJson(const ServiceRef& s) {
    return {{"id", s.serviceId},
            {"version", s.serviceVersion},
            {"institution", s.institution},
            {"formId", s.formId},
            {"formVersion", s.formVersion}};
}

ServiceRef service(const Json& json) {
    return {json.at("id").get<std::string>(), json.at("version").get<int>(),
            json.at("institution").get<std::string>(), json.at("formId").get<std::string>(),
            json.at("formVersion").get<int>()};
}

Json actingForJson(const clients::ActingFor& acting) {
    return {{"kind", clients::nameOf(acting.kind)},
            {"represented", identifierJson(acting.represented.value_or(base::Identifier()))},
            {"name", acting.name}};
}

clients::ActingFor actingFor(const Json& json) {
    clients::ActingFor acting{.kind = orThrow(clients::actingForFrom(json.at("kind").get<std::string>())),
                              .name = json.at("name").get<std::string>()};
    if (!json.at("represented").is_null())
        acting.represented = identifier(json.at("represented"));
    return acting;
}

ContactData read(const Json& json) {
    ContactData d;
    d.id = orThrow(base::Ulid::parse(json.at("id").get<std::string>()));
    d.clerk = json.at("clerk").get<std::string>();
    d.client = {identifier(json.at("client")), json.at("givenName").get<std::string>(),
                json.at("familyName").get<std::string>()};
    if (const auto known = json.find("evidence"); known != json.end())
        d.evidence = evidence(*known);
    d.level = orThrow(clients::identityLevelFrom(json.at("level").get<std::string>()));
    d.provedAt = time(json.at("provedAt"));
    d.startedAt = time(json.at("startedAt"));
    d.actingFor = actingFor(json.at("actingFor"));
    d.step = orThrow(contactStepFrom(json.at("step").get<std::string>()));
    d.lifeEventId = json.at("lifeEventId").get<std::string>();
    for (const auto& [question, answer] : json.at("answers").items())
        d.answers[question] = answer.get<std::string>();
    d.service = service(json.at("service"));
    if (!json.at("caseId").is_null())
        d.caseId = orThrow(base::Ulid::parse(json.at("caseId").get<std::string>()));
    d.caseNumber = json.at("caseNumber").get<std::string>();
    d.formState = json.at("formState").get<std::string>();
    d.formPage = json.value("formPage", 0); // an older program did not keep it
    if (const auto seen = json.find("answersSeen"); seen != json.end())
        d.answersSeen = orThrow(base::Ulid::parse(seen->get<std::string>()));
    d.payLater = json.at("payLater").get<bool>();
    d.delivery = orThrow(cases::deliveryWayFrom(json.at("delivery").get<std::string>()));
    d.stepTimes = stepTimes(json.at("stepTimes"));
    d.stepFrom = time(json.at("stepFrom"));
    return d;
}

} // namespace

std::string_view nameOf(ContactStep step) {
    return base::nameIn(steps, step);
}

std::optional<ContactStep> contactStepFrom(std::string_view name) {
    return base::valueIn(steps, name);
}

std::string encode(const ContactData& d) {
    return Json{{"id", d.id.toString()},
                {"clerk", d.clerk},
                {"client", identifierJson(d.client.identifier)},
                {"givenName", d.client.givenName},
                {"familyName", d.client.familyName},
                {"evidence", evidenceJson(d.evidence)},
                {"level", clients::nameOf(d.level)},
                {"provedAt", base::toRfc3339(d.provedAt)},
                {"startedAt", base::toRfc3339(d.startedAt)},
                {"actingFor", actingForJson(d.actingFor)},
                {"step", nameOf(d.step)},
                {"lifeEventId", d.lifeEventId},
                {"answers", Json(d.answers)},
                {"service", serviceJson(d.service)},
                {"caseId", d.caseId ? Json(d.caseId->toString()) : Json()},
                {"caseNumber", d.caseNumber},
                {"formState", d.formState},
                {"formPage", d.formPage},
                {"answersSeen", d.answersSeen.toString()},
                {"payLater", d.payLater},
                {"delivery", cases::nameOf(d.delivery)},
                {"stepTimes", stepTimesJson(d.stepTimes)},
                {"stepFrom", base::toRfc3339(d.stepFrom)}}
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<ContactData> decodeContact(std::string_view text) {
    const auto json = contract::parseJson(text);
    if (!json)
        return base::fail(codes::contactUnreadable, json.error().detail);
    try {
        return read(*json);
    } catch (const Json::exception& error) {
        return base::fail(codes::contactUnreadable, "json " + std::to_string(error.id));
    } catch (const Unreadable&) {
        return base::fail(codes::contactUnreadable, "a value of another shape");
    }
}

ContactStep stepAfterRestart(ContactStep kept, const std::optional<cases::Case>& theCase) {
    if (!theCase || theCase->state == cases::CaseState::Withdrawn)
        return kept > ContactStep::Services ? ContactStep::Services : kept;
    if (theCase->state == cases::CaseState::Draft)
        return kept == ContactStep::Sign || kept < ContactStep::Form ? kept : ContactStep::Form;
    if (theCase->state == cases::CaseState::Signed)
        return kept == ContactStep::Submit ? kept : ContactStep::Pay;
    return kept == ContactStep::Need || kept == ContactStep::Services ? kept : ContactStep::Done;
}

} // namespace vienlogs::workflows
