// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <mutex>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "http_help.h"
#include "vienlogs/registers/generate.h"
#include "vienlogs/registers/standins.h"
#include "vienlogs/server/gateway/register_failures.h"
#include "vienlogs/server/gateway/register_gateway.h"

namespace vienlogs::server::gateway {

/// Notes in which order the gateway turned to whom, and fails where it is told to.
struct Witness final : CallerCheck, LookAudit, CallTraces {
    base::Result<void> confirm(const std::string& userId, const std::string& institution) override {
        const std::lock_guard lock(mutex);
        steps.push_back("authenticate " + userId + " " + institution);
        return callerFailure ? base::Result<void>(base::fail(*callerFailure)) : base::Result<void>();
    }
    base::Result<void> record(const LookRecord& look) override {
        const std::lock_guard lock(mutex);
        steps.push_back("audit " + look.operation);
        if (auditFailure)
            return base::fail(*auditFailure);
        looks.push_back(look);
        return {};
    }
    void add(const CallTrace& trace) override {
        const std::lock_guard lock(mutex);
        steps.push_back("trace " + trace.operation);
        trails.push_back(trace);
    }

    std::mutex mutex;
    std::vector<std::string> steps;
    std::vector<LookRecord> looks;
    std::vector<CallTrace> trails;
    std::optional<base::Failure> callerFailure, auditFailure;
};

/// A small country, because every suite starts it anew.
inline const registers::WorldOptions country{1, 300, {}};

/// The gateway with the project's own descriptions, new for every test, and the stand-ins on a free port,
/// which the tests of a suite share: those that write have a suite of their own.
class GatewayTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        auto world = registers::generate(country);
        ASSERT_TRUE(world);
        auto started = registers::StandIns::start(std::move(*world), 0, clock);
        ASSERT_TRUE(started) << started.error().detail;
        standIns = std::move(*started);
    }
    static void TearDownTestSuite() { standIns.reset(); }
    void SetUp() override {
        ASSERT_TRUE(standIns);
        clock = base::ManualClock(*base::fromRfc3339("2026-11-23T10:00:00Z"));
        auto loaded = loadRegisterDescriptions(VIENLOGS_SOURCE_DIR "/server/data/registers");
        ASSERT_TRUE(loaded) << loaded.error().detail;
        for (auto& description : *loaded) {
            description.address = "http://127.0.0.1:" + std::to_string(standIns->port());
            description.answerTimeout = std::chrono::milliseconds(600);
            control(description.id, {{"state", "up"}});
        }
        descriptions = *loaded;
        restart();
    }
    void restart() {
        auto made = RegisterGateway::create(descriptions, witness, witness, witness, clock);
        ASSERT_TRUE(made) << made.error().detail;
        gateway = std::move(*made);
    }
    RegisterDescription& description(const std::string& id) {
        for (auto& one : descriptions)
            if (one.id == id)
                return one;
        throw std::runtime_error(id);
    }
    static RegisterQuery personQuery(const char* identifier = "PNOLV-010181-15098") {
        return {.registerId = "population",
                .operation = "person",
                .subject = *base::Identifier::parse(identifier),
                .purpose = "residence-declaration",
                .legalBasis = "Dzīvesvietas deklarēšanas likums, 3. pants",
                .userId = "K-0001",
                .institution = "CESIS",
                .caseId = "case-7",
                .traceId = "0af7651916cd43dd8448eb211c80319c"};
    }
    static RegisterQuery companyQuery(const char* identifier = "NTRLV-44103098761") {
        auto query = personQuery(identifier);
        query.registerId = "enterprises";
        query.operation = "company";
        query.purpose = "enterprise-registration";
        query.legalBasis = "Komerclikums, 8. pants";
        return query;
    }
    static RegisterQuery addressQuery(const std::string& text, const char* operation = "search") {
        return {.registerId = "addresses",
                .operation = operation,
                .subject = text,
                .userId = "K-0001",
                .institution = "CESIS"};
    }
    /// Asks what must be allowed.
    RegisterAnswer ask(const RegisterQuery& query) {
        auto answer = gateway->ask(query);
        EXPECT_TRUE(answer) << answer.error().code.text << " " << answer.error().detail;
        return answer ? *answer : RegisterAnswer{};
    }
    void control(const std::string& id, const nlohmann::json& body) {
        EXPECT_EQ(testhelp::call(standIns->port(), "PUT", "/control/" + id, body.dump()).status, 200);
    }

    static inline base::ManualClock clock{*base::fromRfc3339("2026-11-23T10:00:00Z")};
    static inline std::unique_ptr<registers::StandIns> standIns;
    std::vector<RegisterDescription> descriptions;
    Witness witness;
    std::unique_ptr<RegisterGateway> gateway;
};

} // namespace vienlogs::server::gateway
