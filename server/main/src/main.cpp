// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <iostream>
#include <thread>

#include "composition.h"
#include "remote_log.h"
#include "vienlogs/base/failure_text.h"
#include "vienlogs/server/store/failures.h"

namespace {

using namespace vienlogs;
using namespace std::chrono_literals;
constexpr timespec tidyEvery{60, 0};

int report(server::http::Log& log, const base::Failure& failure) {
    log.write("error", "stopped", {{"code", std::string(failure.code.text)}, {"why", failure.detail}});
    const auto message = base::messageOf(failure, base::Language::English);
    std::cerr << message.code << ": " << message.happened << " " << message.todo << '\n';
    return 1;
}

/// Serves until a signal, which every thread but this one has blocked; gives its number.
int serve(server::Composition& composition, const sigset_t& signals) {
    for (;;) {
        composition.tidy();
        if (const int signal = sigtimedwait(&signals, nullptr, &tidyEvery); signal > 0)
            return signal;
    }
}

using Made = base::Result<std::unique_ptr<server::Composition>>;

/// Everything anew, on the store that the old one points to. The move may still be finishing.
Made makeAnew(const server::Options& options, const base::Clock& clock, server::http::Log& log,
              const server::RemoteLog* remote) {
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    for (;;) {
        auto made = server::Composition::make(options, clock, log, remote);
        if (made || made.error().code != server::store::codes::moveUnfinished ||
            std::chrono::steady_clock::now() > deadline)
            return made;
        std::this_thread::sleep_for(100ms);
    }
}

/// The port that was free at the start is kept.
void keepPort(server::Options& options, const std::string& address) {
    const auto port = address.substr(address.rfind(':') + 1);
    options.port = static_cast<std::uint16_t>(std::stoi(port));
}

/// From listening to the end; 0 when it was told to stop.
int run(server::Options options, Made composition, const sigset_t& signals, const base::Clock& clock,
        server::http::Log& log, const server::RemoteLog* remote) {
    for (;;) {
        // SIGHUP: the store was moved, told by whoever watches it.
        const auto moved = [self = ::getpid()] { ::kill(self, SIGHUP); };
        if (const auto listening = (*composition)->listen(moved); !listening)
            return report(log, listening.error());
        std::cout << "listening " << (*composition)->address() << std::endl;
        log.write("info", "listening", {{"address", (*composition)->address()}});
        const int signal = serve(**composition, signals);
        log.write("info", signal == SIGHUP ? "reopening" : "stopping");
        keepPort(options, (*composition)->address());
        (*composition)->stop();
        if (signal != SIGHUP)
            break;
        composition->reset();
        composition = makeAnew(options, clock, log, remote);
        if (!composition)
            return report(log, composition.error());
    }
    log.write("info", "stopped");
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    const base::SystemClock clock;
    server::http::Log log(std::cerr, clock);
    const auto options = server::parseOptions(argc, argv);
    if (!options) {
        std::cerr << options.error().detail << "\n" << server::helpText();
        return 2;
    }
    if (options->help || options->version) {
        std::cout << (options->help ? server::helpText() : "vienlogs-server " VIENLOGS_VERSION "\n");
        return 0;
    }
    const auto remote = server::RemoteLog::open(*options, clock, log);
    if (!remote)
        return report(log, remote.error());
    auto composition = server::Composition::make(*options, clock, log, remote->get());
    if (!composition)
        return report(log, composition.error());
    if (options->check) {
        const auto good = (*composition)->check();
        return good ? 0 : report(log, good.error());
    }
    return run(*options, std::move(composition), signals, clock, log, remote->get());
}
