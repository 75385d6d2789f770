// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <future>
#include <thread>

#include "child_process.h"
#include "vienlogs/devices/pos/zvt_terminal.h"

using namespace vienlogs;
using namespace vienlogs::devices::pos;
using namespace std::chrono_literals;
using ports::PosPrompt;
using Kind = ports::PosOutcome::Kind;

namespace {

const auto fee = base::Money::cents(4750);

/// The driver against the stand-in in a process of its own.
class ZvtTerminalTest : public testing::Test {
protected:
    ZvtSettings settings(std::uint16_t port) const {
        ZvtSettings result;
        result.host = "127.0.0.1";
        result.port = port;
        result.acknowledgement = 1s;
        result.answer = 2500ms;
        result.idle = 5s;
        result.settle = 400ms;
        result.pause = 30ms;
        result.charset = ZvtCharset::Iso8859_13;
        return result;
    }
    ports::PosOutcome pay() {
        EXPECT_TRUE(driver.registerTerminal());
        return driver.pay(fee, [this](PosPrompt prompt) { prompts.push_back(prompt); });
    }

    /// Pays on another thread and returns once the terminal asks for the PIN.
    std::future<ports::PosOutcome> payAsideUntilPin(ZvtTerminal& at) {
        auto asked = std::make_shared<std::promise<void>>();
        auto told = std::make_shared<bool>(false);
        auto waiting = asked->get_future();
        auto paying = std::async(std::launch::async, [&at, asked, told] {
            return at.pay(fee, [&](PosPrompt prompt) {
                if (prompt == PosPrompt::EnterPin && !std::exchange(*told, true))
                    asked->set_value();
            });
        });
        EXPECT_EQ(waiting.wait_for(10s), std::future_status::ready);
        return paying;
    }

    base::SystemClock clock;
    test::TerminalProcess terminal{{"--charset", "iso8859-13"}};
    ZvtTerminal driver{settings(terminal.port()), clock};
    std::vector<PosPrompt> prompts;
};

} // namespace

TEST_F(ZvtTerminalTest, RegistersAndKnowsTheNewestNumbers) {
    auto registration = driver.registerTerminal();
    ASSERT_TRUE(registration) << registration.error().detail;
    EXPECT_EQ(registration->terminalId, "52500001");
    EXPECT_EQ(registration->lastTrace, "");
    ASSERT_EQ(driver.pay(fee, {}).kind, Kind::Captured);
    registration = driver.registerTerminal();
    ASSERT_TRUE(registration);
    EXPECT_EQ(registration->lastTrace, "000001");
    EXPECT_EQ(registration->lastReceipt, "0001");
    terminal.command("customer decline");
    ASSERT_EQ(driver.pay(fee, {}).kind, Kind::Declined);
    registration = driver.registerTerminal();
    ASSERT_TRUE(registration);
    EXPECT_EQ(registration->lastTrace, "000002"); // a declined one is the newest all the same
}

TEST_F(ZvtTerminalTest, TakesAPayment) {
    const auto before = clock.now();
    const auto outcome = pay();
    ASSERT_EQ(outcome.kind, Kind::Captured);
    ASSERT_TRUE(outcome.receipt);
    EXPECT_EQ(outcome.receipt->amount, fee);
    EXPECT_EQ(outcome.receipt->traceNumber, "000001");
    EXPECT_EQ(outcome.receipt->cardType, "Mastercard");
    EXPECT_EQ(outcome.receipt->maskedCardNumber, "535413******0042");
    EXPECT_EQ(outcome.receipt->authorisation, "000007");
    EXPECT_LT(std::chrono::abs(outcome.receipt->at - before), 3s);
    EXPECT_EQ(outcome.receipt->lines.front(), "VALSTS UN PAŠVALDĪBAS VIENOTAIS");
    EXPECT_EQ(outcome.receipt->lines.back(), "Saglabājiet čeku!");
    EXPECT_EQ(prompts, (std::vector{PosPrompt::InsertCard, PosPrompt::PleaseWait}));
    EXPECT_EQ(terminal.count("captured"), 1);
}

TEST_F(ZvtTerminalTest, TakesReceiptsInEveryForm) {
    for (const auto* fault : {"print-blocks", "receipt-after", "unknown-message", "no-trace"}) {
        terminal.command("fault none");
        terminal.command(std::string("fault ") + fault);
        const auto outcome = pay();
        ASSERT_EQ(outcome.kind, Kind::Captured) << fault;
        ASSERT_FALSE(outcome.receipt->lines.empty()) << fault;
        EXPECT_EQ(outcome.receipt->lines.back(), "Saglabājiet čeku!") << fault;
        EXPECT_EQ(std::count(outcome.receipt->lines.begin(), outcome.receipt->lines.end(), "PIRKUMS"), 1)
            << fault;
    }
    terminal.command("fault no-receipt-lines");
    const auto outcome = pay();
    ASSERT_EQ(outcome.kind, Kind::Captured);
    EXPECT_TRUE(outcome.receipt->lines.empty());
}

TEST_F(ZvtTerminalTest, TellsADecline) {
    terminal.command("customer decline");
    for (const auto* fault : {"none", "decline-completed"}) {
        terminal.command(std::string("fault ") + fault);
        const auto outcome = pay();
        EXPECT_EQ(outcome.kind, Kind::Declined);
        EXPECT_EQ(outcome.failure.code, ports::codes::posDeclined);
        EXPECT_EQ(outcome.failure.argument, "05");
        EXPECT_EQ(prompts.back(), PosPrompt::Declined);
    }
    EXPECT_EQ(terminal.count("captured"), 0);
}

TEST_F(ZvtTerminalTest, ShowsAWrongPin) {
    terminal.command("customer wrong-pin");
    EXPECT_EQ(pay().kind, Kind::Captured);
    EXPECT_EQ(prompts, (std::vector{PosPrompt::InsertCard, PosPrompt::EnterPin, PosPrompt::WrongPin,
                                    PosPrompt::EnterPin, PosPrompt::PleaseWait}));
}

TEST_F(ZvtTerminalTest, IsCalledOffFromAnotherThread) {
    terminal.command("customer slow");
    terminal.command("latency 50"); // a second in all to call it off
    ASSERT_TRUE(driver.registerTerminal());
    auto paying = payAsideUntilPin(driver);
    driver.abort();
    const auto outcome = paying.get();
    EXPECT_EQ(outcome.kind, Kind::Aborted);
    EXPECT_EQ(outcome.failure.code, ports::codes::posAborted);
    EXPECT_FALSE(terminal.process().awaitLine("aborted 4750").empty());
    terminal.command("customer ignore-abort");
    ASSERT_TRUE(driver.registerTerminal());
    paying = payAsideUntilPin(driver);
    driver.abort();
    EXPECT_EQ(paying.get().kind, Kind::Captured); // what the terminal says counts, not what we wished
}

TEST_F(ZvtTerminalTest, CalledOffBeforeItWasAskedIsNeverAsked) {
    ASSERT_TRUE(driver.registerTerminal());
    driver.abort();
    EXPECT_EQ(driver.pay(fee, {}).kind, Kind::Aborted);
    ASSERT_TRUE(driver.lastReceipt());
    EXPECT_EQ(terminal.count("captured"), 0);
    EXPECT_EQ(pay().kind, Kind::Captured); // the next payment is not touched by it
}

TEST_F(ZvtTerminalTest, LostAnswersAreUnknown) {
    for (const auto* fault : {"drop-before-ack", "drop-before-capture", "drop-after-capture",
                              "drop-after-status", "silent-after-capture", "abort-after-status"}) {
        terminal.command(std::string("fault ") + fault);
        const auto outcome = pay();
        EXPECT_EQ(outcome.kind, Kind::Unknown) << fault;
        EXPECT_EQ(outcome.failure.code, ports::codes::posUnknown) << fault;
    }
}

TEST_F(ZvtTerminalTest, RepeatsTheLastReceipt) {
    EXPECT_EQ(driver.lastReceipt()->has_value(), false);
    const auto paid = pay();
    const auto last = driver.lastReceipt();
    ASSERT_TRUE(last && *last);
    EXPECT_EQ(**last, *paid.receipt);
    terminal.command("customer decline");
    ASSERT_EQ(pay().kind, Kind::Declined);
    EXPECT_EQ(driver.lastReceipt()->has_value(), false); // nothing was charged by it
}

TEST_F(ZvtTerminalTest, WaitsWhileTheTerminalIsBusy) {
    terminal.command("customer slow");
    terminal.command("latency 50");
    {
        ZvtTerminal gone(settings(terminal.port()), clock);
        ASSERT_TRUE(gone.registerTerminal());
        auto paying = payAsideUntilPin(gone);
        EXPECT_EQ(driver.registerTerminal().error().code, ports::codes::posBusy);
        const auto last = driver.lastReceipt(); // waits for the other desk's payment
        EXPECT_EQ(paying.get().kind, Kind::Captured);
        ASSERT_TRUE(last) << last.error().code.text;
        EXPECT_TRUE(last->has_value());
    }
}

TEST_F(ZvtTerminalTest, GivesMoneyBackOnce) {
    const auto paid = pay();
    ASSERT_EQ(paid.kind, Kind::Captured);
    const auto reversed = driver.reverse(paid.receipt->receiptNumber);
    ASSERT_TRUE(reversed) << reversed.error().detail;
    EXPECT_EQ(reversed->reversedTrace, paid.receipt->traceNumber);
    EXPECT_EQ(reversed->amount, fee);
    const auto again = driver.reverse(paid.receipt->receiptNumber);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ports::codes::posAlreadyReversed);
    EXPECT_FALSE(driver.reverse("0x1F"));
    EXPECT_FALSE(driver.reverse("99999"));
    EXPECT_EQ(terminal.count("reversed"), 1);
}

TEST_F(ZvtTerminalTest, ClosesTheDay) {
    ASSERT_EQ(pay().kind, Kind::Captured);
    ASSERT_EQ(pay().kind, Kind::Captured);
    const auto totals = driver.endOfDay();
    ASSERT_TRUE(totals);
    EXPECT_EQ(totals->count, 2);
    EXPECT_EQ(totals->total, base::Money::cents(9500));
    EXPECT_EQ(totals->lines.front(), "DIENAS NOSLĒGUMS");
    EXPECT_EQ(driver.endOfDay()->count, 0);
    driver.logOff();
}

TEST_F(ZvtTerminalTest, ALostEndOfDayIsNotTakenForARefusedOne) {
    ASSERT_EQ(pay().kind, Kind::Captured);
    for (const auto* fault :
         {"fault drop-before-close", "fault drop-after-close", "fault abort-after-close"}) {
        terminal.command(fault);
        const auto lost = driver.endOfDay();
        ASSERT_FALSE(lost);
        EXPECT_EQ(lost.error().code, ports::codes::posDayUnknown) << fault;
    }
    EXPECT_EQ(driver.endOfDay()->count, 0); // the second one had closed it
    EXPECT_EQ(terminal.count("closed"), 3);
}

TEST_F(ZvtTerminalTest, ASilentTerminalIsToldSoon) {
    terminal.command("fault silent");
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(driver.registerTerminal().error().code, ports::codes::posSilent);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 2s);
    terminal.process().signal(SIGKILL);
    terminal.process().wait();
    EXPECT_EQ(driver.registerTerminal().error().code, ports::codes::posSilent);
    EXPECT_EQ(driver.pay(fee, {}).kind, Kind::Aborted); // nothing was sent
}

TEST_F(ZvtTerminalTest, WorksWithATerminalThatCannotRepeat) {
    terminal.command("fault no-repeat");
    EXPECT_EQ(driver.registerTerminal()->lastTrace, "");
    EXPECT_EQ(pay().kind, Kind::Captured);
    const auto last = driver.lastReceipt(); // never "there was none"
    ASSERT_FALSE(last);
    EXPECT_EQ(last.error().code, ports::codes::posRefused);
}

TEST_F(ZvtTerminalTest, ARefusedPaymentChargesNothing) {
    terminal.command("fault refuse");
    const auto outcome = pay();
    EXPECT_EQ(outcome.kind, Kind::Aborted);
    EXPECT_EQ(outcome.failure.code, ports::codes::posRefused);
    EXPECT_EQ(outcome.failure.argument, "83");
    EXPECT_EQ(driver.pay(base::Money::cents(0), {}).kind, Kind::Aborted);
    EXPECT_EQ(driver.pay(base::Money::cents(-1), {}).kind, Kind::Aborted);
}
