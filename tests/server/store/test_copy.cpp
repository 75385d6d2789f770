// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "vienlogs/server/store/copy.h"
#include "vienlogs/server/store/failures.h"
#include "vienlogs/server/store/postgres_store.h"
#include "vienlogs/server/store/sqlcipher_store.h"
#include "vienlogs/testkit/postgres.h"

using namespace vienlogs;
using namespace vienlogs::server::store;

namespace {

/// From a file to PostgreSQL and back into another file.
class CopyTest : public testing::Test {
protected:
    void SetUp() override {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        source = open("source.db");
        auto opened = openPostgresStore(testkit::Postgres::shared().newDatabase(), base::Secret());
        ASSERT_TRUE(opened) << opened.error().detail;
        target = std::move(*opened);
        ASSERT_TRUE(source->write([this](Transaction& t) -> base::Result<void> {
            for (int n = 0; n < 450; ++n) { // more than two pages
                const auto name = "P" + std::to_string(n);
                const auto done = t.directory().savePlace({name, "Ķ"}).and_then([&] {
                    return t.sessions().addSession({name, "k", "d", "p", base::Timestamp(), name});
                });
                if (!done)
                    return done;
            }
            return t.audit()
                .append({0, "{}", "", {1, 2}})
                .and_then([&] {
                    return t.audit().saveFrontier(0, {1, 2});
                })
                .and_then([&] { return t.cases().addCommand(command(1)); })
                .and_then([&] { return t.cases().addCommand(command(2)); });
        }));
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::unique_ptr<Store> open(const char* name) {
        return std::move(*openSqlCipherStore(folder / name, base::Secret(std::string(32, 'k'))));
    }
    StoredCommand command(int n) {
        return {.device = "d", .key = keys[n], .stream = keys[0], .sequence = n, .fingerprint = "f"};
    }
    static CopyReport copy(Store& from, Store& to) {
        CopyReport report;
        EXPECT_TRUE(from.read([&](Transaction& t) { return copyAll(t, to, Scans::InTables, &report); }));
        return report;
    }
    /// Every row of every table, as the copy's shapes tell them.
    static std::map<std::string, std::vector<RawRow>> all(Store& store, Store& shapes) {
        std::map<std::string, std::vector<RawRow>> rows;
        const auto tables =
            inRead<std::vector<RawTable>>(shapes, [](Transaction& t) { return t.raw().tables(); });
        for (const auto& table : *tables)
            rows[table.name] = *inRead<std::vector<RawRow>>(
                store, [&](Transaction& t) { return t.raw().after(table, {}, 10'000); });
        return rows;
    }

    std::filesystem::path folder;
    std::unique_ptr<Store> source;
    std::unique_ptr<Store> target;
    std::array<base::Ulid, 3> keys{base::Ulid::make(base::SystemClock()),
                                   base::Ulid::make(base::SystemClock()),
                                   base::Ulid::make(base::SystemClock())};
};

} // namespace

TEST_F(CopyTest, WhatChangedIsCopiedAndNothingElse) {
    EXPECT_GE(copy(*source, *target).changes(), 900);
    EXPECT_EQ(all(*source, *source), all(*target, *source));
    EXPECT_EQ(copy(*source, *target).changes(), 0);
    ASSERT_TRUE(source->write([&](Transaction& t) {
        return t.sessions()
            .endFamily("P7")
            .and_then([&] {
                return t.directory().savePlace({"P300", "other"});
            })
            .and_then([&] {
                return t.directory().savePlace({"Z", "new"});
            })
            .and_then([&] {
                return t.audit().append({1, "{}", "", {3}});
            });
    }));
    const auto report = copy(*source, *target);
    EXPECT_EQ(report.changes(), 5) << "with the mark that rights changed";
    EXPECT_EQ(report.tables.at("sessions").removed, 1);
    EXPECT_EQ(all(*source, *source), all(*target, *source));
    const auto back = open("back.db");
    copy(*target, *back);
    EXPECT_EQ(all(*source, *source), all(*back, *source));
}

/// Two clerks change identifiers: neither can be written while the other still has its own.
TEST_F(CopyTest, ValuesThatOnlyOneRowMayHaveChangePlaces) {
    const auto liga = *base::Identifier::parse("PNOLV-161175-19997");
    const auto other = *base::Identifier::parse("PNOLV-010181-15098");
    const auto spare = *base::Identifier::parse("PNOLV-070190-12346");
    const auto save = [](const char* id, const base::Identifier& who) {
        return [id, who](Transaction& t) {
            return t.directory().saveClerk({id, who, "Līga", "X", {"clerk"}, {}});
        };
    };
    ASSERT_TRUE(source->write(save("K-1", liga)));
    ASSERT_TRUE(source->write(save("K-2", other)));
    copy(*source, *target);
    ASSERT_TRUE(source->write(save("K-1", spare)));
    ASSERT_TRUE(source->write(save("K-2", liga)));
    ASSERT_TRUE(source->write(save("K-1", other)));
    copy(*source, *target);
    EXPECT_EQ(all(*source, *source), all(*target, *source));
}

TEST_F(CopyTest, ADifferenceIsFound) {
    copy(*source, *target);
    const auto check = [&] {
        return source->read([&](Transaction& from) {
            return target->read([&](Transaction& to) { return checkCopy(from, to, Scans::InTables); });
        });
    };
    EXPECT_TRUE(check());
    ASSERT_TRUE(target->write([](Transaction& t) { return t.sessions().endFamily("P9"); }));
    ASSERT_FALSE(check());
    EXPECT_EQ(check().error().code, codes::copyDiffers);
    EXPECT_EQ(check().error().argument, "sessions");
    copy(*source, *target);
    EXPECT_TRUE(check());
    ASSERT_TRUE(target->write([](Transaction& t) { return t.audit().saveFrontier(0, {9}); }));
    EXPECT_FALSE(check());
}
