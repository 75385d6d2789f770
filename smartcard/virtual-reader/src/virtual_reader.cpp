// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "virtual_reader.h"

#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>

#include <charconv>

namespace vienlogs::virtualreader {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr auto longestAnswer = 30s;

std::optional<std::uint16_t> portOf(std::string_view text) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value == 0 || value > 65535)
        return std::nullopt;
    return std::uint16_t(value);
}

Bytes own(PinPad::End end) {
    if (end == PinPad::End::Cancelled)
        return {0x64, 0x01};
    return {0x64, std::uint8_t(end == PinPad::End::NotTheSame ? 0x02 : 0x00)};
}

} // namespace

std::shared_ptr<Reader> Reader::open(const std::string& description) {
    const auto colon = description.find(':');
    const auto port = portOf(std::string_view(description).substr(0, colon));
    auto listener = port ? listenOnLoopback(*port) : Handle();
    std::unique_ptr<PinPad> pad;
    if (colon != std::string::npos)
        pad = std::make_unique<PinPad>(description.substr(colon + 1));
    if (!listener.valid() || (pad && !pad->works()))
        return nullptr;
    return std::shared_ptr<Reader>(new Reader(std::move(listener), std::move(pad)));
}

Reader::Reader(Handle listener, std::unique_ptr<PinPad> pad)
    : listener_(std::move(listener)), stop_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), pad_(std::move(pad)) {}

Reader::Card Reader::card() {
    const std::lock_guard lock(cardMutex_);
    return card_;
}

void Reader::letGo(const Card& gone) {
    const std::lock_guard lock(cardMutex_);
    if (card_ != gone)
        return;
    card_.reset();
    absenceTold_ = false;
}

void Reader::letIn() {
    auto arrived = acceptFrom(listener_);
    const std::lock_guard lock(cardMutex_);
    if (arrived.valid())
        card_ = std::make_shared<const Handle>(std::move(arrived));
}

bool Reader::present() {
    const auto now = card();
    if (now && !hungUp(*now))
        return true;
    if (now)
        letGo(now);
    const std::lock_guard lock(cardMutex_);
    absenceTold_ = true;
    return false;
}

void Reader::waitForChange(milliseconds longest) {
    const auto now = card();
    {
        const std::lock_guard lock(cardMutex_);
        if (!now && !absenceTold_)
            return;
    }
    pollfd handles[2] = {{stop_.get(), POLLIN, 0},
                         {now ? now->get() : listener_.get(), short(now ? POLLRDHUP : POLLIN), 0}};
    if (::poll(handles, 2, int(longest.count())) <= 0)
        return;
    if (handles[0].revents) { // the service wants to wait for another time
        std::uint64_t asked = 0;
        if (::read(stop_.get(), &asked, sizeof asked) == ssize_t(sizeof asked))
            return;
    }
    if (now)
        letGo(now);
    else
        letIn();
}

void Reader::close() {
    if (pad_)
        pad_->stop();
    stopWaiting();
}

void Reader::stopWaiting() {
    const std::uint64_t one = 1;
    if (::write(stop_.get(), &one, sizeof one) != ssize_t(sizeof one))
        return; // it was told before
}

std::optional<Bytes> Reader::powerUp(Signal how) {
    const std::lock_guard lock(exchangeMutex_);
    const auto now = card();
    if (!now || !sendMessage(*now, {std::uint8_t(how)}) ||
        !sendMessage(*now, {std::uint8_t(Signal::AnswerToReset)}))
        return std::nullopt;
    return receiveMessage(*now, longestAnswer);
}

void Reader::powerDown() {
    const std::lock_guard lock(exchangeMutex_);
    if (const auto now = card(); now && !sendMessage(*now, {std::uint8_t(Signal::PowerOff)}))
        letGo(now);
}

std::optional<Bytes> Reader::transmit(const Bytes& command) {
    const std::lock_guard lock(exchangeMutex_);
    const auto now = card();
    if (!now)
        return std::nullopt;
    auto answer = sendMessage(*now, command) ? receiveMessage(*now, longestAnswer) : std::nullopt;
    if (!answer)
        letGo(now); // half an exchange is no use to the next one
    return answer;
}

std::optional<Bytes> Reader::transmitFromPad(PinCommand command) {
    const auto end = pad_->fill(command);
    if (end != PinPad::End::Entered)
        return own(end);
    auto answer = transmit(command.command);
    ::explicit_bzero(command.command.data(), command.command.size());
    return answer;
}

} // namespace vienlogs::virtualreader
