// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Stores as earlier programs left them, and as later ones will.
#include <fstream>
#include <set>

#include "schema.h"
#include "store_fixture.h"
#include "vienlogs/base/failures_base.h"
#include "vienlogs/contract/codec.h"
#include "vienlogs/sqlcipher/upgrade.h"

using namespace vienlogs;
using namespace vienlogs::store;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class StoreFormTest : public StoreTest {
protected:
    [[nodiscard]] fs::path file() const { return folder / "store/store.db"; }
    [[nodiscard]] base::Secret key() const {
        fs::create_directories(folder / "store/blobs");
        return *StoreKey::openOrCreate(folder / "store/store.key", deviceKey())->derived("database");
    }
    [[nodiscard]] std::unique_ptr<sqlcipher::Database> raw() const {
        return std::move(*sqlcipher::Database::open(file(), key()));
    }
    /// The steps of today and one that no program has yet.
    [[nodiscard]] static std::vector<sqlcipher::Migration> stepsWith(std::string_view invented) {
        std::vector steps(migrations().begin(), migrations().end());
        steps.push_back({invented});
        return steps;
    }

    // The work of the earlier program: a case opened and answered, the first command sent; a payment under
    // way.
    const base::Ulid id = test::newUlid();
    const domain::payments::Payment payment{.id = test::newUlid(),
                                            .invoiceId = test::newUlid(),
                                            .amount = base::Money::cents(1500),
                                            .state = domain::payments::PaymentState::Asked};
    std::vector<domain::cases::Command> commands{test::open(id), test::answers(id, "x")};

    void writeOlder(std::size_t form) {
        const auto database = raw();
        ASSERT_TRUE(database->migrate(migrations().first(form)));
        std::optional<domain::cases::Case> shown;
        for (std::size_t i = 0; i < commands.size(); ++i) {
            auto& command = commands[i];
            command.device = "CES-01";
            command.epoch = 1;
            command.sequence = std::int64_t(i) + 1;
            shown = *domain::cases::apply(shown, command);
            ASSERT_TRUE(
                database->run("INSERT INTO outbox(key, device, epoch, sequence, stream, command, state) "
                              "VALUES(?, ?, 1, ?, ?, ?, ?)",
                              command.key.toString(), command.device, command.sequence, id.toString(),
                              contract::encode(command), int(i == 0)));
        }
        ASSERT_TRUE(database->run("INSERT INTO cases(id, shown, opened_at) VALUES(?, ?, ?)", id.toString(),
                                  contract::encode(*shown), base::toRfc3339(shown->openedAt)));
        ASSERT_TRUE(database->run("INSERT INTO payments(id, invoice, state, intended_at, payment) "
                                  "VALUES(?, ?, ?, ?, ?)",
                                  payment.id.toString(), payment.invoiceId.toString(), nameOf(payment.state),
                                  base::toRfc3339(payment.intendedAt), contract::encode(payment)));
        ASSERT_TRUE(database->execute("INSERT INTO counters VALUES('epoch', 1), ('sequence', 2), "
                                      "('case-number', 41)"));
        ASSERT_TRUE(database->execute("INSERT INTO program_values VALUES('store.device', 'CES-01'), "
                                      "('program.draft', 'kept')"));
        ASSERT_TRUE(database->execute("INSERT INTO cursors VALUES('place:CES', 'e1', '17')"));
    }

    void expectItsWork() {
        EXPECT_EQ(store->stateOf(commands[0].key), ports::OutboxState::Sent);
        EXPECT_EQ(store->stateOf(commands[1].key), ports::OutboxState::Queued);
        EXPECT_EQ(store->unanswered(10)->size(), 2U);
        ASSERT_TRUE(*store->caseById(id));
        EXPECT_EQ((*store->caseById(id))->version, 2);
        EXPECT_EQ(store->recentCases(10)->size(), 1U);
        EXPECT_EQ(*store->unresolvedPayments(), std::vector{payment});
        EXPECT_EQ(*store->untoldPayments({}, 10), std::vector{payment});
        EXPECT_TRUE(store->dayClosings("T1")->empty());
        EXPECT_EQ(*store->value("draft"), "kept");
        EXPECT_EQ(store->cursor("place:CES")->after, "17");
        EXPECT_EQ(*store->nextCaseNumber(), 42);
        EXPECT_EQ(record(test::answers(id, "y")).sequence, 3);
    }
};

} // namespace

TEST_F(StoreFormTest, EveryEarlierFormIsBroughtUpToDateWithAllItsWork) {
    for (std::size_t form = 1; form < migrations().size(); ++form) {
        SCOPED_TRACE(form);
        store.reset();
        fs::remove_all(folder / "store");
        writeOlder(form);
        open();
        expectItsWork();
        const auto copy = folder / ("store/store-form-" + std::to_string(form) + ".db");
        const auto older = sqlcipher::Database::open(copy, key(), {.create = false});
        ASSERT_TRUE(older);
        EXPECT_EQ((*older)->userVersion(), std::int64_t(form));
        EXPECT_EQ(*(*older)->prepare("SELECT 1 FROM outbox")->step(), true);
    }
}

TEST_F(StoreFormTest, TheCopyOpensInTheProgramOfItsTime) {
    open();
    const auto kept = record(test::open(test::newUlid()));
    store.reset();
    const auto steps = stepsWith("CREATE TABLE invented(x INTEGER); DROP TABLE outbox");
    ASSERT_TRUE(sqlcipher::upgrade(*raw(), file(), key(), steps));
    EXPECT_EQ(openingCode(), "VL-STORE-0003");
    fs::rename(folder / ("store/store-form-" + std::to_string(migrations().size()) + ".db"), file());
    fs::remove(folder / "store/store.db-wal");
    open();
    EXPECT_EQ(store->stateOf(kept.key), ports::OutboxState::Queued);
}

TEST_F(StoreFormTest, AStepThatFailsLeavesTheStoreAsItWas) {
    open();
    const auto kept = record(test::open(test::newUlid()));
    store.reset();
    const auto steps = stepsWith("DELETE FROM outbox; CREATE TABLE outbox(x INTEGER)");
    EXPECT_FALSE(sqlcipher::upgrade(*raw(), file(), key(), steps));
    open();
    EXPECT_EQ(store->stateOf(kept.key), ports::OutboxState::Queued);
}

/// Killed after the copy and in the middle of a step: what the next start finds is the old store, and a half
/// copy.
TEST_F(StoreFormTest, AStartKilledInTheMiddleIsMadeUpForByTheNext) {
    writeOlder(1);
    std::ofstream(folder / "store/store-form-1.db") << "the beginning of a copy";
    const auto crashed = folder / "crashed.db";
    {
        const auto database = raw();
        ASSERT_TRUE(database->execute("PRAGMA wal_checkpoint(TRUNCATE)"));
        ASSERT_TRUE(database->execute("BEGIN IMMEDIATE"));
        ASSERT_TRUE(database->execute(std::string(migrations()[1].sql)));
        fs::copy_file(file(), crashed); // as the disk is now: nothing was committed
        fs::copy_file(folder / "store/store.db-wal", folder / "crashed.db-wal");
    }
    fs::rename(crashed, file());
    fs::rename(folder / "crashed.db-wal", folder / "store/store.db-wal");
    open();
    expectItsWork();
}

TEST_F(StoreFormTest, WithoutRoomForTheCopyNothingIsChanged) {
    writeOlder(1);
    fs::create_directories(folder / "store/store-form-1.db/in the way"); // cannot be replaced by a file
    EXPECT_FALSE(openingCode().empty());
    EXPECT_EQ(raw()->userVersion(), 1);
    fs::remove_all(folder / "store/store-form-1.db");
    open();
    expectItsWork();
}

TEST_F(StoreFormTest, AStoreFromANewerProgramIsLeftAlone) {
    open();
    store.reset();
    ASSERT_TRUE(raw()->execute("PRAGMA user_version = 9999"));
    const auto before = contentOf(file());
    EXPECT_EQ(openingCode(), "VL-STORE-0003");
    EXPECT_EQ(contentOf(file()), before);
    EXPECT_FALSE(fs::exists(folder / "store/store-form-9999.db"));
}

/// Two machines go on with copies of one store: each counts on, and the end of the case's id keeps them
/// apart.
TEST_F(StoreFormTest, CopiesOfOneStoreGiveDifferentCaseNumbers) {
    open();
    record(test::open(test::newUlid()));
    EXPECT_EQ(*store->nextCaseNumber(), 1);
    store.reset();
    fs::copy(folder / "store", folder / "copy", fs::copy_options::recursive);
    open();
    const auto twin = *EncryptedStore::open({.directory = folder / "copy", .device = "CES-01"}, deviceKey());
    std::mt19937 random(20261123);
    std::set<std::string> numbers;
    constexpr std::size_t casesOfEach = 50;
    for (std::size_t i = 0; i < casesOfEach; ++i)
        for (auto* desk : {store.get(), twin.get()})
            numbers.insert(domain::cases::makeNumber("CES", "01", *desk->nextCaseNumber(), test::noon(),
                                                     test::ulid(random)));
    EXPECT_EQ(numbers.size(), 2 * casesOfEach);
}
