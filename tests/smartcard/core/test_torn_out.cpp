// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// A card torn out at the n-th command, before the command reached it or after, for every n of every operation
// with every kind of card.
#include "eid_card_fixture.h"

using namespace vienlogs;
using namespace vienlogs::test;

namespace {

/// What the codes of a card are; nobody but the card knows.
struct Codes {
    std::string pin1, pin2, puk;
    int left1 = 0, left2 = 0, leftPuk = 0;
    friend bool operator==(const Codes&, const Codes&) = default;
};

Codes codesOf(const VirtualCard& card) {
    const auto& image = card.image();
    return {image.pin1.value, image.pin2.value, image.puk.value,
            image.pin1.left,  image.pin2.left,  image.puk.left};
}

base::Result<void> outcome(const auto& result) {
    return result ? base::Result<void>{} : base::fail(result.error());
}

struct Operation {
    const char* name;
    std::function<base::Result<void>(EidCard&)> run;
    bool changesCodes = false;
};

const base::Bytes data = base::bytesOf("a challenge or a document");

const std::vector<Operation>& operations() {
    static const base::Secret pin1("1234"), pin2("123456"), puk("12345678"), fresh("86420864");
    static const std::vector<Operation> all{
        {"identify", [](EidCard& card) { return outcome(card.identity()); }},
        {"counter", [](EidCard& card) { return outcome(card.pinCounter(PinKind::Pin2)); }},
        {"verify PIN1", [](EidCard& card) { return card.verifyPin(PinKind::Pin1, pin1); }},
        {"verify PIN2", [](EidCard& card) { return card.verifyPin(PinKind::Pin2, pin2); }},
        {"change PIN1", [](EidCard& card) { return card.changePin(PinKind::Pin1, pin1, fresh); }, true},
        {"change PIN2", [](EidCard& card) { return card.changePin(PinKind::Pin2, pin2, fresh); }, true},
        {"change PUK", [](EidCard& card) { return card.changePin(PinKind::Puk, puk, fresh); }, true},
        {"unblock PIN1", [](EidCard& card) { return card.unblockPin(PinKind::Pin1, puk, fresh); }, true},
        {"unblock PIN2", [](EidCard& card) { return card.unblockPin(PinKind::Pin2, puk, fresh); }, true},
        {"authenticate",
         [](EidCard& card) {
             return card.verifyPin(PinKind::Pin1, pin1).and_then([&] {
                 return outcome(card.authenticate(data));
             });
         }},
        {"sign", [](EidCard& card) { return outcome(card.sign(data, pin2)); }},
    };
    return all;
}

class TornOut : public EidCardTest, public testing::WithParamInterface<std::string_view> {
protected:
    /// A new card of the same kind and keys, with the codes as at first.
    VirtualCard blank() {
        return VirtualCard(copyOf(master_), [](const CardImage&) {});
    }

    void SetUp() override {
        auto made = makeCard(*profileNamed(GetParam()), person("Jānis", "010181-15098"),
                             {.authorityDirectory = sharedAuthority()});
        ASSERT_TRUE(made);
        master_ = std::make_unique<CardImage>(std::move(*made));
    }

    base::Result<std::unique_ptr<EidCard>> openHere() {
        return EidCard::open(std::make_unique<DirectChannel>(slot), *trust(), clock, *known_);
    }

    /// Opens the card and does it; the session stays for the caller to see that it is over.
    base::Result<void> attempt(const Operation& operation, std::unique_ptr<EidCard>& session) {
        auto opened = openHere();
        if (!opened)
            return base::fail(opened.error());
        session = std::move(*opened);
        return operation.run(*session);
    }

    void tearAt(int n, bool afterwards, const Operation& operation) {
        SCOPED_TRACE(std::string(operation.name) + (afterwards ? " after " : " before ") + std::to_string(n));
        auto card = blank();
        const auto before = codesOf(card);
        slot.insert(&card);
        slot.commands = 0;
        (afterwards ? slot.pullAfter : slot.pullAt) = n;
        std::unique_ptr<EidCard> session;
        const auto result = attempt(operation, session);
        slot.pullAt = slot.pullAfter = 0;
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, codes::cardGone) << result.error().detail;
        const auto after = codesOf(card);
        if (!operation.changesCodes) {
            EXPECT_EQ(after, before);
        }
        EXPECT_EQ(std::tie(after.left1, after.left2, after.leftPuk), std::tuple(3, 3, 3)) << "no try is lost";

        // Back again: the old session stays over, a new one works, whichever codes hold now.
        slot.insert(&card);
        if (session) {
            EXPECT_EQ(session->identity().error().code, codes::cardGone);
        }
        auto again = openHere();
        ASSERT_TRUE(again) << again.error().detail;
        EXPECT_TRUE((*again)->verifyPin(PinKind::Pin1, base::Secret(after.pin1)));
        if (n % 8 != 1)
            return; // certificates and signatures take time; every eighth place tells
        EXPECT_TRUE((*again)->identity());
        EXPECT_TRUE((*again)->authenticate(data));
        EXPECT_TRUE((*again)->sign(data, base::Secret(after.pin2)));
    }

    /// The commands that the operation takes, each pulled before and after.
    int tearEverywhere(const Operation& operation) {
        known_ = std::make_unique<card::LayoutCache>();
        auto card = blank();
        slot.insert(&card);
        slot.commands = 0;
        std::unique_ptr<EidCard> session;
        EXPECT_TRUE(attempt(operation, session)) << operation.name;
        const int total = slot.commands;
        for (int n = 1; n <= total; ++n)
            for (const bool afterwards : {false, true}) {
                known_ = std::make_unique<card::LayoutCache>();
                tearAt(n, afterwards, operation);
            }
        return total;
    }

private:
    static CardImage copyOf(const std::unique_ptr<CardImage>& master) {
        const auto pair = [](const KeyPair& of) {
            EVP_PKEY_up_ref(of.key.get());
            return KeyPair{KeyPtr(of.key.get()), of.certificate};
        };
        return {master->profile,       master->person, master->serial, pair(master->authentication),
                pair(master->signing), master->pin1,   master->pin2,   master->puk};
    }
    std::unique_ptr<CardImage> master_;
    std::unique_ptr<card::LayoutCache> known_;
};

} // namespace

TEST_P(TornOut, AtEveryCommandOfEveryOperationItIsGoneAndWorksAgain) {
    int places = 0;
    for (const auto& operation : operations())
        places += 2 * tearEverywhere(operation);
    std::cout << GetParam() << ": torn out at " << places << " places\n";
    EXPECT_GE(places, 300);
}

INSTANTIATE_TEST_SUITE_P(Profiles, TornOut, testing::ValuesIn(eidProfiles()), testName);
