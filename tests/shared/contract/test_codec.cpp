// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <limits>

#include <nlohmann/json.hpp>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"

using namespace vienlogs;
using namespace vienlogs::contract;
namespace cases = vienlogs::domain::cases;

namespace {

const base::Timestamp noon = *base::fromRfc3339("2026-11-23T12:00:00Z");
const auto someId = *base::Ulid::parse("01ARZ3NDEKTSV4RRFFQ69G5FAV");

cases::Command openCase() {
    cases::OpenCase open;
    open.contactId = someId;
    open.number = "CES-01-26-000001";
    open.client = {*base::Identifier::parse("PNOLV-010181-15098"), "Anna", "Bērziņa"};
    open.identityLevel = domain::clients::IdentityLevel::PinProved;
    open.serviceId = "dzivesvietas-deklaresana";
    return {someId, someId, "desk-1", 1, 7, "K-0001", "CES", noon, open};
}

} // namespace

TEST(Codec, ACommandComesBackTheSame) {
    const auto text = encode(openCase());
    const auto back = decode<cases::Command>(text);
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(encode(*back), text);
    EXPECT_EQ(fingerprintOf(*back), fingerprintOf(openCase()));
}

TEST(Codec, HasTheGoldenForm) {
    EXPECT_EQ(encode(cases::Command{someId, someId, "d", 1, 2, "k", "p", noon, cases::WithdrawCase{"ā"}}),
              R"({"at":"2026-11-23T12:00:00.000Z","body":{"reason":"ā"},"clerk":"k","device":"d","epoch":1,)"
              R"("key":"01ARZ3NDEKTSV4RRFFQ69G5FAV","place":"p","sequence":2,)"
              R"("stream":"01ARZ3NDEKTSV4RRFFQ69G5FAV","type":"case.withdraw"})");
}

/// A page is put together from bodies as they are kept; nobody may see a difference.
TEST(Codec, APageOfChangesIsWhatItsFieldsSay) {
    const ChangesPage page{"e1",
                           {{1, "case", "c1", false, R"({"answers":{"street":"Rīgas \"A\" 1"},"version":2})"},
                            {2, "case", "c\"2", true, ""}},
                           "2.2.x",
                           true};
    EXPECT_EQ(encode(page), toJson(page).dump());
    EXPECT_EQ(encode(ChangesPage{}), toJson(ChangesPage{}).dump());
    const auto read = decode<ChangesPage>(encode(page));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->changes, page.changes);
}

TEST(Codec, AProblemCarriesItsVariablePartOnlyWhenItHasOne) {
    Problem problem{502, "VL-REG-0002", "t", "d"};
    EXPECT_EQ(encode(problem), R"({"code":"VL-REG-0002","detail":"d","status":502,"title":"t"})");
    problem.argument = "2026-11-23T12:00:00.000Z";
    EXPECT_EQ(decode<Problem>(encode(problem)), problem);
    EXPECT_EQ(decode<Problem>(R"({"code":"c","detail":"d","status":1,"title":"t"})")->argument, "");
    EXPECT_FALSE(decode<Problem>(R"({"argument":7,"code":"c","detail":"d","status":1,"title":"t"})"));
}

TEST(Codec, ALookCarriesItsParameters) {
    RegisterRequest look{"population", "household", "PNOLV-010181-15098", "p", "l", ""};
    EXPECT_NE(encode(look).find("\"parameters\":null"), std::string::npos);
    look.parametersJson = R"({"addressCode":"A1"})";
    EXPECT_NE(encode(look).find(R"("parameters":{"addressCode":"A1"})"), std::string::npos);
    EXPECT_EQ(decode<RegisterRequest>(encode(look)), look);
}

TEST(Codec, EveryKindOfCommandComesBack) {
    const auto make = [](cases::CommandBody body) {
        return cases::Command{someId, someId, "d", 1, 2, "k", "p", noon, std::move(body)};
    };
    domain::payments::Payment payment{.id = someId, .amount = base::Money::cents(1500)};
    payment.receipt =
        domain::payments::TerminalReceipt{.terminalId = "T", .amount = payment.amount, .lines = {"a", "b"}};
    payment.resolution = domain::payments::Resolution::ByTerminal;
    const cases::Document scan{
        cases::Document::Kind::SignedScan, std::string(64, 'a'), "x", "application/pdf", 9, 1};
    for (const auto& command :
         {make(cases::LogInOffline{std::string(64, 'b')}), make(cases::OpenContact{"desk"}),
          make(cases::IdentifyClient{{*base::Identifier::parse("PASUA-1"), "A", "B"}}),
          make(cases::EndContact{{{"need", noon, noon}}, "served"}), openCase(),
          make(cases::SaveAnswers{R"({"a":1})"}), make(cases::AttachDocument{scan}),
          make(cases::RemoveDocument{scan.sha256}),
          make(cases::SignCase{cases::SigningMethod::Card, scan.sha256}), make(cases::IssueInvoice{{someId}}),
          make(cases::RecordPayment{payment}), make(cases::SubmitCase{cases::DeliveryWay::Post, {}}),
          make(cases::CloseDay{
              {.id = someId, .terminalId = "T", .clerk = "k", .at = noon, .lines = {"a"}}})}) {
        const auto text = encode(command);
        const auto back = decode<cases::Command>(text);
        ASSERT_TRUE(back) << text << back.error().detail;
        EXPECT_EQ(encode(*back), text);
    }
}

TEST(Codec, NamesTheFieldThatIsWrong) {
    auto json = toJson(openCase());
    json["body"]["client"]["identifier"] = "nobody";
    const auto wrong = fromJson<cases::Command>(json);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, base::codes::invalidArgument);
    EXPECT_EQ(wrong.error().detail, "field body.client.identifier");
    json = toJson(openCase());
    json["type"] = "case.burn";
    EXPECT_EQ(fromJson<cases::Command>(json).error().detail, "field type");
    json = toJson(openCase());
    json.erase("key");
    EXPECT_EQ(fromJson<cases::Command>(json).error().detail, "field key");
    json = toJson(openCase());
    json["sequence"] = 1.5;
    EXPECT_EQ(fromJson<cases::Command>(json).error().detail, "field sequence");
}

TEST(Codec, RefusesHostileText) {
    EXPECT_FALSE(parseJson(std::string(100, '[')));
    EXPECT_FALSE(parseJson(std::string(65, '[') + std::string(65, ']')));
    EXPECT_TRUE(parseJson(std::string(64, '[') + std::string(64, ']')));
    EXPECT_FALSE(parseJson(R"({"a":1,"a":2})"));
    EXPECT_FALSE(parseJson("\"\xff\""));
    EXPECT_FALSE(parseJson("{} x"));
    EXPECT_FALSE(parseJson(R"({"a":"b\u0000c"})"));
    EXPECT_FALSE(parseJson("[1]", 2));
}

TEST(Codec, RefusesNumbersThatWouldWrap) {
    auto json = toJson(openCase());
    for (const auto* text : {"9223372036854775808", "18446744073709551615", "-9223372036854775809", "1e2",
                             "1e999", "123456789012345678901234567890", "0x10", "01", "NaN", "-"}) {
        const auto number = parseJson(text);
        if (!number)
            continue;
        json["sequence"] = *number;
        EXPECT_EQ(fromJson<cases::Command>(json).error().detail, "field sequence") << text;
    }
    json["sequence"] = std::numeric_limits<std::int64_t>::max();
    EXPECT_TRUE(fromJson<cases::Command>(json));
    EXPECT_FALSE(parseJson("1e999"));
    EXPECT_FALSE(decode<Problem>(R"({"status":4294967696,"code":"","title":"","detail":""})"))
        << "400 in 32 bits";
    auto payment = toJson(domain::payments::Payment{.id = someId});
    payment["amountCents"] = std::numeric_limits<std::uint64_t>::max();
    EXPECT_FALSE(fromJson<domain::payments::Payment>(payment)) << "not minus one cent";
}

TEST(Codec, WideAndLongTextStaysWithinItsLimits) {
    std::string wide = "[";
    for (int i = 0; i < 200'000; ++i)
        wide += "0,";
    wide.back() = ']';
    EXPECT_TRUE(parseJson(wide));
    EXPECT_FALSE(parseJson(wide, wide.size() - 1));
    EXPECT_FALSE(parseJson(std::string(5 * 1024 * 1024, ' '))) << "over the limit before it is looked at";
    std::string deepObject;
    for (int i = 0; i < 65; ++i)
        deepObject += "{\"a\":";
    EXPECT_FALSE(parseJson(deepObject + "1" + std::string(65, '}')));
}

TEST(Codec, ProofOfASignatureIsThereOnlyWhereThereIsSome) {
    auto theCase = *cases::apply(std::nullopt, openCase());
    theCase.documents = {
        {cases::Document::Kind::SignedContainer, std::string(64, 'a'), "x", "application/zip", 9, 0}};
    const auto bare = contract::encode(theCase);
    EXPECT_EQ(bare.find("proof"), std::string::npos);
    theCase.documents[0].proof = cases::SignatureProof{cases::SignatureLevel::T, std::string(64, 'b'), 12,
                                                       *base::fromRfc3339("2026-11-24T12:00:00Z"), ""};
    const auto text = contract::encode(theCase);
    EXPECT_NE(text.find(R"("proof":{"at":"2026-11-24T12:00:00)"), std::string::npos) << text;
    EXPECT_NE(text.find(R"("level":"T")"), std::string::npos) << text;
    EXPECT_EQ(contract::decode<cases::Case>(text).value_or(cases::Case{}), theCase);
    EXPECT_EQ(contract::decode<cases::Case>(bare)->documents[0].proof, std::nullopt);
    auto wrong = text;
    wrong.replace(wrong.find(R"("level":"T")"), 11, R"("level":"Q")");
    EXPECT_FALSE(contract::decode<cases::Case>(wrong));
}
