// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/server/app/failures.h"
#include "vienlogs/server/app/staff.h"

using namespace vienlogs;
using namespace vienlogs::server;
using Json = nlohmann::json;

namespace {

/// Personal codes of the new kind carry no check digit.
Json person(int number) {
    const auto id = std::to_string(number);
    const auto digits = std::string(5 - id.size(), '0') + id;
    return {{"id", "K-" + id},      {"identifier", "PNOLV-321234-" + digits},
            {"name", "Name " + id}, {"institution", "CESIS"},
            {"roles", {"clerk"}},   {"places", {"CES"}}};
}

class StaffTest : public testing::Test {
protected:
    void SetUp() override {
        store = std::move(*app::openStore(data));
        audit.emplace(*store, std::move(*app::openAuditKey(data)), clock);
        ASSERT_TRUE(audit->prepare());
        ASSERT_TRUE(store->write([](store::Transaction& t) {
            return t.directory().savePlace({"CES", "Cēsis"});
        }));
        for (int i = 1; i <= 20; ++i)
            people.push_back(person(i));
    }
    void TearDown() override {
        store.reset();
        std::filesystem::remove_all(data.root);
    }
    static std::filesystem::path newFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        return ::mkdtemp(pattern.data());
    }
    std::string text() {
        return Json{{"format", "vienlogs-staff-1"}, {"asOf", base::toRfc3339(asOf)}, {"employees", people}}
            .dump();
    }
    base::Result<app::StaffChanges> apply(app::ManyLeave manyLeave = app::ManyLeave::Refuse) {
        return app::parseStaff(text()).and_then(
            [&](const auto& list) { return app::applyStaff(*audit, list, clock.now(), manyLeave); });
    }
    std::string told(const base::Result<app::StaffChanges>& changes) {
        return changes ? std::to_string(changes->joined) + " " + std::to_string(changes->moved) + " " +
                             std::to_string(changes->left)
                       : std::string(changes.error().code.text) + " " + changes.error().argument;
    }
    std::int64_t audited() {
        return *store::inRead<std::int64_t>(*store, [](store::Transaction& t) { return t.audit().size(); });
    }
    app::DataFolder data{newFolder()};
    base::ManualClock clock{base::SystemClock().now()};
    base::Timestamp asOf = clock.now();
    std::unique_ptr<store::Store> store;
    std::optional<app::Audit> audit;
    Json people = Json::array();
};

} // namespace

TEST_F(StaffTest, JoinsMovesAndLeavesAreEachAudited) {
    EXPECT_EQ(told(apply()), "20 0 0");
    EXPECT_EQ(audited(), 20);
    EXPECT_EQ(told(apply()), "0 0 0") << "the same list again changes nothing";
    EXPECT_EQ(audited(), 20);
    people[0]["institution"] = "VALMIERA";
    people[1]["roles"] = {"auditor", "clerk"};
    people.erase(people.size() - 1);
    people.push_back(person(99));
    EXPECT_EQ(told(apply()), "1 2 1");
    EXPECT_EQ(audited(), 24);
    people.push_back(person(20));
    EXPECT_EQ(told(apply()), "1 0 0") << "who left comes back";
    people[3]["until"] = base::toRfc3339(clock.now() + std::chrono::hours(1));
    EXPECT_EQ(told(apply()), "0 0 0") << "the day is still to come";
    clock.advance(std::chrono::hours(2));
    EXPECT_EQ(told(apply()), "0 0 1");
}

TEST_F(StaffTest, WhoComesBackUnderAnotherNumberIsOnePerson) {
    ASSERT_EQ(told(apply()), "20 0 0");
    people[2]["id"] = "K-300"; // left and was employed anew
    EXPECT_EQ(told(apply()), "1 0 1");
    people[2]["id"] = "K-301"; // left longer ago
    EXPECT_EQ(told(apply()), "1 0 1");
    const auto found = store::inRead<std::optional<store::Clerk>>(*store, [](store::Transaction& t) {
        return t.directory().clerkByIdentifier(*base::Identifier::parse("PNOLV-321234-00003"));
    });
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->id, "K-301");
    EXPECT_FALSE((*found)->leftAt);
    people.push_back(people[2]); // Both employments in one list, the one before with its end.
    people[2]["id"] = "K-302";
    people.back()["until"] = base::toRfc3339(clock.now());
    EXPECT_EQ(told(apply()), "1 0 1");
    EXPECT_EQ(told(apply()), "0 0 0");
}

TEST_F(StaffTest, APersonWhomAnAdministratorEnteredUnderAnotherNumberIsNamed) {
    ASSERT_TRUE(store->write([](store::Transaction& t) {
        return t.directory().saveClerk({"P-1",
                                        *base::Identifier::parse("PNOLV-321234-00003"),
                                        "Admin",
                                        "CESIS",
                                        {"admin"},
                                        std::nullopt});
    }));
    EXPECT_EQ(told(apply()), "VL-AUTH-0010 identifier of K-3");
}

TEST_F(StaffTest, WhomAnAdministratorEnteredStays) {
    ASSERT_TRUE(store->write([](store::Transaction& t) {
        return t.directory().saveClerk({"P-1",
                                        *base::Identifier::parse("PNOLV-010181-15098"),
                                        "Admin",
                                        "CESIS",
                                        {"admin"},
                                        std::nullopt});
    }));
    EXPECT_EQ(told(apply()), "20 0 0");
    const auto clerk = store::inRead<std::optional<store::Clerk>>(
        *store, [](store::Transaction& t) { return t.directory().clerk("P-1"); });
    EXPECT_FALSE((*clerk)->leftAt);
}

TEST_F(StaffTest, AListThatCannotBeRightChangesNothing) {
    ASSERT_EQ(told(apply()), "20 0 0");
    const auto good = people;
    people.erase(people.begin(), people.begin() + 6);
    EXPECT_EQ(told(apply()), "VL-AUTH-0011 6");
    EXPECT_EQ(audited(), 20) << "nothing half done";
    EXPECT_EQ(told(apply(app::ManyLeave::Allow)), "0 0 6");
    people = good;
    asOf -= std::chrono::hours(1);
    EXPECT_EQ(told(apply()), "VL-AUTH-0010 older than the last one");
    asOf += std::chrono::hours(2);
    const std::vector<std::pair<const char*, std::function<void()>>> faults{
        {"place of K-3", [&] { people[2]["places"] = {"MOON"}; }},
        {"role of K-3", [&] { people[2]["roles"] = {"god"}; }},
        {"roles", [&] { people[2]["roles"] = Json::array(); }},
        {"places", [&] { people[2].erase("places"); }},
        {"places", [&] { people[2]["places"] = {"CES,*"}; }},
        {"identifier of K-3", [&] { people[2]["identifier"] = "PNOLV-010181-15099"; }},
        {"twice: id K-3", [&] { people[2]["identifier"] = people[1]["identifier"]; }},
        {"name", [&] { people[2]["name"] = 5; }},
        {"name", [&] { people[2]["name"] = std::string(201, 'x'); }},
        {"until", [&] { people[2]["until"] = "soon"; }},
        {"employees", [&] { people = Json::array(); }},
        {"employees", [&] { people[2] = "K-3"; }}};
    for (const auto& [what, spoil] : faults) {
        people = good;
        spoil();
        EXPECT_EQ(told(apply()), std::string("VL-AUTH-0010 ") + what);
    }
    EXPECT_EQ(audited(), 26);
    for (const auto* text : {"", "[]", "{}", "{\"format\":\"vienlogs-staff-1\"}", "nonsense"})
        EXPECT_EQ(app::parseStaff(text).error().code, app::codes::staffUnusable) << text;
}
