// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <thread>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/store/failures.h"
#include "vienlogs/server/store/postgres_store.h"
#include "vienlogs/server/store/sqlcipher_store.h"
#include "vienlogs/sqlcipher/failures.h"
#include "vienlogs/testkit/postgres.h"

using namespace vienlogs;
using namespace vienlogs::server::store;

namespace {

/// The same tests on both stores.
class StoreTest : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        auto pattern = (std::filesystem::temp_directory_path() / "vienlogs-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        store = open();
    }
    void TearDown() override {
        store.reset();
        std::filesystem::remove_all(folder);
    }
    [[nodiscard]] std::unique_ptr<Store> open() {
        if (std::string_view(GetParam()) == "PostgreSQL" && address.empty())
            address = testkit::Postgres::shared().newDatabase();
        auto opened = address.empty() ? openSqlCipherStore(folder / "server.db", key)
                                      : openPostgresStore(address, base::Secret());
        if (!opened)
            throw std::runtime_error(opened.error().detail);
        return std::move(*opened);
    }
    base::Result<void> savePlace(const std::string& code, const std::string& name) {
        return store->write([&](Transaction& t) { return t.directory().savePlace({code, name}); });
    }
    std::optional<Place> place(const std::string& code) {
        return *inRead<std::optional<Place>>(*store, [&](auto& t) { return t.directory().place(code); });
    }
    base::Secret key{std::string(32, 'k')};
    std::filesystem::path folder;
    std::string address;
    std::unique_ptr<Store> store;
};

/// Writes one row of everything that logins, refusals and proofs of the audit need.
base::Result<void> saveOfRights(Transaction& t, base::Timestamp now) {
    const auto liga = *base::Identifier::parse("PNOLV-161175-19997");
    const contract::AuditHead head{1, "aa", now, "sign", "key-2"};
    const SessionRow session{"token", "K-1", "ces-01", "CES", now, "family", "federated"};
    auto& audit = t.audit();
    return audit.saveNode(4, 0, {1, 2})
        .and_then([&] {
            return audit.saveKey({"key-1", "pem", {}, {}});
        })
        .and_then([&] {
            return audit.saveKey({"key-2", "pem", "key-1", "endorsed"});
        })
        .and_then([&] { return audit.saveHead(head); })
        .and_then([&] {
            return t.directory().savePlace({"CESP", "Cēsis", "office"});
        })
        .and_then([&] {
            return t.directory().saveClerk(
                {"K-1", liga, "Līga", "X", {"clerk", "operator"}, {}, {"CES", "CESP"}, "feed", "issuer#7"});
        })
        .and_then([&] { return t.sessions().addSession(session); })
        .and_then([&] {
            return t.sessions().addRefresh({session, {}});
        })
        .and_then([&] { return t.sessions().markRefreshUsed("token", now); })
        .and_then([&] {
            return t.factors().addFederated(
                {"F", "ces-01", "state", "nonce", "verifier", "redirect", now, false, "issuer", ""});
        })
        .and_then([&] { return t.factors().keepFederatedSubject("F", "issuer#7"); })
        .and_then([&] {
            return t.factors().addCardIssuer({"f1", "pem 1"});
        })
        .and_then([&] {
            return t.factors().addCardIssuer({"f0", "pem 0"});
        })
        .and_then([&] {
            return t.factors().addCardIssuer({"f1", "another"});
        })
        .and_then([&] { return t.factors().removeCardIssuer("f0"); })
        .and_then([&] { return t.factors().markFederatedUsed("F"); })
        .and_then([&] {
            return t.factors().saveFactor({"K-1", {7, 0, 9}, 5, 2, now});
        })
        .and_then([&] {
            return t.security().count({9, "VL-SRV-0002", "ces-01", "x", now, now, 2});
        })
        .and_then([&] {
            return t.security().count({9, "VL-SRV-0002", "ces-01", "x", now, now, 3});
        });
}

base::Result<void> expectOfRights(Transaction& t, base::Timestamp now) {
    EXPECT_EQ(**t.audit().node(4, 0), (base::Bytes{1, 2}));
    EXPECT_FALSE(*t.audit().node(4, 1));
    EXPECT_EQ(*t.audit().keys(), (std::vector<contract::AuditKeyInfo>{
                                     {"key-1", "pem", {}, {}}, {"key-2", "pem", "key-1", "endorsed"}}));
    EXPECT_EQ((*t.audit().head())->keyId, "key-2");
    EXPECT_EQ((*t.directory().place("CESP"))->kind, "office");
    const auto clerk = *t.directory().clerkBySubject("issuer#7");
    EXPECT_EQ(clerk->places, (std::vector<std::string>{"CES", "CESP"}));
    EXPECT_EQ(clerk->source, "feed");
    EXPECT_EQ((*t.sessions().session("token"))->factor, "federated");
    const auto refresh = *t.sessions().refresh("token");
    EXPECT_EQ(refresh->session.family, "family");
    EXPECT_EQ(refresh->usedAt, now);
    const auto login = *t.factors().federated("F");
    EXPECT_EQ(login->verifier, "verifier");
    EXPECT_TRUE(login->used);
    EXPECT_EQ(login->issuer + login->subject, "issuerissuer#7");
    EXPECT_EQ(t.factors().cardIssuers()->size(), 1U);
    EXPECT_EQ(t.factors().cardIssuers()->at(0).certificate, "pem 1");
    const auto factor = *t.factors().factor("K-1");
    EXPECT_EQ(factor->secret, (base::Bytes{7, 0, 9}));
    EXPECT_EQ(factor->lockedUntil, now);
    EXPECT_EQ(t.security().events(10)->at(0).count, 5);
    return {};
}

INSTANTIATE_TEST_SUITE_P(Both, StoreTest, testing::Values("SQLCipher", "PostgreSQL"),
                         [](const auto& info) { return std::string(info.param); });

} // namespace

TEST_P(StoreTest, AFailureTakesTheWholeWorkBack) {
    const auto failed = store->write([](Transaction& t) -> base::Result<void> {
        if (auto saved = t.directory().savePlace({"CES", "Cēsis"}); !saved)
            return saved;
        return base::fail(base::codes::cancelled);
    });
    EXPECT_EQ(failed.error().code, base::codes::cancelled);
    const auto place =
        inRead<std::optional<Place>>(*store, [](auto& t) { return t.directory().place("CES"); });
    EXPECT_FALSE(*place);
}

TEST_P(StoreTest, OneIdentifierIsOneClerk) {
    const auto liga = *base::Identifier::parse("PNOLV-161175-19997");
    const auto save = [&](const char* id, std::optional<base::Timestamp> leftAt = {}) {
        return store->write([&](Transaction& t) {
            return t.directory().saveClerk({id, liga, "Līga", "X", {"clerk"}, leftAt});
        });
    };
    EXPECT_TRUE(save("K-1"));
    EXPECT_TRUE(save("K-1"));
    EXPECT_FALSE(save("K-2"));
    const auto now = base::SystemClock().now();
    EXPECT_TRUE(save("K-1", now));
    EXPECT_TRUE(save("K-2")) << "who left may come back under another number";
    EXPECT_FALSE(save("K-1"));
    const auto working = [&] {
        return (*inRead<std::optional<Clerk>>(*store,
                                              [&](auto& t) { return t.directory().clerkByIdentifier(liga); }))
            ->id;
    };
    EXPECT_EQ(working(), "K-2");
    EXPECT_TRUE(save("K-2", now + std::chrono::seconds(1)));
    EXPECT_EQ(working(), "K-2") << "who left last";
}

TEST_P(StoreTest, SequencesOfAScopeHaveNoGapAndEachObjectStandsOnce) {
    std::vector<std::thread> threads;
    for (int n = 0; n < 4; ++n)
        threads.emplace_back([&, n] {
            for (int i = 0; i < 25; ++i)
                EXPECT_TRUE(store->write([&](Transaction& t) -> base::Result<void> {
                    const auto added = t.changes().add("place:CES", "case", std::to_string(n), false);
                    return added ? base::Result<void>() : base::fail(added.error());
                }));
        });
    for (auto& thread : threads)
        thread.join();
    const auto changes = inRead<std::vector<contract::Change>>(
        *store, [](auto& t) { return t.changes().after("place:CES", 0, 500); });
    ASSERT_EQ(changes->size(), 4U);
    EXPECT_EQ(changes->back().sequence, 100);
    const auto other = inRead<std::vector<contract::Change>>(
        *store, [](auto& t) { return t.changes().after("place:VAL", 0, 500); });
    EXPECT_TRUE(other->empty());
}

TEST_P(StoreTest, ReadersSeeOneMomentWhileSomebodyWrites) {
    EXPECT_TRUE(store->write([](Transaction& t) { return t.directory().savePlace({"A", "old"}); }));
    const auto seen = store->read([&](Transaction& t) -> base::Result<void> {
        EXPECT_EQ((*t.directory().place("A"))->name, "old");
        EXPECT_TRUE(store->write([](Transaction& w) { return w.directory().savePlace({"A", "new"}); }));
        EXPECT_EQ((*t.directory().place("A"))->name, "old");
        return {};
    });
    EXPECT_TRUE(seen);
    EXPECT_TRUE(store->check());
}

TEST_P(StoreTest, EveryKindOfValueComesBackAsItWas) {
    const std::string text = "Ķīsezers — \"ūdens\" 'un' \\ ?$1 😀";
    base::Bytes bytes;
    for (int i = 0; i < 512; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i));
    const base::Timestamp far(std::chrono::milliseconds(253402300799999));
    ASSERT_TRUE(store->write([&](Transaction& t) {
        return t.directory()
            .savePlace({"", ""})
            .and_then([&] {
                return t.directory().savePlace({"P", text});
            })
            .and_then([&] {
                return t.directory().saveDevice({"d", text, "P", std::nullopt});
            })
            .and_then([&] {
                return t.sessions().addChallenge({"c", "d", bytes, far, true});
            })
            .and_then([&] {
                return t.sessions().addChallenge({"e", "d", {}, base::Timestamp(), false});
            });
    }));
    EXPECT_EQ(place("P")->name, text);
    EXPECT_EQ(place("")->name, "");
    const auto read = store->read([&](Transaction& t) -> base::Result<void> {
        EXPECT_FALSE((*t.directory().device("d"))->revokedAt);
        const auto challenge = *t.sessions().challenge("c");
        EXPECT_EQ(challenge->bytes, bytes);
        EXPECT_EQ(challenge->expiresAt, far);
        EXPECT_TRUE(challenge->used);
        EXPECT_TRUE((*t.sessions().challenge("e"))->bytes.empty());
        return {};
    });
    EXPECT_TRUE(read);
}

/// Works that are committed together: one that fails, in the tables or by itself, takes only itself back.
TEST_P(StoreTest, OneOfManyThatFailsSpoilsNoOther) {
    const auto liga = *base::Identifier::parse("PNOLV-161175-19997");
    ASSERT_TRUE(store->write([&](Transaction& t) {
        return t.directory().saveClerk({"K-1", liga, "Līga", "X", {"clerk"}, {}});
    }));
    std::atomic<int> good{0};
    std::atomic<int> refused{0};
    std::atomic<int> given{0};
    std::vector<std::thread> threads;
    for (int n = 0; n < 24; ++n)
        threads.emplace_back([&, n] {
            for (int i = 0; i < 10; ++i) {
                const auto code = std::to_string(n) + "-" + std::to_string(i);
                const auto done = store->write([&](Transaction& t) -> base::Result<void> {
                    auto saved = t.directory().savePlace({code, code});
                    if (!saved || n % 3 == 0)
                        return saved;
                    if (n % 3 == 1) // breaks a rule of its table
                        return t.directory().saveClerk({"K-2", liga, "Līga", "X", {"clerk"}, {}});
                    return base::fail(base::codes::cancelled);
                });
                if (done)
                    ++good;
                else if (done.error().code == sqlcipher::codes::constraint)
                    ++refused;
                else if (done.error().code == base::codes::cancelled)
                    ++given;
            }
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(good, 80);
    EXPECT_EQ(refused, 80);
    EXPECT_EQ(given, 80);
    for (int n = 0; n < 24; ++n)
        for (int i = 0; i < 10; ++i)
            EXPECT_EQ(place(std::to_string(n) + "-" + std::to_string(i)).has_value(), n % 3 == 0) << n;
}

/// As a library below may: out of memory, or a row that is not what it was.
TEST_P(StoreTest, AWorkThatThrowsIsAFailureAndHoldsNobodyUp) {
    const auto thrown =
        store->write([](Transaction&) -> base::Result<void> { throw std::out_of_range("x"); });
    ASSERT_FALSE(thrown);
    EXPECT_EQ(thrown.error().code, base::codes::internal);
    for (int i = 0; i < 9; ++i) // more than there are readers
        EXPECT_FALSE(store->read([](Transaction&) -> base::Result<void> { throw std::out_of_range("x"); }));
    std::atomic<int> good{0};
    std::vector<std::thread> threads;
    for (int n = 0; n < 8; ++n)
        threads.emplace_back([&, n] {
            for (int i = 0; i < 10; ++i) {
                const auto code = std::to_string(n) + "-" + std::to_string(i);
                const auto done = store->write([&](Transaction& t) -> base::Result<void> {
                    auto saved = t.directory().savePlace({code, code});
                    return n == 0 ? throw std::out_of_range("x") : saved;
                });
                good += done ? 1 : 0;
            }
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(good, 70);
    EXPECT_FALSE(place("0-0"));
    EXPECT_TRUE(place("7-9"));
}

TEST_P(StoreTest, ASealRunsOnceForThoseCommittedTogetherAndAfterAll) {
    struct Counter final : Seal {
        mutable std::atomic<int> runs{0};
        base::Result<void> seal(Transaction& t) const override {
            ++runs;
            return t.changes().saveSetting("sealed", (*t.directory().place("last"))->name);
        }
    } counter;
    const auto write = [&](int n) {
        return store->write(
            [&](Transaction& t) {
                return t.directory().savePlace({"last", std::to_string(n)});
            },
            &counter);
    };
    std::vector<std::thread> threads;
    for (int n = 0; n < 16; ++n)
        threads.emplace_back([&, n] {
            for (int i = 0; i < 20; ++i)
                EXPECT_TRUE(write(n));
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_LT(counter.runs, 320) << "never two together";
    EXPECT_EQ(*inRead<std::string>(*store, [](auto& t) { return t.changes().setting("sealed"); }),
              place("last")->name);
}

TEST_P(StoreTest, ARestartKeepsWhatWasCommitted) {
    ASSERT_TRUE(savePlace("A", "kept"));
    const auto before = *store->revision();
    store.reset();
    store = open();
    EXPECT_EQ(place("A")->name, "kept");
    EXPECT_EQ(*store->revision(), before);
    ASSERT_TRUE(savePlace("B", "more"));
    EXPECT_GT(*store->revision(), before);
}

TEST_P(StoreTest, ABackupIsAStoreOfItsOwn) {
    ASSERT_TRUE(savePlace("A", "then"));
    ASSERT_TRUE(store->write([](Transaction& t) { return t.blobs().savePiece("f", 3, {1, 2, 3}); }));
    ASSERT_TRUE(store->backupTo(folder / "backup.db", key));
    EXPECT_FALSE(store->backupTo(folder / "backup.db", key)) << "overwritten";
    ASSERT_TRUE(savePlace("A", "now"));
    const auto copy = openSqlCipherStore(folder / "backup.db", key);
    ASSERT_TRUE(copy);
    const auto seen = (*copy)->read([](Transaction& t) -> base::Result<void> {
        EXPECT_EQ((*t.directory().place("A"))->name, "then");
        EXPECT_EQ(**t.blobs().piece("f", 3), (base::Bytes{1, 2, 3}));
        EXPECT_EQ(*t.blobs().pieces("f"), std::vector{3});
        return {};
    });
    EXPECT_TRUE(seen);
    EXPECT_TRUE((*copy)->check());
}

TEST_P(StoreTest, AMovedStoreTakesNothingMore) {
    ASSERT_TRUE(savePlace("A", "a"));
    ASSERT_TRUE(store->write([](Transaction& t) { return t.raw().saveMovedTo("elsewhere"); }));
    const auto refused = savePlace("B", "b");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, codes::moved);
    EXPECT_EQ(place("A")->name, "a") << "what is there can still be read";
    EXPECT_FALSE(place("B"));
}

TEST_P(StoreTest, LoginsRefusalsAndTheAuditsTreeAreKeptAndCopied) {
    const base::Timestamp now(std::chrono::milliseconds(1'800'000'000'123));
    ASSERT_TRUE(store->write([&](Transaction& t) { return saveOfRights(t, now); }));
    const Store::Work look = [&](Transaction& t) { return expectOfRights(t, now); };
    EXPECT_TRUE(store->read(look));
    ASSERT_TRUE(store->backupTo(folder / "backup.db", key));
    const auto copy = openSqlCipherStore(folder / "backup.db", key);
    ASSERT_TRUE(copy);
    EXPECT_TRUE((*copy)->read(look));
    ASSERT_TRUE(store->write([](Transaction& t) { return t.sessions().endFamily("family"); }));
    EXPECT_TRUE(store->read([](Transaction& t) -> base::Result<void> {
        EXPECT_FALSE(*t.sessions().session("token"));
        EXPECT_FALSE(*t.sessions().refresh("token"));
        return {};
    }));
}
