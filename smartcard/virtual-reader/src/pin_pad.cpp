// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "pin_pad.h"

#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#include <algorithm>

namespace vienlogs::virtualreader {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr auto usualTime = 30s;
constexpr auto lookForStop = 200ms;
constexpr std::size_t longestLine = 64;

bool isEntry(const std::string& line, const PinEntry& entry) {
    return int(line.size()) >= entry.shortest && int(line.size()) <= entry.longest &&
           std::all_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

void wipe(std::string& digits) {
    ::explicit_bzero(digits.data(), digits.size());
    digits.clear();
}

PinPad::PinPad(const std::string& path) : listener_(listenAt(path)) {}

PinPad::End PinPad::fill(PinCommand& command) {
    const auto deadline = steady_clock::now() +
                          (command.seconds ? seconds(command.seconds) : duration_cast<seconds>(usualTime));
    const auto end = fillIn(command, deadline);
    show(end == End::Entered ? "done" : "stopped");
    if (end != End::Entered)
        ::explicit_bzero(command.command.data(), command.command.size());
    return end;
}

PinPad::End PinPad::fillIn(PinCommand& command, Deadline deadline) {
    std::string digits, again;
    if (command.current) {
        if (const auto end = ask("current", *command.current, deadline, digits); end != End::Entered)
            return end;
        putIn(command.command, *command.current, digits);
        wipe(digits);
    }
    if (!command.chosen)
        return End::Entered;
    if (const auto end = ask("new", *command.chosen, deadline, digits); end != End::Entered)
        return end;
    auto end = command.twice ? ask("again", *command.chosen, deadline, again) : End::Entered;
    if (end == End::Entered && command.twice && digits != again)
        end = End::NotTheSame;
    if (end == End::Entered)
        putIn(command.command, *command.chosen, digits);
    wipe(digits);
    wipe(again);
    return end;
}

PinPad::End PinPad::ask(const char* what, const PinEntry& entry, Deadline deadline, std::string& digits) {
    for (;;) {
        if (!waitForUser(deadline))
            return End::TooLate;
        show(std::string("enter ") + what + " " + std::to_string(entry.shortest) + " " +
             std::to_string(entry.longest));
        auto line = readLine(deadline);
        if (!line) {
            if (steady_clock::now() >= deadline || stopped_)
                return End::TooLate;
            user_ = Handle();
        } else if (*line == "cancel") {
            return End::Cancelled;
        } else if (*line == "late") {
            return End::TooLate;
        } else if (isEntry(*line, entry)) {
            digits.swap(*line);
            return End::Entered;
        } else {
            wipe(*line); // too short or no digits: the pad does not take the "enter" key and asks again
        }
    }
}

bool PinPad::waitForUser(Deadline deadline) {
    if (user_.valid() && !hungUp(user_))
        return true;
    user_ = Handle();
    if (!waitFor(listener_, deadline))
        return false;
    user_ = acceptFrom(listener_);
    return user_.valid();
}

std::optional<std::string> PinPad::readLine(Deadline deadline) {
    std::string line;
    line.reserve(longestLine); // so that no copy of the digits stays behind
    while (line.size() < longestLine) {
        char key = 0;
        if (!waitFor(user_, deadline) || ::recv(user_.get(), &key, 1, 0) != 1)
            break;
        if (key == '\n')
            return line;
        line.push_back(key);
    }
    wipe(line);
    return std::nullopt;
}

bool PinPad::waitFor(const Handle& readable, Deadline deadline) const {
    while (!stopped_ && steady_clock::now() < deadline) {
        pollfd state{readable.get(), POLLIN, 0};
        if (::poll(&state, 1, int(milliseconds(lookForStop).count())) > 0)
            return true;
    }
    return false;
}

void PinPad::show(const std::string& text) {
    const auto line = text + "\n";
    if (user_.valid() && ::send(user_.get(), line.data(), line.size(), MSG_NOSIGNAL) != ssize_t(line.size()))
        user_ = Handle();
}

} // namespace vienlogs::virtualreader
