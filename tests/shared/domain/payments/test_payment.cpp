// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "vienlogs/domain/payments/payment.h"

using namespace vienlogs;
using namespace vienlogs::domain::payments;
using namespace std::chrono_literals;

namespace {

constexpr std::array allStates{PaymentState::Intended,  PaymentState::Asked,           PaymentState::Unknown,
                               PaymentState::Captured,  PaymentState::Declined,        PaymentState::Aborted,
                               PaymentState::Reversing, PaymentState::ReversalUnknown, PaymentState::Reversed,
                               PaymentState::Confirmed};

const base::Timestamp noon = *base::fromRfc3339("2026-11-23T12:00:00.000Z");

Payment asked() {
    Payment payment;
    payment.amount = base::Money::cents(4750);
    payment.state = PaymentState::Asked;
    payment.terminalId = "52500001";
    payment.lastKnownTrace = "000041";
    payment.lastKnownReceipt = "0017";
    payment.intendedAt = noon;
    return payment;
}

TerminalReceipt answer() {
    TerminalReceipt receipt;
    receipt.terminalId = "52500001";
    receipt.traceNumber = "000042";
    receipt.receiptNumber = "0018";
    receipt.amount = base::Money::cents(4750);
    receipt.at = noon + 40s;
    return receipt;
}

} // namespace

TEST(PaymentStates, OnlyTheListedStepsAreAllowed) {
    const std::set<std::pair<std::string_view, std::string_view>> allowed{{"intended", "asked"},
                                                                          {"intended", "aborted"},
                                                                          {"asked", "captured"},
                                                                          {"asked", "declined"},
                                                                          {"asked", "aborted"},
                                                                          {"asked", "unknown"},
                                                                          {"unknown", "captured"},
                                                                          {"unknown", "aborted"},
                                                                          {"captured", "confirmed"},
                                                                          {"captured", "reversing"},
                                                                          {"reversing", "reversed"},
                                                                          {"reversing", "captured"},
                                                                          {"reversing", "reversal-unknown"},
                                                                          {"reversal-unknown", "reversed"},
                                                                          {"reversal-unknown", "captured"}};
    for (const auto from : allStates)
        for (const auto to : allStates) {
            const bool expected = allowed.contains({nameOf(from), nameOf(to)});
            EXPECT_EQ(mayFollow(from, to), expected) << nameOf(from) << " to " << nameOf(to);
            auto payment = asked();
            payment.state = from;
            const auto result = moved(payment, to, noon + 1min);
            ASSERT_EQ(result.has_value(), expected);
            if (!expected)
                EXPECT_EQ(result.error().code, codes::stateNotAllowed);
            else
                EXPECT_EQ(result->state, to);
        }
}

TEST(PaymentStates, AnEndHasItsTime) {
    EXPECT_EQ(moved(asked(), PaymentState::Captured, noon + 1min)->endedAt, noon + 1min);
    EXPECT_EQ(moved(asked(), PaymentState::Unknown, noon + 1min)->endedAt, std::nullopt);
}

TEST(PaymentStates, NamesGoThereAndBack) {
    std::set<std::string_view> names;
    for (const auto state : allStates) {
        names.insert(nameOf(state));
        EXPECT_EQ(paymentStateFrom(nameOf(state)), state);
    }
    EXPECT_EQ(names.size(), allStates.size());
    EXPECT_EQ(paymentStateFrom("unpaid"), std::nullopt);
}

TEST(PaymentStates, AnInvoiceIsPaidOnce) {
    EXPECT_TRUE(mayPayAgain({}));
    const std::set<std::string_view> blocking{"asked",     "unknown",   "captured",
                                              "confirmed", "reversing", "reversal-unknown"};
    for (const auto state : allStates) {
        auto payment = asked();
        payment.state = state;
        auto failed = asked();
        failed.state = PaymentState::Declined;
        EXPECT_EQ(mayPayAgain({failed, payment}), !blocking.contains(nameOf(state))) << nameOf(state);
    }
}

TEST(ReceiptAdoption, EveryMarkMustAgree) {
    EXPECT_TRUE(isReceiptOf(asked(), answer()));
    auto other = answer();
    other.amount = base::Money::cents(4751);
    EXPECT_FALSE(isReceiptOf(asked(), other));
    other = answer();
    other.terminalId = "52500002";
    EXPECT_FALSE(isReceiptOf(asked(), other));
    other = answer();
    other.traceNumber = "000041"; // the transaction before ours
    EXPECT_FALSE(isReceiptOf(asked(), other));
    other = answer();
    other.reversedTrace = "000042";
    EXPECT_FALSE(isReceiptOf(asked(), other));
    for (const auto off : {-121s, 721s}) {
        other = answer();
        other.at = noon + off;
        EXPECT_FALSE(isReceiptOf(asked(), other)) << off.count();
    }
    for (const auto off : {-120s, 720s}) {
        other = answer();
        other.at = noon + off;
        EXPECT_TRUE(isReceiptOf(asked(), other)) << off.count();
    }
}

TEST(ReceiptAdoption, NothingKnownIsNoAgreement) {
    auto payment = asked();
    payment.terminalId.clear();
    auto receipt = answer();
    receipt.terminalId.clear();
    EXPECT_FALSE(isReceiptOf(payment, receipt));
    receipt = answer();
    receipt.traceNumber.clear();
    receipt.receiptNumber.clear();
    EXPECT_FALSE(isReceiptOf(asked(), receipt));
    receipt = answer();
    receipt.traceNumber = "4x";
    EXPECT_FALSE(isReceiptOf(asked(), receipt));
    payment = asked();
    payment.amount = {};
    receipt = answer();
    receipt.amount = {};
    EXPECT_FALSE(isReceiptOf(payment, receipt));
}

TEST(ReceiptAdoption, NumbersThatBeginAnewAreNewer) {
    auto payment = asked();
    payment.lastKnownTrace = "999999";
    auto receipt = answer();
    receipt.traceNumber = "000001";
    EXPECT_TRUE(isReceiptOf(payment, receipt));
    payment.lastKnownTrace = "000001";
    receipt.traceNumber = "999999";
    EXPECT_FALSE(isReceiptOf(payment, receipt));
}

TEST(ReceiptAdoption, TheFirstReceiptOfATerminalIsNew) {
    auto payment = asked();
    payment.lastKnownTrace.clear();
    payment.lastKnownReceipt.clear();
    EXPECT_TRUE(isReceiptOf(payment, answer()));
    payment.lastKnownReceipt = "0017"; // no trace numbers on this terminal: the receipt number decides
    EXPECT_TRUE(isReceiptOf(payment, answer()));
    payment.lastKnownReceipt = "0018";
    EXPECT_FALSE(isReceiptOf(payment, answer()));
}

/// Any one mark changed at random makes the receipt another's; changing the rest of it never does.
TEST(ReceiptAdoption, HoldsForRandomReceipts) {
    std::mt19937 random(20261123);
    const auto pick = [&](int low, int high) {
        return std::uniform_int_distribution<int>(low, high)(random);
    };
    const auto digits = [](int number, int width) {
        auto text = std::to_string(number);
        return std::string(static_cast<std::size_t>(width) - text.size(), '0') + text;
    };
    for (int round = 0; round < 20000; ++round) {
        auto payment = asked();
        auto receipt = answer();
        payment.amount = receipt.amount = base::Money::cents(pick(1, 999999999));
        const int before = pick(0, 999999);
        payment.lastKnownTrace = digits(before, 6);
        receipt.traceNumber = digits((before + pick(1, 1000)) % 1000000, 6);
        receipt.at = noon + std::chrono::seconds(pick(-120, 720));
        receipt.cardType = digits(pick(0, 99), 2);
        receipt.receiptNumber = digits(pick(0, 9999), 4);
        ASSERT_TRUE(isReceiptOf(payment, receipt));
        switch (pick(0, 3)) {
        case 0:
            receipt.amount = receipt.amount + base::Money::cents(pick(1, 1000));
            break;
        case 1:
            receipt.terminalId = digits(pick(0, 52500000), 8);
            break;
        case 2:
            receipt.traceNumber = digits((before + 1000000 - pick(0, 900000)) % 1000000, 6);
            break;
        default:
            receipt.at = noon + std::chrono::seconds(pick(0, 1) ? pick(721, 400000) : -pick(121, 400000));
        }
        ASSERT_FALSE(isReceiptOf(payment, receipt));
    }
}
