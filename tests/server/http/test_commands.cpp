// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <mutex>
#include <random>
#include <set>
#include <sstream>
#include <thread>
#include <tuple>

#include "vienlogs/contract/codec.h"
#include "vienlogs/digest/sha256.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;
using contract::CommandStatus;
using domain::cases::Command;

namespace {

class CommandTest : public testing::Test {
protected:
    void SetUp() override {
        server.start();
        line = std::make_unique<TlsClient>(server.address, server.deviceFolder("ces-01"));
        session = server.session(*line, server.clerk);
    }
    std::vector<contract::CommandResult> post(TlsClient& from, const std::vector<Command>& commands) {
        const auto answer = from.ask("POST", "/v1/commands:batch", session, contract::encode(commands));
        const auto results = contract::decode<std::vector<contract::CommandResult>>(answer.body);
        EXPECT_TRUE(results) << answer.status << " " << answer.body;
        return results.value_or(std::vector<contract::CommandResult>());
    }
    std::vector<contract::CommandResult> post(const std::vector<Command>& commands) {
        return post(*line, commands);
    }
    domain::cases::Case caseById(base::Ulid id) {
        const auto answer = line->ask("GET", "/v1/cases/" + id.toString(), session);
        const auto found = contract::decode<domain::cases::Case>(answer.body);
        EXPECT_TRUE(found) << answer.body;
        return found.value_or(domain::cases::Case{});
    }
    static Command answers(Desk& desk, base::Ulid id, int number) {
        return desk.make(id, domain::cases::SaveAnswers{"{\"n\":" + std::to_string(number) + "}"});
    }

    ServerFixture server;
    std::unique_ptr<TlsClient> line;
    TlsClient::Headers session;
    Desk desk{"ces-01"};
};

} // namespace

TEST_F(CommandTest, ACaseComesToLifeAndIsSeenInTheFeed) {
    const auto id = desk.newId();
    const auto results = post({desk.openCase(id), answers(desk, id, 1)});
    ASSERT_EQ(results.size(), 2U);
    EXPECT_EQ(results[0].status, CommandStatus::Accepted);
    EXPECT_EQ(results[1].version, 2);
    EXPECT_EQ(caseById(id).answersJson, "{\"n\":1}");
    const auto page = contract::decode<contract::ChangesPage>(
        line->ask("GET", "/v1/changes?scope=place:CES", session).body);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->changes.size(), 1U) << "one object, one change, however often it changed";
    EXPECT_EQ(page->changes[0].id, id.toString());
}

TEST_F(CommandTest, TheSameCommandAgainGetsTheSameResult) {
    const auto id = desk.newId();
    const std::vector batch{desk.openCase(id), answers(desk, id, 1),
                            desk.make(id, domain::cases::SubmitCase{})}; // not signed: refused
    const auto first = post(batch);
    ASSERT_EQ(first[2].status, CommandStatus::Rejected);
    EXPECT_EQ(first[2].problem->code, "VL-CASE-0004");
    EXPECT_EQ(post(batch), first);
    EXPECT_EQ(caseById(id).version, 2);
}

TEST_F(CommandTest, ARefusedCommandDoesNotBlockOthers) {
    const auto id = desk.newId();
    post({desk.openCase(id), desk.make(id, domain::cases::SubmitCase{})});
    EXPECT_EQ(post({answers(desk, id, 2)})[0].status, CommandStatus::Accepted);
}

TEST_F(CommandTest, TheSameKeyWithAnotherBodyIsRefused) {
    const auto id = desk.newId();
    auto command = desk.openCase(id);
    post({command});
    std::get<domain::cases::OpenCase>(command.body).serviceId = "something-else";
    const auto again = post({command});
    EXPECT_EQ(again[0].status, CommandStatus::Rejected);
    EXPECT_EQ(again[0].problem->status, 422);
    EXPECT_EQ(again[0].problem->code, "VL-SRV-0012");
    EXPECT_EQ(caseById(id).serviceId, "dzivesvietas-deklaresana");
}

TEST_F(CommandTest, WhatWasTurnedAwayIsOnRecord) {
    const auto id = desk.newId();
    auto command = desk.openCase(id);
    post({command});
    std::get<domain::cases::OpenCase>(command.body).serviceId = "something-else";
    post({command});
    Desk device("ces-02");
    const auto foreign = device.openCase(device.newId());
    post({foreign});
    // Done by somebody else at this desk, sent in this session: both are on record.
    Desk colleague("ces-01", "A-0001");
    std::ignore = colleague.openCase(colleague.newId()); // the sequence of what this desk did
    EXPECT_EQ(post({colleague.openCase(colleague.newId())})[0].status, CommandStatus::Accepted);
    EXPECT_EQ(line->ask("GET", "/v1/audit/export", session).status, 403);
    auto office = server.connect("office-01");
    const auto audit =
        office.ask("GET", "/v1/audit/export", server.session(office, server.auditor, "CESP")).body;
    const auto lineWith = [&](const std::string& what, const std::string& code) {
        std::istringstream lines(audit);
        for (std::string one; std::getline(lines, one);)
            if (one.find("\"what\":\"" + what + "\"") != std::string::npos &&
                one.find(code) != std::string::npos)
                return one;
        return std::string();
    };
    EXPECT_NE(lineWith("refused.case.open", "VL-SRV-0012").find(command.key.toString()), std::string::npos);
    EXPECT_NE(lineWith("refused.case.open", "VL-SRV-0004").find(foreign.key.toString()), std::string::npos);
    const auto sent = lineWith("case.open", "A-0001");
    EXPECT_NE(sent.find("\"name\":\"Name of A-0001\""), std::string::npos) << sent;
    EXPECT_NE(sent.find("\"sender\":\"K-0001\""), std::string::npos) << sent;
    const auto right = lineWith("refused.auditExport", "VL-SRV-0002");
    EXPECT_NE(right.find("K-0001"), std::string::npos) << audit;
    EXPECT_NE(right.find("ces-01"), std::string::npos);
    for (const auto& one : {lineWith("refused.case.open", "VL-SRV-0012"), right})
        EXPECT_NE(one.find("\"subject\":\"\""), std::string::npos) << "nobody's data: " << one;
}

TEST_F(CommandTest, OneSequenceIsNotTwoCommands) {
    post({desk.openCase(desk.newId())});
    Desk clone("ces-01");
    const auto results = post({clone.openCase(clone.newId())});
    EXPECT_EQ(results[0].status, CommandStatus::Conflict);
    EXPECT_EQ(results[0].problem->code, "VL-SRV-0015");
}

TEST_F(CommandTest, WhatFollowsAReusedSequenceIsNotDecidedWithoutIt) {
    post({desk.openCase(desk.newId())});
    Desk clone("ces-01");
    const auto id = clone.newId();
    std::vector batch{clone.openCase(id), answers(clone, id, 1), answers(clone, id, 2)};
    const auto results = post(batch);
    EXPECT_EQ(results[0].problem->code, "VL-SRV-0015");
    EXPECT_EQ(results[1].status, CommandStatus::InFlight);
    EXPECT_EQ(results[2].status, CommandStatus::InFlight);
    for (auto& command : batch)
        command.epoch = 2;
    for (const auto& result : post(batch))
        EXPECT_EQ(result.status, CommandStatus::Accepted);
    EXPECT_EQ(caseById(id).version, 3);
}

TEST_F(CommandTest, AnOldEpochIsAConflict) {
    auto restored = desk.openCase(desk.newId());
    restored.epoch = 2;
    EXPECT_EQ(post({restored})[0].status, CommandStatus::Accepted);
    Desk old("ces-01");
    const auto results = post({old.openCase(old.newId())});
    EXPECT_EQ(results[0].status, CommandStatus::Conflict);
    EXPECT_EQ(results[0].problem->code, "VL-SRV-0014");
}

TEST_F(CommandTest, ARestoredDeviceOffersItsCommandsAgainInANewEpoch) {
    const auto id = desk.newId();
    auto known = desk.openCase(id);
    const auto first = post({known});
    ASSERT_EQ(first[0].status, CommandStatus::Accepted);
    auto next = answers(desk, id, 1);
    known.epoch = next.epoch = 7;
    known.sequence = 1;
    next.sequence = 2;
    auto again = post({known, next})[0];
    again.mark = first[0].mark; // of the moment, with the last of a batch only
    EXPECT_EQ(again, first[0]) << "the stored result, not a second case";
    EXPECT_EQ(post({next})[0].status, CommandStatus::Accepted) << "it does not wait for the known one";
    EXPECT_EQ(caseById(id).version, 2);
}

TEST_F(CommandTest, WhatBelongsToAnotherPlaceDoesNotHoldUpTheRest) {
    auto elsewhere = desk.openCase(desk.newId());
    elsewhere.place = "VAL";
    const auto results = post({elsewhere, desk.openCase(desk.newId())});
    EXPECT_EQ(results[0].problem->code, "VL-SRV-0005");
    EXPECT_EQ(results[1].status, CommandStatus::Accepted);
}

TEST_F(CommandTest, WhatComesTooEarlyWaitsForWhatIsMissing) {
    const auto id = desk.newId();
    const auto first = desk.openCase(id);
    const auto second = answers(desk, id, 1);
    EXPECT_EQ(post({second})[0].status, CommandStatus::InFlight);
    const auto both = post({second, first}); // in the wrong order even within a batch
    EXPECT_EQ(both[0].status, CommandStatus::InFlight);
    EXPECT_EQ(both[1].status, CommandStatus::Accepted);
    EXPECT_EQ(post({second})[0].status, CommandStatus::Accepted);
}

TEST_F(CommandTest, ACommandWaitsForItsBlobAndOthersDoNot) {
    const auto waiting = desk.newId();
    const auto other = desk.newId();
    const std::string scan = "a scanned page";
    const auto sha256 = digest::toHex(digest::sha256(scan));
    const std::vector batch{
        desk.openCase(waiting),
        desk.make(waiting, domain::cases::AttachDocument{{domain::cases::Document::Kind::SignedScan, sha256,
                                                          "Scan", "application/pdf", 14, 1}}),
        desk.openCase(other),
        desk.make(waiting, domain::cases::SignCase{domain::cases::SigningMethod::Paper, sha256})};
    const auto first = post(batch);
    EXPECT_EQ(first[0].status, CommandStatus::Accepted);
    EXPECT_EQ(first[1].status, CommandStatus::InFlight);
    EXPECT_EQ(first[2].status, CommandStatus::Accepted) << "another stream goes on";
    EXPECT_EQ(first[3].status, CommandStatus::InFlight) << "the stream keeps its order";
    std::ignore = line->ask("POST", "/v1/blobs", session, "{\"sha256\":\"" + sha256 + "\",\"size\":14}");
    EXPECT_EQ(line->ask("PUT", "/v1/blobs/" + sha256 + "/pieces/0", session, scan).status, 200);
    for (const auto& result : post(batch))
        EXPECT_EQ(result.status, CommandStatus::Accepted);
    EXPECT_EQ(caseById(waiting).state, domain::cases::CaseState::Signed);
}

TEST_F(CommandTest, NobodySpeaksForAnotherDevicePlaceOrClerk) {
    Desk device("ces-02");
    EXPECT_EQ(post({device.openCase(device.newId())})[0].problem->code, "VL-SRV-0004");
    Desk place("ces-01", "K-0001", "VAL");
    EXPECT_EQ(post({place.openCase(place.newId())})[0].problem->code, "VL-SRV-0005");
    Desk clerk("ces-01", "K-9999");
    std::ignore = clerk.openCase(clerk.newId()); // the sequence that the refused one took
    EXPECT_EQ(post({clerk.openCase(clerk.newId())})[0].problem->code, "VL-SRV-0010");
}

TEST_F(CommandTest, APageOfLargeCasesIsCutSoThatADeskCanTakeIt) {
    const std::string large = "{\"a\":\"" + std::string(250'000, 'x') + "\"}";
    for (int i = 0; i < 12; ++i) {
        const auto id = desk.newId();
        post({desk.openCase(id), desk.make(id, domain::cases::SaveAnswers{large})});
    }
    std::string next;
    std::size_t got = 0;
    int pages = 0;
    for (bool more = true; more && pages < 12; ++pages) {
        const auto after = got == 0 ? std::string() : "&after=" + next;
        const auto answer = line->ask("GET", "/v1/changes?scope=place:CES" + after, session);
        EXPECT_LT(answer.body.size(), 4U * 1024 * 1024);
        const auto page = contract::decode<contract::ChangesPage>(answer.body);
        ASSERT_TRUE(page);
        got += page->changes.size();
        next = page->next;
        more = page->more;
    }
    EXPECT_EQ(got, 12U);
    EXPECT_EQ(pages, 2);
}

/// One case that no desk could read would stop the feed of its whole place.
TEST_F(CommandTest, ACaseGrowsOnlyAsFarAsADeskCanReadIt) {
    const auto id = desk.newId();
    auto open = desk.openCase(id);
    std::get<domain::cases::OpenCase>(open.body).institution = std::string(1'500'000, 'x');
    ASSERT_EQ(post({open})[0].status, CommandStatus::Accepted);
    domain::cases::Invoice invoice{.id = desk.newId(), .number = "1", .issuedAt = open.at};
    for (int i = 0; i < 3; ++i) {
        invoice.purpose = std::string(static_cast<std::size_t>(1'000'000 + 1'000'000 * i), 'y');
        const auto result = post({desk.make(id, domain::cases::IssueInvoice{invoice})});
        ASSERT_EQ(result.size(), 1U);
        EXPECT_EQ(result[0].status, CommandStatus::Rejected);
    }
    EXPECT_LT(caseById(id).invoice ? caseById(id).invoice->purpose.size() : 0, 1'000'000U);
    EXPECT_TRUE(contract::decode<contract::ChangesPage>(
        line->ask("GET", "/v1/changes?scope=place:CES", session).body));
}

TEST_F(CommandTest, ABatchHasALimit) {
    std::vector<Command> many;
    for (int i = 0; i < 101; ++i)
        many.push_back(desk.openCase(desk.newId()));
    const auto answer = line->ask("POST", "/v1/commands:batch", session, contract::encode(many));
    EXPECT_EQ(answer.status, 413);
}

/// Eight lines of one desk, everything sent at least twice and in any order: each command counts once.
TEST_F(CommandTest, AThousandCommandsFromEightThreadsExactlyOnce) {
    constexpr int cases = 50;
    constexpr int perCase = 20;
    std::vector<Command> all;
    std::vector<base::Ulid> ids;
    for (int c = 0; c < cases; ++c)
        ids.push_back(desk.newId());
    for (int n = 0; n < perCase; ++n)
        for (const auto& id : ids)
            all.push_back(n == 0 ? desk.openCase(id) : answers(desk, id, n));
    std::mutex mutex;
    std::set<base::Ulid> accepted;
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (unsigned t = 0; t < 8; ++t)
        threads.emplace_back([&, t] {
            auto ownLine = server.connect();
            std::mt19937 random(t);
            for (int round = 0; round < 400; ++round) {
                std::vector<Command> batch;
                {
                    const std::scoped_lock lock(mutex);
                    if (accepted.size() == all.size())
                        return;
                    // What is not accepted is offered until it is, as an outbox does, and some before it
                    // again.
                    const auto first = std::find_if(all.begin(), all.end(), [&](const auto& command) {
                        return !accepted.contains(command.key);
                    });
                    const auto missing = static_cast<std::size_t>(first - all.begin());
                    for (std::size_t i = missing > 40 ? missing - 40 : 0;
                         i < all.size() && batch.size() < 100; ++i)
                        if (random() % 4 != 0) // some are lost on the way, some are sent again
                            batch.push_back(all[i]);
                }
                std::shuffle(batch.begin(), batch.end(), random);
                if (round % 2 == 0)
                    std::sort(batch.begin(), batch.end(),
                              [](const auto& a, const auto& b) { return a.sequence < b.sequence; });
                const auto answer =
                    ownLine.ask("POST", "/v1/commands:batch", session, contract::encode(batch));
                const auto results = contract::decode<std::vector<contract::CommandResult>>(answer.body);
                if (!results)
                    continue;
                const std::scoped_lock lock(mutex);
                for (const auto& result : *results) {
                    if (result.status == CommandStatus::Accepted)
                        accepted.insert(result.key);
                    else if (result.status != CommandStatus::InFlight)
                        ++wrong;
                }
            }
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(accepted.size(), all.size());
    EXPECT_EQ(wrong, 0);
    for (const auto& id : ids) {
        const auto found = caseById(id);
        EXPECT_EQ(found.version, perCase);
        EXPECT_EQ(found.answersJson, "{\"n\":" + std::to_string(perCase - 1) + "}");
    }
}

TEST_F(CommandTest, TheNewestFormOfAClosedDayIsKeptAndOnlyFromItsDesk) {
    domain::payments::DayClosing day{.id = desk.newId(), .terminalId = "T1", .clerk = "K-0001"};
    day.state = domain::payments::ClosingState::Unknown;
    const auto lost = desk.make(day.id, domain::cases::CloseDay{day});
    day.state = domain::payments::ClosingState::Closed;
    day.terminal = {2, base::Money::cents(4000)};
    const auto closed = desk.make(day.id, domain::cases::CloseDay{day});
    for (int i = 0; i < 2; ++i)
        for (const auto& result : post({lost, closed}))
            EXPECT_EQ(result.status, CommandStatus::Accepted);
    server.addDevice("ces-02", "CES");
    auto other = server.connect("ces-02");
    const auto otherSession = server.session(other, server.clerk);
    Desk stranger{"ces-02"};
    day.terminal = {};
    const auto answer =
        other.ask("POST", "/v1/commands:batch", otherSession,
                  contract::encode(std::vector{stranger.make(day.id, domain::cases::CloseDay{day})}));
    const auto results = contract::decode<std::vector<contract::CommandResult>>(answer.body);
    ASSERT_TRUE(results) << answer.body;
    EXPECT_EQ(results->at(0).status, CommandStatus::Rejected);

    Process admin({VIENLOGS_BIN_DIR "/vienlogs-admin", "--data", server.data, "days", "list"},
                  server.folder / "admin.log");
    const auto listed = admin.readLine();
    EXPECT_NE(listed.find(" CES ces-01 terminal T1 closed: terminal 2 payments 40,00"), std::string::npos)
        << listed;
    EXPECT_EQ(admin.readLine(), "") << "one day, however often it was told";
    EXPECT_EQ(admin.wait(), 0);
}
