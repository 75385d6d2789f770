// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <csignal>
#include <thread>

#include "desk_fixture.h"

using namespace vienlogs;
using namespace vienlogs::domain::payments;

namespace {

/// A desk whose program is killed and started again.
class KilledDeskTest : public test::DeskTest {
protected:
    std::vector<std::string> victim(const base::Ulid& invoice) const {
        return {VIENLOGS_BIN_DIR "/payment_desk_victim", std::to_string(terminal.port()),
                folder.path() / "journal", invoice.toString()};
    }

    /// The program is started again: recovery, then the clerk asks for the fee once more.
    void startAgain(const base::Ulid& invoice, int before, const std::string& when) {
        const auto recovered = desk.recover();
        ASSERT_TRUE(recovered) << when << ' ' << recovered.error().code.text;
        const int charged = terminal.count("captured") - before;
        ASSERT_LE(charged, 1) << when;
        const auto payments = journal.ofInvoice(invoice);
        ASSERT_TRUE(payments);
        ASSERT_LE(payments->size(), 1U) << when;
        if (payments->empty() || payments->front().state == PaymentState::Aborted) {
            EXPECT_EQ(charged, 0) << when;
            return;
        }
        EXPECT_EQ(payments->front().state, charged ? PaymentState::Captured : PaymentState::Unknown) << when;
        const auto again = desk.take({invoice, base::Ulid::make(clock), base::Money::cents(4750)}, {});
        ASSERT_FALSE(again) << when;
        EXPECT_EQ(again.error().code, payment_desk::codes::alreadyPaid) << when;
        EXPECT_EQ(terminal.count("captured") - before, charged) << when;
        if (!charged) {
            ASSERT_TRUE(desk.resolveByPerson(payments->front(), false)) << when;
        }
    }
};

} // namespace

TEST_F(KilledDeskTest, AtEveryStep) {
    int killed = 0;
    for (int event = 1; event < 40; ++event) {
        const int before = terminal.count("captured");
        const auto invoice = base::Ulid::make(clock);
        auto command = victim(invoice);
        command.push_back(std::to_string(event));
        test::ChildProcess process(command);
        const int status = process.wait();
        ASSERT_NE(status, -1);
        if (WIFEXITED(status)) // lived to its end: no more events
            break;
        ASSERT_EQ(WTERMSIG(status), SIGKILL);
        ++killed;
        startAgain(invoice, before, "killed at event " + std::to_string(event));
        if (HasFatalFailure())
            return;
    }
    EXPECT_EQ(killed, 9); // before and after each of three saves, two prompts, the end
}

TEST_F(KilledDeskTest, AtAnyMoment) {
    for (int milliseconds = 0; milliseconds < 100; milliseconds += 4) {
        const int before = terminal.count("captured");
        const auto invoice = base::Ulid::make(clock);
        {
            test::ChildProcess process(victim(invoice));
            std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
            process.signal(SIGKILL);
            ASSERT_NE(process.wait(), -1);
        }
        startAgain(invoice, before, "killed after " + std::to_string(milliseconds) + " ms");
        if (HasFatalFailure())
            return;
    }
}
