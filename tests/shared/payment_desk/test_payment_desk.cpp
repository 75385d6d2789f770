// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "desk_fixture.h"

#include "vienlogs/base/failures_base.h"

using namespace vienlogs;
using namespace vienlogs::domain::payments;
using payment_desk::Recovery;

using PaymentDeskTest = test::DeskTest;

TEST_F(PaymentDeskTest, WritesDownBeforeItAsks) {
    std::vector<std::pair<std::string_view, int>> seen; // state, charges at the terminal by then
    const auto taken = desk.take(request(), {}, [&](const Payment& payment) {
        seen.emplace_back(nameOf(payment.state), terminal.count("captured"));
        EXPECT_EQ(journal.all().front().state, payment.state); // stored before anybody hears of it
    });
    ASSERT_TRUE(taken) << taken.error().detail;
    EXPECT_EQ(taken->state, PaymentState::Captured);
    EXPECT_EQ(seen, (std::vector<std::pair<std::string_view, int>>{
                        {"intended", 0}, {"asked", 0}, {"captured", 1}}));
    EXPECT_EQ(taken->receipt->amount, taken->amount);
    EXPECT_TRUE(taken->endedAt);
    EXPECT_TRUE(journal.unresolved()->empty());
}

TEST_F(PaymentDeskTest, AnInvoiceIsNotPaidTwice) {
    const auto invoice = request();
    ASSERT_TRUE(desk.take(invoice, {}));
    const auto again = desk.take(invoice, {});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, payment_desk::codes::alreadyPaid);
    EXPECT_EQ(terminal.count("captured"), 1);
}

TEST_F(PaymentDeskTest, ADeclinedInvoiceMayBePaidAgain) {
    const auto invoice = request();
    terminal.command("customer decline");
    auto taken = desk.take(invoice, {});
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->state, PaymentState::Declined);
    EXPECT_EQ(taken->failureCode, "VL-POS-0003");
    terminal.command("customer approve");
    taken = desk.take(invoice, {});
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->state, PaymentState::Captured);
    EXPECT_EQ(taken->failureCode, "");
}

TEST_F(PaymentDeskTest, ASilentTerminalLeavesNoPayment) {
    terminal.command("fault silent");
    const auto taken = desk.take(request(), {});
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, ports::codes::posSilent);
    EXPECT_TRUE(journal.all().empty());
}

TEST_F(PaymentDeskTest, NothingIsAskedThatCannotBeWrittenDown) {
    for (const auto full : {PaymentState::Intended, PaymentState::Asked}) {
        journal.beforeSave = [full](const Payment& payment) -> base::Result<void> {
            if (payment.state == full)
                return base::fail(base::codes::diskFull);
            return {};
        };
        const auto taken = desk.take(request(), {});
        ASSERT_FALSE(taken);
        EXPECT_EQ(taken.error().code, base::codes::diskFull);
    }
    EXPECT_EQ(terminal.count("captured"), 0);
}

TEST_F(PaymentDeskTest, AnOutcomeThatCannotBeStoredIsRecovered) {
    journal.beforeSave = [](const Payment& payment) -> base::Result<void> {
        if (payment.state == PaymentState::Captured)
            return base::fail(base::codes::diskFull);
        return {};
    };
    const auto invoice = request();
    const auto taken = desk.take(invoice, {});
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, payment_desk::codes::outcomeNotStored);
    journal.beforeSave = {};
    const auto again = desk.take(invoice, {}); // the clerk asks again all the same
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, payment_desk::codes::alreadyPaid);
    EXPECT_EQ(journal.all().front().state, PaymentState::Captured);
    EXPECT_EQ(journal.all().front().resolution, Resolution::ByTerminal);
    EXPECT_EQ(terminal.count("captured"), 1);
}

TEST_F(PaymentDeskTest, AnotherAmountIsForAPerson) {
    terminal.command("fault other-amount");
    const auto taken = desk.take(request(), {});
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->state, PaymentState::Unknown);
    EXPECT_EQ(taken->failureCode, "VL-POS-0007");
    ASSERT_TRUE(taken->receipt);
    EXPECT_EQ(taken->receipt->amount, base::Money::cents(4749));
    const auto recovered = desk.recover();
    ASSERT_TRUE(recovered);
    EXPECT_EQ(recovered->front().payment.state, PaymentState::Unknown);
}

TEST_F(PaymentDeskTest, APersonResolvesAnUnknownPayment) {
    terminal.command("fault drop-before-capture");
    const auto unknown = desk.take(request(), {});
    ASSERT_TRUE(unknown);
    ASSERT_EQ(unknown->state, PaymentState::Unknown);
    auto resolved = desk.resolveByPerson(*unknown, false);
    ASSERT_TRUE(resolved);
    EXPECT_EQ(resolved->state, PaymentState::Aborted);
    EXPECT_EQ(resolved->resolution, Resolution::ByPersonNotCharged);
    EXPECT_FALSE(desk.resolveByPerson(*resolved, true)); // decided is decided
    EXPECT_TRUE(journal.unresolved()->empty());
}

TEST_F(PaymentDeskTest, APersonDoesNotOverruleWhatTheTerminalTold) {
    terminal.command("fault drop-before-capture");
    const auto unknown = desk.take(request(), {});
    ASSERT_TRUE(unknown);
    ASSERT_EQ(unknown->state, PaymentState::Unknown);
    ASSERT_TRUE(desk.resolveByPerson(*unknown, true));
    EXPECT_FALSE(desk.resolveByPerson(*unknown, false)) << "an older copy of the payment";
    EXPECT_EQ(journal.all().front().state, PaymentState::Captured);
}

TEST_F(PaymentDeskTest, NothingIsAskedWhileAnEarlierPaymentMayStillBeTold) {
    terminal.command("fault drop-before-capture");
    ASSERT_EQ(desk.take(request(), {})->state, PaymentState::Unknown);
    terminal.command("fault silent");
    const auto next = desk.take(request(), {});
    ASSERT_FALSE(next);
    EXPECT_EQ(next.error().code, ports::codes::posSilent);
    EXPECT_EQ(journal.all().size(), 1U);
}

TEST_F(PaymentDeskTest, AReversalIsNeverTakenForAPayment) {
    terminal.command("fault drop-after-capture");
    journal.beforeSave = [](const Payment& payment) -> base::Result<void> {
        if (payment.state == PaymentState::Captured) // the recovery sees it, but cannot store it
            return base::fail(base::codes::diskFull);
        return {};
    };
    ASSERT_FALSE(desk.take(request(), {}));
    journal.beforeSave = {};
    ASSERT_TRUE(driver.reverse("0001")); // by hand, at the terminal
    const auto recovered = desk.recover();
    ASSERT_TRUE(recovered);
    EXPECT_EQ(recovered->front().payment.state, PaymentState::Unknown);
    ASSERT_TRUE(recovered->front().lastAtTerminal);
    EXPECT_EQ(recovered->front().lastAtTerminal->reversedTrace, "000001");
}
