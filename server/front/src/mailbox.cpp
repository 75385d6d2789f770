// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "mailbox.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <utility>

namespace vienlogs::server::front {

Mailbox::Mailbox() : signal_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Mailbox::~Mailbox() {
    for (auto& message : messages_)
        if (const auto* newcomer = std::get_if<Newcomer>(&message.content))
            ::close(newcomer->socket);
    ::close(signal_);
}

void Mailbox::post(Message message) {
    bool first = false;
    {
        const std::scoped_lock lock(mutex_);
        first = messages_.empty();
        messages_.push_back(std::move(message));
    }
    if (first)
        wake();
}

void Mailbox::wake() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(signal_, &one, sizeof one);
}

std::vector<Message> Mailbox::take() {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto got = ::read(signal_, &count, sizeof count);
    const std::scoped_lock lock(mutex_);
    return std::exchange(messages_, {});
}

void Exchange::answer(Answer answer) {
    if (const auto mailbox = mailbox_.lock())
        mailbox->post({connection_, shared_from_this(), std::move(answer)});
}

} // namespace vienlogs::server::front
