// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "gateway_registers.h"

#include <algorithm>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/server/app/problem.h"

namespace vienlogs::server {

namespace {

using namespace std::chrono_literals;
constexpr auto probeEvery = 30s;
/// "00-" before and "-" after the 32 digits of a traceparent's trace.
constexpr std::size_t traceAt = 3;
constexpr std::size_t traceSize = 32;
constexpr std::size_t longestText = 200, mostParameters = 10, mostItems = 20;

std::string traceOf(const std::string& traceParent) {
    return traceParent.size() == 55 ? traceParent.substr(traceAt, traceSize) : std::string();
}

bool isShortText(const nlohmann::json& value) {
    return value.is_string() && value.get_ref<const std::string&>().size() <= longestText;
}

/// Texts and lists of texts, as the API's document has them.
base::Result<nlohmann::json> parametersOf(const std::string& text) {
    if (text.empty())
        return nlohmann::json::object();
    auto json = contract::parseJson(text);
    if (!json)
        return json;
    bool fits = json->is_object() && json->size() <= mostParameters;
    for (auto it = json->begin(); fits && it != json->end(); ++it)
        fits = isShortText(*it) || (it->is_array() && it->size() <= mostItems &&
                                    std::all_of(it->begin(), it->end(), isShortText));
    return fits ? json : base::fail(base::codes::invalidArgument, "parameters");
}

/// Whom a list is about is known only from it; they too are told who saw them, before the clerk sees them.
base::Result<void> recordFound(const nlohmann::json& data, const std::string& asked,
                               const app::RegisterPort::Record& record) {
    if (!data.is_array())
        return {};
    for (const auto& item : data) {
        const auto found = item.is_object()
                               ? base::Identifier::parse(item.value("identifier", ""))
                               : base::Result<base::Identifier>(base::fail(base::codes::notFound));
        if (!found || found->toString() == asked)
            continue;
        if (auto recorded = record(found->toString()); !recorded)
            return recorded;
    }
    return {};
}

} // namespace

base::Result<std::unique_ptr<GatewayRegisters>>
GatewayRegisters::create(const std::filesystem::path& descriptions, const std::string& address,
                         store::Store& store, const base::Clock& clock, http::Log& log) {
    auto registers = gateway::loadRegisterDescriptions(descriptions);
    if (!registers)
        return base::fail(registers.error());
    std::unique_ptr<GatewayRegisters> made(new GatewayRegisters(store, clock, log));
    for (auto& description : *registers) {
        if (!address.empty())
            description.address = address;
        for (const auto& [name, operation] : description.operations)
            made->openData_[{description.id, name}] = operation.openData;
    }
    auto gateway = gateway::RegisterGateway::create(std::move(*registers), *made, *made, *made, clock);
    if (!gateway)
        return base::fail(gateway.error());
    made->gateway_ = std::move(*gateway);
    made->prober_ = std::thread([self = made.get()] { self->probeNowAndThen(); });
    return made;
}

GatewayRegisters::~GatewayRegisters() {
    {
        const std::scoped_lock lock(mutex_);
        stopped_ = true;
    }
    stopping_.notify_all();
    if (prober_.joinable())
        prober_.join();
}

void GatewayRegisters::probeNowAndThen() {
    std::unique_lock lock(mutex_);
    while (!stopped_) {
        lock.unlock();
        gateway_->probe();
        lock.lock();
        stopping_.wait_for(lock, probeEvery, [&] { return stopped_; });
    }
}

base::Result<contract::RegisterAnswer> GatewayRegisters::look(const app::RegisterLook& look,
                                                              const Record& record) {
    const auto& request = look.request;
    gateway::RegisterQuery query{.registerId = request.registerId,
                                 .operation = request.operation,
                                 .subject = request.subject,
                                 .purpose = request.purpose,
                                 .legalBasis = request.legalBasis,
                                 .userId = look.actor.clerk,
                                 .institution = look.actor.institution,
                                 .caseId = request.contactId,
                                 .traceId = traceOf(look.traceParent),
                                 .idempotencyKey = look.key};
    auto parameters = parametersOf(request.parametersJson);
    if (!parameters)
        return base::fail(parameters.error());
    query.parameters = std::move(*parameters);
    const auto open = openData_.find({request.registerId, request.operation});
    if (open != openData_.end() && !open->second) {
        const auto subject = base::Identifier::parse(request.subject);
        if (!subject)
            return base::fail(subject.error());
        query.subject = *subject;
    }
    {
        const std::scoped_lock lock(mutex_);
        looks_[std::this_thread::get_id()] = &record;
    }
    auto answer = gateway_->ask(query);
    if (answer && open != openData_.end() && !open->second)
        if (const auto told = recordFound(answer->data, request.subject, record); !told)
            answer = base::fail(told.error());
    {
        const std::scoped_lock lock(mutex_);
        looks_.erase(std::this_thread::get_id());
    }
    if (!answer)
        return base::fail(answer.error());
    contract::RegisterAnswer result{request.registerId,
                                    answer->sourceName.in(look.language),
                                    std::string(gateway::nameOf(answer->state)),
                                    answer->asOf.value_or(clock_.now()),
                                    answer->data.dump(),
                                    std::nullopt};
    if (answer->failure)
        result.problem = app::problemOf(*answer->failure, look.language);
    return result;
}

base::Result<void> GatewayRegisters::confirm(const std::string& userId, const std::string& institution) {
    const auto clerk = store::inRead<std::optional<store::Clerk>>(
        store_, [&](store::Transaction& t) { return t.directory().clerk(userId); });
    if (!clerk)
        return base::fail(clerk.error());
    if (!*clerk || (*clerk)->leftAt || (*clerk)->institution != institution)
        return base::fail(app::codes::clerkLeft);
    return {};
}

base::Result<void> GatewayRegisters::record(const gateway::LookRecord& look) {
    const Record* record = nullptr;
    {
        const std::scoped_lock lock(mutex_);
        const auto found = looks_.find(std::this_thread::get_id());
        if (found != looks_.end())
            record = found->second;
    }
    return record ? (*record)(look.subject)
                  : base::Result<void>(base::fail(base::codes::internal, "a look by nobody"));
}

void GatewayRegisters::add(const gateway::CallTrace& trace) {
    log_.write("info", "register",
               {{"register", trace.registerId},
                {"operation", trace.operation},
                {"state", trace.state ? std::string(gateway::nameOf(*trace.state)) : std::string()},
                {"milliseconds", std::to_string(trace.latency.count())},
                {"cached", trace.fromCache ? "yes" : "no"},
                {"trace", trace.traceId},
                {"code", trace.failureCode}});
}

std::vector<contract::RegisterHealth> GatewayRegisters::health() {
    std::vector<contract::RegisterHealth> list;
    for (const auto& one : gateway_->health())
        list.push_back({one.registerId, one.name.lv,
                        one.state ? std::string(gateway::nameOf(*one.state)) : std::string("unknown"),
                        one.latency.count()});
    return list;
}

} // namespace vienlogs::server
