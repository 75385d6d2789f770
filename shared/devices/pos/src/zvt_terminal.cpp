// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/devices/pos/zvt_terminal.h"

#include <algorithm>
#include <poll.h>

#include "vienlogs/base/failures_base.h"
#include "zvt_exchange.h"
#include "zvt_link.h"
#include "zvt_time.h"

namespace vienlogs::devices::pos {

namespace {

/// We print receipts (02) and reports (04), want intermediate status (08), control payments (10) and
/// administration (20), and get print lines (80).
constexpr std::uint8_t configuration = 0xBE;
constexpr std::uint64_t euro = 978;
constexpr std::int64_t mostCents = 999'999'999'999; // twelve digits

constexpr std::uint8_t codeOk = 0x00;
constexpr std::uint8_t codeAborted = 0x6C;
constexpr std::uint8_t codeNotPossible = 0x83;
constexpr std::uint8_t codePleaseWait = 0x9C;
constexpr std::uint8_t codeAlreadyReversed = 0xB4;
constexpr std::uint8_t codeNotExecutable = 0xEB;

std::string hex(std::uint8_t code) {
    return base::toHex({code});
}

base::Bytes passwordBytes(const std::string& password) {
    return base::fromHex(password).value_or(base::Bytes(3));
}

ZvtExchangeOptions optionsFrom(const ZvtSettings& settings) {
    return {settings.acknowledgement, settings.answer, settings.charset};
}

/// The failure of an administrative command that did not complete.
base::Failure failureOf(const ZvtAnswer& answer) {
    if (answer.end == ZvtAnswer::End::Lost)
        return {ports::codes::posSilent, "no answer"};
    if (answer.code == codePleaseWait)
        return {ports::codes::posBusy};
    if (answer.code == codeAlreadyReversed)
        return {ports::codes::posAlreadyReversed};
    return {ports::codes::posRefused, "result " + hex(answer.code), hex(answer.code)};
}

ports::PosOutcome notCharged(std::uint8_t code) {
    if (code == codeAborted)
        return {ports::PosOutcome::Kind::Aborted, std::nullopt, {ports::codes::posAborted}};
    return {ports::PosOutcome::Kind::Declined,
            std::nullopt,
            {ports::codes::posDeclined, "result " + hex(code), hex(code)}};
}

/// How a terminal without 06 20 answers it. Its payments can be taken; a lost answer is for a person then.
base::Failure cannotRepeat() {
    return failureOf({ZvtAnswer::End::Refused, codeNotPossible});
}

/// Whether a terminal that refuses 06 20 with this code has no receipt to repeat.
bool hasNothingToRepeat(const ZvtAnswer& answer) {
    return answer.end == ZvtAnswer::End::Aborted &&
           (answer.code == codeNotPossible || answer.code == codeNotExecutable);
}

} // namespace

ZvtTerminal::ZvtTerminal(ZvtSettings settings, const base::Clock& clock)
    : settings_(std::move(settings)), clock_(clock), wakeUp_(std::make_unique<WakeUp>()) {}

ZvtTerminal::~ZvtTerminal() = default;

template<typename Command>
auto ZvtTerminal::whenNotBusy(const Command& command) {
    const auto until = clock_.steadyNow() + settings_.settle;
    while (true) {
        auto answer = command();
        if (answer || answer.error().code != ports::codes::posBusy || clock_.steadyNow() >= until ||
            !pauseUnlessAborted())
            return answer;
    }
}

base::Result<std::string> ZvtTerminal::connectAndRegister() {
    link_.reset();
    auto link = ZvtLink::open(settings_.host, settings_.port, settings_.acknowledgement);
    if (!link)
        return base::fail(link.error());
    ZvtFieldWriter data;
    data.raw(passwordBytes(settings_.password)).raw(base::Bytes{configuration}).raw(bcd(euro, 2));
    const auto answer = exchange(**link, {zvt::registration, data.take()}, optionsFrom(settings_));
    if (answer.end != ZvtAnswer::End::Completed)
        return base::fail(failureOf(answer));
    terminalId_ = ZvtFields::parse(answer.completion).digits(bmp::terminalId);
    link_ = std::move(*link);
    return terminalId_;
}

base::Result<std::string> ZvtTerminal::ensureRegistered() {
    if (link_ && link_->discardWaiting())
        return terminalId_;
    return connectAndRegister();
}

base::Result<ports::PosRegistration> ZvtTerminal::registerTerminal() {
    abortAsked_ = false;
    wakeUp_->clear();
    return whenNotBusy([this] { return registerOnce(); });
}

base::Result<ports::PosRegistration> ZvtTerminal::registerOnce() {
    if (const auto registered = connectAndRegister(); !registered)
        return base::fail(registered.error());
    const auto last = repeatedReceipt();
    if (!last && last.error() != cannotRepeat())
        return base::fail(last.error());
    // A declined transaction has a trace number too, and it is the newest.
    const auto receipt = last && *last ? (*last)->receipt : domain::payments::TerminalReceipt{};
    return ports::PosRegistration{terminalId_.empty() ? receipt.terminalId : terminalId_, receipt.traceNumber,
                                  receipt.receiptNumber};
}

ports::PosOutcome ZvtTerminal::pay(base::Money amount, const std::function<void(ports::PosPrompt)>& prompt) {
    using Kind = ports::PosOutcome::Kind;
    if (amount.cents() <= 0 || amount.cents() > mostCents)
        return {Kind::Aborted, std::nullopt, {base::codes::invalidArgument, "amount"}};
    if (!link_ || !link_->discardWaiting())
        return {Kind::Aborted, std::nullopt, {ports::codes::posSilent, "lost before 06 01"}};
    if (abortAsked_.exchange(false))
        return {Kind::Aborted, std::nullopt, {ports::codes::posAborted, "before 06 01"}};
    auto options = optionsFrom(settings_);
    options.prompt = prompt;
    options.abortAsked = &abortAsked_;
    options.wakeUp = wakeUp_.get();
    ZvtFieldWriter data;
    data.decimal(bmp::amount, static_cast<std::uint64_t>(amount.cents()), 6);
    const auto answer = exchange(*link_, {zvt::authorisation, data.take()}, options);
    abortAsked_ = false;
    auto outcome = outcomeOf(answer, amount);
    if (outcome.kind == Kind::Unknown)
        link_.reset(); // what comes late on this connection must not be taken for another answer
    return outcome;
}

ports::PosOutcome ZvtTerminal::outcomeOf(const ZvtAnswer& answer, base::Money asked) {
    using Kind = ports::PosOutcome::Kind;
    const auto result = answer.resultCode();
    if (answer.end == ZvtAnswer::End::Refused)
        return {Kind::Aborted, std::nullopt, failureOf(answer)};
    if (answer.end == ZvtAnswer::End::Completed && result == codeOk)
        return {Kind::Captured, receiptOf(answer, asked)};
    if (answer.end == ZvtAnswer::End::Completed && result)
        return notCharged(*result);
    if (answer.end == ZvtAnswer::End::Aborted && result != codeOk)
        return notCharged(answer.code);
    return {Kind::Unknown, std::nullopt, {ports::codes::posUnknown, "no clear end of 06 01"}};
}

domain::payments::TerminalReceipt ZvtTerminal::receiptOf(const ZvtAnswer& answer,
                                                         base::Money unlessTold) const {
    const auto& fields = *answer.status;
    const auto now = clock_.now();
    domain::payments::TerminalReceipt receipt;
    receipt.terminalId = fields.digits(bmp::terminalId);
    if (receipt.terminalId.empty())
        receipt.terminalId = terminalId_;
    receipt.traceNumber = fields.digits(bmp::traceNumber);
    receipt.receiptNumber = fields.digits(bmp::receiptNumber);
    receipt.cardType = fields.ascii(bmp::cardName);
    if (const auto type = fields.byte(bmp::cardType); receipt.cardType.empty() && type)
        receipt.cardType = std::to_string(*type);
    receipt.maskedCardNumber = fields.maskedCardNumber();
    receipt.authorisation = fields.ascii(bmp::authorisation);
    receipt.amount = fields.amount().value_or(unlessTold);
    receipt.at = terminalTime(fields.digits(bmp::date), fields.digits(bmp::time), now)
                     .value_or(unlessTold.isZero() ? base::Timestamp{} : now);
    receipt.lines = answer.lines;
    receipt.reversedTrace = fields.digits(bmp::originalTrace);
    return receipt;
}

void ZvtTerminal::abort() {
    abortAsked_ = true;
    wakeUp_->wake();
}

bool ZvtTerminal::pauseUnlessAborted() {
    pollfd waiting{wakeUp_->descriptor(), POLLIN, 0};
    ::poll(&waiting, 1, static_cast<int>(settings_.pause.count()));
    wakeUp_->clear();
    return !abortAsked_;
}

base::Result<bool> ZvtTerminal::isIdle() {
    const auto answer =
        exchange(*link_, {zvt::statusEnquiry, passwordBytes(settings_.password)}, optionsFrom(settings_));
    if (answer.end == ZvtAnswer::End::Completed)
        return answer.completion.empty() || answer.completion.front() != codePleaseWait;
    if (answer.end == ZvtAnswer::End::Lost)
        return base::fail(failureOf(answer));
    return answer.code != codePleaseWait; // it does not know the enquiry, but it answers
}

base::Result<std::string> ZvtTerminal::reconnectWhenIdle() {
    const auto began = clock_.steadyNow();
    while (true) {
        auto registered = connectAndRegister();
        const auto idle = registered ? isIdle() : base::Result<bool>(false);
        if (registered && idle && *idle)
            return registered;
        if (!pauseUnlessAborted())
            return base::fail(base::codes::cancelled);
        const auto longest = registered ? settings_.idle : std::min(settings_.idle, settings_.unreachable);
        if (clock_.steadyNow() - began >= longest)
            return base::fail(!registered ? registered.error()
                              : !idle     ? idle.error()
                                          : base::Failure{ports::codes::posBusy});
    }
}

base::Result<std::optional<ZvtTerminal::Repeated>> ZvtTerminal::repeatedReceipt() {
    const auto answer =
        exchange(*link_, {zvt::repeatReceipt, passwordBytes(settings_.password)}, optionsFrom(settings_));
    if (hasNothingToRepeat(answer))
        return std::nullopt;
    if (answer.end != ZvtAnswer::End::Completed)
        return base::fail(failureOf(answer));
    if (!answer.status)
        return base::fail(ports::codes::posNonsense, "06 20 without 04 0F");
    return Repeated{receiptOf(answer, {}), answer.resultCode().value_or(codeOk) == codeOk};
}

base::Result<std::optional<domain::payments::TerminalReceipt>> ZvtTerminal::lastReceipt() {
    abortAsked_ = false;
    wakeUp_->clear();
    return reconnectWhenIdle()
        .and_then([this](const std::string&) { return repeatedReceipt(); })
        .transform([](const std::optional<Repeated>& last) {
            return last && last->charged ? std::optional(last->receipt) : std::nullopt;
        });
}

base::Result<domain::payments::TerminalReceipt> ZvtTerminal::reverse(const std::string& receiptNumber) {
    const auto number = base::fromHex(receiptNumber); // decimal digits, two to a byte
    if (receiptNumber.find_first_not_of("0123456789") != std::string::npos || !number || number->size() != 2)
        return base::fail(base::codes::invalidArgument, "receipt number");
    return whenNotBusy([&] { return reverseOnce(*number); });
}

base::Result<domain::payments::TerminalReceipt> ZvtTerminal::reverseOnce(const base::Bytes& number) {
    if (const auto registered = ensureRegistered(); !registered)
        return base::fail(registered.error());
    ZvtFieldWriter data;
    data.raw(passwordBytes(settings_.password)).fixed(bmp::receiptNumber, number);
    const auto answer = exchange(*link_, {zvt::reversal, data.take()}, optionsFrom(settings_));
    const auto result = answer.resultCode();
    if (answer.end == ZvtAnswer::End::Completed && result == codeOk) {
        auto receipt = receiptOf(answer, {});
        if (receipt.reversedTrace.empty())
            receipt.reversedTrace = "000000"; // the terminal does not say which, but it is a reversal
        return receipt;
    }
    if (answer.end == ZvtAnswer::End::Completed && result) // told by 04 0F what others tell by 06 1E
        return base::fail(failureOf({ZvtAnswer::End::Aborted, *result}));
    if (answer.end == ZvtAnswer::End::Refused || (answer.end == ZvtAnswer::End::Aborted && result != codeOk))
        return base::fail(failureOf(answer));
    link_.reset();
    return base::fail(ports::codes::posReversalUnknown, "no clear end of 06 30");
}

base::Result<ports::PosTerminal::DayTotals> ZvtTerminal::endOfDay() {
    return whenNotBusy([this] { return endOfDayOnce(); });
}

base::Result<ports::PosTerminal::DayTotals> ZvtTerminal::endOfDayOnce() {
    if (const auto registered = ensureRegistered(); !registered)
        return base::fail(registered.error());
    const auto answer =
        exchange(*link_, {zvt::endOfDay, passwordBytes(settings_.password)}, optionsFrom(settings_));
    const bool contradicts = answer.end == ZvtAnswer::End::Aborted && answer.resultCode() == codeOk;
    if (answer.end == ZvtAnswer::End::Lost || contradicts) {
        link_.reset();
        return base::fail(ports::codes::posDayUnknown, "no clear end of 06 50");
    }
    if (answer.end != ZvtAnswer::End::Completed)
        return base::fail(failureOf(answer));
    if (const auto result = answer.resultCode().value_or(codeOk); result != codeOk)
        return base::fail(ports::codes::posRefused, "06 50: " + hex(result), hex(result));
    DayTotals totals{0, {}, answer.lines};
    if (answer.status) {
        totals.total = answer.status->amount().value_or(base::Money{});
        // Receipt numbers from and to, then a count and an amount for each of seven kinds of card.
        const auto parts = answer.status->find(bmp::dayTotals);
        for (std::size_t at = 4; parts && at < parts->size(); at += 7)
            totals.count += (*parts)[at];
    }
    return totals;
}

void ZvtTerminal::logOff() {
    if (!link_)
        return;
    ZvtMessage answer;
    if (link_->send({zvt::logOff, {}}))
        static_cast<void>(link_->receive(answer, settings_.acknowledgement, nullptr));
    link_.reset();
}

} // namespace vienlogs::devices::pos
