// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "gateway_fixture.h"
#include "vienlogs/base/failures_base.h"

using namespace vienlogs;
using namespace vienlogs::server::gateway;
using namespace std::chrono_literals;

namespace {

class GatewayPipeline : public GatewayTest {
protected:
    /// The failure of a query that must not reach the register: it would be seen by its state.
    base::FailureCode refused(const RegisterQuery& query) {
        control("population", {{"state", "down"}});
        const auto answer = gateway->ask(query);
        EXPECT_FALSE(answer);
        for (const auto& health : gateway->health()) {
            EXPECT_FALSE(health.state) << "the register was asked";
        }
        return answer ? base::FailureCode{} : answer.error().code;
    }
};

} // namespace

TEST_F(GatewayPipeline, GoesStepByStep) {
    EXPECT_EQ(ask(personQuery()).state, AnswerState::Ok);
    EXPECT_EQ(witness.steps,
              (std::vector<std::string>{"authenticate K-0001 CESIS", "audit person", "trace person"}));
    ASSERT_EQ(witness.looks.size(), 1u);
    const auto& look = witness.looks[0];
    EXPECT_EQ(look.subject, "PNOLV-010181-15098");
    EXPECT_EQ(look.purpose, "residence-declaration");
    EXPECT_EQ(look.legalBasis, "Dzīvesvietas deklarēšanas likums, 3. pants");
    EXPECT_EQ(look.userId, "K-0001");
    EXPECT_EQ(look.caseId, "case-7");
    EXPECT_EQ(look.at, clock.now());
    EXPECT_EQ(witness.trails[0].state, AnswerState::Ok);
    EXPECT_EQ(witness.trails[0].traceId, "0af7651916cd43dd8448eb211c80319c");
}

TEST_F(GatewayPipeline, WithoutASessionNothingElseHappens) {
    witness.callerFailure = base::Failure{codes::callerUnknown};
    EXPECT_EQ(refused(personQuery()), codes::callerUnknown);
    EXPECT_EQ(witness.steps, (std::vector<std::string>{"authenticate K-0001 CESIS", "trace person"}));
    auto nobody = personQuery();
    nobody.userId.clear();
    EXPECT_EQ(refused(nobody), codes::callerUnknown);
    EXPECT_EQ(witness.trails.back().failureCode, "VL-REG-0009");
}

TEST_F(GatewayPipeline, WithoutAPurposeOrABasisThereIsNoLook) {
    auto query = personQuery();
    query.purpose.clear();
    EXPECT_EQ(refused(query), codes::groundMissing);
    query = personQuery();
    query.legalBasis.clear();
    EXPECT_EQ(refused(query), codes::groundMissing);
    EXPECT_TRUE(witness.looks.empty());
}

TEST_F(GatewayPipeline, WhatNoLicenceNamesIsForbidden) {
    const auto changed = [](auto change) {
        auto query = personQuery();
        change(query);
        return query;
    };
    EXPECT_EQ(refused(changed([](auto& q) { q.institution = "SKOLA"; })), codes::noLicence);
    EXPECT_EQ(refused(changed([](auto& q) { q.purpose = "curiosity"; })), codes::noLicence);
    EXPECT_EQ(refused(changed([](auto& q) { q.legalBasis = "Komerclikums, 8. pants"; })), codes::noLicence);
    EXPECT_EQ(refused(changed([](auto& q) { q.legalBasis = "Dzīvesvietas deklarēšanas likumsX"; })),
              codes::noLicence);
    EXPECT_EQ(refused(changed([](auto& q) { q.purpose = "*"; })), codes::noLicence);
    EXPECT_EQ(refused(changed([](auto& q) {
                  q.purpose = "pension";
                  q.legalBasis = "Par valsts pensijām, 11. pants";
                  q.operation = "household";
                  q.parameters["addressCode"] = "114000024";
              })),
              codes::noLicence);
    EXPECT_TRUE(witness.looks.empty());
}

TEST_F(GatewayPipeline, EveryServiceOfTheCatalogueMayLookWhereItSays) {
    int looks = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(VIENLOGS_SOURCE_DIR "/server/data/catalogue/services")) {
        std::ifstream stream(file.path());
        const auto service = nlohmann::json::parse(stream);
        for (const auto& registerId : service["registerUse"]["registers"]) {
            auto query = registerId == "addresses" ? addressQuery("cesis") : personQuery();
            query.registerId = registerId;
            query.operation = registerId == "population"    ? "person"
                              : registerId == "enterprises" ? "companies"
                                                            : "search";
            query.purpose = service["registerUse"]["purpose"];
            query.legalBasis = service["registerUse"]["legalBasis"];
            const auto answer = gateway->ask(query);
            EXPECT_TRUE(answer) << service["id"] << " " << registerId << " " << query.purpose << " "
                                << query.legalBasis;
            ++looks;
        }
    }
    EXPECT_GT(looks, 40);
}

TEST_F(GatewayPipeline, NoLicencesMeanNoLooks) {
    description("population").licences.clear();
    restart();
    EXPECT_EQ(refused(personQuery()), codes::noLicence);
}

TEST_F(GatewayPipeline, NoLookWithoutItsAuditRecord) {
    witness.auditFailure = base::Failure{base::codes::diskFull};
    EXPECT_EQ(refused(personQuery()), base::codes::diskFull);
    EXPECT_EQ(witness.steps.back(), "trace person");
}

TEST_F(GatewayPipeline, ALookFromTheCacheIsOnRecordToo) {
    ask(personQuery());
    auto query = personQuery();
    query.userId = "K-0002";
    EXPECT_TRUE(ask(query).fromCache);
    ASSERT_EQ(witness.looks.size(), 2u);
    EXPECT_EQ(witness.looks[1].userId, "K-0002");
    witness.auditFailure = base::Failure{base::codes::diskFull};
    EXPECT_FALSE(gateway->ask(query));
    query.institution = "SKOLA"; // and a licence is asked for as well
    witness.auditFailure.reset();
    EXPECT_FALSE(gateway->ask(query));
}

TEST_F(GatewayPipeline, RefusesWhatItDoesNotKnow) {
    auto query = personQuery();
    query.registerId = "weather";
    EXPECT_EQ(refused(query), codes::descriptionWrong);
    query = personQuery();
    query.operation = "everything";
    EXPECT_EQ(refused(query), codes::descriptionWrong);
    query = personQuery();
    query.subject = std::string("Anna Bērziņa"); // a person is never a text
    EXPECT_EQ(refused(query), base::codes::invalidArgument);
    query = personQuery();
    query.operation = "household"; // without its address
    EXPECT_EQ(refused(query), base::codes::invalidArgument);
    query = personQuery();
    query.caseId = "x\r\nX-Road-UserId: other";
    EXPECT_EQ(refused(query), base::codes::invalidArgument);
}

TEST_F(GatewayPipeline, OpenDataNeedNoPurposeAndNoAudit) {
    EXPECT_EQ(ask(addressQuery("cesis")).state, AnswerState::Ok);
    EXPECT_EQ(witness.steps, (std::vector<std::string>{"authenticate K-0001 CESIS", "trace search"}));
}

TEST_F(GatewayPipeline, TracesCarryNobody) {
    ask(personQuery());
    const auto& trace = witness.trails[0];
    for (const auto& text : {trace.registerId, trace.operation, trace.traceId, trace.failureCode}) {
        EXPECT_EQ(text.find("010181"), std::string::npos);
    }
}

TEST_F(GatewayPipeline, ManyAtOnce) {
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 15; ++i) {
                const auto query = i % 3 == 0   ? personQuery()
                                   : i % 3 == 1 ? companyQuery()
                                                : addressQuery("iela " + std::to_string(t));
                const auto answer = gateway->ask(query);
                good += answer && answer->state == AnswerState::Ok ? 1 : 0;
            }
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(good, 120);
    EXPECT_EQ(witness.looks.size(), 80u);
}

TEST_F(GatewayPipeline, IsMadeOnlyOfWhatCanWork) {
    auto twice = descriptions;
    twice.push_back(twice.front());
    EXPECT_FALSE(RegisterGateway::create(twice, witness, witness, witness, clock));
    for (const char* address :
         {"", "https://127.0.0.1:1", "http://127.0.0.1", "http://:80", "http://127.0.0.1:0",
          "http://127.0.0.1:99999", "http://a@b:1", "http://h/p:1"}) {
        auto wrong = descriptions;
        wrong[0].address = address;
        EXPECT_FALSE(RegisterGateway::create(wrong, witness, witness, witness, clock)) << address;
    }
}
