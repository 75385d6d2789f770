// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "session.h"

#include <cstdio>
#include <thread>

#include "messages.h"
#include "vienlogs/devices/pos/zvt_fields.h"

namespace vienlogs::devices::pos {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds acknowledgeWithin{5'000};
constexpr milliseconds idleWithin{3'600'000};

constexpr std::uint8_t insertCard = 0x0A;
constexpr std::uint8_t pleaseWait = 0x0E;
constexpr std::uint8_t enterPin = 0x01;
constexpr std::uint8_t wrongPin = 0x15;
constexpr std::uint8_t declined = 0x1D;

constexpr std::uint8_t aborted = 0x6C;
constexpr std::uint8_t doNotHonour = 0x05;
constexpr std::uint8_t notSupported = 0x83;
constexpr std::uint8_t busy = 0x9C;
constexpr std::uint8_t alreadyReversed = 0xB4;
constexpr std::uint8_t reversalNotPossible = 0xB5;

constexpr std::uint8_t institutionsReceipt = 1;
constexpr std::uint8_t customersReceipt = 2;
constexpr std::uint8_t report = 3;

/// One line a transaction, so that a test counts charges without our protocol.
void say(const char* what, const Transaction& transaction) {
    std::printf("%s %lu trace %06u receipt %04u\n", what, static_cast<unsigned long>(transaction.cents),
                transaction.trace, static_cast<unsigned>(transaction.receipt));
    std::fflush(stdout);
}

} // namespace

Session::Session(Terminal& terminal, std::unique_ptr<ZvtLink> link)
    : terminal_(terminal), link_(std::move(link)) {
    ++terminal_.sessions;
}

Session::~Session() {
    --terminal_.sessions;
}

void Session::run() {
    while (link_) {
        ZvtMessage command;
        if (link_->receive(command, idleWithin, nullptr) != ZvtLink::Event::Message)
            return;
        if (!terminal_.behaviour.has("silent"))
            serve(command);
    }
}

void Session::serve(const ZvtMessage& command) {
    dropAt_ = sent_ = 0;
    switch (command.control) {
    case zvt::registration:
        return registerDesk();
    case zvt::statusEnquiry:
        return tellStatus();
    case zvt::logOff:
        acknowledge();
        return drop();
    case zvt::abortByDesk: // nothing is running
        return acknowledge();
    case zvt::acknowledged: // of something that was not waited for
        return;
    default:
        break;
    }
    if (terminal_.busy.exchange(true))
        return refuse(busy);
    switch (command.control) {
    case zvt::authorisation:
        pay(command);
        break;
    case zvt::repeatReceipt:
        repeat();
        break;
    case zvt::reversal:
        reverse(command);
        break;
    case zvt::endOfDay:
        endDay();
        break;
    default:
        refuse(notSupported);
    }
    terminal_.busy = false;
}

void Session::registerDesk() {
    acknowledge();
    tell(registered(terminal_.ledger.terminalId()));
}

void Session::tellStatus() {
    if (terminal_.busy)
        return refuse(busy);
    acknowledge();
    tell({zvt::completion, {0}});
}

void Session::pay(const ZvtMessage& command) {
    auto& behaviour = terminal_.behaviour;
    const auto amount = ZvtFields::parse(command.data).amount();
    if (!amount || amount->isZero() || behaviour.strike("refuse"))
        return refuse(notSupported);
    if (behaviour.strike("drop-before-ack"))
        return drop();
    dropAt_ = behaviour.strikeDropAt().value_or(0);
    abortHeard_ = false;
    acknowledge();
    if (behaviour.has("unknown-message"))
        tell({0x06D8, {0x01, 0x02}});
    if (behaviour.strike("drop-before-capture"))
        return drop();
    const auto cents = static_cast<std::uint64_t>(amount->cents());
    if (askCustomer() == Waited::Aborted) {
        std::printf("aborted %lu\n", static_cast<unsigned long>(cents));
        std::fflush(stdout);
        return giveUp(aborted);
    }
    if (behaviour.customer() == Customer::Decline)
        return decline(cents);
    capture(behaviour.strike("other-amount") ? cents - 1 : cents);
}

Session::Waited Session::askCustomer() {
    const milliseconds latency(terminal_.behaviour.latency);
    const auto customer = terminal_.behaviour.customer();
    if (showFor(insertCard, latency) == Waited::Aborted)
        return Waited::Aborted;
    if (customer == Customer::WrongPin)
        for (const auto status : {enterPin, wrongPin, enterPin})
            if (showFor(status, latency) == Waited::Aborted)
                return Waited::Aborted;
    if (customer == Customer::Slow || customer == Customer::IgnoreAbort)
        for (int count = 0; count < 10; ++count)
            if (showFor(enterPin, latency * 2) == Waited::Aborted)
                return Waited::Aborted;
    return showFor(pleaseWait, latency);
}

void Session::capture(std::uint64_t cents) {
    auto& behaviour = terminal_.behaviour;
    const auto transaction = terminal_.ledger.add(Transaction::Kind::Payment, cents);
    say("captured", transaction);
    if (behaviour.strike("drop-after-capture"))
        return drop();
    if (behaviour.strike("silent-after-capture")) {
        // The line stays open and nothing comes, until the desk gives up.
        ZvtMessage ignored;
        while (link_ && link_->receive(ignored, idleWithin, nullptr) == ZvtLink::Event::Message) {
        }
        return drop();
    }
    tellResult(transaction);
    if (behaviour.strike("drop-after-status"))
        return drop();
    if (behaviour.strike("abort-after-status"))
        return giveUp(aborted);
    complete();
}

void Session::decline(std::uint64_t cents) {
    const auto transaction = terminal_.ledger.add(Transaction::Kind::Declined, cents);
    say("declined", transaction);
    tell({zvt::intermediateStatus, {declined}});
    tellResult(transaction);
    if (terminal_.behaviour.has("decline-completed"))
        return complete();
    giveUp(doNotHonour);
}

void Session::tellResult(const Transaction& transaction) {
    const auto& behaviour = terminal_.behaviour;
    const auto lines = receiptOf(transaction, terminal_.ledger.terminalId());
    const auto status = statusOf(transaction, terminal_.ledger.terminalId(), behaviour.has("no-trace"));
    const bool after = behaviour.has("receipt-after");
    if (after)
        tell(status);
    if (behaviour.has("print-blocks"))
        print(lines, institutionsReceipt);
    print(lines, customersReceipt);
    if (!after)
        tell(status);
}

void Session::print(const std::vector<std::string>& lines, std::uint8_t type) {
    const auto& behaviour = terminal_.behaviour;
    if (behaviour.has("no-receipt-lines"))
        return;
    if (behaviour.has("print-blocks"))
        return tell(asBlock(lines, type, behaviour.charset));
    for (const auto& message : asLines(lines, behaviour.charset))
        tell(message);
}

void Session::repeat() {
    if (terminal_.behaviour.has("no-repeat"))
        return refuse(notSupported);
    acknowledge();
    const auto last = terminal_.ledger.last();
    if (!last)
        return giveUp(notSupported);
    tellResult(*last);
    complete();
}

void Session::reverse(const ZvtMessage& command) {
    constexpr std::size_t passwordSize = 3;
    const std::span<const std::uint8_t> data(command.data);
    const auto number =
        ZvtFields::parse(data.subspan(std::min(data.size(), passwordSize))).digits(bmp::receiptNumber);
    acknowledge();
    const auto receipt = static_cast<std::uint16_t>(number.empty() ? 0 : std::stoi(number));
    if (terminal_.behaviour.strike("drop-before-reversal"))
        return drop();
    const auto reversal = terminal_.ledger.reverse(receipt);
    if (!reversal)
        return giveUp(terminal_.ledger.isReversed(receipt) ? alreadyReversed : reversalNotPossible);
    say("reversed", *reversal);
    if (terminal_.behaviour.strike("drop-after-reversal"))
        return drop();
    tellResult(*reversal);
    complete();
}

void Session::endDay() {
    acknowledge();
    if (terminal_.behaviour.strike("drop-before-close"))
        return drop();
    const auto sums = terminal_.ledger.closeDay();
    std::printf("closed %d payments %ld\n", sums.count, static_cast<long>(sums.cents));
    std::fflush(stdout);
    if (terminal_.behaviour.strike("drop-after-close"))
        return drop();
    print(reportOf(sums, terminal_.ledger.terminalId()), report);
    tell(statusOf(sums));
    if (terminal_.behaviour.strike("abort-after-close"))
        return giveUp(aborted);
    complete();
}

Session::Waited Session::showFor(std::uint8_t status, milliseconds time) {
    tell({zvt::intermediateStatus, {status}});
    const auto until = std::chrono::steady_clock::now() + time;
    while (!abortHeard_) {
        const auto rest = std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now());
        ZvtMessage message;
        if (rest <= milliseconds::zero())
            return Waited::Elapsed;
        if (!link_) {
            std::this_thread::sleep_for(rest);
            continue;
        }
        switch (link_->receive(message, rest, nullptr)) {
        case ZvtLink::Event::Message:
            abortHeard_ = hear(message);
            break;
        case ZvtLink::Event::Closed:
            drop();
            break;
        default:
            break;
        }
    }
    return Waited::Aborted;
}

bool Session::hear(const ZvtMessage& message) {
    if (message.isAcknowledgement() || message.isRefusal())
        return false;
    if (message.control != zvt::abortByDesk) {
        refuse(busy);
        return false;
    }
    acknowledge();
    return terminal_.behaviour.customer() != Customer::IgnoreAbort;
}

void Session::put(const ZvtMessage& message) {
    if (dropAt_ > 0 && ++sent_ == dropAt_)
        drop();
    if (link_ && !link_->send(message))
        drop();
}

void Session::tell(const ZvtMessage& message) {
    put(message);
    while (link_) {
        ZvtMessage answer;
        if (link_->receive(answer, acknowledgeWithin, nullptr) != ZvtLink::Event::Message)
            return drop();
        if (answer.isAcknowledgement() || answer.isRefusal())
            return;
        abortHeard_ = hear(answer) || abortHeard_;
    }
}

} // namespace vienlogs::devices::pos
