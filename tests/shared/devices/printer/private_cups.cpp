// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "private_cups.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <thread>

extern char** environ;

namespace vienlogs::test {

namespace fs = std::filesystem;

namespace {

constexpr const char* cupsd = "/usr/sbin/cupsd";

/// The backend of a printer that is told what to do. CUPS calls it with the job; reasons go to stderr.
constexpr const char* backend = R"sh(#!/bin/sh
[ $# -eq 0 ] && exit 0
folder=${DEVICE_URI#vientest:}
case $(cat "$folder/mode") in
  paper) echo "STATE: +media-empty-error" >&2; sleep 30; exit 1;;
  cover) echo "STATE: +cover-open-error" >&2; sleep 30; exit 1;;
  slow) sleep 30; exit 1;;
  fail) exit 4;;
  left) sleep 1;;
esac
cat "${6:--}" > "$folder/job-$1.pdf"
[ "$(cat "$folder/mode")" = left ] || echo "STATE: -media-empty-error,cover-open-error" >&2
)sh";

int freePort() {
    const int probe = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    const bool found = ::bind(probe, generic, size) == 0 && ::getsockname(probe, generic, &size) == 0;
    ::close(probe);
    return found ? ntohs(address.sin_port) : 0;
}

void write(const fs::path& path, const std::string& text) {
    std::ofstream(path) << text;
}

} // namespace

PrivateCups::PrivateCups() {
    std::string pattern = fs::temp_directory_path() / "vienlogs-cups-XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
    fs::permissions(folder_, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                                 fs::perms::others_read | fs::perms::others_exec);
    port_ = freePort();
    if (!fs::exists(cupsd))
        trouble_ = "cupsd is not installed";
    else if (::geteuid() != 0)
        trouble_ = "a private cupsd runs its backend only for root";
    if (!trouble_.empty())
        return;
    writeFiles();
    if (!start())
        trouble_ = "cupsd does not answer";
}

void PrivateCups::writeFiles() const {
    for (const auto* name : {"etc", "spool/tmp", "cache", "state", "log", "bin/backend", "out"})
        fs::create_directories(folder_ / name);
    for (const auto* name : {"filter", "daemon", "notifier", "monitor", "cgi-bin"})
        fs::create_directory_symlink(fs::path("/usr/lib/cups") / name, folder_ / "bin" / name);
    write(folder_ / "bin/backend/vientest", backend);
    fs::permissions(folder_ / "bin/backend/vientest", fs::perms::owner_all); // 0700: run as root, not as lp
    const auto at = folder_.string();
    write(folder_ / "etc/cups-files.conf",
          "ServerRoot " + at + "/etc\nRequestRoot " + at + "/spool\nCacheDir " + at + "/cache\nStateDir " +
              at + "/state\nTempDir " + at + "/spool/tmp\nServerBin " + at +
              "/bin\nDataDir /usr/share/cups\nDocumentRoot /usr/share/cups/doc-root\nAccessLog " + at +
              "/log/access\nErrorLog " + at + "/log/error\nPageLog " + at + "/log/page\nSystemGroup root\n");
    write(folder_ / "etc/cupsd.conf",
          "LogLevel warn\nListen 127.0.0.1:" + std::to_string(port_) +
              "\nBrowsing Off\nDefaultAuthType None\nWebInterface No\n"
              "<Location />\nOrder allow,deny\nAllow localhost\n</Location>\n"
              "<Location /admin>\nOrder allow,deny\nAllow localhost\n</Location>\n"
              "<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n");
    setMode("ok");
}

bool PrivateCups::start() {
    std::vector<std::string> command{
        cupsd, "-f", "-c", folder_ / "etc/cupsd.conf", "-s", folder_ / "etc/cups-files.conf"};
    std::vector<char*> arguments;
    for (auto& part : command)
        arguments.push_back(part.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1,
                                       0); // it tells its defaults there
    const bool started = ::posix_spawn(&pid_, cupsd, &actions, nullptr, arguments.data(), environ) == 0;
    ::posix_spawn_file_actions_destroy(&actions);
    for (int attempt = 0; started && attempt < 100; ++attempt) {
        if (run("lpstat", "-r").find("is running") != std::string::npos) {
            static_cast<void>(run("lpadmin", "-p galds -E -D 'Galda printeris' -v vientest:" +
                                                 (folder_ / "out").string() + " -m raw"));
            static_cast<void>(run("lpadmin", "-d galds"));
            return true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

void PrivateCups::setMode(const std::string& mode) const {
    write(folder_ / "out/mode", mode);
}

std::vector<fs::path> PrivateCups::printed() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder_ / "out"))
        if (entry.path().extension() == ".pdf")
            found.push_back(entry.path());
    return found;
}

std::string PrivateCups::run(const std::string& command, const std::string& arguments) const {
    const auto line =
        "LC_ALL=C " + command + " -h 127.0.0.1:" + std::to_string(port_) + " " + arguments + " 2>&1";
    std::string text;
    std::array<char, 1024> bytes{};
    FILE* const pipe = ::popen(line.c_str(), "r");
    while (pipe && std::fgets(bytes.data(), bytes.size(), pipe))
        text += bytes.data();
    if (pipe)
        ::pclose(pipe);
    return text;
}

void PrivateCups::stop() {
    if (pid_ <= 0)
        return;
    ::kill(pid_, SIGTERM); // it ends its backends itself
    for (int attempt = 0; attempt < 100 && ::waitpid(pid_, nullptr, WNOHANG) == 0; ++attempt) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        if (attempt == 80)
            ::kill(pid_, SIGKILL);
    }
    pid_ = -1;
}

PrivateCups::~PrivateCups() {
    stop();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

} // namespace vienlogs::test
