// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/registers/standins.h"

#include <array>
#include <mutex>
#include <thread>

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/URI.h>

#include "address_service.h"
#include "control.h"
#include "enterprise_service.h"
#include "population_service.h"
#include "vienlogs/base/failures_base.h"

namespace vienlogs::registers {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t longestBody = 64 * 1024;
constexpr std::streamsize mostDrained = 1024 * 1024;
constexpr auto longestSilence = 60s;
constexpr std::string_view controlPath = "/control/";

/// All registers and their switches, shared by the connections.
struct Registers {
    Registers(World made, const base::Clock& clockUsed) : world(std::move(made)), clock(clockUsed) {}

    RegisterService* serving(std::string_view path) {
        for (auto* service : all())
            if (service->serves(path))
                return service;
        return nullptr;
    }
    RegisterService* named(std::string_view id) {
        for (auto* service : all())
            if (service->id() == id)
                return service;
        return nullptr;
    }
    std::array<RegisterService*, 3> all() { return {&population, &enterprises, &addresses}; }

    World world;
    const base::Clock& clock;
    Controls controls;
    std::mutex mutex; ///< Guards the world while a register answers.
    PopulationService population{world, clock};
    EnterpriseService enterprises{world};
    AddressService addresses{world};
};

/// Bodies that no register would send; each call another kind.
HttpAnswer nonsense(std::size_t kind) {
    switch (kind % 4) {
    case 0:
        return {200, "application/json", R"({"datiUz":"2026-11-2)"};
    case 1:
        return {200, "text/html", "<html><body><h1>It works!</h1><br></body></html>"};
    case 2:
        return {200, "application/json", R"({"adreses":17,"persona":[],"datiUz":"vakar"})"};
    default:
        return {200, "text/xml", std::string("\x00\xff\xfe<?xml", 8)};
    }
}

std::optional<std::string> readBody(std::istream& stream) {
    std::string body(longestBody + 1, '\0');
    stream.read(body.data(), static_cast<std::streamsize>(body.size()));
    body.resize(static_cast<std::size_t>(stream.gcount()));
    if (body.size() <= longestBody)
        return body;
    stream.ignore(mostDrained); // else the caller would see a reset connection instead of the answer
    return std::nullopt;
}

class Handler final : public Poco::Net::HTTPRequestHandler {
public:
    explicit Handler(Registers& registers) : registers_(registers) {}

    void handleRequest(Poco::Net::HTTPServerRequest& request,
                       Poco::Net::HTTPServerResponse& response) override {
        const Poco::URI uri(request.getURI());
        const auto body = readBody(request.stream());
        if (!body)
            return send({413, "text/plain", "too long"}, response);
        HttpCall call{request.getMethod(),
                      uri.getPath(),
                      {},
                      [&](const std::string& name) { return request.get(name, ""); },
                      *body};
        for (const auto& [name, value] : uri.getQueryParameters())
            call.query[name] = value;
        if (call.path.starts_with(controlPath))
            return send(control(call), response);
        auto* service = registers_.serving(call.path);
        if (!service)
            return send({404, "text/plain", "no such register"}, response);
        serve(*service, call, request, response);
    }

private:
    void serve(RegisterService& service, const HttpCall& call, Poco::Net::HTTPServerRequest& request,
               Poco::Net::HTTPServerResponse& response) {
        const auto control = registers_.controls.get(service.id());
        if (control.latencyMs > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(control.latencyMs));
        if (control.state == State::Silent)
            registers_.controls.waitWhileSilent(service.id(), longestSilence);
        if (control.state == State::Down || control.state == State::Silent) {
            static_cast<Poco::Net::HTTPServerRequestImpl&>(request).socket().shutdown();
            return;
        }
        send(answerOf(service, call, control), response);
    }

    HttpAnswer answerOf(RegisterService& service, const HttpCall& call, const Control& control) {
        const auto now = registers_.clock.now();
        const std::lock_guard lock(registers_.mutex);
        switch (control.state) {
        case State::Closed:
            return service.closed(call, control.closedUntil.value_or(now + 2h));
        case State::Nonsense:
            return nonsense(registers_.controls.nextNonsense());
        case State::Error:
            return service.broken(call);
        case State::Stale:
            return guarded(service, call, control.staleSince.value_or(now - 72h));
        default:
            return guarded(service, call, now);
        }
    }

    static HttpAnswer guarded(RegisterService& service, const HttpCall& call, base::Timestamp asOf) {
        try {
            return service.answer(call, asOf);
        } catch (const std::exception&) { // JSON of another shape than asked for
            return service.broken(call);
        }
    }

    HttpAnswer control(const HttpCall& call) {
        auto* service = registers_.named(std::string_view(call.path).substr(controlPath.size()));
        if (!service)
            return {404, "text/plain", "no such register"};
        if (call.method == "PUT") {
            const auto wanted = controlFromJson(call.body);
            if (!wanted)
                return {400, "text/plain", "not a control"};
            registers_.controls.set(service->id(), *wanted);
        } else if (call.method != "GET") {
            return {405, "text/plain", "GET or PUT", {{"Allow", "GET, PUT"}}};
        }
        return {200, "application/json", toJson(registers_.controls.get(service->id()))};
    }

    static void send(const HttpAnswer& answer, Poco::Net::HTTPServerResponse& response) {
        response.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(answer.status));
        response.setContentType(answer.contentType);
        response.setKeepAlive(false);
        for (const auto& [name, value] : answer.headers)
            response.set(name, value);
        response.sendBuffer(answer.body.data(), answer.body.size());
    }

    Registers& registers_;
};

class Factory final : public Poco::Net::HTTPRequestHandlerFactory {
public:
    explicit Factory(Registers& registers) : registers_(registers) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
        return new Handler(registers_); // Poco deletes it
    }

private:
    Registers& registers_;
};

} // namespace

struct StandIns::Parts {
    Parts(World world, const base::Clock& clock) : registers(std::move(world), clock) {}
    Registers registers;
    Poco::ThreadPool threads{4, 64};
    std::unique_ptr<Poco::Net::HTTPServer> server;
};

base::Result<std::unique_ptr<StandIns>> StandIns::start(World world, std::uint16_t port,
                                                        const base::Clock& clock) {
    try {
        auto parts = std::make_unique<Parts>(std::move(world), clock);
        Poco::Net::ServerSocket socket;
        socket.bind(Poco::Net::SocketAddress("127.0.0.1", port), true);
        socket.listen(128);
        Poco::Net::HTTPServerParams::Ptr parameters = new Poco::Net::HTTPServerParams;
        parameters->setKeepAlive(false); // one connection a call, so that idle ones hold no thread
        parameters->setMaxThreads(64);
        parameters->setMaxQueued(256);
        parts->server = std::make_unique<Poco::Net::HTTPServer>(new Factory(parts->registers), parts->threads,
                                                                socket, parameters);
        parts->server->start();
        return std::unique_ptr<StandIns>(new StandIns(std::move(parts)));
    } catch (const Poco::Exception& error) {
        return base::fail(base::codes::invalidArgument, "listening: " + error.displayText());
    }
}

StandIns::StandIns(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

StandIns::~StandIns() {
    parts_->registers.controls.close();
    parts_->server->stopAll(true);
    parts_->threads.joinAll();
}

std::uint16_t StandIns::port() const {
    return parts_->server->port();
}

} // namespace vienlogs::registers
