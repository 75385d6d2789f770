// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fstream>
#include <iostream>
#include <optional>

#include "issuer.h"
#include "vienlogs/standin/program.h"

namespace {

using namespace vienlogs;
using namespace vienlogs::oidc_standin;

constexpr const char* usage =
    "vienlogs-oidc: stand-in of an institution's OpenID Connect issuer and its list of staff\n"
    "  --listen 127.0.0.1:PORT   port 0 takes a free one; prints \"listening 127.0.0.1:PORT\"\n"
    "  --people FILE             who may log in: [{\"sub\": \"...\", \"name\": \"...\"}]\n"
    "  --staff FILE              what GET /staff answers, read anew each time\n"
    "  --tls FILE                https with this certificate and its key, both PEM in one file\n"
    "  --check                   only tells whether the files can be used\n"
    "  --version, --help\n";

struct Settings {
    standin::WebOptions web;
    std::string people;
    std::string staff;
};

bool readValue(const std::string& name, const std::string& value, Settings& settings) {
    if (name == "--people")
        settings.people = value;
    else if (name == "--staff")
        settings.staff = value;
    else if (name == "--tls")
        settings.web.tls = value;
    else if (const auto port = name == "--listen" ? standin::loopbackPort(value) : std::nullopt)
        settings.web.port = *port;
    else
        return false;
    return true;
}

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

int serve(const Settings& settings) {
    standin::holdSignals();
    auto people = readPeople(settings);
    if (!people)
        return 1;
    const base::SystemClock clock;
    Issuer issuer(std::move(*people), settings.staff, clock);
    standin::serve(
        settings.web, [&](const Call& call) { return issuer.answer(call); },
        [&](const std::string& address) {
            issuer.setAddress((settings.web.tls.empty() ? "http://" : "https://") + address);
            std::cout << "listening " << address << std::endl;
        },
        [] {});
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    Settings settings;
    return standin::runProgram(
        argc, argv,
        {"vienlogs-oidc", VIENLOGS_VERSION, usage,
         [&](const std::string& name, const std::string& value) { return readValue(name, value, settings); },
         [&](bool checkOnly) { return checkOnly ? check(settings) : serve(settings); }});
}
