// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "answers.h"
#include "route.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::http {

namespace {

constexpr std::size_t maxBatchBody = 4 * 1024 * 1024;
constexpr int maxWaitSeconds = 30;

const char* nameOf(contract::CommandStatus status) {
    switch (status) {
    case contract::CommandStatus::Accepted:
        return "accepted";
    case contract::CommandStatus::Rejected:
        return "rejected";
    case contract::CommandStatus::Conflict:
        return "conflict";
    case contract::CommandStatus::InFlight:
        return "in-flight";
    }
    return "unknown";
}

base::Result<Response> postCommands(const Request& request, const Services& services) {
    const auto commands = contract::decode<std::vector<domain::cases::Command>>(request.body);
    if (!commands)
        return base::fail(commands.error());
    const auto results = services.commands.accept(*request.actor, *commands, request.language);
    auto response = answer(results);
    if (results)
        for (const auto& result : *results)
            response->commands[nameOf(result.status)] += 1;
    return response;
}

base::Result<Response> getChanges(const Request& request, const Services& services) {
    const auto limit = wholeNumber(request.argument("limit"), 200, 1, 500);
    const auto wait = wholeNumber(request.argument("wait"), 0, 0, maxWaitSeconds);
    if (!limit || !wait)
        return base::fail(base::codes::invalidArgument, "limit or wait");
    const auto scope = request.argument("scope");
    const auto seen = services.feed.news(scope);
    const auto page =
        services.feed.page(*request.actor, {scope, request.argument("after"), request.argument("epoch"),
                                            request.argument("mark"), *limit});
    auto response = answer(page);
    // After a restore everybody has one of these for each scope; anything else is a copied store.
    const auto epoch = request.argument("epoch");
    if (page && !epoch.empty() && epoch != page->epoch)
        services.security.note(app::codes::staleEpoch.text, request.device.name, "changes");
    if (page && page->changes.empty() && !page->more && *wait > 0)
        response->wait = Wait{scope, seen, std::chrono::seconds(*wait)};
    return response;
}

base::Result<Response> announceBlob(const Request& request, const Services& services) {
    const auto json = contract::parseJson(request.body);
    if (!json)
        return base::fail(json.error());
    const auto sha256 = textField(*json, "sha256");
    if (!sha256)
        return base::fail(sha256.error());
    if (!json->contains("size") || !json->at("size").is_number_integer())
        return base::fail(base::codes::invalidArgument, "field size");
    return answer(services.blobs.announce(*request.actor, *sha256, json->at("size").get<std::int64_t>()));
}

base::Result<app::PiecePlace> pieceOf(const Request& request) {
    const auto piece = wholeNumber(request.parameters.at(1), -1, 0, app::piecesOf(app::Blobs::maxSize));
    const auto from = wholeNumber<std::int64_t>(request.argument("from"), 0, 0, contract::blobPieceSize - 1);
    if (!piece || !from)
        return base::fail(piece ? from.error() : piece.error());
    return app::PiecePlace{request.parameters.at(0), *piece, *from};
}

base::Result<Response> putBlobPiece(const Request& request, const Services& services) {
    const auto place = pieceOf(request);
    if (!place)
        return base::fail(place.error());
    return answer(services.blobs.putPiece(*request.actor, *place, base::bytesOf(request.body)));
}

base::Result<void> keepCutPiece(const Request& request, const Services& services) {
    return pieceOf(request).and_then([&](const app::PiecePlace& place) {
        return services.blobs.keepPart(*request.actor, place, base::bytesOf(request.body));
    });
}

base::Result<Response> getBlob(const Request& request, const Services& services) {
    const auto& sha256 = request.parameters.at(0);
    const auto size = services.blobs.openFor(*request.actor, sha256);
    if (!size)
        return base::fail(size.error());
    Response response{.contentType = "application/octet-stream"};
    response.length = *size;
    response.next = [&blobs = services.blobs, sha256, pieces = app::piecesOf(*size),
                     number = 0]() mutable -> base::Result<std::string> {
        if (number == pieces)
            return std::string();
        return blobs.piece(sha256, number++).map([](const auto& bytes) {
            return std::string(bytes.begin(), bytes.end());
        });
    };
    return response;
}

base::Result<Response> getReference(const Request& request, const Services& services) {
    const auto tag = "\"" + services.reference.tag() + "\"";
    Response response{.headers = {{"ETag", tag}, {"Cache-Control", "private, no-cache"}}};
    if (request.header("if-none-match") == tag)
        response.status = 304;
    else
        response.body = contract::encode(services.reference.manifest());
    return response;
}

base::Result<Response> getReferenceItem(const Request& request, const Services& services) {
    const auto& sha256 = request.parameters.at(0);
    auto text = services.reference.item(sha256);
    if (!text)
        return base::fail(text.error());
    return Response{.body = std::move(*text),
                    .headers = {{"ETag", "\"" + sha256 + "\""},
                                {"Cache-Control", "private, max-age=31536000, immutable"}}};
}

} // namespace

std::vector<Route> syncRoutes() {
    return {{"POST", "/v1/commands:batch", "postCommands", postCommands, Access::Session, maxBatchBody},
            {"GET", "/v1/changes", "changes", getChanges},
            {"POST", "/v1/blobs", "announceBlob", announceBlob, Access::Session, 4096},
            {.method = "PUT",
             .pattern = "/v1/blobs/{sha256}/pieces/{piece}",
             .operation = "putBlobPiece",
             .handler = putBlobPiece,
             .maxBody = static_cast<std::size_t>(contract::blobPieceSize),
             .cutOff = keepCutPiece},
            {"GET", "/v1/blobs/{sha256}", "getBlob", getBlob},
            {.method = "GET",
             .pattern = "/v1/reference",
             .operation = "referenceManifest",
             .handler = getReference,
             .quick = true},
            {.method = "GET",
             .pattern = "/v1/reference/items/{sha256}",
             .operation = "referenceItem",
             .handler = getReferenceItem,
             .quick = true}};
}

} // namespace vienlogs::server::http
