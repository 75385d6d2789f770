// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "desk_fixture.h"

#include "vienlogs/base/failures_base.h"
#include "vienlogs/payment_desk/day_desk.h"

using namespace vienlogs;
using namespace vienlogs::domain::payments;
using Kind = DayDifference::Kind;

namespace {

class DayDeskTest : public test::DeskTest {
protected:
    payment_desk::DayDesk day{desk, driver, journal, clock};

    static std::vector<Kind> kindsOf(const DayClosing& closing) {
        std::vector<Kind> kinds;
        for (const auto& difference : closing.differences)
            kinds.push_back(difference.kind);
        return kinds;
    }
};

} // namespace

TEST_F(DayDeskTest, AgreesWithItsBook) {
    const auto first = desk.take(request(1000), {});
    ASSERT_TRUE(first && desk.take(request(2500), {}));
    terminal.command("customer decline");
    ASSERT_TRUE(desk.take(request(9900), {}));
    ASSERT_TRUE(desk.reverse(reversalOf(*first)));
    const auto closing = day.close("K-0001");
    ASSERT_TRUE(closing) << closing.error().detail;
    EXPECT_EQ(closing->state, ClosingState::Closed);
    EXPECT_EQ(closing->terminal, (DaySum{1, base::Money::cents(2500)}));
    EXPECT_EQ(closing->book, closing->terminal);
    EXPECT_TRUE(closing->differences.empty());
    EXPECT_FALSE(closing->lines.empty());
    EXPECT_EQ(closing->clerk, "K-0001");
    EXPECT_EQ(journal.closings("52500001")->front(), *closing);
}

TEST_F(DayDeskTest, TheNextDayBeginsWhereThisOneEnded) {
    ASSERT_TRUE(desk.take(request(1000), {}));
    const auto first = day.close("K-0001");
    ASSERT_TRUE(desk.take(request(2000), {}));
    const auto second = day.close("K-0001");
    ASSERT_TRUE(first && second);
    EXPECT_EQ(second->from, first->at);
    EXPECT_EQ(second->book, (DaySum{1, base::Money::cents(2000)}));
    EXPECT_TRUE(second->differences.empty());
}

TEST_F(DayDeskTest, AClosedDayIsNotReversed) {
    const auto taken = desk.take(request(), {});
    ASSERT_TRUE(taken && day.close("K-0001"));
    const auto late = desk.reverse(reversalOf(*taken));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, payment_desk::codes::dayClosed);
    EXPECT_EQ(terminal.count("reversed"), 0);
}

TEST_F(DayDeskTest, MoneyThatTheDeskDoesNotKnowIsTold) {
    ASSERT_TRUE(desk.take(request(1000), {}));
    terminal.command("manual 1500");
    const auto closing = day.close("K-0001");
    ASSERT_TRUE(closing);
    ASSERT_EQ(kindsOf(*closing), std::vector{Kind::TerminalMore});
    EXPECT_EQ(closing->differences.front().amount, base::Money::cents(1500));
}

TEST_F(DayDeskTest, AsksForUnknownPaymentsFirst) {
    journal.beforeSave = [](const Payment& payment) -> base::Result<void> {
        if (payment.state == PaymentState::Captured)
            return base::fail(base::codes::diskFull);
        return {};
    };
    ASSERT_FALSE(desk.take(request(1000), {}));
    journal.beforeSave = {};
    const auto closing = day.close("K-0001");
    ASSERT_TRUE(closing);
    EXPECT_TRUE(closing->differences.empty());
    EXPECT_EQ(closing->book, (DaySum{1, base::Money::cents(1000)}));
}

TEST_F(DayDeskTest, TheSumsTellAnUnknownPaymentApart) {
    for (const bool charged : {true, false}) {
        ASSERT_TRUE(desk.take(request(1000), {}));
        terminal.command("fault drop-before-capture");
        const auto unknown = desk.take(request(2000), {});
        ASSERT_TRUE(unknown);
        ASSERT_EQ(unknown->state, PaymentState::Unknown);
        if (charged) { // the terminal has it, but its last receipt is of something else by now
            terminal.command("manual 2000");
            terminal.command("customer decline");
            ASSERT_TRUE(driver.registerTerminal());
            static_cast<void>(driver.pay(base::Money::cents(5), {}));
            terminal.command("customer approve");
        }
        const auto closing = day.close("K-0001");
        ASSERT_TRUE(closing);
        ASSERT_FALSE(closing->differences.empty());
        const auto& last = closing->differences.back();
        EXPECT_EQ(last.kind, charged ? Kind::UnknownCharged : Kind::UnknownNotCharged);
        ASSERT_EQ(last.payment, unknown->id);
        EXPECT_EQ(journal.unresolved()->size(), 1U); // a person decides
        ASSERT_TRUE(day.decide(*last.payment, charged));
        const auto agreed = day.again(*closing);
        ASSERT_TRUE(agreed);
        EXPECT_TRUE(agreed->differences.empty()) << charged;
        EXPECT_TRUE(journal.unresolved()->empty());
    }
}

TEST_F(DayDeskTest, ALostAnswerStaysVisible) {
    ASSERT_TRUE(desk.take(request(1000), {}));
    terminal.command("fault drop-after-close");
    const auto lost = day.close("K-0001");
    ASSERT_TRUE(lost);
    EXPECT_EQ(lost->state, ClosingState::Unknown);
    EXPECT_EQ(kindsOf(*lost), std::vector{Kind::TotalsLost});
    const auto again = day.close("K-0001"); // the terminal has nothing any more, the book has
    ASSERT_TRUE(again);
    EXPECT_EQ(again->state, ClosingState::Closed);
    EXPECT_EQ(kindsOf(*again), std::vector{Kind::TerminalLess});
    EXPECT_EQ(again->from, lost->from);
}

TEST_F(DayDeskTest, AKilledProgramLeavesAnUnknownDay) {
    const auto taken = desk.take(request(1000), {});
    journal.beforeClosing = [](const DayClosing& closing) -> base::Result<void> {
        if (closing.state != ClosingState::Asked)
            return base::fail(base::codes::diskFull);
        return {};
    };
    const auto lost = day.close("K-0001");
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().code, payment_desk::codes::outcomeNotStored);
    journal.beforeClosing = {};
    EXPECT_EQ(desk.reverse(reversalOf(*taken)).error().code, payment_desk::codes::dayClosed);
    ASSERT_TRUE(day.close("K-0001"));
    EXPECT_EQ(journal.closings("52500001")->back().state, ClosingState::Unknown);
}

TEST_F(DayDeskTest, ASilentTerminalClosesNothing) {
    terminal.command("fault silent");
    const auto closing = day.close("K-0001");
    ASSERT_FALSE(closing);
    EXPECT_EQ(closing.error().code, ports::codes::posSilent);
    EXPECT_TRUE(journal.closings("52500001")->empty());
}
