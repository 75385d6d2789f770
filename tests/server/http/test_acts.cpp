// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "vienlogs/acts/words.h"
#include "vienlogs/acts_sync/replica.h"
#include "vienlogs/acts_sync/wire.h"
#include "vienlogs/base/clock.h"
#include "vienlogs/testkit/server_fixture.h"

using namespace vienlogs;
using namespace vienlogs::testkit;

namespace {

const std::string ministry = "Tieslietu ministrija";

/// Two drafters of one ministry and one of another, each on a machine of the office.
class ActTest : public testing::Test {
protected:
    void SetUp() override {
        server.addDevice("office-02", "CESP");
        addDrafter("D-0001", "PNOLV-150585-12343", ministry);
        addDrafter("D-0002", "PNOLV-120379-15676", ministry);
        addDrafter("D-0003", "PNOLV-070190-12346", "Satiksmes ministrija");
        server.start();
    }
    void addDrafter(const std::string& id, const std::string& identifier, const std::string& institution) {
        ASSERT_EQ(server.admin({"user", "add", "--id", id, "--identifier", identifier, "--name",
                                "Name of " + id, "--institution", institution, "--role", "drafter"}),
                  0);
        cards.emplace(id, server.cards.issue({.serialNumber = identifier}));
    }

    /// A drafter at work: a connection, a login and his own copy.
    struct Drafter {
        std::string name;
        std::unique_ptr<TlsClient> client;
        TlsClient::Headers session;
        acts_sync::Replica replica;
    };
    [[nodiscard]] std::unique_ptr<TlsClient> connect(const std::string& device) const {
        return std::make_unique<TlsClient>(server.address, server.deviceFolder(device));
    }
    Drafter enter(const std::string& id, const std::string& device, const acts_sync::Log& begin) {
        auto client = connect(device);
        auto session = server.session(*client, cards.at(id), "CESP");
        return {"Name of " + id, std::move(client), std::move(session), {begin}};
    }

    [[nodiscard]] base::Ulid newId() const { return base::Ulid::make(clock); }
    [[nodiscard]] std::string logOf(const base::Ulid& act) const {
        return "/v1/acts/" + act.toString() + "/log";
    }
    HttpAnswer create(Drafter& who, const base::Ulid& act) {
        return who.client->ask("POST", "/v1/acts", who.session,
                               R"({"id":")" + act.toString() + R"(","kind":"law"})");
    }

    void write(Drafter& who, const acts::Operation& operation) {
        auto& history = who.replica.history;
        const auto now = std::chrono::floor<std::chrono::milliseconds>(clock.now());
        const auto time = history.entries().empty() ? now : std::max(now, history.entries().back().time);
        ASSERT_TRUE(history.append({newId(), time, who.name, "", operation}));
    }
    void reword(Drafter& who, const base::Ulid& element, std::string_view text) {
        const auto old = who.replica.history.now().find(element)->text;
        for (const auto& operation : acts::textChange(element, old, acts::plain(text)))
            write(who, operation);
    }

    /// One attempt to send; its status.
    int push(Drafter& who) {
        const auto what = acts_sync::pushOf(who.replica);
        const auto answer =
            who.client->ask("POST", logOf(id(who)) + ":append", who.session, acts_sync::encode(what));
        if (const auto head = acts_sync::headFrom(answer.body); answer.status == 200 && head)
            if (auto now = acts_sync::sent(who.replica, what.entries.size(), *head))
                who.replica = std::move(*now);
        return answer.status;
    }
    void pull(Drafter& who) {
        std::optional<std::size_t> after = who.replica.shared;
        for (int pages = 0; after && pages < 20; ++pages) {
            const auto answer =
                who.client->ask("GET", logOf(id(who)) + "?after=" + std::to_string(*after), who.session);
            ASSERT_EQ(answer.status, 200) << answer.body;
            const auto page = acts_sync::pageFrom(answer.body);
            ASSERT_TRUE(page);
            auto taken = acts_sync::take(who.replica, *page, [this] { return newId(); });
            ASSERT_TRUE(taken) << taken.error().detail;
            who.replica = std::move(taken->replica);
            after = taken->askAfter;
        }
    }
    static base::Ulid id(const Drafter& who) { return who.replica.history.now().id(); }
    static std::string read(const Drafter& who, const base::Ulid& element) {
        return acts::textOf(who.replica.history.now().find(element)->text);
    }

    const base::SystemClock clock{};
    ServerFixture server;
    std::map<std::string, Card> cards;
};

} // namespace

TEST_F(ActTest, TwoDraftersWhoWriteElsewhereComeTogether) {
    const auto act = newId();
    auto anna = enter("D-0001", "office-01", acts_sync::Log(act, acts::ActKind::Law));
    auto juris = enter("D-0002", "office-02", acts_sync::Log(act, acts::ActKind::Law));
    ASSERT_EQ(create(anna, act).status, 201);
    ASSERT_EQ(create(juris, act).status, 201) << "the same again";
    const auto first = newId(), second = newId();
    write(anna, acts::InsertElement{first, acts::ElementKind::Article, {act, {}}, {}, acts::plain("Mērķis")});
    write(anna,
          acts::InsertElement{second, acts::ElementKind::Article, {act, first}, {}, acts::plain("Termiņš")});
    ASSERT_EQ(push(anna), 200);
    pull(juris);
    ASSERT_EQ(juris.replica.history.entries(), anna.replica.history.entries());

    reword(anna, first, "Likuma mērķis");
    reword(juris, second, "Termiņš un kārtība");
    EXPECT_EQ(push(anna), 200);
    EXPECT_EQ(push(juris), 409);
    pull(juris);
    EXPECT_EQ(push(juris), 200);
    pull(anna);
    EXPECT_EQ(anna.replica.history.entries(), juris.replica.history.entries());
    EXPECT_EQ(read(anna, first), "Likuma mērķis");
    EXPECT_EQ(read(anna, second), "Termiņš un kārtība");
    EXPECT_TRUE(juris.replica.setAside.empty());
    EXPECT_EQ(anna.replica.history.entries().back().author, "Name of D-0002");

    reword(anna, first, "Likuma nolūks");
    reword(juris, first, "Likuma jēga");
    EXPECT_EQ(push(anna), 200);
    EXPECT_EQ(push(juris), 409);
    pull(juris);
    ASSERT_EQ(juris.replica.setAside.size(), 1U);
    EXPECT_EQ(acts::textOf(juris.replica.setAside[0].collisions.at(0).theirs), "Likuma jēga");
    EXPECT_EQ(read(juris, first), "Likuma nolūks");
}

TEST_F(ActTest, AnAppendThatComesTwiceIsKeptOnceAlsoOverARestart) {
    const auto act = newId();
    auto anna = enter("D-0001", "office-01", acts_sync::Log(act, acts::ActKind::Law));
    ASSERT_EQ(create(anna, act).status, 201);
    write(anna, acts::InsertElement{newId(), acts::ElementKind::Title, {act, {}}, {}, acts::plain("Likums")});
    const auto body = acts_sync::encode(acts_sync::pushOf(anna.replica));
    ASSERT_EQ(anna.client->ask("POST", logOf(act) + ":append", anna.session, body).status, 200);
    server.kill();
    server.start();
    anna.client = connect("office-01");
    anna.session = server.session(*anna.client, cards.at("D-0001"), "CESP");
    const auto again = anna.client->ask("POST", logOf(act) + ":append", anna.session, body);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(codeOf(again), "VL-ACT-0008");
    pull(anna);
    EXPECT_EQ(anna.replica.waiting(), 0U);
    EXPECT_EQ(anna.replica.history.entries().size(), 1U);
}

TEST_F(ActTest, AnActOfAnotherInstitutionIsNotThere) {
    const auto act = newId();
    auto anna = enter("D-0001", "office-01", acts_sync::Log(act, acts::ActKind::Law));
    auto stranger = enter("D-0003", "office-02", acts_sync::Log(act, acts::ActKind::Law));
    ASSERT_EQ(create(anna, act).status, 201);
    EXPECT_EQ(create(stranger, act).status, 404);
    EXPECT_EQ(stranger.client->ask("GET", logOf(act), stranger.session).status, 404);
    write(stranger, acts::InsertElement{newId(), acts::ElementKind::Title, {act, {}}, {}, acts::plain("X")});
    EXPECT_EQ(push(stranger), 404);
    const auto own = nlohmann::json::parse(anna.client->ask("GET", "/v1/acts", anna.session).body);
    ASSERT_EQ(own.at("acts").size(), 1U);
    EXPECT_EQ(own.at("acts")[0].at("id"), act.toString());
    const auto others = nlohmann::json::parse(stranger.client->ask("GET", "/v1/acts", stranger.session).body);
    EXPECT_TRUE(others.at("acts").empty());
}

TEST_F(ActTest, WhatIsNoChangeIsRefusedAndLeavesTheLog) {
    const auto act = newId();
    auto anna = enter("D-0001", "office-01", acts_sync::Log(act, acts::ActKind::Law));
    ASSERT_EQ(create(anna, act).status, 201);
    const auto send = [&](const acts::Entry& entry) {
        return anna.client->ask("POST", logOf(act) + ":append", anna.session,
                                acts_sync::encode(acts_sync::Push{{}, {entry}}));
    };
    const auto now = std::chrono::floor<std::chrono::milliseconds>(clock.now());
    EXPECT_EQ(codeOf(send({newId(), now, "x", "", acts::DeleteElement{newId()}})), "VL-ACT-0001");
    const acts::InsertElement title{newId(), acts::ElementKind::Title, {act, {}}, {}, acts::plain("X")};
    EXPECT_EQ(codeOf(send({newId(), now + std::chrono::hours(2), "x", "", title})), "VL-ACT-0007");
    for (const auto* body : {"", "{}", "[]", R"({"after":{"count":0,"chain":""},"entries":["x"]})",
                             R"({"after":{"count":0,"chain":"zz"},"entries":[]})",
                             R"({"after":{"count":-1,"chain":""},"entries":[]})"})
        EXPECT_GE(anna.client->ask("POST", logOf(act) + ":append", anna.session, body).status, 400) << body;
    EXPECT_EQ(anna.client->ask("POST", "/v1/acts", anna.session, R"({"id":"x","kind":"law"})").status, 400);
    EXPECT_EQ(
        anna.client
            ->ask("POST", "/v1/acts", anna.session, R"({"id":")" + newId().toString() + R"(","kind":"poem"})")
            .status,
        400);
    pull(anna);
    EXPECT_EQ(anna.replica.shared, 0U);
}
