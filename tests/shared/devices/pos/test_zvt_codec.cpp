// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <random>

#include "vienlogs/devices/pos/zvt_fields.h"
#include "vienlogs/devices/pos/zvt_message.h"
#include "vienlogs/devices/pos/zvt_text.h"
#include "vienlogs/devices/pos/zvt_tlv.h"

using namespace vienlogs;
using namespace vienlogs::devices::pos;

namespace {

base::Bytes bytes(std::string_view hex) {
    return *base::fromHex(hex);
}

} // namespace

/// The bytes as the public specification and independent terminals have them.
TEST(ZvtMessage, WritesTheBytesOfTheSpecification) {
    ZvtFieldWriter pay;
    pay.decimal(bmp::amount, 4750, 6);
    EXPECT_EQ(base::toHex(encode({zvt::authorisation, pay.take()})), "06010704000000004750");
    ZvtFieldWriter registration;
    registration.raw(bytes("000000")).raw(bytes("ba")).raw(bcd(978, 2));
    EXPECT_EQ(base::toHex(encode({zvt::registration, registration.take()})), "060006000000ba0978");
    EXPECT_EQ(base::toHex(encode({zvt::acknowledged, {}})), "800000");
}

TEST(ZvtMessage, TakesBothLengthForms) {
    EXPECT_EQ(encode({0x06D3, base::Bytes(254, 7)})[2], 254);
    const auto longer = encode({0x06D3, base::Bytes(300, 7)});
    EXPECT_EQ(base::toHex({longer.begin(), longer.begin() + 5}), "06d3ff2c01");
    ZvtDecoder decoder;
    decoder.add(bytes("800000"));
    decoder.add(longer);
    decoder.add(bytes("060fff000084"));
    EXPECT_EQ(decoder.next(), (ZvtMessage{0x8000, {}}));
    EXPECT_EQ(decoder.next(), (ZvtMessage{0x06D3, base::Bytes(300, 7)}));
    EXPECT_EQ(decoder.next(), (ZvtMessage{0x060F, {}})); // the long form of nothing is allowed
    EXPECT_EQ(decoder.next(), std::nullopt);
    EXPECT_EQ(decoder.waiting(), 1U);
    decoder.add(bytes("9c00"));
    const auto refusal = decoder.next();
    ASSERT_TRUE(refusal);
    EXPECT_TRUE(refusal->isRefusal());
    EXPECT_EQ(refusal->instruction(), 0x9C);
}

TEST(ZvtMessage, ComesWholeInWhateverPiecesItTravels) {
    std::mt19937 random(7);
    base::Bytes stream;
    std::vector<ZvtMessage> sent;
    for (const std::size_t size : {0, 1, 253, 254, 255, 256, 1000, 65535}) {
        sent.push_back({static_cast<std::uint16_t>(random() & 0xFFFF), base::Bytes(size, 0x5A)});
        const auto encoded = encode(sent.back());
        stream.insert(stream.end(), encoded.begin(), encoded.end());
    }
    ZvtDecoder decoder;
    std::vector<ZvtMessage> received;
    for (std::size_t at = 0; at < stream.size();) {
        const auto size = std::min<std::size_t>(stream.size() - at, random() % 700 + 1);
        decoder.add(std::span(stream).subspan(at, size));
        at += size;
        while (auto message = decoder.next())
            received.push_back(*message);
    }
    EXPECT_EQ(received, sent);
}

TEST(ZvtFields, ReadsAResultOfAPayment) {
    const auto fields = ZvtFields::parse(bytes("2700040000000047504909780b0000420c1205590d1123870018295250000"
                                               "122f0f8541333eeeeee00428bf1f04d6173746572"
                                               "63617264"
                                               "8a06"
                                               "3b3132333435360000"
                                               "3cf0f0f3414243"
                                               "06061f0701022500"));
    EXPECT_TRUE(fields.complete());
    EXPECT_EQ(fields.byte(bmp::resultCode), 0);
    EXPECT_EQ(fields.amount(), base::Money::cents(4750));
    EXPECT_EQ(fields.digits(bmp::traceNumber), "000042");
    EXPECT_EQ(fields.digits(bmp::time), "120559");
    EXPECT_EQ(fields.digits(bmp::date), "1123");
    EXPECT_EQ(fields.digits(bmp::receiptNumber), "0018");
    EXPECT_EQ(fields.digits(bmp::terminalId), "52500001");
    EXPECT_EQ(fields.maskedCardNumber(), "541333******0042");
    EXPECT_EQ(fields.ascii(bmp::cardName), "Mastercard");
    EXPECT_EQ(fields.ascii(bmp::authorisation), "123456");
    EXPECT_EQ(fields.byte(bmp::cardType), 6);
    ASSERT_TRUE(fields.find(bmp::tlvContainer));
    EXPECT_EQ(fields.find(bmp::tlvContainer)->size(), 6U);
}

TEST(ZvtFields, NeverKeepsAWholeCardNumber) {
    const auto fields = ZvtFields::parse(bytes("22f0f85413330089600042"));
    EXPECT_EQ(fields.maskedCardNumber(), "541333******0042");
    EXPECT_EQ(ZvtFields::parse(bytes("22f1f0541333008960004212ff")).maskedCardNumber(), "541333********4212");
    EXPECT_EQ(ZvtFields::parse(bytes("22f0f8541333008960042f")).maskedCardNumber(),
              "541333*****0042"); // 15 digits
}

TEST(ZvtFields, StopsWhereItCannotRead) {
    for (const auto* hex : {"04", "040000", "27", "22f0", "22f1f6ff", "22a0a1", "3cf0f0", "0682",
                            "0683000000", "068001", "0605aa", "77", "8bf9f9"}) {
        const auto fields = ZvtFields::parse(bytes(std::string("0b000042") + hex));
        EXPECT_FALSE(fields.complete()) << hex;
        EXPECT_EQ(fields.digits(bmp::traceNumber), "000042") << hex; // what came before stays
    }
    EXPECT_EQ(ZvtFields::parse(bytes("040000000a4750")).amount(), std::nullopt); // no decimal
    EXPECT_EQ(ZvtFields::parse(bytes("2705")).digits(bmp::traceNumber), "");
}

TEST(ZvtFields, AreBounded) {
    base::Bytes many;
    for (int count = 0; count < 10'000; ++count)
        many.insert(many.end(), {0x27, 0x00});
    EXPECT_FALSE(ZvtFields::parse(many).complete());
}

TEST(ZvtTlv, ReadsWhatItWrites) {
    std::mt19937 random(3);
    for (const std::size_t size : {0, 1, 127, 128, 255, 256, 4000}) {
        base::Bytes written;
        const base::Bytes content(size, static_cast<std::uint8_t>(random()));
        appendTlv(written, 0x07, content);
        appendTlv(written, 0x1F07, content);
        const auto elements = parseTlv(written);
        ASSERT_EQ(elements.size(), 2U) << size;
        EXPECT_EQ(elements[0].tag, 0x07U);
        EXPECT_EQ(elements[1].tag, 0x1F07U);
        EXPECT_TRUE(std::equal(content.begin(), content.end(), elements[1].content.begin(),
                               elements[1].content.end()));
    }
}

TEST(ZvtTlv, LeavesOutWhatIsBroken) {
    EXPECT_EQ(parseTlv(bytes("0701410702")).size(), 1U);
    EXPECT_EQ(parseTlv(bytes("1fffffffff01")).size(), 0U);
    EXPECT_EQ(parseTlv(bytes("0783000001ff")).size(), 0U);
    EXPECT_EQ(parseTlv(base::Bytes(10'000, 0)).size(), 1024U);
}

TEST(ZvtText, KnowsTheCharacterSets) {
    EXPECT_EQ(toUtf8(bytes("42849481e1203132"), ZvtCharset::Cp437), "Bäöüß 12");
    EXPECT_EQ(toUtf8(bytes("42e4f6fcdf"), ZvtCharset::Iso8859_1), "Bäöüß");
    const std::string latvian = "āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ";
    EXPECT_EQ(toUtf8(fromUtf8(latvian, ZvtCharset::Iso8859_13), ZvtCharset::Iso8859_13), latvian);
    EXPECT_EQ(toUtf8(fromUtf8(latvian, ZvtCharset::Cp437), ZvtCharset::Cp437), "acegiklnsuz ACEGIKLNSUZ");
    EXPECT_EQ(toUtf8(bytes("41000d0a1b42"), ZvtCharset::Cp437), "AB"); // nothing that drives a printer
}

/// Every byte of both tables goes there and back, so no two bytes share a letter.
TEST(ZvtText, GoesThereAndBack) {
    for (const auto charset : {ZvtCharset::Cp437, ZvtCharset::Iso8859_1, ZvtCharset::Iso8859_13})
        for (int byte = charset == ZvtCharset::Cp437 ? 0x80 : 0xA0; byte <= 0xFF; ++byte) {
            const base::Bytes one{static_cast<std::uint8_t>(byte)};
            EXPECT_EQ(fromUtf8(toUtf8(one, charset), charset), one) << byte;
        }
}

TEST(Zvt, SurvivesAnyBytes) {
    std::mt19937 random(20261123);
    for (int round = 0; round < 3000; ++round) {
        base::Bytes noise(random() % 200);
        for (auto& byte : noise)
            byte = static_cast<std::uint8_t>(random());
        const auto fields = ZvtFields::parse(noise);
        EXPECT_LE(fields.maskedCardNumber().size(), 400U);
        for (const auto& element : parseTlv(noise))
            EXPECT_LE(element.content.size(), noise.size());
        ZvtDecoder decoder;
        decoder.add(noise);
        while (decoder.next()) {
        }
        EXPECT_LE(decoder.waiting(), noise.size());
    }
}
