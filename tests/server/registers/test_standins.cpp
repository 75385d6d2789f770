// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "http_help.h"
#include "vienlogs/registers/generate.h"
#include "vienlogs/registers/standins.h"

using namespace vienlogs;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

const std::string population = "/r1/LV/GOV/90000054163/iedzivotaju-registrs/";
const std::string enterprises = "/ws/uznemumu-registrs";
const std::string addresses = "/adresu-registrs/v1/";
const json anna{{"identifikators", {{"veids", "PNO"}, {"valsts", "LV"}, {"vertiba", "010181-15098"}}}};

/// The tests of a suite share the stand-ins: those that write have a suite of their own.
class RegisterStandIns : public testing::Test {
protected:
    static void SetUpTestSuite() {
        auto world = registers::generate({1, 2400, {}});
        ASSERT_TRUE(world);
        auto started = registers::StandIns::start(std::move(*world), 0, clock);
        ASSERT_TRUE(started) << started.error().detail;
        standIns = std::move(*started);
    }
    static void TearDownTestSuite() { standIns.reset(); }
    void SetUp() override {
        ASSERT_TRUE(standIns);
        for (const char* id : {"population", "enterprises", "addresses"})
            control(id, {{"state", "up"}});
    }
    testhelp::Reply ask(const std::string& service, const json& body, const std::string& messageId = "m-1") {
        return testhelp::call(standIns->port(), "POST", population + service, body.dump(),
                              {{"X-Road-Client", "LV/GOV/90000000001/tests"},
                               {"X-Road-Id", messageId},
                               {"X-Road-UserId", "K-0001"},
                               {"X-Road-Issue", "case-7"}});
    }
    testhelp::Reply soap(const std::string& inside) {
        return testhelp::call(standIns->port(), "POST", enterprises,
                              "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" +
                                  inside + "</s:Body></s:Envelope>");
    }
    testhelp::Reply get(const std::string& target) { return testhelp::call(standIns->port(), "GET", target); }
    testhelp::Reply control(const std::string& id, const json& body) {
        return testhelp::call(standIns->port(), "PUT", "/control/" + id, body.dump());
    }
    json annaNow() { return json::parse(ask("persona", anna).body).at("persona"); }

    static inline base::ManualClock clock{*base::fromRfc3339("2026-11-23T10:00:00Z")};
    static inline std::unique_ptr<registers::StandIns> standIns;
};

class RegisterStandInsThatWrite : public RegisterStandIns {};

} // namespace

TEST_F(RegisterStandIns, PopulationTellsAPersonOverXRoad) {
    const auto reply = ask("persona", anna);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("X-Road-Id"), "m-1");
    EXPECT_EQ(reply.header("X-Road-UserId"), "K-0001");
    EXPECT_EQ(reply.header("X-Road-Issue"), "case-7");
    EXPECT_FALSE(reply.header("X-Road-Request-Id").empty());
    EXPECT_EQ(reply.header("X-Road-Request-Hash").size(), 88u);
    const auto body = json::parse(reply.body);
    EXPECT_EQ(body["datiUz"], "2026-11-23T10:00:00.000Z");
    EXPECT_EQ(body["persona"]["vards"], "Anna");
    EXPECT_EQ(body["persona"]["berni"].size(), 2u);
    EXPECT_EQ(body["persona"]["laulatais"]["vards"], "Jānis");
    EXPECT_EQ(body["persona"]["deklaretaDzivesvieta"]["adrese"],
              "Rīgas iela 12 - 5, Cēsis, Cēsu nov., LV-4101");
}

TEST_F(RegisterStandIns, PopulationWantsToKnowItsCaller) {
    const auto without = testhelp::call(standIns->port(), "POST", population + "persona", anna.dump());
    EXPECT_EQ(without.status, 400);
    EXPECT_EQ(without.header("X-Road-Error"), "Client.BadRequest");
    const auto wrong = testhelp::call(standIns->port(), "POST", population + "persona", anna.dump(),
                                      {{"X-Road-Client", "LV//GOV"}});
    EXPECT_EQ(wrong.status, 400);
}

TEST_F(RegisterStandIns, PopulationRefusesWhatItDoesNotKnow) {
    EXPECT_EQ(ask("nav", anna).header("X-Road-Error"), "Server.ServerProxy.UnknownService");
    EXPECT_EQ(ask("persona",
                  json{{"identifikators", {{"veids", "PNO"}, {"valsts", "LV"}, {"vertiba", "320000-00000"}}}})
                  .status,
              404);
    EXPECT_EQ(ask("persona", json::object()).status, 404);
    EXPECT_EQ(ask("persona", json::array()).status, 400);
    EXPECT_EQ(ask("persona", std::string(70'000, 'x')).status, 413);
}

TEST_F(RegisterStandIns, PopulationTellsChildrenResidencesAndHousehold) {
    EXPECT_EQ(json::parse(ask("berni", anna).body)["berni"][1]["vards"], "Sofija");
    const auto history = json::parse(ask("dzivesvietas", anna).body)["dzivesvietas"];
    ASSERT_EQ(history.size(), 2u);
    EXPECT_EQ(history[0]["lidzDatumam"], history[1]["noDatuma"]);
    const auto home = annaNow()["deklaretaDzivesvieta"]["adresesKods"];
    EXPECT_EQ(json::parse(ask("majsaimnieciba", {{"adresesKods", home}}).body)["personas"].size(), 4u);
    EXPECT_EQ(ask("majsaimnieciba", {{"adresesKods", "1"}}).status, 404);
}

TEST_F(RegisterStandInsThatWrite, PopulationDeclaresAResidenceOnce) {
    const auto found = json::parse(get(addresses + "adreses?q=Lapsas").body)["adreses"];
    ASSERT_FALSE(found.empty());
    const auto child = annaNow()["berni"][1]["identifikators"];
    const json declaration{{"deklaretajs", anna},
                           {"personas", {anna["identifikators"], child}},
                           {"adresesKods", found[0]["kods"]},
                           {"noDatuma", "2026-11-20"}};
    const auto first = ask("deklarejumi", declaration, "d-1");
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(json::parse(first.body)["personuSkaits"], 2);
    EXPECT_EQ(json::parse(ask("deklarejumi", declaration, "d-1").body),
              json::parse(first.body)); // a lost answer asked again
    EXPECT_EQ(annaNow()["deklaretaDzivesvieta"]["adresesKods"], found[0]["kods"]);
    EXPECT_EQ(annaNow()["deklaretaDzivesvieta"]["noDatuma"], "2026-11-20");
    auto other = declaration;
    other["noDatuma"] = "2026-11-21";
    EXPECT_EQ(ask("deklarejumi", other, "d-1").status, 409);
}

TEST_F(RegisterStandInsThatWrite, PopulationRefusesAWrongDeclaration) {
    const auto home = annaNow()["deklaretaDzivesvieta"]["adresesKods"];
    const json right{{"deklaretajs", anna},
                     {"personas", {anna["identifikators"]}},
                     {"adresesKods", home},
                     {"noDatuma", "2026-11-20"}};
    const auto with = [&](const char* name, const json& value) {
        auto changed = right;
        changed[name] = value;
        static int number = 0;
        return ask("deklarejumi", changed, "w-" + std::to_string(++number)).status;
    };
    EXPECT_EQ(with("noDatuma", "2026-11-24"), 422); // tomorrow
    EXPECT_EQ(with("noDatuma", "2025-11-01"), 422);
    EXPECT_EQ(with("adresesKods", "999999999"), 422);
    EXPECT_EQ(with("personas", json::array()), 422);
    EXPECT_EQ(with("personas", {{{"veids", "PNO"}, {"valsts", "LV"}, {"vertiba", "210860-10528"}}}),
              422); // a stranger
    EXPECT_EQ(with("deklaretajs", 7), 500);
    EXPECT_EQ(ask("deklarejumi", right, "").status, 400);
    EXPECT_EQ(with("noDatuma", "2026-11-20"), 200);
}

TEST_F(RegisterStandIns, EnterprisesServeTheirWsdl) {
    const auto reply = get(enterprises + "?wsdl");
    EXPECT_EQ(reply.status, 200);
    pugi::xml_document wsdl;
    ASSERT_TRUE(wsdl.load_string(reply.body.c_str()));
    const std::string location = wsdl.select_node("//soap:address/@location").attribute().value();
    EXPECT_EQ(location, "http://127.0.0.1:" + std::to_string(standIns->port()) + enterprises);
}

TEST_F(RegisterStandIns, EnterprisesTellACompanyAndWhoRepresentsIt) {
    const auto reply =
        soap("<UznemumaDati xmlns=\"urn:lv:ur:uznemumu-registrs:1\"><RegistracijasNumurs>44103098761"
             "</RegistracijasNumurs></UznemumaDati>");
    EXPECT_EQ(reply.status, 200);
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(reply.body.c_str()));
    const auto company = document.select_node("//Uznemums").node();
    EXPECT_STREQ(company.child("Nosaukums").text().get(), "Gaujas koks");
    EXPECT_EQ(company.select_nodes("Amatpersonas/Amatpersona[ParstavibasTiesibas='KOPA']").size(), 2u);
    const auto represented =
        soap("<ParstavamieUznemumi><Persona><Veids>PNO</Veids><Valsts>LV</Valsts><Vertiba>"
             "140579-11524</Vertiba></Persona></ParstavamieUznemumi>");
    EXPECT_NE(represented.body.find("Bērziņu darbnīca"), std::string::npos);
}

TEST_F(RegisterStandIns, EnterprisesFaultAsSoapDoes) {
    const auto unknown =
        soap("<UznemumaDati><RegistracijasNumurs>40203000000</RegistracijasNumurs></UznemumaDati>");
    EXPECT_EQ(unknown.status, 500);
    EXPECT_NE(unknown.body.find("<faultcode>soap:Client</faultcode>"), std::string::npos);
    EXPECT_NE(unknown.body.find("NavAtrasts"), std::string::npos);
    EXPECT_EQ(soap("<Nezinams/>").status, 500);
    EXPECT_EQ(testhelp::call(standIns->port(), "POST", enterprises, "<a").status, 500);
}

TEST_F(RegisterStandIns, AddressesAreFoundWhileTyping) {
    std::string typed;
    for (const char* piece : {"r", "ī", "gas ", "12", " ces"}) {
        typed += piece;
        std::string encoded;
        for (const char c : typed) {
            char hex[4];
            std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned char>(c));
            encoded += hex;
        }
        EXPECT_FALSE(json::parse(get(addresses + "adreses?q=" + encoded).body)["adreses"].empty()) << typed;
    }
    const auto exact =
        json::parse(get(addresses + "adreses?q=rigas+iela+12+5+cesis&skaits=1").body)["adreses"];
    ASSERT_EQ(exact.size(), 1u);
    EXPECT_EQ(exact[0]["adrese"], "Rīgas iela 12 - 5, Cēsis, Cēsu nov., LV-4101");
    EXPECT_EQ(exact[0]["pasvaldiba"], "Cēsu novads");
    EXPECT_TRUE(json::parse(get(addresses + "adreses?q=xyzzy").body)["adreses"].empty());
    EXPECT_TRUE(json::parse(get(addresses + "adreses?q=,").body)["adreses"].empty());
}

TEST_F(RegisterStandIns, AddressesComeByCodePostcodeAndAllInPages) {
    std::set<std::string> codes;
    std::string after;
    std::size_t total = 0;
    for (int page = 0; page < 20; ++page) {
        const auto body = json::parse(get(addresses + "adreses?skaits=700&pec=" + after).body);
        total = body["kopa"];
        for (const auto& address : body["adreses"]) {
            EXPECT_TRUE(codes.insert(address["kods"]).second);
        }
        if (!body.contains("pec"))
            break;
        after = body["pec"];
    }
    EXPECT_EQ(codes.size(), total);
    EXPECT_GE(total, 2500u);
    EXPECT_EQ(json::parse(get(addresses + "adreses/" + *codes.begin()).body)["adrese"]["kods"],
              *codes.begin());
    EXPECT_EQ(get(addresses + "adreses/1").status, 404);
    EXPECT_FALSE(json::parse(get(addresses + "pasta-indeksi/LV-4101").body)["adreses"].empty());
    EXPECT_EQ(get(addresses + "pasta-indeksi/LV-9999").status, 404);
}

TEST_F(RegisterStandIns, AreSwitchedOneByOne) {
    EXPECT_EQ(control("population", {{"state", "closed"}, {"closedUntil", "2026-11-24T06:00:00Z"}}).status,
              200);
    const auto closed = ask("persona", anna);
    EXPECT_EQ(closed.status, 503);
    EXPECT_EQ(closed.header("X-Road-Error"), "Server.ServerProxy.ServiceDisabled");
    EXPECT_NE(closed.body.find("2026-11-24T06:00:00"), std::string::npos);
    EXPECT_EQ(get(addresses + "adreses?q=riga").status, 200); // the others go on
    EXPECT_EQ(json::parse(get("/control/population").body)["state"], "closed");
    control("population", {{"state", "error"}});
    EXPECT_EQ(ask("persona", anna).status, 500);
    control("population", {{"state", "up"}});
    EXPECT_EQ(ask("persona", anna).status, 200);
    control("enterprises", {{"state", "closed"}});
    EXPECT_NE(soap("<UznemumaDati/>").body.find("SlegtsLidz"), std::string::npos);
    control("addresses", {{"state", "closed"}});
    EXPECT_EQ(get(addresses + "adreses").status, 503);
}

TEST_F(RegisterStandIns, DownClosesAndSilentNeverAnswers) {
    control("addresses", {{"state", "down"}});
    EXPECT_THROW(get(addresses + "adreses"), Poco::Exception);
    control("addresses", {{"state", "silent"}});
    EXPECT_THROW(testhelp::call(standIns->port(), "GET", addresses + "adreses", {}, {}, 200ms),
                 Poco::TimeoutException);
}

TEST_F(RegisterStandIns, LatencyIsAtLeastWhatWasAskedFor) {
    control("addresses", {{"latencyMs", 150}});
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(get(addresses + "adreses/1").status, 404);
    EXPECT_GE(std::chrono::steady_clock::now() - start, 150ms);
}

TEST_F(RegisterStandIns, StaleDataAreThoseOfTheirDay) {
    control("population", {{"state", "stale"}, {"staleSince", "2026-06-13T12:00:00Z"}});
    auto body = json::parse(ask("persona", anna).body);
    EXPECT_EQ(body["datiUz"], "2026-06-13T12:00:00.000Z");
    EXPECT_EQ(body["persona"]["berni"].size(), 1u); // Sofija was born the day after
    control("population", {{"state", "stale"}, {"staleSince", "2014-01-01T00:00:00Z"}});
    body = json::parse(ask("persona", anna).body);
    EXPECT_NE(body["persona"]["deklaretaDzivesvieta"]["adrese"].get<std::string>().find("Valmiera"),
              std::string::npos);
    control("enterprises", {{"state", "stale"}, {"staleSince", "2015-01-01T00:00:00Z"}});
    EXPECT_NE(soap("<UznemumaDati><RegistracijasNumurs>44103112345</RegistracijasNumurs></UznemumaDati>")
                  .body.find("NavAtrasts"),
              std::string::npos);
}

TEST_F(RegisterStandIns, NonsenseIsNeverAGoodAnswer) {
    control("population", {{"state", "nonsense"}});
    std::set<std::string> kinds;
    for (int i = 0; i < 4; ++i)
        kinds.insert(ask("persona", anna).body);
    EXPECT_EQ(kinds.size(), 4u);
}

TEST_F(RegisterStandIns, RefuseAWrongSwitch) {
    for (const char* body :
         {"", "[]", R"({"state":"broken"})", R"({"latencyMs":-1})", R"({"latencyMs":90000})",
          R"({"latencyMs":"1"})", R"({"state":"stale","staleSince":"yesterday"})"})
        EXPECT_EQ(testhelp::call(standIns->port(), "PUT", "/control/population", body).status, 400) << body;
    EXPECT_EQ(get("/control/nothing").status, 404);
    EXPECT_EQ(testhelp::call(standIns->port(), "DELETE", "/control/population").status, 405);
    EXPECT_EQ(json::parse(get("/control/population").body)["state"], "up");
}
