// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <csignal>
#include <iostream>

#include "composition.h"
#include "vienlogs/base/failure_text.h"

namespace {

using namespace vienlogs;
constexpr timespec tidyEvery{60, 0};

int report(server::http::Log& log, const base::Failure& failure) {
    log.write("error", "stopped", {{"code", std::string(failure.code.text)}, {"why", failure.detail}});
    const auto message = base::messageOf(failure, base::Language::English);
    std::cerr << message.code << ": " << message.happened << " " << message.todo << '\n';
    return 1;
}

/// Serves until SIGTERM or SIGINT, which every thread but this one has blocked.
void serve(server::Composition& composition, const sigset_t& signals) {
    for (;;) {
        composition.tidy();
        if (sigtimedwait(&signals, nullptr, &tidyEvery) > 0)
            return;
    }
}

} // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
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
    auto composition = server::Composition::make(*options, clock, log);
    if (!composition)
        return report(log, composition.error());
    if (options->check) {
        const auto good = (*composition)->check();
        return good ? 0 : report(log, good.error());
    }
    if (const auto listening = (*composition)->listen(); !listening)
        return report(log, listening.error());
    std::cout << "listening " << (*composition)->address() << std::endl;
    log.write("info", "listening", {{"address", (*composition)->address()}});
    serve(**composition, signals);
    log.write("info", "stopping");
    (*composition)->stop();
    log.write("info", "stopped");
    return 0;
}
