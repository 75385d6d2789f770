// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "answers.h"
#include "route.h"
#include "vienlogs/acts_sync/wire.h"
#include "vienlogs/base/clock.h"

namespace vienlogs::server::http {

namespace {

base::Result<base::Ulid> ulidOf(const std::string& text) {
    const auto id = base::Ulid::parse(text);
    return id ? base::Result<base::Ulid>(*id) : base::fail(base::codes::invalidArgument, "act id");
}

nlohmann::json jsonOf(const store::ActRow& row) {
    return {{"id", row.id.toString()},
            {"kind", row.kind},
            {"head", {{"count", row.count}, {"chain", row.chain}}},
            {"changed", base::toRfc3339(row.changed)}};
}

base::Result<Response> listActs(const Request& request, const Services& services) {
    const auto text = request.argument("after");
    const auto after = text.empty() ? base::Result<base::Ulid>(base::Ulid()) : ulidOf(text);
    if (!after)
        return base::fail(after.error());
    const auto rows = services.acts.list(*request.actor, *after);
    if (!rows)
        return base::fail(rows.error());
    auto list = nlohmann::json::array();
    for (const auto& row : *rows)
        list.push_back(jsonOf(row));
    Response response{.body = nlohmann::json{{"acts", std::move(list)}}.dump()};
    response.looks.push_back(app::entryOf(*request.actor, "acts.list"));
    return response;
}

base::Result<Response> createAct(const Request& request, const Services& services) {
    const auto json = contract::parseJson(request.body);
    if (!json)
        return base::fail(json.error());
    const auto id = textField(*json, "id").and_then(ulidOf);
    const auto kind = textField(*json, "kind");
    if (!id || !kind)
        return base::fail(id ? kind.error() : id.error());
    const auto row = services.acts.create(*request.actor, *id, *kind);
    if (!row)
        return base::fail(row.error());
    return Response{.status = 201, .body = jsonOf(*row).dump()};
}

base::Result<Response> getActLog(const Request& request, const Services& services) {
    const auto id = ulidOf(request.parameters.at(0));
    const auto after = wholeNumber<std::int64_t>(request.argument("after"), 0, 0, 10'000'000);
    if (!id || !after)
        return base::fail(id ? after.error() : id.error());
    const auto page = services.acts.log(*request.actor, *id, *after);
    if (!page)
        return base::fail(page.error());
    Response response{.body = acts_sync::encode(*page)};
    if (!page->entries.empty()) { // who only asks whether there is news has read nothing
        response.looks.push_back(app::entryOf(*request.actor, "act.read"));
        response.looks.back().object = id->toString();
    }
    return response;
}

base::Result<Response> appendToAct(const Request& request, const Services& services) {
    const auto id = ulidOf(request.parameters.at(0));
    const auto push = acts_sync::pushFrom(request.body);
    if (!id || !push)
        return base::fail(id ? push.error() : id.error());
    const auto head = services.acts.append(*request.actor, *id, *push);
    if (!head)
        return base::fail(head.error());
    return Response{.body = acts_sync::encode(*head)};
}

} // namespace

std::vector<Route> actRoutes() {
    return {{"GET", "/v1/acts", "listActs", listActs},
            {"POST", "/v1/acts", "createAct", createAct, Access::Session, 4096},
            {"GET", "/v1/acts/{id}/log", "actLog", getActLog},
            {"POST", "/v1/acts/{id}/log:append", "appendToAct", appendToAct, Access::Session,
             acts_sync::mostBytes}};
}

} // namespace vienlogs::server::http
