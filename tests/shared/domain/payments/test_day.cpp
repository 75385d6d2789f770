// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/domain/payments/day.h"

using namespace vienlogs;
using namespace vienlogs::domain::payments;
using namespace std::chrono_literals;
using Kind = DayDifference::Kind;

namespace {

const base::Timestamp evening = *base::fromRfc3339("2026-11-23T18:00:00.000Z");

Payment payment(PaymentState state, std::int64_t cents, base::Timestamp at = evening - 1h) {
    Payment made;
    made.amount = base::Money::cents(cents);
    made.state = state;
    made.terminalId = "52500001";
    made.intendedAt = at;
    return made;
}

DayClosing closed(int count, std::int64_t cents) {
    DayClosing closing;
    closing.terminalId = "52500001";
    closing.state = ClosingState::Closed;
    closing.from = evening - 24h;
    closing.at = evening;
    closing.terminal = {count, base::Money::cents(cents)};
    return closing;
}

std::vector<Kind> kinds(const DayClosing& closing, const std::vector<Payment>& payments) {
    std::vector<Kind> found;
    for (const auto& difference : reconciled(closing, payments).differences)
        found.push_back(difference.kind);
    return found;
}

} // namespace

TEST(Day, TheBookHasWhatWasTakenAndNotGivenBack) {
    auto foreign = payment(PaymentState::Captured, 99);
    foreign.terminalId = "52500002";
    const std::vector<Payment> payments{payment(PaymentState::Captured, 100),
                                        payment(PaymentState::Confirmed, 200),
                                        payment(PaymentState::Reversed, 400),
                                        payment(PaymentState::Declined, 800),
                                        payment(PaymentState::Unknown, 1600),
                                        payment(PaymentState::ReversalUnknown, 3200),
                                        payment(PaymentState::Captured, 6400, evening - 25h),
                                        payment(PaymentState::Captured, 12800, evening + 1s),
                                        foreign};
    EXPECT_EQ(bookOf(payments, closed(0, 0)), (DaySum{3, base::Money::cents(3500)}));
}

TEST(Day, EveryDifferenceHasItsLine) {
    const auto paid = payment(PaymentState::Captured, 100);
    const auto unknown = payment(PaymentState::Unknown, 50);
    EXPECT_TRUE(kinds(closed(1, 100), {paid}).empty());
    EXPECT_EQ(kinds(closed(2, 150), {paid}), std::vector{Kind::TerminalMore});
    EXPECT_EQ(kinds(closed(0, 0), {paid}), std::vector{Kind::TerminalLess});
    EXPECT_EQ(kinds(closed(2, 100), {paid}), std::vector{Kind::CountDiffers});
    EXPECT_EQ(kinds(closed(1, 100), {paid, unknown}), std::vector{Kind::UnknownNotCharged});
    EXPECT_EQ(kinds(closed(2, 150), {paid, unknown}),
              (std::vector{Kind::TerminalMore, Kind::UnknownCharged}));
    EXPECT_EQ(kinds(closed(2, 151), {paid, unknown}),
              (std::vector{Kind::TerminalMore, Kind::UnknownPayment}));
    EXPECT_EQ(kinds(closed(1, 100), {paid, unknown, unknown}),
              (std::vector{Kind::UnknownPayment, Kind::UnknownPayment}));
}

TEST(Day, WhatAPersonDecidedIsLookedAtWhenTheSumsDiffer) {
    auto decided = payment(PaymentState::Captured, 100);
    decided.resolution = Resolution::ByPersonCharged;
    EXPECT_TRUE(kinds(closed(1, 100), {decided}).empty());
    EXPECT_EQ(kinds(closed(0, 0), {decided}), (std::vector{Kind::TerminalLess, Kind::DecidedByPerson}));
}

TEST(Day, LostTotalsAreNoTotals) {
    auto lost = closed(0, 0);
    lost.state = ClosingState::Unknown;
    EXPECT_EQ(kinds(lost, {payment(PaymentState::Captured, 100), payment(PaymentState::Unknown, 50)}),
              (std::vector{Kind::TotalsLost, Kind::UnknownPayment}));
    EXPECT_TRUE(perhapsClosed(lost));
    lost.state = ClosingState::Refused;
    EXPECT_FALSE(perhapsClosed(lost));
    EXPECT_TRUE(kinds(lost, {payment(PaymentState::Captured, 100)}).empty());
}

TEST(Day, NamesGoThereAndBack) {
    for (const auto state :
         {ClosingState::Asked, ClosingState::Closed, ClosingState::Unknown, ClosingState::Refused})
        EXPECT_EQ(closingStateFrom(nameOf(state)), state);
    for (int kind = 0; kind <= static_cast<int>(Kind::TotalsLost); ++kind)
        EXPECT_EQ(differenceKindFrom(nameOf(static_cast<Kind>(kind))), static_cast<Kind>(kind));
}
