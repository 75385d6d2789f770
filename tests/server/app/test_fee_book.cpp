// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/catalogue/fees.h"
#include "vienlogs/server/app/fee_book.h"

using namespace vienlogs;
using namespace vienlogs::server::app;
using Verdict = FeeBook::Verdict;

namespace {

/// The data as the server ships it, a case of a passport and the invoice an honest desk writes for it.
class FeeBookTest : public testing::Test {
protected:
    void SetUp() override {
        const auto reference =
            ReferenceData::load(std::filesystem::path(VIENLOGS_SOURCE_DIR) / "server" / "data");
        ASSERT_TRUE(reference);
        auto made = FeeBook::of(*reference);
        ASSERT_TRUE(made) << made.error().detail;
        book = std::move(*made);
        theCase.channel = "desk";
        theCase.serviceId = "pmlp-pase";
        theCase.serviceVersion = 2;
    }
    static domain::cases::Invoice reduced() {
        return {
            .amount = base::Money::cents(2500),
            .fee = domain::cases::InvoiceFee{
                "reduced", "pension-card", "Samazināta nodeva, 10 darba dienās", "standard",
                "Ministru kabineta 2012. gada 21. februāra noteikumi Nr. 133 \"Noteikumi par valsts nodevu "
                "par personu apliecinošu dokumentu izsniegšanu\"",
                "Pensionārs vai cilvēks, kas sasniedzis pensijas vecumu", "Pensionāra apliecība"}};
    }

    FeeBook book;
    domain::cases::Case theCase;
};

} // namespace

TEST_F(FeeBookTest, AnHonestInvoiceIsRight) {
    EXPECT_EQ(book.judge(theCase, reduced()), Verdict::Right);
}

TEST_F(FeeBookTest, TheAmountIsNeverTrusted) {
    for (const std::int64_t cents : {0, 2499, 5000}) {
        auto invoice = reduced();
        invoice.amount = base::Money::cents(cents);
        EXPECT_EQ(book.judge(theCase, invoice), Verdict::Wrong) << cents;
    }
    auto without = reduced();
    without.fee.reset();
    EXPECT_EQ(book.judge(theCase, without), Verdict::Wrong);
}

TEST_F(FeeBookTest, NeitherChoiceNorWordsAre) {
    using Change = void (*)(domain::cases::InvoiceFee&);
    const Change changes[] = {[](auto& fee) { fee.proofId.clear(); },
                              [](auto& fee) { fee.proofId = "birth"; },
                              [](auto& fee) { fee.costId = "standard"; },
                              [](auto& fee) { fee.urgency = "urgent"; },
                              [](auto& fee) { fee.legalBasis = "Cits likums"; },
                              [](auto& fee) { fee.ground.clear(); },
                              [](auto& fee) { fee.proof = "Nekas"; },
                              [](auto& fee) { fee.label = "2 darba dienās"; }};
    for (const auto change : changes) {
        auto invoice = reduced();
        change(*invoice.fee);
        EXPECT_EQ(book.judge(theCase, invoice), Verdict::Wrong);
    }
}

TEST_F(FeeBookTest, AFreeServiceHasAnInvoiceOfNothing) {
    theCase.serviceId = "vsaa-vecuma-pensija";
    theCase.serviceVersion = 1;
    EXPECT_EQ(book.judge(theCase, {}), Verdict::Right);
    EXPECT_EQ(book.judge(theCase, {.amount = base::Money::cents(1)}), Verdict::Wrong);
}

TEST_F(FeeBookTest, WhatIsNotDistributedAnyMoreIsNotKnown) {
    theCase.serviceVersion = 1;
    EXPECT_EQ(book.judge(theCase, reduced()), Verdict::NotKnown);
    EXPECT_EQ(FeeBook().judge(theCase, reduced()), Verdict::NotKnown);
}
