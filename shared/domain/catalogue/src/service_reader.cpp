// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "service_reader.h"

#include <set>

#include "vienlogs/catalogue/catalogue.h"
#include "vienlogs/jsonread/json.h"
#include "vienlogs/jsonread/reader.h"

namespace vienlogs::catalogue {
namespace {

constexpr jsonread::Limits fileLimits{.bytes = 128 << 10, .depth = 8, .values = 5'000};

std::string readUrgency(jsonread::Reader& reader) {
    auto urgency = reader.textOr("urgency", "standard", 20);
    if (urgency != "standard" && urgency != "urgent")
        reader.problem("urgency", "standard or urgent is expected");
    return urgency;
}

LegalBasis readBasis(jsonread::Reader& reader) {
    LegalBasis basis{reader.text("act", 300), reader.textOr("article", "", 200), reader.text("uri", 200)};
    if (!basis.uri.starts_with("https://"))
        reader.problem("uri", "https is expected");
    reader.finish();
    return basis;
}

std::vector<NamedThing> readThings(jsonread::Reader& service, std::string_view key) {
    std::vector<NamedThing> things;
    for (auto& reader : service.objects(key, 30)) {
        things.push_back({reader.text("id", 60), reader.localized("name")});
        reader.finish();
    }
    return things;
}

Relief readRelief(jsonread::Reader reader) {
    Relief relief{reader.localized("ground"), readThings(reader, "proofs")};
    if (relief.proofs.empty())
        reader.problem("proofs", "at least one is expected");
    reader.finish();
    return relief;
}

Cost readCost(jsonread::Reader& reader) {
    Cost cost;
    cost.id = reader.text("id", 40);
    cost.label = reader.localized("label");
    cost.urgency = readUrgency(reader);
    const auto amount = base::Money::parse(reader.text("amount", 12));
    if (!amount || amount->cents() < 0)
        reader.problem("amount", "euro and cents are expected, as \"15.00\"");
    cost.amount = amount.value_or(base::Money());
    if (const auto channel = reader.textOr("channel", "", 20); !channel.empty()) {
        cost.channel = channelFrom(channel);
        if (!cost.channel)
            reader.problem("channel", "is not known");
    }
    if (reader.has("legalBasis")) {
        auto basis = reader.object("legalBasis");
        cost.legalBasis = readBasis(basis);
    }
    if (reader.has("relief"))
        cost.relief = readRelief(reader.object("relief"));
    reader.finish();
    return cost;
}

ProcessingTime readTime(jsonread::Reader& reader) {
    ProcessingTime time;
    time.days = static_cast<int>(reader.integer("days", 0, 1000));
    time.workingDays = reader.yesOr("workingDays", false);
    time.urgency = readUrgency(reader);
    reader.finish();
    return time;
}

RegisterUse readRegisterUse(jsonread::Reader reader) {
    RegisterUse use{reader.text("purpose", 40), reader.text("legalBasis", 300),
                    reader.texts("registers", 10)};
    reader.finish();
    return use;
}

void readChannels(jsonread::Reader& reader, PublicService& service) {
    for (const auto& code : reader.texts("channels", 10)) {
        if (const auto channel = channelFrom(code))
            service.channels.push_back(*channel);
        else
            reader.problem("channels", "one is not known");
    }
    if (service.channels.empty())
        reader.problem("channels", "is empty");
}

void readLists(jsonread::Reader& reader, PublicService& service) {
    std::set<std::string> costIds;
    for (auto& cost : reader.objects("costs", 20)) {
        service.costs.push_back(readCost(cost));
        if (!costIds.insert(service.costs.back().id).second)
            cost.problem("id", "is there twice");
    }
    for (auto& time : reader.objects("processing", 10))
        service.processing.push_back(readTime(time));
    for (auto& basis : reader.objects("legalBasis", 20))
        service.legalBasis.push_back(readBasis(basis));
    if (service.legalBasis.empty() || service.processing.empty())
        reader.problem("legalBasis", "legalBasis and processing are expected");
    service.evidence = readThings(reader, "evidence");
    service.outputs = readThings(reader, "outputs");
    service.keywords = reader.texts("keywords", 100);
}

void readWho(jsonread::Reader& reader, PublicService& service, const Authorities& authorities) {
    service.authority.id = reader.text("authority", 20);
    if (const auto known = authorities.find(service.authority.id); known != authorities.end())
        service.authority.name = known->second;
    else
        reader.problem("authority", "is not in authorities.json");
    const auto audience = audienceFrom(reader.text("audience", 20));
    const auto level = identityLevelFrom(reader.text("identityLevel", 30));
    if (!audience || !level)
        reader.problem("audience", "audience or identityLevel is not known");
    service.audience = audience.value_or(Audience::Persons);
    service.identityLevel = level.value_or(IdentityLevel::PinProved);
}

} // namespace

base::Result<Authorities> readAuthorities(std::string_view text) {
    const auto parsed = jsonread::parse(text, fileLimits);
    if (!parsed)
        return base::fail(codes::fileInvalid, parsed.error().detail);
    jsonread::Problems problems;
    jsonread::Reader reader(*parsed, "", problems);
    Authorities authorities;
    for (auto& one : reader.objects("authorities", 200)) {
        authorities.emplace(one.text("id", 20), one.localized("name"));
        one.finish();
    }
    reader.finish();
    if (problems.any())
        return base::fail(codes::fileInvalid, problems.first());
    return authorities;
}

base::Result<PublicService> readService(std::string_view text, const Authorities& authorities) {
    const auto parsed = jsonread::parse(text, fileLimits);
    if (!parsed)
        return base::fail(codes::fileInvalid, parsed.error().detail);
    jsonread::Problems problems;
    jsonread::Reader reader(*parsed, "", problems);
    PublicService service;
    service.id = reader.text("id", 60);
    service.version = static_cast<int>(reader.integer("version", 1, 1'000'000));
    service.changedIn = static_cast<int>(reader.integer("changedIn", 1, 1'000'000));
    service.name = reader.localized("name");
    service.description = reader.localized("description");
    service.whatYouNeed = reader.localized("whatYouNeed");
    service.formId = reader.text("formId", 60);
    readWho(reader, service, authorities);
    readChannels(reader, service);
    readLists(reader, service);
    service.registerUse = readRegisterUse(reader.object("registerUse"));
    reader.finish();
    if (problems.any())
        return base::fail(codes::fileInvalid, problems.first());
    return service;
}

base::Result<LifeEvent> readLifeEvent(std::string_view text) {
    const auto parsed = jsonread::parse(text, fileLimits);
    if (!parsed)
        return base::fail(codes::fileInvalid, parsed.error().detail);
    jsonread::Problems problems;
    jsonread::Reader reader(*parsed, "", problems);
    LifeEvent event;
    event.id = reader.text("id", 60);
    event.changedIn = static_cast<int>(reader.integer("changedIn", 1, 1'000'000));
    event.name = reader.localized("name");
    event.description = reader.localized("description");
    event.keywords = reader.texts("keywords", 200);
    event.questionnaireId = reader.text("questionnaireId", 60);
    event.services = reader.texts("services", 60);
    reader.finish();
    if (problems.any())
        return base::fail(codes::fileInvalid, problems.first());
    return event;
}

} // namespace vienlogs::catalogue
