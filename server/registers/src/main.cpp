// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <charconv>
#include <csignal>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "vienlogs/registers/generate.h"
#include "vienlogs/registers/standins.h"

namespace {

using namespace vienlogs;

constexpr const char* usage =
    "vienlogs-registers: stand-ins of the population, enterprise and address registers over HTTP\n"
    "  --listen 127.0.0.1:PORT   where to listen; port 0 (the usual one) takes a free one and prints it\n"
    "  --seed N                  which country to invent (1)\n"
    "  --people N                how many people at least (2400)\n"
    "  --people-file FILE        people who are in every country, shaped as data/fixed_people.json\n"
    "  --dump                    print the invented country and end\n"
    "  --check                   invent the country, tell its size and end\n"
    "  --version, --help\n";

struct Settings {
    std::uint16_t port = 0;
    registers::WorldOptions world;
    bool dump = false, check = false;
};

template<typename T>
bool readNumber(const std::string& text, T& into) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return error == std::errc() && end == text.data() + text.size();
}

bool readListen(const std::string& text, std::uint16_t& port) {
    constexpr std::string_view loopback = "127.0.0.1:";
    return text.starts_with(loopback) && readNumber(text.substr(loopback.size()), port);
}

bool readFile(const std::string& name, std::string& into) {
    std::ifstream file(name, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    into = text.str();
    return file.good() && !into.empty();
}

bool readValue(const std::string& name, const std::string& value, Settings& settings) {
    if (name == "--listen")
        return readListen(value, settings.port);
    if (name == "--seed")
        return readNumber(value, settings.world.seed);
    if (name == "--people")
        return readNumber(value, settings.world.people);
    return name == "--people-file" && readFile(value, settings.world.fixedPeople);
}

std::optional<Settings> read(const std::vector<std::string>& arguments) {
    Settings settings;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--dump")
            settings.dump = true;
        else if (arguments[i] == "--check")
            settings.check = true;
        else if (i + 1 < arguments.size() && readValue(arguments[i], arguments[i + 1], settings))
            ++i;
        else {
            std::cerr << "vienlogs-registers: cannot use " << arguments[i] << "\n" << usage;
            return std::nullopt;
        }
    }
    return settings;
}

/// Serves until the process is told to end.
int serve(registers::World world, std::uint16_t port) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals,
                    nullptr); // before the first thread, so that none of them is interrupted
    const base::SystemClock clock;
    const auto standIns = registers::StandIns::start(std::move(world), port, clock);
    if (!standIns) {
        std::cerr << "vienlogs-registers: " << standIns.error().code.text << " " << standIns.error().detail
                  << "\n";
        return 1;
    }
    std::cout << "listening 127.0.0.1:" << (*standIns)->port() << std::endl;
    int signal = 0;
    sigwait(&signals, &signal);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 1 && arguments[0] == "--version") {
        std::cout << "vienlogs-registers " VIENLOGS_VERSION "\n";
        return 0;
    }
    if (arguments.size() == 1 && arguments[0] == "--help") {
        std::cout << usage;
        return 0;
    }
    const auto settings = read(arguments);
    if (!settings)
        return 2;
    auto world = registers::generate(settings->world);
    if (!world) {
        std::cerr << "vienlogs-registers: " << world.error().code.text << " " << world.error().detail << "\n";
        return 1;
    }
    if (settings->dump || settings->check) {
        std::cout << (settings->dump ? registers::describe(*world) : std::string()) << world->people.size()
                  << " people, " << world->companies.size() << " companies, " << world->addresses.size()
                  << " addresses\n";
        return 0;
    }
    return serve(std::move(*world), settings->port);
}
