// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "data_files.h"
#include "vienlogs/catalogue/catalogue.h"
#include "vienlogs/catalogue/fees.h"

using namespace vienlogs;
using namespace vienlogs::catalogue;

namespace {

const PublicService& service(const char* id) {
    static const auto loaded = loadCatalogue(dataFiles());
    return *loaded.value().service(id).value();
}

} // namespace

TEST(Fees, TheUsualFeeIsTheFirstForEverybody) {
    EXPECT_EQ(usualFee(service("pmlp-pase"), Channel::Desk), (FeeChoice{"standard", ""}));
    EXPECT_EQ(usualFee(service("dzivesvietas-deklaresana"), Channel::Desk), (FeeChoice{"desk", ""}));
    EXPECT_EQ(usualFee(service("dzivesvietas-deklaresana"), Channel::Online), (FeeChoice{"online", ""}));
    EXPECT_EQ(usualFee(service("vsaa-vecuma-pensija"), Channel::Desk), std::nullopt);
}

TEST(Fees, AReliefNeedsOneOfItsProofs) {
    const auto& passport = service("pmlp-pase");
    const auto fee = feeFor(passport, Channel::Desk, {"reduced", "pension-card"});
    ASSERT_TRUE(fee) << fee.error().detail;
    EXPECT_EQ(fee->amount, base::Money::cents(2500));
    EXPECT_EQ(fee->proof.lv, "Pensionāra apliecība");
    EXPECT_FALSE(fee->ground.empty());
    EXPECT_NE(fee->legalBasis.find("Nr. 133"), std::string::npos);
    for (const auto& wrong : {FeeChoice{"reduced", ""}, FeeChoice{"reduced", "disability-document"},
                              FeeChoice{"standard", "pension-card"}, FeeChoice{"none", ""}}) {
        const auto refused = feeFor(passport, Channel::Desk, wrong);
        ASSERT_FALSE(refused) << wrong.costId << ' ' << wrong.proofId;
        EXPECT_EQ(refused.error().code, codes::feeNotOffered);
    }
}

TEST(Fees, APriceOfAnotherChannelDoesNotHold) {
    EXPECT_FALSE(feeFor(service("dzivesvietas-deklaresana"), Channel::Desk, {"online", ""}));
    EXPECT_TRUE(feeFor(service("dzivesvietas-deklaresana"), Channel::Online, {"online", ""}));
}

TEST(Fees, EveryPriceNamesItsLaw) {
    const auto loaded = loadCatalogue(dataFiles());
    ASSERT_TRUE(loaded);
    int reliefs = 0, urgent = 0;
    for (const auto& [id, each] : loaded->services())
        for (const auto& cost : each.costs) {
            const auto channel = cost.channel.value_or(Channel::Desk);
            const auto fee = feeFor(each, channel,
                                    {cost.id, cost.relief ? cost.relief->proofs.front().id : std::string()});
            ASSERT_TRUE(fee) << id << ' ' << cost.id;
            EXPECT_FALSE(fee->legalBasis.empty()) << id << ' ' << cost.id;
            reliefs += cost.relief ? 1 : 0;
            urgent += cost.urgency == "urgent" ? 1 : 0;
        }
    EXPECT_GE(reliefs, 13);
    EXPECT_GE(urgent, 9);
}
