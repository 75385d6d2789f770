// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "desk_fixture.h"

#include "vienlogs/base/failures_base.h"

using namespace vienlogs;
using namespace vienlogs::domain::payments;

using ReversalTest = test::DeskTest;

TEST_F(ReversalTest, WritesDownBeforeItAsks) {
    const auto taken = desk.take(request(), {});
    ASSERT_TRUE(taken);
    std::vector<std::pair<std::string_view, int>> seen; // state, reversals at the terminal by then
    const auto reversed = desk.reverse(reversalOf(*taken), [&](const Payment& payment) {
        seen.emplace_back(nameOf(payment.state), terminal.count("reversed"));
        EXPECT_EQ(journal.all().front().state, payment.state);
    });
    ASSERT_TRUE(reversed) << reversed.error().detail;
    EXPECT_EQ(seen, (std::vector<std::pair<std::string_view, int>>{{"reversing", 0}, {"reversed", 1}}));
    ASSERT_TRUE(reversed->reversal && reversed->reversal->receipt);
    EXPECT_EQ(reversed->reversal->reason, ReversalReason::ClientWithdrew);
    EXPECT_EQ(reversed->reversal->identity, "pin-proved");
    EXPECT_TRUE(reversed->reversal->endedAt);
    EXPECT_EQ(reversed->endedAt, taken->endedAt); // when it was paid stays known
    EXPECT_NE(reversed->reversal->receipt->receiptNumber, taken->receipt->receiptNumber);
    EXPECT_TRUE(journal.unresolved()->empty());
}

TEST_F(ReversalTest, HappensOnceAndTheInvoiceMayBePaidAgain) {
    const auto invoice = request();
    const auto taken = desk.take(invoice, {});
    ASSERT_TRUE(taken);
    ASSERT_TRUE(desk.reverse(reversalOf(*taken)));
    const auto again = desk.reverse(reversalOf(*taken)); // with an old copy in hand
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, codes::stateNotAllowed);
    EXPECT_EQ(terminal.count("reversed"), 1);
    EXPECT_TRUE(desk.take(invoice, {}));
    EXPECT_EQ(terminal.count("captured"), 2);
}

TEST_F(ReversalTest, ALostAnswerIsFoundAtTheTerminal) {
    const auto taken = desk.take(request(), {});
    ASSERT_TRUE(taken);
    terminal.command("fault drop-after-reversal");
    const auto reversed = desk.reverse(reversalOf(*taken));
    ASSERT_TRUE(reversed) << reversed.error().code.text;
    EXPECT_EQ(reversed->state, PaymentState::Reversed);
    EXPECT_EQ(reversed->reversal->resolution, Resolution::ByTerminal);
    EXPECT_EQ(terminal.count("reversed"), 1);
}

TEST_F(ReversalTest, WhatTheTerminalDoesNotTellIsForAPerson) {
    for (const bool givenBack : {true, false}) {
        const auto invoice = request();
        const auto taken = desk.take(invoice, {});
        ASSERT_TRUE(taken);
        terminal.command("fault drop-before-reversal");
        const auto unknown = desk.reverse(reversalOf(*taken));
        ASSERT_TRUE(unknown);
        EXPECT_EQ(unknown->state, PaymentState::ReversalUnknown);
        EXPECT_EQ(unknown->reversal->failureCode, "VL-POS-0008");
        ASSERT_FALSE(desk.reverse(reversalOf(*taken))); // never asked again while it is unknown
        ASSERT_FALSE(desk.take(invoice, {}));
        const auto resolved = desk.resolveReversalByPerson(*unknown, givenBack);
        ASSERT_TRUE(resolved);
        EXPECT_EQ(resolved->state, givenBack ? PaymentState::Reversed : PaymentState::Captured);
        EXPECT_FALSE(desk.resolveReversalByPerson(*resolved, !givenBack)); // decided is decided
    }
    EXPECT_EQ(terminal.count("reversed"), 0);
}

TEST_F(ReversalTest, ARefusalLeavesTheMoneyWhereItIs) {
    const auto taken = desk.take(request(), {});
    ASSERT_TRUE(taken);
    ASSERT_TRUE(driver.endOfDay()); // past the desk: the terminal has forgotten the payment
    const auto refused = desk.reverse(reversalOf(*taken));
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->state, PaymentState::Captured);
    EXPECT_EQ(refused->reversal->failureCode, "VL-POS-0002");
}

TEST_F(ReversalTest, GivenBackByHandBeforeIsGivenBack) {
    const auto taken = desk.take(request(), {});
    ASSERT_TRUE(taken);
    ASSERT_TRUE(driver.reverse(taken->receipt->receiptNumber)); // by hand, at the terminal
    const auto reversed = desk.reverse(reversalOf(*taken));
    ASSERT_TRUE(reversed);
    EXPECT_EQ(reversed->state, PaymentState::Reversed);
    EXPECT_EQ(reversed->reversal->resolution, Resolution::ByTerminal);
    EXPECT_EQ(terminal.count("reversed"), 1);
}

TEST_F(ReversalTest, OnlyTheTerminalThatTookItGivesItBack) {
    auto taken = *desk.take(request(), {});
    taken.receipt->terminalId = "52500002";
    ASSERT_TRUE(journal.save(taken));
    const auto refused = desk.reverse(reversalOf(taken));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, payment_desk::codes::otherTerminal);
    EXPECT_EQ(terminal.count("reversed"), 0);
}

TEST_F(ReversalTest, NothingIsAskedThatCannotBeWrittenDown) {
    const auto taken = desk.take(request(), {});
    ASSERT_TRUE(taken);
    journal.beforeSave = [](const Payment& payment) -> base::Result<void> {
        if (payment.state == PaymentState::Reversing)
            return base::fail(base::codes::diskFull);
        return {};
    };
    EXPECT_FALSE(desk.reverse(reversalOf(*taken)));
    EXPECT_EQ(terminal.count("reversed"), 0);
}

/// The program dies after the terminal gave the money back and before that could be stored.
TEST_F(ReversalTest, IsSettledAtTheNextStart) {
    const auto first = desk.take(request(), {});
    const auto taken = desk.take(request(), {});
    ASSERT_TRUE(first && taken);
    journal.beforeSave = [](const Payment& payment) -> base::Result<void> {
        if (payment.state == PaymentState::Reversed)
            return base::fail(base::codes::diskFull);
        return {};
    };
    const auto lost = desk.reverse(reversalOf(*first));
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().code, payment_desk::codes::outcomeNotStored);
    journal.beforeSave = {};
    const auto recovered = desk.recover();
    ASSERT_TRUE(recovered);
    ASSERT_EQ(recovered->size(), 1U);
    EXPECT_EQ(recovered->front().payment.id, first->id);
    EXPECT_EQ(recovered->front().payment.state, PaymentState::Reversed);
    EXPECT_EQ(terminal.count("reversed"), 1);
}
