// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "gateway_fixture.h"

using namespace vienlogs;
using namespace vienlogs::server::gateway;
using nlohmann::json;

namespace {

class GatewayAnswers : public GatewayTest {};
class GatewayWrites : public GatewayTest {};

} // namespace

TEST_F(GatewayAnswers, APersonInTheCanonicalShape) {
    const auto answer = ask(personQuery());
    EXPECT_EQ(answer.state, AnswerState::Ok);
    EXPECT_FALSE(answer.failure);
    EXPECT_EQ(answer.asOf, clock.now());
    EXPECT_EQ(answer.sourceName.lv, "Iedzīvotāju reģistrs");
    const auto& person = answer.data;
    EXPECT_EQ(person["identifier"], "PNOLV-010181-15098");
    EXPECT_EQ(person["givenName"], "Anna");
    EXPECT_EQ(person["familyName"], "Bērziņa");
    EXPECT_EQ(person["birthFamilyName"], "Liepiņa");
    EXPECT_EQ(person["birthDate"], "1981-01-01");
    EXPECT_EQ(person["sex"], "female");
    EXPECT_EQ(person["citizenship"], "LV");
    EXPECT_EQ(person["status"], "citizen");
    EXPECT_EQ(person["deceased"], false);
    EXPECT_EQ(person["residence"]["text"], "Rīgas iela 12 - 5, Cēsis, Cēsu nov., LV-4101");
    EXPECT_EQ(person["residence"]["since"], "2015-05-18");
    EXPECT_EQ(person["residence"]["addressCode"].get<std::string>().size(), 9u);
    ASSERT_EQ(person["children"].size(), 2u);
    EXPECT_EQ(person["children"][1], (json{{"identifier", "PNOLV-329105-66278"},
                                           {"givenName", "Sofija"},
                                           {"familyName", "Bērziņa"},
                                           {"birthDate", "2026-06-14"}}));
    EXPECT_EQ(person["spouse"]["givenName"], "Jānis");
    EXPECT_EQ(person["phone"], "+371 29000181");
    EXPECT_EQ(person["email"], "anna.berzina@example.lv");
}

TEST_F(GatewayAnswers, PeopleOfEveryKind) {
    const auto dead = ask(personQuery("PNOLV-030362-11189")).data;
    EXPECT_EQ(dead["deceased"], true);
    EXPECT_FALSE(dead.contains("residence"));
    const auto foreigner = ask(personQuery("PASIN-Z5671234")).data;
    EXPECT_EQ(foreigner["status"], "foreigner");
    EXPECT_EQ(foreigner["identifier"], "PASIN-Z5671234");
    const auto guarded = ask(personQuery("PNOLV-270388-12048")).data;
    EXPECT_EQ(guarded["underGuardianship"], true);
    EXPECT_EQ(guarded["guardian"]["givenName"], "Ināra");
    const auto widower = ask(personQuery("PNOLV-210860-10528")).data;
    EXPECT_FALSE(widower.contains("spouse"));
    EXPECT_EQ(widower["children"], json::array());
}

TEST_F(GatewayAnswers, ChildrenResidencesAndHousehold) {
    auto query = personQuery();
    query.operation = "children";
    EXPECT_EQ(ask(query).data[0]["givenName"], "Emīls");
    query.operation = "residences";
    const auto residences = ask(query).data;
    ASSERT_EQ(residences.size(), 2u);
    EXPECT_EQ(residences[0]["until"], residences[1]["since"]);
    EXPECT_FALSE(residences[1].contains("until"));
    query.operation = "household";
    query.parameters["addressCode"] = residences[1]["addressCode"];
    EXPECT_EQ(ask(query).data.size(), 4u);
}

TEST_F(GatewayWrites, ADeclaredResidenceIsSeenAtOnce) {
    const auto before = ask(personQuery()).data["residence"]["addressCode"];
    const auto found = ask(addressQuery("Lapsas pag")).data;
    ASSERT_FALSE(found.empty());
    auto query = personQuery();
    query.operation = "declareResidence";
    query.idempotencyKey = "01J0000000000000000000DECL";
    query.parameters = {{"addressCode", found[0]["code"]},
                        {"since", "2026-11-20"},
                        {"persons", {"PNOLV-010181-15098", "PNOLV-329105-66278"}}};
    const auto declared = ask(query);
    ASSERT_EQ(declared.state, AnswerState::Ok);
    const auto number = declared.data["number"];
    std::set<std::string> recorded; // the child is told, too
    for (const auto& look : witness.looks) {
        if (look.operation == "declareResidence") {
            recorded.insert(look.subject);
        }
    }
    EXPECT_EQ(recorded, (std::set<std::string>{"PNOLV-010181-15098", "PNOLV-329105-66278"}));
    EXPECT_EQ(ask(query).data["number"], number); // sent again: written once
    const auto after = ask(personQuery());
    EXPECT_FALSE(after.fromCache);
    EXPECT_NE(before, found[0]["code"]);
    EXPECT_EQ(after.data["residence"]["addressCode"], found[0]["code"]);
}

TEST_F(GatewayWrites, ARefusedDeclarationSaysSo) {
    auto query = personQuery();
    query.operation = "declareResidence";
    query.parameters = {
        {"addressCode", "999999999"}, {"since", "2026-11-20"}, {"persons", {"PNOLV-010181-15098"}}};
    const auto answer = ask(query);
    EXPECT_EQ(answer.state, AnswerState::Refused);
    EXPECT_EQ(answer.failure->code, codes::registerRefused);
    EXPECT_TRUE(answer.data.is_null());
}

TEST_F(GatewayAnswers, ACompanyInTheCanonicalShape) {
    const auto answer = ask(companyQuery());
    EXPECT_EQ(answer.state, AnswerState::Ok);
    EXPECT_EQ(answer.asOf, clock.now());
    EXPECT_EQ(answer.data["identifier"], "NTRLV-44103098761");
    EXPECT_EQ(answer.data["name"], "Gaujas koks");
    EXPECT_EQ(answer.data["form"], "SIA");
    EXPECT_EQ(answer.data["status"], "registered");
    EXPECT_EQ(answer.data["address"]["text"], "Stacijas iela 28, Cēsis, Cēsu nov., LV-4101");
    ASSERT_EQ(answer.data["representatives"].size(), 2u);
    EXPECT_EQ(answer.data["representatives"][0]["identifier"], "PNOLV-111272-10771");
    EXPECT_EQ(answer.data["representatives"][0]["name"], "Normunds Vītols");
    EXPECT_EQ(answer.data["representatives"][0]["right"], "joint");
    auto query = companyQuery();
    query.operation = "representatives";
    EXPECT_EQ(ask(query).data, answer.data["representatives"]);
}

TEST_F(GatewayAnswers, TheCompaniesOfAPerson) {
    auto query = companyQuery("PNOLV-140579-11524");
    query.operation = "companies";
    const auto one = ask(query).data;
    ASSERT_EQ(one.size(), 1u); // XML of one is a list all the same
    EXPECT_EQ(one[0]["name"], "Bērziņu darbnīca");
    EXPECT_EQ(one[0]["representatives"][0]["right"], "sole");
    query.subject = *base::Identifier::parse("PNOLV-161175-19997");
    EXPECT_EQ(ask(query).data, json::array());
}

TEST_F(GatewayAnswers, AddressesInTheCanonicalShape) {
    const auto found = ask(addressQuery("rigas iela 12 5 cesis")).data;
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0]["text"], "Rīgas iela 12 - 5, Cēsis, Cēsu nov., LV-4101");
    EXPECT_EQ(found[0]["postcode"], "LV-4101");
    EXPECT_EQ(found[0]["municipality"], "Cēsu novads");
    EXPECT_EQ(found[0]["dwelling"], true);
    EXPECT_EQ(ask(addressQuery(found[0]["code"], "address")).data, found[0]);
    EXPECT_FALSE(ask(addressQuery("LV-4101", "postcode")).data.empty());
    EXPECT_FALSE(ask(addressQuery("Rīgas & = ? # / % +")).data.is_null()); // stays inside the question
}

TEST_F(GatewayAnswers, AllAddressesPageByPage) {
    std::size_t count = 0;
    std::string next;
    int total = -1;
    do {
        const auto page = ask(addressQuery(next, "all")).data;
        total = page["total"];
        count += page["addresses"].size();
        next = page.value("next", "");
    } while (!next.empty());
    EXPECT_EQ(count, static_cast<std::size_t>(total));
}

TEST_F(GatewayAnswers, NobodyFoundIsAnAnswer) {
    for (const auto& query : {personQuery("PNOLV-320000-00000"), companyQuery("NTRLV-40203000000"),
                              addressQuery("1", "address")}) {
        const auto answer = ask(query);
        EXPECT_EQ(answer.state, AnswerState::NotFound) << query.registerId;
        EXPECT_EQ(answer.failure->code, codes::nobodyFound);
        EXPECT_TRUE(answer.data.is_null());
    }
}

TEST_F(GatewayAnswers, EverybodyInventedIsUnderstood) {
    const auto world = registers::generate(country);
    for (std::size_t i = 0; i < world->people.size(); i += 7) {
        EXPECT_EQ(ask(personQuery(world->people[i].identifier.toString().c_str())).state, AnswerState::Ok)
            << i;
    }
    for (std::size_t i = 0; i < world->companies.size(); i += 37) {
        EXPECT_EQ(ask(companyQuery(world->companies[i].identifier.toString().c_str())).state, AnswerState::Ok)
            << i;
    }
}
