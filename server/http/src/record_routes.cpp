// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <limits>

#include "answers.h"
#include "route.h"
#include "vienlogs/server/app/audit_export.h"

namespace vienlogs::server::http {

namespace {

base::Result<base::Identifier> clientOf(const nlohmann::json& json) {
    return textField(json, "client").and_then([](const auto& text) { return base::Identifier::parse(text); });
}

constexpr std::int64_t mostLines = 500;

/// A place in the log or its size.
base::Result<std::int64_t> logNumber(const std::string& text, std::int64_t otherwise) {
    return wholeNumber<std::int64_t>(text, otherwise, 0, std::numeric_limits<std::int64_t>::max());
}

base::Result<Response> queryRegister(const Request& request, const Services& services) {
    const auto asked = contract::decode<contract::RegisterRequest>(request.body);
    if (!asked)
        return base::fail(asked.error());
    return answer(services.registers.look({*asked, *request.actor, request.header("traceparent"),
                                           request.header("idempotency-key"), request.language}));
}

base::Result<Response> getRegisterHealth(const Request&, const Services& services) {
    return answer(base::Result<std::vector<contract::RegisterHealth>>(services.registers.health()));
}

base::Result<Response> getClientHistory(const Request& request, const Services& services) {
    const auto json = contract::parseJson(request.body);
    if (!json)
        return base::fail(json.error());
    const auto client = clientOf(*json);
    const auto purpose = textField(*json, "purpose");
    if (!client || !purpose)
        return base::fail(client ? purpose.error() : client.error());
    return answer(services.records.history(*request.actor, *client, *purpose));
}

base::Result<Response> getAccessLog(const Request& request, const Services& services) {
    const auto json = contract::parseJson(request.body);
    if (!json)
        return base::fail(json.error());
    const auto client = clientOf(*json);
    if (!client)
        return base::fail(client.error());
    const auto before = numberField(*json, "before", std::numeric_limits<std::int64_t>::max());
    const auto limit = numberField(*json, "limit", mostLines);
    if (!before || !limit || *before < 0 || *limit < 1 || *limit > mostLines)
        return base::fail(base::codes::invalidArgument, "before or limit");
    return answer(services.records.accessLog(*request.actor, *client, *before, static_cast<int>(*limit)));
}

base::Result<Response> getCase(const Request& request, const Services& services) {
    const auto id = base::Ulid::parse(request.parameters.at(0));
    if (!id)
        return base::fail(base::codes::invalidArgument, "case id");
    auto found = services.records.caseById(*request.actor, *id);
    if (!found)
        return base::fail(found.error());
    Response response{.body = std::move(found->json),
                      .headers = {{"ETag", "\"" + std::to_string(found->version) + "\""}}};
    response.looks = std::move(found->looks);
    return response;
}

base::Result<Response> getAuditHead(const Request&, const Services& services) {
    return answer(services.audit.head());
}

base::Result<Response> getAuditHeads(const Request&, const Services& services) {
    return answer(services.audit.heads());
}

base::Result<Response> getAuditInclusion(const Request& request, const Services& services) {
    const auto index = logNumber(request.argument("index"), -1);
    const auto size = logNumber(request.argument("size"), 0);
    if (!index || !size)
        return base::fail(index ? size.error() : index.error());
    return answer(services.audit.inclusion(*index, *size));
}

base::Result<Response> getAuditConsistency(const Request& request, const Services& services) {
    const auto from = logNumber(request.argument("from"), 0);
    if (!from)
        return base::fail(from.error());
    return answer(services.audit.consistency(*from));
}

base::Result<Response> getAuditStamps(const Request&, const Services& services) {
    return answer(services.stamper.state());
}

base::Result<Response> getSecurityEvents(const Request& request, const Services& services) {
    if (const auto recorded = services.audit.record(app::entryOf(*request.actor, "security.read")); !recorded)
        return base::fail(recorded.error());
    return answer(services.security.events());
}

/// Every record up to a signed head, the keys and time stamps, then the head: what `vienlogs-admin audit
/// verify` checks offline.
base::Result<Response> exportAudit(const Request& request, const Services& services) {
    if (const auto recorded = services.records.recordExport(*request.actor); !recorded)
        return base::fail(recorded.error());
    const auto head = services.audit.head();
    if (!head)
        return base::fail(head.error());
    Response response{.contentType = "application/x-ndjson"};
    response.next = [&records = services.records, &store = services.store, head = *head,
                     from = std::int64_t{0}, extra = std::int64_t{0},
                     ended = false]() mutable -> base::Result<std::string> {
        if (ended)
            return std::string();
        if (from >= head.size) {
            auto lines = store::inRead<std::string>(
                store, [&](store::Transaction& t) { return app::extraLines(t, extra, head.size); });
            ended = !lines || lines->empty();
            return lines && ended ? contract::encode(head) + '\n' : lines;
        }
        const auto rows = records.auditRows(from);
        if (!rows || rows->empty())
            return base::fail(rows ? base::Failure{base::codes::internal, "audit rows"} : rows.error());
        std::string lines;
        for (const auto& row : *rows)
            if (row.index < head.size)
                lines += row.leaf + '\n';
        from = rows->back().index + 1;
        return lines;
    };
    return response;
}

} // namespace

std::vector<Route> recordRoutes() {
    return {{.method = "POST",
             .pattern = "/v1/register-queries",
             .operation = "queryRegister",
             .handler = queryRegister,
             .keyed = true,
             .slow = true},
            {"GET", "/v1/registers/health", "registerHealth", getRegisterHealth},
            {"POST", "/v1/clients:history", "clientHistory", getClientHistory, Access::Session, 4096, true},
            {"POST", "/v1/clients:access-log", "accessLog", getAccessLog, Access::Session, 4096, true},
            {"GET", "/v1/cases/{id}", "caseById", getCase},
            {"GET", "/v1/audit/head", "auditHead", getAuditHead},
            {"GET", "/v1/audit/heads", "auditHeads", getAuditHeads},
            {"GET", "/v1/audit/proof", "auditInclusion", getAuditInclusion},
            {"GET", "/v1/audit/consistency", "auditConsistency", getAuditConsistency},
            {"GET", "/v1/audit/stamps", "auditStamps", getAuditStamps},
            {"GET", "/v1/security-events", "securityEvents", getSecurityEvents},
            {"GET", "/v1/audit/export", "auditExport", exportAudit}};
}

} // namespace vienlogs::server::http
