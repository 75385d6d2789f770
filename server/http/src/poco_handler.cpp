// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "poco_handler.h"

#include <openssl/x509.h>

#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/X509Certificate.h>

#include "poco_request.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/server/app/failures.h"

namespace vienlogs::server::http {

namespace {

/// A refused body of this size is read and thrown away to keep the connection; a larger one costs it.
constexpr std::size_t maxDrained = 64 * 1024;

std::string fingerprintOf(const Poco::Net::X509Certificate& certificate) {
    unsigned char* der = nullptr;
    const int size = i2d_X509(const_cast<X509*>(certificate.certificate()), &der);
    if (size <= 0)
        return {};
    const auto digest = digest::sha256(std::span<const std::uint8_t>(der, static_cast<std::size_t>(size)));
    OPENSSL_free(der);
    return digest::toHex(digest);
}

/// Name and fingerprint of the certificate that the handshake has verified.
PeerDevice peerOf(Poco::Net::HTTPServerRequest& request, const Request& head, bool tls) {
    if (!tls)
        return {head.header("x-vienlogs-device"), {}};
    auto* implementation = dynamic_cast<Poco::Net::HTTPServerRequestImpl*>(&request);
    if (!implementation)
        return {"", "none"};
    const Poco::Net::SecureStreamSocket socket(implementation->socket());
    if (!socket.havePeerCertificate())
        return {"", "none"};
    const auto certificate = socket.peerCertificate();
    const auto fingerprint = fingerprintOf(certificate);
    return {certificate.commonName(), fingerprint.empty() ? "none" : fingerprint};
}

void send(Poco::Net::HTTPServerResponse& to, const Response& from, bool keep) {
    to.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(from.status));
    to.setKeepAlive(keep);
    to.set("Cache-Control", "no-store");
    to.set("X-Content-Type-Options", "nosniff");
    for (const auto& [name, value] : from.headers)
        to.set(name, value);
    if (from.status == 204 || from.status == 304) {
        to.setContentLength(0);
        to.send();
        return;
    }
    to.setContentType(from.contentType);
    if (!from.stream) {
        to.sendBuffer(from.body.data(), from.body.size());
        return;
    }
    if (from.length)
        to.setContentLength64(*from.length);
    else
        to.setChunkedTransferEncoding(true);
    from.stream(to.send());
}

class Counted {
public:
    explicit Counted(Running& running) : running_(running) { ++running_; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    ~Counted() { --running_; }

private:
    Running& running_;
};

} // namespace

void PocoHandler::handleRequest(Poco::Net::HTTPServerRequest& from, Poco::Net::HTTPServerResponse& to) {
    const Counted counted(running_);
    const auto began = std::chrono::steady_clock::now();
    auto head = headOf(from);
    if (!head) { // What comes next on this connection cannot be told from a body: it ends here.
        Request nothing;
        const auto refusal = Dispatcher::problem(nothing, head.error());
        send(to, refusal, false);
        dispatcher_.finish(nothing, "malformed", refusal, began);
        return;
    }
    auto& request = *head;
    const auto length = bodyLength(request);
    const auto admitted = dispatcher_.admit(request, peerOf(from, request, tls_));
    const auto* const* route = std::get_if<const Route*>(&admitted);
    bool keep = from.getKeepAlive();
    Response response;
    if (!route) {
        response = std::get<Response>(admitted);
        keep = keep && length <= maxDrained && bodyOf(from, length).has_value();
    } else if (length > (*route)->maxBody) {
        response = Dispatcher::problem(request, {app::codes::bodyTooLarge, std::to_string(length)});
        keep = false;
    } else if (auto body = bodyOf(from, length); !body) {
        response = Dispatcher::problem(request, body.error());
        keep = false;
    } else {
        request.body = std::move(*body);
        response = dispatcher_.serve(request, **route);
    }
    if (const auto trace = request.header("traceparent"); !trace.empty())
        response.headers.emplace_back("traceparent", trace);
    send(to, response, keep);
    dispatcher_.finish(request, route ? (*route)->operation : "refused", response, began);
}

} // namespace vienlogs::server::http
