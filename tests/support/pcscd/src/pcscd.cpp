// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/test/pcscd.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "vienlogs/test/shared_authority.h"

namespace vienlogs::test {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr auto longestStart = 10s;

/// As its argument the folder of the service. Its own /run, so that the service finds neither the socket nor
/// the process number of another one.
constexpr const char* startScript = R"(
set -e
ip link set lo up
mount -t tmpfs none /run
mkdir /run/pcscd
mount --bind "$1/run" /run/pcscd
exec pcscd --foreground --config "$1/readers" >>"$1/pcscd.log" 2>&1
)";

std::string vpcd() {
    return "FRIENDLYNAME \"Virtual PCD\"\n"
           "DEVICENAME /dev/null:0x8C7B\n"
           "LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so\n"
           "CHANNELID 0x8C7B\n";
}

std::string ours(const std::string& padSocket) {
    const auto reader = [](const char* name, const std::string& device) {
        return std::string("FRIENDLYNAME \"") + name + "\"\nDEVICENAME vienlogs:" + device +
               "\nLIBPATH " VIENLOGS_BIN_DIR "/libvienlogs_ifd.so\nCHANNELID 0\n\n";
    };
    return reader("Vienlogs reader", std::to_string(Pcscd::firstPort)) +
           reader("Vienlogs PIN pad", std::to_string(Pcscd::secondPort) + ":" + padSocket);
}

bool isRoot() {
    return ::geteuid() == 0;
}

bool answers(const std::filesystem::path& socketFile) {
    sockaddr_un to{};
    to.sun_family = AF_UNIX;
    const auto path = socketFile.string();
    path.copy(to.sun_path, sizeof to.sun_path - 1);
    const int handle = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool connected = ::connect(handle, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
    ::close(handle);
    return connected;
}

} // namespace

Pcscd::Pcscd(Driver driver) {
    std::string name = "/tmp/vienlogs-pcscd-XXXXXX"; // short: the path of a socket has at most 107 characters
    if (!::mkdtemp(name.data()))
        throw std::runtime_error("no temporary folder");
    directory_ = name;
    std::filesystem::create_directories(directory_ / "readers");
    std::filesystem::create_directories(directory_ / "run");
    std::ofstream(directory_ / "readers" / "readers")
        << (driver == Driver::Vpcd ? vpcd() : ours(padSocket().string()));
    ::setenv("PCSCLITE_CSOCK_NAME", (directory_ / "run" / "pcscd.comm").c_str(), 1);
    start();
}

Pcscd::~Pcscd() {
    stop();
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
}

void Pcscd::start() {
    std::vector<std::string> command{"unshare", "--mount", "--net"};
    if (!isRoot())
        command.emplace_back("--map-root-user");
    command.insert(command.end(), {"sh", "-c", startScript, "pcscd", directory_.string()});
    process_ = std::make_unique<ChildProcess>(command, directory_ / "pcscd.log");
    const auto deadline = steady_clock::now() + longestStart;
    while (!answers(directory_ / "run" / "pcscd.comm")) {
        if (steady_clock::now() > deadline)
            throw std::runtime_error("pcscd does not come up");
        std::this_thread::sleep_for(5ms);
    }
}

void Pcscd::stop() {
    process_.reset();
}

std::vector<std::string> Pcscd::within() const {
    if (!process_)
        throw std::runtime_error("the service must run when a card is started");
    std::vector<std::string> command{"nsenter", "--target", std::to_string(process_->pid()), "--net"};
    if (!isRoot())
        command.insert(command.end(), {"--user", "--preserve-credentials"});
    return command;
}

CardProcess::CardProcess(const Pcscd& service, int port, const std::string& profile,
                         const std::string& personalCode, const std::vector<std::string>& more) {
    const auto person = service.directory() / (personalCode + ".json");
    std::ofstream(person) << R"({"givenName":"Anna","familyName":"Liepiņa","personalCode":")" << personalCode
                          << "\"}";
    placeAuthority(service.directory() /
                   "ca"); // else the card's process would spend seconds on its key first
    auto command = service.within();
    command.insert(command.end(),
                   {VIENLOGS_BIN_DIR "/vienlogs-card", "--profile", profile, "--person", person.string(),
                    "--ca-dir", (service.directory() / "ca").string(), "--port", std::to_string(port)});
    command.insert(command.end(), more.begin(), more.end());
    process_ = std::make_unique<ChildProcess>(command);
    expect("inserted");
}

void CardProcess::insert() {
    process_->writeLine("insert");
    expect("inserted");
}

void CardProcess::remove() {
    process_->writeLine("remove");
    expect("removed");
}

void CardProcess::fault(const std::string& text) {
    process_->writeLine("fault " + text);
    expect("fault set");
}

int CardProcess::countCommands() {
    const std::string start = "commands ";
    process_->writeLine("count");
    while (const auto told = process_->readLine(20s))
        if (told->starts_with(start))
            return std::stoi(told->substr(start.size()));
    throw std::runtime_error("the virtual card does not count");
}

void CardProcess::expect(const std::string& line) {
    while (const auto told = process_->readLine(20s))
        if (*told == line)
            return;
    throw std::runtime_error("the virtual card does not tell: " + line);
}

} // namespace vienlogs::test
