// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <charconv>
#include <csignal>
#include <fstream>
#include <iostream>
#include <optional>
#include <vector>

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/URI.h>

#include "issuer.h"

namespace {

using namespace vienlogs;
using namespace vienlogs::oidc_standin;

constexpr std::size_t longestBody = 64 * 1024;
constexpr const char* usage =
    "vienlogs-oidc: stand-in of an institution's OpenID Connect issuer and its list of staff\n"
    "  --listen 127.0.0.1:PORT   port 0 takes a free one; prints \"listening 127.0.0.1:PORT\"\n"
    "  --people FILE             who may log in: [{\"sub\": \"...\", \"name\": \"...\"}]\n"
    "  --staff FILE              what GET /staff answers, read anew each time\n"
    "  --tls FILE                https with this certificate and its key, both PEM in one file\n"
    "  --check                   only tells whether the files can be used\n"
    "  --version, --help\n";

struct Settings {
    std::uint16_t port = 0;
    std::string people;
    std::string staff;
    std::string tls;
};

bool readValue(const std::string& name, const std::string& value, Settings& settings) {
    constexpr std::string_view loopback = "127.0.0.1:";
    if (name == "--people")
        settings.people = value;
    else if (name == "--staff")
        settings.staff = value;
    else if (name == "--tls")
        settings.tls = value;
    else if (name == "--listen" && value.starts_with(loopback)) {
        const auto* end = value.data() + value.size();
        return std::from_chars(value.data() + loopback.size(), end, settings.port).ptr == end;
    } else
        return false;
    return true;
}

class Handler final : public Poco::Net::HTTPRequestHandler {
public:
    explicit Handler(Issuer& issuer) : issuer_(issuer) {}
    void handleRequest(Poco::Net::HTTPServerRequest& request,
                       Poco::Net::HTTPServerResponse& response) override {
        const Poco::URI uri(request.getURI());
        Call call{request.getMethod(), uri.getPath(), {}, std::string(longestBody, '\0')};
        request.stream().read(call.body.data(), static_cast<std::streamsize>(longestBody));
        call.body.resize(static_cast<std::size_t>(request.stream().gcount()));
        for (const auto& [name, value] : uri.getQueryParameters())
            call.query[name] = value;
        const auto answer = issuer_.answer(call);
        if (!answer) {
            static_cast<Poco::Net::HTTPServerRequestImpl&>(request).socket().shutdown();
            return;
        }
        response.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(answer->status));
        response.setContentType(answer->contentType);
        response.setKeepAlive(false);
        response.set("Cache-Control", "no-store");
        if (!answer->location.empty())
            response.set("Location", answer->location);
        response.sendBuffer(answer->body.data(), answer->body.size());
    }

private:
    Issuer& issuer_;
};

class Factory final : public Poco::Net::HTTPRequestHandlerFactory {
public:
    explicit Factory(Issuer& issuer) : issuer_(issuer) {}
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override {
        return new Handler(issuer_); // Poco deletes it
    }

private:
    Issuer& issuer_;
};

std::optional<nlohmann::json> readPeople(const Settings& settings) {
    std::ifstream file(settings.people);
    auto people = nlohmann::json::parse(file, nullptr, false);
    if (people.is_array())
        return people;
    std::cerr << "vienlogs-oidc: --people is no list\n";
    return {};
}

int check(const Settings& settings) {
    if (!settings.people.empty() && !readPeople(settings))
        return 1;
    if (!settings.staff.empty() && !std::ifstream(settings.staff)) {
        std::cerr << "vienlogs-oidc: --staff cannot be read\n";
        return 1;
    }
    return 0;
}

Poco::Net::ServerSocket openSocket(const Settings& settings) {
    const Poco::Net::SocketAddress address("127.0.0.1", settings.port);
    if (!settings.tls.empty()) {
        Poco::Net::Context::Params files;
        files.privateKeyFile = files.certificateFile = settings.tls;
        files.verificationMode = Poco::Net::Context::VERIFY_NONE; // of browsers and servers that ask
        const Poco::Net::Context::Ptr context(
            new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, files));
        return Poco::Net::SecureServerSocket(address, 64, context);
    }
    Poco::Net::ServerSocket socket;
    socket.bind(address, true);
    socket.listen(64);
    return socket;
}

int serve(const Settings& settings) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr); // before the first thread
    auto people = readPeople(settings);
    if (!people)
        return 1;
    const base::SystemClock clock;
    Issuer issuer(std::move(*people), settings.staff, clock);
    auto socket = openSocket(settings);
    const auto address = "127.0.0.1:" + std::to_string(socket.address().port());
    issuer.setAddress((settings.tls.empty() ? "http://" : "https://") + address);
    Poco::Net::HTTPServerParams::Ptr parameters = new Poco::Net::HTTPServerParams;
    parameters->setKeepAlive(false);
    Poco::Net::HTTPServer server(new Factory(issuer), socket, parameters);
    server.start();
    std::cout << "listening " << address << std::endl;
    int signal = 0;
    sigwait(&signals, &signal);
    server.stopAll(true);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 1 && (arguments[0] == "--version" || arguments[0] == "--help")) {
        std::cout << (arguments[0] == "--help" ? usage : "vienlogs-oidc " VIENLOGS_VERSION "\n");
        return 0;
    }
    const bool checkOnly = std::erase(arguments, "--check") > 0;
    Settings settings;
    for (std::size_t i = 0; i < arguments.size(); i += 2)
        if (i + 1 >= arguments.size() || !readValue(arguments[i], arguments[i + 1], settings)) {
            std::cerr << "vienlogs-oidc: cannot use " << arguments[i] << "\n" << usage;
            return 2;
        }
    try {
        return checkOnly ? check(settings) : serve(settings);
    } catch (const std::exception& error) {
        std::cerr << "vienlogs-oidc: " << error.what() << '\n';
        return 1;
    }
}
