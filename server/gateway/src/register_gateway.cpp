// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/gateway/register_gateway.h"

#include <algorithm>
#include <set>

#include "answer_cache.h"
#include "canonical_mapping.h"
#include "protocols.h"
#include "register_health.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/gateway/http_exchange.h"
#include "vienlogs/server/gateway/register_failures.h"

namespace vienlogs::server::gateway {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t cacheCapacity = 4096;
constexpr auto clockDifference = 5min; // allowed between a register's clock and ours

bool names(const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
}

/// A licence may name a whole act, "Komerclikums"; then each of its provisions holds, "Komerclikums, 8.
/// pants".
bool coversBasis(const std::vector<std::string>& acts, const std::string& basis) {
    return std::any_of(acts.begin(), acts.end(),
                       [&](const std::string& act) { return basis == act || basis.starts_with(act + ","); });
}

bool isLicensed(const RegisterDescription& description, const Operation& operation,
                const RegisterQuery& query) {
    return std::any_of(description.licences.begin(), description.licences.end(), [&](const Licence& licence) {
        const bool who = names(licence.institutions, query.institution) || names(licence.institutions, "*");
        const bool ground = operation.openData || (names(licence.purposes, query.purpose) &&
                                                   coversBasis(licence.legalBases, query.legalBasis));
        return who && ground && names(licence.operations, query.operation);
    });
}

/// Everybody a query names, each to be told in his or her own access log.
std::set<std::string> subjectsOf(const RegisterQuery& query) {
    std::set<std::string> subjects{std::get<base::Identifier>(query.subject).toString()};
    const auto persons =
        query.parameters.is_object() ? query.parameters.value("persons", nlohmann::json()) : nlohmann::json();
    if (!persons.is_array())
        return subjects;
    for (const auto& person : persons)
        if (const auto parsed =
                base::Identifier::parse(person.is_string() ? person.get<std::string>() : std::string()))
            subjects.insert(parsed->toString());
    return subjects;
}

std::string cacheKey(const RegisterQuery& query) {
    const auto* identifier = std::get_if<base::Identifier>(&query.subject);
    const auto subject = identifier ? identifier->toString() : std::get<std::string>(query.subject);
    const nlohmann::json all{query.registerId, query.operation, subject, query.parameters};
    return digest::toHex(digest::sha256(all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)));
}

std::string ageText(std::chrono::milliseconds age) {
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(age).count();
    return hours < 48 ? std::to_string(std::max<std::int64_t>(hours, 1)) + " h"
                      : std::to_string(hours / 24) + " d";
}

base::Failure failureOf(const RegisterAnswer& answer, base::Timestamp now, const std::string& detail) {
    switch (answer.state) {
    case AnswerState::Closed:
        return {codes::registerClosed, detail,
                answer.closedUntil ? base::toRfc3339(*answer.closedUntil) : "?"};
    case AnswerState::Invalid:
        return {codes::registerNonsense, detail};
    case AnswerState::NotFound:
        return {codes::nobodyFound, detail};
    case AnswerState::Refused:
        return {codes::registerRefused, detail};
    case AnswerState::Stale:
        return {codes::answerStale, detail, answer.asOf ? ageText(now - *answer.asOf) : "?"};
    default:
        return {codes::registerDown, detail};
    }
}

} // namespace

std::string_view nameOf(AnswerState state) {
    switch (state) {
    case AnswerState::Ok:
        return "ok";
    case AnswerState::Stale:
        return "stale";
    case AnswerState::Closed:
        return "closed";
    case AnswerState::Invalid:
        return "invalid";
    case AnswerState::NotFound:
        return "not-found";
    case AnswerState::Refused:
        return "refused";
    case AnswerState::Down:
        break;
    }
    return "down";
}

struct RegisterGateway::Parts {
    struct Register {
        explicit Register(RegisterDescription made, Endpoint at)
            : description(std::move(made)), endpoint(std::move(at)), health(description) {}
        RegisterDescription description;
        Endpoint endpoint;
        HealthOfRegister health;
    };
    struct Target {
        Register* reg;
        const Operation* operation;
    };

    base::Result<Target> target(const RegisterQuery& query) const;
    base::Result<void> authenticate(const RegisterQuery& query) const;
    static base::Result<void> license(const Target& target, const RegisterQuery& query);
    base::Result<void> record(const Target& target, const RegisterQuery& query) const;
    RegisterAnswer answer(const Target& target, const RegisterQuery& query, const HttpRequest& request);
    RegisterAnswer call(const Target& target, const HttpRequest& request) const;
    void interpret(RegisterAnswer& answer, const Target& target, const HttpReply& reply) const;
    RegisterAnswer remembered(const Target& target, const std::string& key, RegisterAnswer instead);
    base::Result<RegisterAnswer> untraced(const RegisterQuery& query);
    void probe(Register& reg) const;
    void trace(const RegisterQuery& query, const base::Result<RegisterAnswer>& answer) const;

    CallerCheck& callers;
    LookAudit& audit;
    CallTraces& traces;
    const base::Clock& clock;
    std::vector<std::unique_ptr<Register>> registers;
    AnswerCache cache{cacheCapacity};
};

base::Result<RegisterGateway::Parts::Target>
RegisterGateway::Parts::target(const RegisterQuery& query) const {
    for (const auto& one : registers) {
        if (one->description.id != query.registerId)
            continue;
        const auto operation = one->description.operations.find(query.operation);
        if (operation != one->description.operations.end())
            return Target{one.get(), &operation->second};
    }
    return base::fail(codes::descriptionWrong, "unknown register or operation");
}

base::Result<void> RegisterGateway::Parts::authenticate(const RegisterQuery& query) const {
    if (query.userId.empty() || query.institution.empty())
        return base::fail(codes::callerUnknown, "no employee or institution");
    return callers.confirm(query.userId, query.institution);
}

base::Result<void> RegisterGateway::Parts::license(const Target& target, const RegisterQuery& query) {
    if (!target.operation->openData && (query.purpose.empty() || query.legalBasis.empty()))
        return base::fail(codes::groundMissing);
    if (!target.operation->openData && !std::holds_alternative<base::Identifier>(query.subject))
        return base::fail(base::codes::invalidArgument, "a personal look needs an identifier");
    if (!isLicensed(target.reg->description, *target.operation, query))
        return base::fail(codes::noLicence,
                          query.registerId + "." + query.operation + " for " + query.institution);
    return {};
}

base::Result<void> RegisterGateway::Parts::record(const Target& target, const RegisterQuery& query) const {
    if (target.operation->openData)
        return {};
    for (const auto& subject : subjectsOf(query)) {
        const auto recorded =
            audit.record({query.registerId, query.operation, subject, query.purpose, query.legalBasis,
                          query.userId, query.institution, query.caseId, query.traceId, clock.now()});
        if (!recorded)
            return recorded;
    }
    return {};
}

base::Result<RegisterAnswer> RegisterGateway::Parts::untraced(const RegisterQuery& query) {
    const auto known = target(query);
    if (!known)
        return base::fail(known.error());
    if (const auto caller = authenticate(query); !caller)
        return base::fail(caller.error());
    if (const auto licensed = license(*known, query); !licensed)
        return base::fail(licensed.error());
    if (const auto recorded = record(*known, query); !recorded)
        return base::fail(recorded.error());
    const auto request = requestOf(known->reg->description, *known->operation, query);
    if (!request)
        return base::fail(request.error());
    return answer(*known, query, *request);
}

RegisterAnswer RegisterGateway::Parts::answer(const Target& target, const RegisterQuery& query,
                                              const HttpRequest& request) {
    const auto& operation = *target.operation;
    const auto key = cacheKey(query);
    if (auto cached = cache.find(key, operation.cacheFor, clock.steadyNow())) {
        cached->fromCache = true;
        cached->latency = 0ms;
        return *cached;
    }
    RegisterAnswer fresh;
    fresh.sourceName = target.reg->description.name;
    if (target.reg->health.mayCall(clock.steadyNow())) {
        fresh = call(target, request);
        target.reg->health.done(fresh, clock.now(), clock.steadyNow());
    } else {
        fresh.failure = base::Failure{codes::registerDown, "left alone after failures"};
    }
    if (operation.write)
        cache.forget(query.registerId); // also when the answer was lost: it may have been written
    else if (fresh.state == AnswerState::Ok && operation.cacheFor + operation.keepFor > 0s)
        cache.put(query.registerId, key, fresh, clock.steadyNow());
    return fresh.state == AnswerState::Down ? remembered(target, key, std::move(fresh)) : fresh;
}

RegisterAnswer RegisterGateway::Parts::remembered(const Target& target, const std::string& key,
                                                  RegisterAnswer instead) {
    auto kept = cache.find(key, target.operation->keepFor, clock.steadyNow());
    if (!kept)
        return instead;
    kept->state = AnswerState::Stale;
    kept->fromCache = true;
    kept->latency = instead.latency;
    kept->failure = failureOf(*kept, clock.now(), "the register is down");
    return *kept;
}

RegisterAnswer RegisterGateway::Parts::call(const Target& target, const HttpRequest& request) const {
    const auto& description = target.reg->description;
    RegisterAnswer answer;
    answer.sourceName = description.name;
    const auto start = std::chrono::steady_clock::now(); // the real one: a latency is measured, not decided
    const auto reply =
        exchange(target.reg->endpoint, request, {description.connectTimeout, description.answerTimeout});
    answer.latency =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    if (reply) {
        interpret(answer, target, *reply);
    } else {
        answer.state =
            reply.error().code == codes::registerNonsense ? AnswerState::Invalid : AnswerState::Down;
        answer.failure = reply.error();
    }
    return answer;
}

void RegisterGateway::Parts::interpret(RegisterAnswer& answer, const Target& target,
                                       const HttpReply& reply) const {
    const auto& description = target.reg->description;
    auto reading = readingOf(description, *target.operation, reply);
    answer.state = reading.state;
    answer.closedUntil = reading.closedUntil;
    if (reading.state == AnswerState::Ok) {
        const auto now = clock.now();
        const auto* moment =
            reading.body.contains(description.asOf) ? &reading.body.at(description.asOf) : nullptr;
        answer.asOf =
            moment && moment->is_string() ? base::fromRfc3339(moment->get<std::string>()) : std::nullopt;
        auto data = mapped(target.operation->result, reading.body);
        if (!answer.asOf || *answer.asOf > now + clockDifference || !data) {
            answer.state = AnswerState::Invalid;
            answer.asOf.reset();
            reading.detail = data ? "no moment of the data, or one to come" : data.error().detail;
        } else {
            answer.state = now - *answer.asOf > description.freshFor ? AnswerState::Stale : AnswerState::Ok;
            answer.data = std::move(*data);
        }
    }
    if (answer.state != AnswerState::Ok)
        answer.failure = failureOf(answer, clock.now(), reading.detail);
}

void RegisterGateway::Parts::probe(Register& reg) const {
    if (reg.description.probe.empty() || !reg.health.mayCall(clock.steadyNow()))
        return;
    RegisterAnswer answer;
    const auto start = std::chrono::steady_clock::now();
    const auto reply = exchange(reg.endpoint, probeOf(reg.description),
                                {reg.description.connectTimeout, reg.description.answerTimeout});
    answer.latency =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    if (reply) {
        const auto reading = readingOfProbe(reg.description, *reply);
        answer.state = reading.state;
        answer.closedUntil = reading.closedUntil;
    } else if (reply.error().code == codes::registerNonsense) {
        answer.state = AnswerState::Invalid;
    }
    reg.health.done(answer, clock.now(), clock.steadyNow());
}

void RegisterGateway::Parts::trace(const RegisterQuery& query,
                                   const base::Result<RegisterAnswer>& answer) const {
    CallTrace trace{query.registerId, query.operation, query.traceId, std::nullopt, {}, 0ms, false,
                    clock.now()};
    if (answer) {
        trace.state = answer->state;
        trace.latency = answer->latency;
        trace.fromCache = answer->fromCache;
        trace.failureCode = answer->failure ? answer->failure->code.text : std::string_view();
    } else {
        trace.failureCode = answer.error().code.text;
    }
    traces.add(trace);
}

base::Result<std::unique_ptr<RegisterGateway>>
RegisterGateway::create(std::vector<RegisterDescription> registers, CallerCheck& callers, LookAudit& audit,
                        CallTraces& traces, const base::Clock& clock) {
    auto parts = std::unique_ptr<Parts>(new Parts{callers, audit, traces, clock, {}});
    for (auto& description : registers) {
        auto endpoint = endpointOf(description.address);
        if (!endpoint)
            return base::fail(endpoint.error());
        for (const auto& other : parts->registers)
            if (other->description.id == description.id)
                return base::fail(codes::descriptionWrong, "two registers are called " + description.id);
        parts->registers.push_back(
            std::make_unique<Parts::Register>(std::move(description), std::move(*endpoint)));
    }
    return std::unique_ptr<RegisterGateway>(new RegisterGateway(std::move(parts)));
}

RegisterGateway::RegisterGateway(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

RegisterGateway::~RegisterGateway() = default;

base::Result<RegisterAnswer> RegisterGateway::ask(const RegisterQuery& query) {
    auto answer = parts_->untraced(query);
    parts_->trace(query, answer);
    return answer;
}

void RegisterGateway::probe() {
    for (const auto& one : parts_->registers)
        parts_->probe(*one);
}

std::vector<RegisterHealth> RegisterGateway::health() const {
    std::vector<RegisterHealth> all;
    for (const auto& one : parts_->registers)
        all.push_back(one->health.snapshot(parts_->clock.steadyNow()));
    return all;
}

} // namespace vienlogs::server::gateway
