// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <random>

#include "eid_card_fixture.h"

using namespace vienlogs;
using namespace vienlogs::test;

TEST_P(EveryProfile, TellsTheHolderAndSigns) {
    auto virtualCard = makeVirtual(GetParam(), person("Jānis", "010181-15098"));
    slot.insert(&virtualCard);
    auto opened = open();
    ASSERT_TRUE(opened) << opened.error().detail;
    auto& eid = **opened;
    const auto identity = eid.identity();
    ASSERT_TRUE(identity) << identity.error().code.text << identity.error().detail;
    EXPECT_EQ(identity->person.toString(), "PNOLV-010181-15098");
    EXPECT_EQ(identity->givenName, "JĀNIS");
    EXPECT_EQ(identity->familyName, "BĒRZIŅŠ");
    EXPECT_EQ(identity->issuer, "Vienlogs Test eID ICA");

    ASSERT_TRUE(eid.verifyPin(PinKind::Pin1, pin1));
    const auto proof = eid.authenticate(challenge);
    ASSERT_TRUE(proof) << proof.error().code.text << proof.error().detail;
    EXPECT_EQ(proof->algorithm, isRsa() ? "RS256" : "ES384");
    EXPECT_EQ(proof->certificate, identity->certificate);

    const auto signature = eid.sign(challenge, pin2);
    ASSERT_TRUE(signature) << signature.error().code.text << signature.error().detail;
    EXPECT_EQ(signature->certificate, *eid.signingCertificate());
    EXPECT_NE(signature->certificate, proof->certificate);
    const auto certificate = card::parseCertificate(signature->certificate);
    ASSERT_TRUE(certificate);
    EXPECT_TRUE(card::verifySignature(*certificate, challenge, signature->value));
    auto other = challenge;
    other[0] ^= 1;
    EXPECT_EQ(card::verifySignature(*certificate, other, signature->value).error().code,
              codes::signatureWrong);
}

TEST_P(EveryProfile, NeedsFewCommands) {
    auto virtualCard = makeVirtual(GetParam(), person("Jānis", "010181-15098"));
    slot.insert(&virtualCard);
    ASSERT_TRUE((*open())->identity());
    RecordProperty("commandsToIdentifyANewCard", slot.commands);
    std::cout << GetParam() << ": " << slot.commands << " commands to identify a new card";
    // The oldest cards have both certificates in one directory, and which is which only the certificates
    // tell.
    EXPECT_LE(slot.commands, GetParam() == "g1" ? 26 : 16);
    auto eid = *open();
    ASSERT_TRUE(eid->verifyPin(PinKind::Pin1, pin1));
    ASSERT_TRUE(eid->authenticate(challenge));
    eid.reset();

    slot.commands = 0;
    eid = *open();
    ASSERT_TRUE(eid->identity());
    std::cout << ", " << slot.commands << " a known one";
    ASSERT_TRUE(eid->pinCounter(PinKind::Pin1));
    ASSERT_TRUE(eid->verifyPin(PinKind::Pin1, pin1));
    ASSERT_TRUE(eid->authenticate(challenge));
    std::cout << ", " << slot.commands << " to ask its counter, too, and to log in with it";
    EXPECT_LE(slot.commands, 16);
    ASSERT_TRUE(eid->sign(challenge, pin2));
    eid.reset();

    slot.commands = 0;
    eid = *open();
    ASSERT_TRUE(eid->sign(challenge, pin2));
    std::cout << ", " << slot.commands << " to sign with it again\n";
    EXPECT_LE(slot.commands, 8);
}

TEST_P(EveryProfile, WrongPinsCountDownAndBlock) {
    auto virtualCard = makeVirtual(GetParam(), person("Jānis", "010181-15098"));
    slot.insert(&virtualCard);
    auto eid = *open();
    for (const auto kind : {PinKind::Pin1, PinKind::Pin2, PinKind::Puk}) {
        const base::Secret wrong{"99999999"};
        for (const std::string left : {"2", "1"}) {
            const auto failed = eid->verifyPin(kind, wrong);
            ASSERT_FALSE(failed);
            EXPECT_EQ(failed.error().code, kind == PinKind::Puk ? codes::wrongPuk : codes::wrongPin);
            EXPECT_EQ(failed.error().argument, left);
            EXPECT_EQ(std::to_string(eid->pinCounter(kind)->left), left);
        }
        EXPECT_EQ(eid->verifyPin(kind, wrong).error().code,
                  kind == PinKind::Puk ? codes::pukBlocked : codes::pinBlocked);
        EXPECT_EQ(eid->pinCounter(kind)->left, 0);
        EXPECT_EQ(eid->pinCounter(kind)->maximum, 3);
    }
    EXPECT_EQ(eid->verifyPin(PinKind::Pin1, pin1).error().code, codes::pinBlocked);
    EXPECT_EQ(eid->sign(challenge, pin2).error().code, codes::pinBlocked);
    EXPECT_TRUE(eid->identity()) << "the holder is known without a PIN";
}

TEST_P(EveryProfile, ChangesAPin) {
    auto virtualCard = makeVirtual(GetParam(), person("Jānis", "010181-15098"));
    slot.insert(&virtualCard);
    auto eid = *open();
    const base::Secret wrong{"999999"}, fresh{"24682468"}, tooShort{"123"};
    for (const auto kind : {PinKind::Pin1, PinKind::Pin2}) {
        const auto& current = kind == PinKind::Pin1 ? pin1 : pin2;
        EXPECT_EQ(eid->changePin(kind, current, tooShort).error().code, codes::pinFormat);
        EXPECT_EQ(eid->changePin(kind, wrong, fresh).error().code, codes::wrongPin);
        EXPECT_EQ(eid->pinCounter(kind)->left, 2);
        ASSERT_TRUE(eid->changePin(kind, current, fresh));
        EXPECT_EQ(eid->pinCounter(kind)->left, 3);
        EXPECT_EQ(eid->verifyPin(kind, current).error().code, codes::wrongPin);
        EXPECT_TRUE(eid->verifyPin(kind, fresh));
    }
    ASSERT_TRUE(eid->changePin(PinKind::Puk, base::Secret("12345678"), base::Secret("87654321")));
    EXPECT_TRUE(eid->verifyPin(PinKind::Puk, base::Secret("87654321")));
    EXPECT_TRUE(eid->sign(challenge, fresh));
}

TEST_P(EveryProfile, UnblocksByThePuk) {
    auto virtualCard = makeVirtual(GetParam(), person("Jānis", "010181-15098"));
    slot.insert(&virtualCard);
    auto eid = *open();
    const base::Secret wrong{"99999999"}, puk{"12345678"}, fresh{"135791"};
    for (const auto kind : {PinKind::Pin1, PinKind::Pin2}) {
        for (int i = 0; i < 3; ++i)
            EXPECT_FALSE(eid->verifyPin(kind, wrong));
        const auto refused = eid->unblockPin(kind, wrong, fresh);
        EXPECT_EQ(refused.error().code, codes::wrongPuk);
        EXPECT_EQ(refused.error().argument, "2");
        EXPECT_EQ(eid->unblockPin(kind, puk, base::Secret("12")).error().code, codes::pinFormat);
        EXPECT_EQ(eid->pinCounter(PinKind::Puk)->left, 2)
            << "a new PIN that can be none costs no try of the PUK";
        ASSERT_TRUE(eid->unblockPin(kind, puk, fresh));
        EXPECT_EQ(eid->pinCounter(kind)->left, 3);
        EXPECT_TRUE(eid->verifyPin(kind, fresh));
    }
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(eid->unblockPin(PinKind::Pin1, wrong, fresh));
    EXPECT_EQ(eid->unblockPin(PinKind::Pin1, puk, fresh).error().code, codes::pukBlocked);
    EXPECT_TRUE(eid->verifyPin(PinKind::Pin1, fresh)) << "what works is not blocked with it";
}

TEST_P(EveryProfile, AnswersWithoutSenseNeverPass) {
    auto virtualCard = makeVirtual(GetParam(), person("Jānis", "010181-15098"));
    const std::vector<base::Bytes> nonsense{{},           {0x90},       {0x6F, 0x00},
                                            {0x90, 0x00}, {0x61, 0x00}, base::Bytes(258, 0xFF)};
    for (const auto& answer : nonsense)
        for (int n = 1; n <= 30; ++n) {
            card::LayoutCache fresh;
            slot.insert(&virtualCard);
            int seen = 0;
            slot.spoil = [&](base::Bytes& given) {
                if (++seen == n)
                    given = answer;
            };
            auto eid = EidCard::open(std::make_unique<DirectChannel>(slot), *trust(), clock, fresh);
            const auto verified = eid ? (*eid)->verifyPin(PinKind::Pin1, pin1) : base::fail(eid.error());
            const auto proof = verified ? (*eid)->authenticate(challenge) : base::fail(verified.error());
            if (proof) // the spoiled answer carried nothing that was needed: the proof must hold all the same
                EXPECT_TRUE(card::verifySignature(*card::parseCertificate(proof->certificate), challenge,
                                                  proof->value));
            else
                EXPECT_NE(proof.error().code, codes::cardGone);
        }
    slot.spoil = nullptr;
}

TEST_P(EveryProfile, AHostileCardIsLeftInAFewHundredCommands) {
    auto virtualCard = makeVirtual(GetParam(), person("Jānis", "010181-15098"));
    std::mt19937 chance(42); // the same card every time
    const auto spoil = [&](base::Bytes& answer) {
        const auto kind = chance() % 12;
        if (kind == 0 && !answer.empty())
            answer[chance() % answer.size()] = std::uint8_t(chance());
        else if (kind == 1)
            answer.resize(chance() % (answer.size() + 1));
        else if (kind == 2)
            answer = {std::uint8_t(chance()), 0x61, 0x01}; // always one byte more
        else if (kind == 3)
            answer = {0x30, 0x82, 0x1F, 0xFF, 0x90, 0x00};
    };
    for (int round = 0; round < 60; ++round) {
        card::LayoutCache fresh;
        slot.insert(&virtualCard);
        slot.spoil = spoil;
        slot.commands = 0;
        auto eid = EidCard::open(std::make_unique<DirectChannel>(slot), *trust(), clock, fresh);
        EXPECT_LE(slot.commands, 400);
        slot.commands = 0;
        const auto signature = eid ? (*eid)->sign(challenge, pin2) : base::fail(eid.error());
        EXPECT_LE(slot.commands, 400);
        if (signature) {
            EXPECT_TRUE(card::verifySignature(*card::parseCertificate(signature->certificate), challenge,
                                              signature->value));
        }
    }
    slot.spoil = nullptr;
}

TEST_F(EidCardTest, FilesWithoutEndAreNotReadToTheEnd) {
    auto virtualCard = makeVirtual("seid-ec", person("Jānis", "010181-15098"));
    slot.insert(&virtualCard);
    slot.spoil = [](base::Bytes& answer) {
        if (answer.size() > 2)
            answer = {0x30, 0x90, 0x00}; // a piece of one byte, again and again
    };
    EXPECT_FALSE(open());
    EXPECT_LE(slot.commands, 400);
    slot.commands = 0;
    slot.spoil = [](base::Bytes& answer) { answer = {0x61, 0x10}; };
    EXPECT_EQ(open().error().code, codes::nonsense);
    EXPECT_LE(slot.commands, 400);
    slot.spoil = nullptr;
}

TEST_P(EveryProfile, ASignatureOverSomethingElseIsNeverUsed) {
    auto virtualCard = makeVirtual(GetParam(), person("Jānis", "010181-15098"));
    slot.insert(&virtualCard);
    auto eid = *open();
    ASSERT_TRUE(eid->verifyPin(PinKind::Pin1, pin1));
    virtualCard.signWrongHashOnce();
    EXPECT_EQ(eid->authenticate(challenge).error().code, codes::signatureWrong);
    EXPECT_TRUE(eid->authenticate(challenge));
    virtualCard.signWrongHashOnce();
    EXPECT_EQ(eid->sign(challenge, pin2).error().code, codes::signatureWrong);
    EXPECT_TRUE(eid->sign(challenge, pin2));
}

INSTANTIATE_TEST_SUITE_P(Profiles, EveryProfile, testing::ValuesIn(eidProfiles()), testName);

TEST_F(EidCardTest, AuthenticatesOnlyAfterThePin) {
    auto virtualCard = makeVirtual("seid-ec", person("Jānis", "010181-15098"));
    slot.insert(&virtualCard);
    auto eid = *open();
    EXPECT_EQ(eid->authenticate(challenge).error().code, codes::pinNeeded);
    EXPECT_FALSE(eid->authenticate({}));
    EXPECT_FALSE(eid->authenticate(base::Bytes(4097)));
}

TEST_F(EidCardTest, APinThatCannotBeOneCostsNoTry) {
    auto virtualCard = makeVirtual("seid-ec", person("Jānis", "010181-15098"));
    slot.insert(&virtualCard);
    auto eid = *open();
    for (const auto* text : {"", "123", "12345678901234", "12a4", "١٢٣٤"}) {
        const auto failed = eid->verifyPin(PinKind::Pin1, base::Secret{text});
        ASSERT_FALSE(failed) << text;
        EXPECT_EQ(failed.error().code, codes::pinFormat);
        EXPECT_EQ(failed.error().argument, "4–12");
    }
    EXPECT_EQ(eid->pinCounter(PinKind::Pin1)->left, 3);
    EXPECT_EQ(eid->sign(challenge, base::Secret{"12345"}).error().code, codes::pinFormat);
}

TEST_F(EidCardTest, ASessionNeverAnswersForAnotherCard) {
    auto first = makeVirtual("seid-ec", person("Jānis", "010181-15098"));
    auto second = makeVirtual("seid-ec", person("Anna", "161175-19997"));
    slot.insert(&first);
    auto eid = *open();
    ASSERT_EQ(eid->identity()->person.value(), "010181-15098");
    slot.insert(&second);
    EXPECT_EQ(eid->identity().error().code, codes::cardGone);
    EXPECT_EQ(eid->verifyPin(PinKind::Pin1, pin1).error().code, codes::cardGone);
    slot.insert(&first);
    EXPECT_EQ(eid->identity().error().code, codes::cardGone)
        << "gone is gone, even when the same card is back";
    slot.insert(&second);
    EXPECT_EQ((*open())->identity()->person.value(), "161175-19997");
}

TEST_F(EidCardTest, AfterAResetItMakesSureOfTheCard) {
    auto first = makeVirtual("seid-ec", person("Jānis", "010181-15098"));
    auto second = makeVirtual("seid-ec", person("Anna", "161175-19997"));
    slot.insert(&first);
    auto eid = *open();
    ASSERT_TRUE(eid->verifyPin(PinKind::Pin1, pin1));
    first.reset();
    ++slot.resets;
    EXPECT_TRUE(eid->identity()) << "the same card";
    EXPECT_EQ(eid->authenticate(challenge).error().code, codes::pinNeeded) << "which has forgotten the PIN";
    ASSERT_TRUE(eid->verifyPin(PinKind::Pin1, pin1));
    EXPECT_TRUE(eid->authenticate(challenge));
    // The service told only of the reset, because another program reset the second card at once.
    slot.card = &second;
    ++slot.resets;
    EXPECT_EQ(eid->verifyPin(PinKind::Pin1, pin1).error().code, codes::cardGone);
    EXPECT_EQ(second.image().pin1.left, 3);
}

TEST_F(EidCardTest, ResetInTheMiddleOfEveryCommandIsSurvived) {
    auto virtualCard = makeVirtual("teid2", person("Jānis", "010181-15098"));
    int refused = 0;
    for (int n = 1; n <= 40; ++n) {
        card::LayoutCache fresh;
        slot.insert(&virtualCard);
        slot.commands = 0;
        slot.resetAt = n;
        auto eid = EidCard::open(std::make_unique<DirectChannel>(slot), *trust(), clock, fresh);
        ASSERT_TRUE(eid) << n << eid.error().detail;
        EXPECT_TRUE((*eid)->identity()) << n;
        const auto signature = (*eid)->sign(challenge, pin2);
        if (signature)
            continue;
        ++refused;
        EXPECT_EQ(signature.error().code, codes::cardReset) << n;
        EXPECT_TRUE((*eid)->sign(challenge, pin2)) << "when the holder wants it again";
    }
    slot.resetAt = 0;
    EXPECT_EQ(refused, 1) << "the PIN's own command";
}

TEST_F(EidCardTest, APinIsNeverSentTwiceByItself) {
    auto virtualCard = makeVirtual("teid2", person("Jānis", "010181-15098"));
    slot.insert(&virtualCard);
    auto eid = *open();
    ASSERT_TRUE(eid->verifyPin(PinKind::Pin1, pin1)) << "its key is known from here on";
    const base::Secret wrong("9999");
    slot.spoil = [](base::Bytes& answer) {
        if (answer.size() == 2 && answer[0] == 0x63)
            answer = {0x6C, 0x10}; // "ask for 16 bytes"
    };
    EXPECT_FALSE(eid->verifyPin(PinKind::Pin1, wrong));
    EXPECT_EQ(virtualCard.image().pin1.left, 2);
    slot.spoil = nullptr;
    slot.commands = 0;
    slot.resetAfter = 2; // SELECT, VERIFY
    EXPECT_EQ(eid->verifyPin(PinKind::Pin1, wrong).error().code, codes::cardReset);
    EXPECT_EQ(virtualCard.image().pin1.left, 1);
    slot.resetAfter = 0;
    EXPECT_TRUE(eid->verifyPin(PinKind::Pin1, pin1));
}

TEST_F(EidCardTest, RefusesWhatTheCertificateForbids) {
    const auto refusal = [&](CardOrder order) {
        auto virtualCard = makeVirtual("seid-ec", person("Jānis", "010181-15098"), order);
        slot.insert(&virtualCard);
        auto eid = *open();
        EXPECT_EQ(eid->authenticate(challenge).error().code, eid->identity().error().code);
        return eid->identity().error();
    };
    const auto expired = refusal({.validity = {-6 * 365, -1}});
    EXPECT_EQ(expired.code, codes::certificateExpired);
    EXPECT_EQ(expired.argument.size(), 11U) << expired.argument;
    EXPECT_EQ(refusal({.validity = {30, 365}}).code, codes::certificateNotYetValid);
    EXPECT_EQ(refusal({.unknownIssuer = true}).code, codes::unknownIssuer);
}

TEST_F(EidCardTest, ACertificateIsGoodForItsPurposeOnly) {
    auto virtualCard = makeVirtual("seid-ec", person("Jānis", "010181-15098"));
    slot.insert(&virtualCard);
    auto eid = *open();
    const auto signing = card::parseCertificate(*eid->signingCertificate());
    EXPECT_TRUE(trust()->check(*signing, card::Purpose::Signing, clock.now()));
    EXPECT_EQ(trust()->check(*signing, card::Purpose::Authentication, clock.now()).error().code,
              codes::wrongKeyUsage);
    const auto authentication = card::parseCertificate(eid->identity()->certificate);
    EXPECT_EQ(trust()->check(*authentication, card::Purpose::Signing, clock.now()).error().code,
              codes::wrongKeyUsage);
}

TEST_F(EidCardTest, ForeignersHaveOtherIdentifiers) {
    auto virtualCard = makeVirtual(
        "teid2", {"Olena", "Kovalenko", *base::Identifier::of(base::Scheme::Passport, "UA", "AB1234567")});
    slot.insert(&virtualCard);
    EXPECT_EQ((*open())->identity()->person.toString(), "PASUA-AB1234567");
}

TEST_F(EidCardTest, OtherCardsAreNoEidCardsAndCostOneCommand) {
    for (const auto* profile : {"npa", "token"}) {
        auto virtualCard = makeVirtual(profile, person("Jānis", "010181-15098"));
        slot.insert(&virtualCard);
        slot.commands = 0;
        EXPECT_EQ(open().error().code, codes::notEid) << profile;
        EXPECT_EQ(slot.commands, 1) << profile;
    }
}

TEST_F(EidCardTest, AForeignCardIsReadButNotTrusted) {
    auto mari = person("Mari", "010181-15098");
    mari.identifier = *base::Identifier::parse("PNOEE-47101010033");
    mari.issuer = ForeignIssuer{"ESTEID2018", "EE"};
    auto virtualCard = makeVirtual("esteid", mari);
    slot.insert(&virtualCard);
    const auto identity = (*open())->identity();
    ASSERT_FALSE(identity);
    EXPECT_EQ(identity.error().code, codes::foreignCard);
    EXPECT_EQ(identity.error().argument, "EE");
}
