// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "desk_fixture.h"

using namespace vienlogs;
using namespace vienlogs::domain::payments;

using PaymentDeskFaultTest = test::DeskTest;

namespace {

/// Charged at the terminal means captured in the journal; not charged means never captured and not silently
/// unpaid; and nobody is charged twice.
void expectTruth(const Payment& payment, int charged, const std::string& when) {
    ASSERT_LE(charged, 1) << when;
    if (charged == 1)
        EXPECT_EQ(payment.state, PaymentState::Captured) << when;
    else
        EXPECT_EQ(payment.state, PaymentState::Unknown) << when;
}

} // namespace

TEST_F(PaymentDeskFaultTest, TheLineDropsAtEveryMessage) {
    bool whole = false;
    int drops = 0;
    for (int at = 1; at < 60 && !whole; ++at) {
        terminal.command("fault none");
        terminal.command("fault drop-at-" + std::to_string(at));
        const int before = terminal.count("captured");
        const auto invoice = request(1000 + at);
        const auto taken = desk.take(invoice, {});
        ASSERT_TRUE(taken) << taken.error().code.text;
        const int charged = terminal.count("captured") - before;
        whole = taken->state == PaymentState::Captured && !taken->resolution;
        if (!whole) {
            ++drops;
            expectTruth(*taken, charged, "drop at " + std::to_string(at));
            const auto again = desk.take(invoice, {});
            ASSERT_FALSE(again);
            EXPECT_EQ(again.error().code, payment_desk::codes::alreadyPaid);
            EXPECT_EQ(terminal.count("captured") - before, charged);
        }
        if (taken->state == PaymentState::Unknown) {
            ASSERT_TRUE(desk.resolveByPerson(*taken, false));
        }
    }
    EXPECT_TRUE(whole);
    EXPECT_GE(drops, 17); // acknowledgement, two prompts, thirteen lines, status, completion
}

TEST_F(PaymentDeskFaultTest, EveryNamedFaultEndsInTheTruth) {
    for (const auto* fault : {"drop-before-ack", "drop-before-capture", "drop-after-capture",
                              "drop-after-status", "silent-after-capture", "abort-after-status"}) {
        terminal.command(std::string("fault ") + fault);
        const int before = terminal.count("captured");
        const auto taken = desk.take(request(), {});
        ASSERT_TRUE(taken) << fault << ' ' << taken.error().code.text;
        expectTruth(*taken, terminal.count("captured") - before, fault);
        if (taken->state == PaymentState::Unknown) {
            ASSERT_TRUE(desk.resolveByPerson(*taken, false));
        }
    }
}

TEST_F(PaymentDeskFaultTest, AnUnknownPaymentStaysVisibleWhileTheTerminalIsAway) {
    terminal.command("fault drop-after-capture");
    // The terminal falls silent as soon as the money is taken, so the recovery finds nobody.
    const auto invoice = request();
    const auto taken = desk.take(invoice, [&](ports::PosPrompt prompt) {
        if (prompt == ports::PosPrompt::PleaseWait)
            terminal.command("fault silent");
    });
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->state, PaymentState::Unknown);
    EXPECT_EQ(taken->failureCode, "VL-POS-0005");
    ASSERT_EQ(journal.unresolved()->size(), 1U);
    auto recovered = desk.recover();
    ASSERT_TRUE(recovered);
    EXPECT_EQ(recovered->front().failure->code, ports::codes::posSilent);
    EXPECT_EQ(recovered->front().payment.state, PaymentState::Unknown);
    terminal.command("fault none");
    recovered = desk.recover();
    ASSERT_TRUE(recovered);
    EXPECT_EQ(recovered->front().payment.state, PaymentState::Captured);
    EXPECT_EQ(recovered->front().payment.resolution, Resolution::ByTerminal);
    EXPECT_EQ(recovered->front().payment.failureCode, "");
    EXPECT_EQ(terminal.count("captured"), 1);
}

TEST_F(PaymentDeskFaultTest, ATerminalThatCannotRepeatLeavesItToAPerson) {
    terminal.command("fault no-repeat");
    terminal.command("fault drop-after-capture");
    const auto taken = desk.take(request(), {});
    ASSERT_TRUE(taken) << taken.error().code.text;
    EXPECT_EQ(taken->state, PaymentState::Unknown);
    const auto recovered = desk.recover();
    ASSERT_TRUE(recovered);
    EXPECT_EQ(recovered->front().failure->code, ports::codes::posRefused);
    ASSERT_TRUE(desk.resolveByPerson(*taken, true));
    EXPECT_EQ(terminal.count("captured"), 1);
}

TEST_F(PaymentDeskFaultTest, TheSameSumOfAnotherClientIsNotAdopted) {
    ASSERT_EQ(desk.take(request(), {})->state, PaymentState::Captured);
    terminal.command("fault drop-before-capture");
    const auto second = desk.take(request(), {}); // the terminal still repeats the first one's receipt
    ASSERT_TRUE(second);
    EXPECT_EQ(second->state, PaymentState::Unknown);
    ASSERT_EQ(desk.take(request(), {})->state, PaymentState::Captured); // a third one, the same sum again
    const auto recovered = desk.recover();
    ASSERT_TRUE(recovered);
    ASSERT_EQ(recovered->size(), 1U);
    EXPECT_EQ(recovered->front().payment.state, PaymentState::Unknown);
}

TEST_F(PaymentDeskFaultTest, OfTwoUnresolvedOnlyTheNewestIsAdopted) {
    terminal.command("fault drop-before-capture");
    const auto first = desk.take(request(), {});
    ASSERT_EQ(first->state, PaymentState::Unknown);
    const auto saveOnlyBefore = [](const Payment& payment) -> base::Result<void> {
        if (payment.state == PaymentState::Captured)
            return base::fail(ports::codes::posUnknown);
        return {};
    };
    journal.beforeSave = saveOnlyBefore;
    ASSERT_FALSE(desk.take(request(), {})); // charged, but the program "died" before it was stored
    journal.beforeSave = {};
    const auto recovered = desk.recover();
    ASSERT_TRUE(recovered);
    ASSERT_EQ(recovered->size(), 2U);
    EXPECT_EQ(recovered->at(0).payment.id, first->id);
    EXPECT_EQ(recovered->at(0).payment.state, PaymentState::Unknown);
    EXPECT_EQ(recovered->at(1).payment.state, PaymentState::Captured);
    EXPECT_EQ(terminal.count("captured"), 1);
}
