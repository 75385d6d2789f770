// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <fcntl.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "options.h"

using namespace vienlogs;
using namespace vienlogs::virtualcard;

namespace {

constexpr int usageError = 2;

base::Result<CardImage> cardFor(const Options& options) {
    const auto person = readPerson(options.personFile);
    if (!person)
        return base::fail(person.error());
    const auto profile = *profileNamed(options.profile);
    if (!options.stateFile.empty() && std::filesystem::exists(options.stateFile))
        return loadCard(options.stateFile, profile, *person);
    auto card = makeCard(profile, *person, options.order);
    if (card && !options.stateFile.empty())
        if (auto saved = saveCard(*card, options.stateFile); !saved)
            return base::fail(std::move(saved.error()));
    return card;
}

/// A handle that becomes readable at SIGTERM or SIGINT.
int stopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_CLOEXEC);
}

int run(const Options& options) {
    auto image = cardFor(options);
    if (!image) {
        std::cerr << "vienlogs-card: " << image.error().code.text << ' ' << image.error().detail << ' '
                  << image.error().argument << '\n';
        return 1;
    }
    if (options.task == Options::Task::Check)
        return 0;
    VirtualCard card(std::move(*image), [&](const CardImage& changed) {
        if (!options.stateFile.empty() && !saveCard(changed, options.stateFile))
            std::cerr << "vienlogs-card: the card could not be saved\n";
    });
    VpcdLink link(card, options.address, options.faults,
                  [](const std::string& line) { std::cout << line << std::endl; });
    link.run(STDIN_FILENO, stopSignals(), options.inserted);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const auto options = parseOptions({argv + 1, argv + argc});
    if (!options) {
        std::cerr << "vienlogs-card: " << options.error() << "\n" << helpText();
        return usageError;
    }
    if (options->task == Options::Task::Help)
        std::cout << helpText();
    else if (options->task == Options::Task::Version)
        std::cout << "vienlogs-card " << VIENLOGS_VERSION << '\n';
    else
        return run(*options);
    return 0;
}
