// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>
#include <thread>

#include "session.h"

namespace pos = vienlogs::devices::pos;

namespace {

constexpr const char* usage =
    "vienlogs-pos-terminal: a card terminal without a bank; ZVT over TCP, for tests and demonstrations\n"
    "  --listen 127.0.0.1:PORT   port 0 takes a free one and prints \"listening 127.0.0.1:PORT\"\n"
    "  --state FILE              numbers, receipts and totals are kept there\n"
    "  --terminal-id DIGITS      eight digits (52500001)\n"
    "  --customer approve|decline|wrong-pin|slow|ignore-abort\n"
    "  --latency-ms N            how long each step takes (200)\n"
    "  --charset cp437|iso8859-1|iso8859-13\n"
    "  --fault NAME              may be given several times\n"
    "While it runs: \"customer NAME\", \"latency N\", \"fault NAME\", \"fault none\", \"manual CENTS\", "
    "\"quit\" on\nstandard input.\n"
    "  --check                   whether the state can be used and a port can be had\n"
    "  --version  --help\n";

constexpr int mostSessions = 8;

struct Options {
    std::uint16_t port = 20007;
    std::string state;
    std::string terminalId = "52500001";
    pos::Customer customer = pos::Customer::Approve;
    int latency = 200;
    pos::ZvtCharset charset = pos::ZvtCharset::Cp437;
    std::vector<std::string> faults;
    bool check = false;
};

bool setCharset(Options& options, const std::string& value) {
    if (value == "cp437")
        options.charset = pos::ZvtCharset::Cp437;
    else if (value == "iso8859-1")
        options.charset = pos::ZvtCharset::Iso8859_1;
    else if (value == "iso8859-13")
        options.charset = pos::ZvtCharset::Iso8859_13;
    else
        return false;
    return true;
}

bool isNumber(const std::string& text, std::size_t atMost) {
    return !text.empty() && text.size() <= atMost &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

bool setListen(Options& options, const std::string& value) {
    constexpr std::string_view host = "127.0.0.1:"; // never reachable from another machine
    const auto port = value.substr(std::min(host.size(), value.size()));
    if (!value.starts_with(host) || !isNumber(port, 5) || std::stoi(port) > 65535)
        return false;
    options.port = static_cast<std::uint16_t>(std::stoi(port));
    return true;
}

bool setOption(Options& options, const std::string& name, const std::string& value) {
    if (name == "--listen")
        return setListen(options, value);
    if (name == "--state")
        return !(options.state = value).empty();
    if (name == "--terminal-id")
        return isNumber(options.terminalId = value, 8) && value.size() == 8;
    if (name == "--latency-ms") {
        if (!isNumber(value, 6))
            return false;
        options.latency = std::stoi(value);
        return true;
    }
    if (name == "--charset")
        return setCharset(options, value);
    if (name == "--customer") {
        const auto customer = pos::customerFrom(value);
        options.customer = customer.value_or(options.customer);
        return customer.has_value();
    }
    options.faults.push_back(value);
    return name == "--fault" && pos::isFault(value);
}

int listenOn(std::uint16_t& port) {
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    if (listener < 0 || ::bind(listener, generic, size) != 0 || ::listen(listener, mostSessions) != 0 ||
        ::getsockname(listener, generic, &size) != 0)
        return -1;
    port = ntohs(address.sin_port);
    return listener;
}

void accept(pos::Terminal& terminal, int listener) {
    const int socket = ::accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket < 0)
        return;
    if (terminal.sessions >= mostSessions) {
        ::close(socket);
        return;
    }
    std::thread([&terminal, link = std::make_unique<pos::ZvtLink>(socket)]() mutable {
        pos::Session(terminal, std::move(link)).run();
    }).detach(); // ends with its connection; the process never outlives its terminal
}

/// False for "quit". An unknown command is told, not obeyed.
bool command(pos::Terminal& terminal, const std::string& line) {
    const auto space = line.find(' ');
    const auto verb = line.substr(0, space);
    const auto name = space == std::string::npos ? std::string() : line.substr(space + 1);
    if (verb == "quit")
        return false;
    if (const auto customer = pos::customerFrom(name); verb == "customer" && customer)
        terminal.behaviour.setCustomer(*customer);
    else if (verb == "latency" && isNumber(name, 6))
        terminal.behaviour.latency = std::stoi(name);
    else if (verb == "fault" && pos::isFault(name))
        terminal.behaviour.addFault(name);
    else if (verb == "manual" && isNumber(name, 9))
        terminal.ledger.add(pos::Transaction::Kind::Payment, std::stoull(name));
    else
        std::fprintf(stderr, "unknown command\n");
    std::printf("now %s\n", line.c_str());
    std::fflush(stdout);
    return true;
}

void serve(pos::Terminal& terminal, int listener) {
    std::string typed;
    pollfd waiting[2] = {{listener, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
    while (::poll(waiting, 2, -1) >= 0) {
        if (waiting[0].revents != 0)
            accept(terminal, listener);
        if (waiting[1].revents == 0)
            continue;
        char bytes[256];
        const auto count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0)
            waiting[1].fd = -1; // no commands any more; the terminal stays
        else
            typed.append(bytes, static_cast<std::size_t>(count));
        for (auto end = typed.find('\n'); end != std::string::npos; end = typed.find('\n')) {
            if (!command(terminal, typed.substr(0, end)))
                return;
            typed.erase(0, end + 1);
        }
    }
}

/// One line a part, like the other programs.
int check(const Options& options) {
    const auto say = [](const char* part, const char* what) { std::printf("%-8s %s\n", part, what); };
    bool good = true;
    try {
        const pos::Ledger ledger(options.state, options.terminalId);
        say("state", options.state.empty() ? "ok, in memory only" : "ok");
    } catch (const std::exception&) {
        say("state", "cannot be read");
        good = false;
    }
    auto port = options.port;
    const int listener = listenOn(port);
    say("port", listener < 0 ? std::strerror(errno) : "ok");
    if (listener >= 0)
        ::close(listener);
    return good && listener >= 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int run(Options options) {
    pos::Terminal terminal{{}, {options.state, options.terminalId}};
    terminal.behaviour.latency = options.latency;
    terminal.behaviour.charset = options.charset;
    terminal.behaviour.setCustomer(options.customer);
    for (const auto& fault : options.faults)
        terminal.behaviour.addFault(fault);
    const int listener = listenOn(options.port);
    if (listener < 0) {
        std::fprintf(stderr, "cannot listen: %s\n", std::strerror(errno));
        return EXIT_FAILURE;
    }
    std::printf("listening 127.0.0.1:%u\n", static_cast<unsigned>(options.port));
    std::fflush(stdout);
    serve(terminal, listener);
    std::fflush(stdout);
    std::_Exit(EXIT_SUCCESS); // sessions may be waiting for a customer who never comes
}

} // namespace

int main(int count, char** arguments) {
    Options options;
    for (int at = 1; at < count; ++at) {
        const std::string name = arguments[at];
        if (name == "--version" || name == "--help") {
            std::fputs(name == "--help" ? usage : "vienlogs-pos-terminal " VIENLOGS_VERSION "\n", stdout);
            return EXIT_SUCCESS;
        }
        if (name == "--check") {
            options.check = true;
            continue;
        }
        if (at + 1 >= count || !setOption(options, name, arguments[++at])) {
            std::fprintf(stderr, "wrong option: %s\n%s", name.c_str(), usage);
            return EXIT_FAILURE;
        }
    }
    try {
        return options.check ? check(options) : run(std::move(options));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return EXIT_FAILURE;
    }
}
