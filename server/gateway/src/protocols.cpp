// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "protocols.h"

#include <algorithm>

#include "request_template.h"
#include "strict_parsers.h"
#include "vienlogs/base/bytes.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/base/ulid.h"

namespace vienlogs::server::gateway {

namespace {

using Json = nlohmann::json;

bool mayStandInHeader(const std::string& value) {
    return value.size() <= 200 &&
           std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c < 0x7f; });
}

bool isTraceId(const std::string& text) {
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string::npos &&
           text.find_first_not_of('0') != std::string::npos;
}

std::string newMessageId() {
    return base::Ulid::make(base::SystemClock()).toString();
}

void addTrace(HttpRequest& request, const std::string& traceId) {
    if (!isTraceId(traceId))
        return;
    const auto random = base::Ulid::make(base::SystemClock()).bytes();
    const base::Bytes span(random.begin() + 8, random.end());
    request.headers.emplace_back("traceparent", "00-" + traceId + "-" + base::toHex(span) + "-01");
}

std::string soapBody(const RegisterDescription& description, const Operation& operation,
                     const std::string& inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
           "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><" +
           operation.soapAction + " xmlns=\"" + xmlEscaped(description.soapNamespace) + "\">" + inside +
           "</" + operation.soapAction + "></soap:Body></soap:Envelope>";
}

/// The first moment that any text of the JSON names: X-Road tells the end of a closure only in its message.
std::optional<base::Timestamp> momentIn(const Json& json) {
    if (json.is_string()) {
        const auto text = json.get<std::string>();
        for (std::size_t at = 0; at < text.size();) {
            const auto end = std::min(text.find(' ', at), text.size());
            if (const auto moment = base::fromRfc3339(std::string_view(text).substr(at, end - at)))
                return moment;
            at = end + 1;
        }
    }
    if (json.is_structured())
        for (const auto& item : json)
            if (const auto moment = momentIn(item))
                return moment;
    return std::nullopt;
}

/// Whether a name or a text of the JSON is the mark.
bool says(const Json& json, const std::string& mark) {
    if (json.is_string())
        return json.get_ref<const std::string&>() == mark;
    if (json.is_object() && json.contains(mark))
        return true;
    return json.is_structured() &&
           std::any_of(json.begin(), json.end(), [&](const Json& item) { return says(item, mark); });
}

Reading ok(const Operation& operation, const Json& body) {
    if (!body.contains(operation.root))
        return {AnswerState::Invalid, {}, {}, "no root"};
    return {AnswerState::Ok, body.at(operation.root)};
}

/// What a reply that is not 200 says, if its body could be read.
Reading refusal(const RegisterDescription& description, const HttpReply& reply, const Json& body) {
    const auto detail = "HTTP " + std::to_string(reply.status);
    if (says(body, description.closedMark))
        return {AnswerState::Closed, {}, momentIn(body), detail};
    if (says(body, description.notFoundMark))
        return {AnswerState::NotFound, {}, {}, detail};
    if (reply.status == 422 || reply.status == 409)
        return {AnswerState::Refused, {}, {}, detail};
    return {reply.status >= 500 ? AnswerState::Down : AnswerState::Invalid, {}, {}, detail};
}

Reading readSoap(const RegisterDescription& description, const Operation& operation, const HttpReply& reply) {
    const auto body = parseXml(reply.body);
    const Json::json_pointer faultAt("/Envelope/Body/Fault");
    if (!body)
        return {reply.status >= 500 ? AnswerState::Down : AnswerState::Invalid, {}, {}, body.error().detail};
    if (reply.status == 200 && !body->contains(faultAt))
        return ok(operation, *body);
    if (!body->contains(faultAt))
        return refusal(description, reply, Json());
    auto reading = refusal(description, reply, body->at(faultAt));
    const auto& fault = body->at(faultAt);
    // SOAP 1.1 sends every fault with 500, also those that are the caller's.
    if (reading.state == AnswerState::Down && fault.is_object() && fault.contains("faultcode") &&
        fault["faultcode"].is_string() && fault["faultcode"].get<std::string>().ends_with("Client"))
        reading.state = AnswerState::Invalid;
    return reading;
}

Reading readJson(const RegisterDescription& description, const Operation& operation, const HttpReply& reply) {
    const auto body = parseJson(reply.body);
    if (!body)
        return {reply.status >= 500 ? AnswerState::Down : AnswerState::Invalid, {}, {}, body.error().detail};
    return reply.status == 200 ? ok(operation, *body) : refusal(description, reply, *body);
}

} // namespace

base::Result<HttpRequest> requestOf(const RegisterDescription& description, const Operation& operation,
                                    const RegisterQuery& query) {
    const auto context = contextOf(query);
    auto body = filled(operation.request, context);
    if (!body)
        return base::fail(body.error());
    HttpRequest request{operation.method, description.path + filledPath(operation.path, context), {}, {}};
    if (description.protocol == Protocol::XRoadRest)
        request.headers = {
            {"X-Road-Client", description.xroadClient},
            {"X-Road-Id", query.idempotencyKey.empty() ? newMessageId() : query.idempotencyKey},
            {"X-Road-UserId", query.userId}};
    if (description.protocol == Protocol::XRoadRest && !query.caseId.empty())
        request.headers.emplace_back("X-Road-Issue", query.caseId);
    if (description.protocol == Protocol::Soap11) {
        request.headers = {
            {"Content-Type", "text/xml; charset=utf-8"},
            {"SOAPAction", "\"" + description.soapNamespace + ":" + operation.soapAction + "\""}};
        request.body = soapBody(description, operation, toXml(*body));
    } else if (operation.method == "POST") {
        request.headers.emplace_back("Content-Type", "application/json");
        request.body = body->dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    }
    addTrace(request, query.traceId);
    for (const auto& [name, value] : request.headers)
        if (!mayStandInHeader(value))
            return base::fail(base::codes::invalidArgument, "value of " + name);
    return request;
}

Reading readingOf(const RegisterDescription& description, const Operation& operation,
                  const HttpReply& reply) {
    return description.protocol == Protocol::Soap11 ? readSoap(description, operation, reply)
                                                    : readJson(description, operation, reply);
}

HttpRequest probeOf(const RegisterDescription& description) {
    HttpRequest request{"GET", description.path + description.probe, {}, {}};
    if (description.protocol == Protocol::XRoadRest)
        request.headers = {{"X-Road-Client", description.xroadClient}, {"X-Road-Id", newMessageId()}};
    return request;
}

Reading readingOfProbe(const RegisterDescription& description, const HttpReply& reply) {
    const auto body = description.protocol == Protocol::Soap11 ? parseXml(reply.body) : parseJson(reply.body);
    if (!body)
        return {reply.status >= 500 ? AnswerState::Down : AnswerState::Invalid, {}, {}, body.error().detail};
    return reply.status == 200 ? Reading{AnswerState::Ok, {}} : refusal(description, reply, *body);
}

} // namespace vienlogs::server::gateway
