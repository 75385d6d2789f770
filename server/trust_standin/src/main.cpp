// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <charconv>
#include <csignal>
#include <fstream>
#include <iostream>
#include <vector>

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>

#include "stamp_service.h"

namespace {

using namespace vienlogs::trust_standin;
using Poco::Net::HTTPResponse;

constexpr std::streamsize longestBody = 64 * 1024;
constexpr const char* usage =
    "vienlogs-trust: stand-in of a trust service provider: time stamps (RFC 3161)\n"
    "  --listen 127.0.0.1:PORT   port 0 takes a free one; prints \"listening 127.0.0.1:PORT\"\n"
    "  --ca-out FILE             where to write the certificate that its stamps can be checked by\n"
    "  --check                   only makes its keys, then ends\n"
    "  --version, --help\n";

struct Settings {
    std::uint16_t port = 0;
    std::string caOut;
};

bool readValue(const std::string& name, const std::string& value, Settings& settings) {
    constexpr std::string_view loopback = "127.0.0.1:";
    if (name == "--ca-out")
        settings.caOut = value;
    else if (name == "--listen" && value.starts_with(loopback)) {
        const auto* end = value.data() + value.size();
        return std::from_chars(value.data() + loopback.size(), end, settings.port).ptr == end;
    } else
        return false;
    return true;
}

class Handler final : public Poco::Net::HTTPRequestHandler {
public:
    Handler(StampService& stamps, StampControls& controls) : stamps_(stamps), controls_(controls) {}
    void handleRequest(Poco::Net::HTTPServerRequest& request,
                       Poco::Net::HTTPServerResponse& response) override {
        std::string body(longestBody, '\0');
        request.stream().read(body.data(), longestBody);
        body.resize(static_cast<std::size_t>(request.stream().gcount()));
        const auto asked = request.getMethod() + " " + request.getURI();
        if (asked == "PUT /control/tsa")
            return control(body, response);
        if (asked != "POST /tsa" || request.getContentType() != "application/timestamp-query")
            return end(response, HTTPResponse::HTTP_NOT_FOUND);
        const auto answer = stamps_.answer(body);
        if (!answer) {
            static_cast<Poco::Net::HTTPServerRequestImpl&>(request).socket().shutdown();
            return;
        }
        response.setContentType("application/timestamp-reply");
        response.sendBuffer(answer->data(), answer->size());
    }

private:
    static void end(Poco::Net::HTTPServerResponse& response, HTTPResponse::HTTPStatus status) {
        response.setStatusAndReason(status);
        response.setContentLength(0);
        response.send();
    }
    void control(const std::string& body, Poco::Net::HTTPServerResponse& response) {
        const auto wanted = controlFromJson(body);
        if (wanted)
            controls_.set(*wanted);
        end(response, wanted ? HTTPResponse::HTTP_NO_CONTENT : HTTPResponse::HTTP_BAD_REQUEST);
    }

    StampService& stamps_;
    StampControls& controls_;
};

class Factory final : public Poco::Net::HTTPRequestHandlerFactory {
public:
    Factory(StampService& stamps, StampControls& controls) : stamps_(stamps), controls_(controls) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
        return new Handler(stamps_, controls_); // Poco deletes it
    }

private:
    StampService& stamps_;
    StampControls& controls_;
};

int serve(const Settings& settings, bool checkOnly) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr); // before the first thread
    StampControls controls;
    StampService stamps(controls);
    if (checkOnly)
        return 0;
    if (!settings.caOut.empty() && !(std::ofstream(settings.caOut) << stamps.authorityPem() << std::flush)) {
        std::cerr << "vienlogs-trust: --ca-out cannot be written\n";
        return 1;
    }
    Poco::Net::ServerSocket socket;
    socket.bind(Poco::Net::SocketAddress("127.0.0.1", settings.port), true);
    socket.listen(64);
    Poco::Net::HTTPServerParams::Ptr parameters = new Poco::Net::HTTPServerParams;
    parameters->setKeepAlive(false);
    Poco::Net::HTTPServer server(new Factory(stamps, controls), socket, parameters);
    server.start();
    std::cout << "listening 127.0.0.1:" << socket.address().port() << std::endl;
    int signal = 0;
    sigwait(&signals, &signal);
    controls.close();
    server.stopAll(true);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 1 && (arguments[0] == "--version" || arguments[0] == "--help")) {
        std::cout << (arguments[0] == "--help" ? usage : "vienlogs-trust " VIENLOGS_VERSION "\n");
        return 0;
    }
    const bool checkOnly = std::erase(arguments, "--check") > 0;
    Settings settings;
    for (std::size_t i = 0; i < arguments.size(); i += 2)
        if (i + 1 >= arguments.size() || !readValue(arguments[i], arguments[i + 1], settings)) {
            std::cerr << "vienlogs-trust: cannot use " << arguments[i] << "\n" << usage;
            return 2;
        }
    try {
        return serve(settings, checkOnly);
    } catch (const std::exception& error) {
        std::cerr << "vienlogs-trust: " << error.what() << '\n';
        return 1;
    }
}
