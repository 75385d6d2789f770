// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include <QTest>

#include "desk.h"
#include "vienlogs/digest/sha256.h"

using namespace vienlogs;
using test::Desk;
using test::FakeServer;
namespace cases = vienlogs::domain::cases;

namespace {

/// One invented history of two desks and a server, everything in it following from the seed.
class History {
public:
    explicit History(unsigned seed)
        : random_(seed), restores_(seed % 5 == 0), first_(server_, "CES-01", seed * 3),
          second_(server_, "CES-02", seed * 7) {
        for (auto* desk : {&first_, &second_})
            desk->api.faultsPerHundred = 20 + int(random_() % 40);
    }

    void live() {
        const int acts = 12 + int(random_() % 12);
        for (int act = 0; act < acts; ++act) {
            auto& desk = random_() % 2 == 0 ? first_ : second_;
            step(desk);
            for (auto turns = random_() % 6; turns > 0; --turns)
                Desk::wait();
        }
    }

    /// Both lines are good again; everything must come to rest.
    QString settle() {
        for (auto* desk : {&first_, &second_}) {
            desk->api.cut = false;
            desk->api.faultsPerHundred = 0;
            desk->api.deliverLate();
            desk->engine->wake();
        }
        const bool quiet = Desk::until([&] {
            for (auto* desk : {&first_, &second_}) {
                const auto counts = desk->counts();
                if (counts.waiting > 0 || counts.blobsWaiting > 0 || !sameAsServer(*desk))
                    return false;
            }
            return true;
        });
        return quiet ? QString() : QStringLiteral("did not come to rest");
    }

    /// Nothing lost, nothing twice, all in order.
    QString judge() {
        std::map<base::Ulid, int> appliedTimes;
        std::map<std::pair<std::string, base::Ulid>, std::pair<std::int64_t, std::int64_t>> newest;
        for (const auto& command : server_.applied) {
            ++appliedTimes[command.key];
            auto& last = newest[{command.device, command.stream}];
            const std::pair place(command.epoch, command.sequence);
            if (place <= last)
                return QStringLiteral("out of order");
            last = place;
        }
        for (const auto& [key, times] : appliedTimes)
            if (times != 1 || !recorded_.contains(key))
                return QStringLiteral("applied twice, or never recorded");
        std::set<base::Ulid> refused;
        for (auto* desk : {&first_, &second_})
            for (const auto& entry : desk->with([](auto& store) { return *store.refused(); }))
                refused.insert(entry.command.key);
        for (const auto& key : recorded_)
            if (appliedTimes.contains(key) == refused.contains(key))
                return QStringLiteral("lost, or both applied and refused");
        std::size_t events = 0;
        for (const auto& [id, theCase] : server_.cases)
            events += theCase.history.size();
        if (events != server_.applied.size())
            return QStringLiteral("cases hold other events than were applied");
        for (const auto& [sha256, bytes] : blobs_)
            if (server_.wholeBlobs[sha256] != bytes)
                return QStringLiteral("a blob is not whole");
        return {};
    }

    [[nodiscard]] std::size_t commands() const { return recorded_.size(); }

private:
    void step(Desk& desk) {
        switch (random_() % 10) {
        case 0:
            desk.api.cut = !desk.api.cut;
            break;
        case 1:
            desk.powerOff();
            desk.powerOn();
            break;
        case 2:
            if (restores_)
                restoreOrBackUp();
            break;
        default:
            work(desk);
        }
    }

    void restoreOrBackUp() {
        if (!backup_) {
            backup_ = server_;
            return;
        }
        server_ = *backup_;
        server_.epoch = "e" + std::to_string(++epochs_);
        backup_.reset();
    }

    /// A case of its own, or any that this desk sees; after a restore only desks themselves know the order of
    /// what they did, so each then keeps to its own.
    std::optional<cases::Case> someCase(Desk& desk) {
        auto seen = desk.with([](auto& store) { return *store.recentCases(50); });
        std::erase_if(seen, [&](const auto& c) { return restores_ && c.device != desk.name; });
        if (seen.empty() || random_() % 4 == 0)
            return std::nullopt;
        return seen[random_() % seen.size()];
    }

    void work(Desk& desk) {
        const auto theCase = someCase(desk);
        if (!theCase)
            return record(desk, test::open(test::newUlid()));
        if (random_() % 3 == 0) {
            base::Bytes bytes(1 + random_() % 50);
            for (auto& byte : bytes)
                byte = static_cast<std::uint8_t>(random_());
            const auto sha256 = desk.with([bytes](auto& store) { return *store.putBlob(bytes, true); });
            blobs_[sha256] = bytes;
            return record(desk, test::attach(theCase->id, sha256));
        }
        if (random_() % 6 == 0)
            return record(desk, test::command(theCase->id, cases::WithdrawCase{"x"}));
        record(desk, test::answers(theCase->id, std::to_string(random_())));
    }

    void record(Desk& desk, const cases::Command& command) {
        const auto done = desk.with([command](auto& store) { return store.record(command); });
        if (done)
            recorded_.insert(done->key);
    }

    bool sameAsServer(Desk& desk) {
        for (const auto& [id, theCase] : server_.cases)
            if (desk.with([id = id](auto& store) { return *store.caseById(id); }) != theCase)
                return false;
        return desk.with([](auto& store) { return *store.recentCases(1000); }).size() == server_.cases.size();
    }

    std::mt19937 random_;
    bool restores_;
    FakeServer server_;
    Desk first_;
    Desk second_;
    std::optional<FakeServer> backup_;
    int epochs_ = 1;
    std::set<base::Ulid> recorded_;
    std::map<std::string, base::Bytes> blobs_;
};

} // namespace

class TestHistories : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allEndEqual();
};

void TestHistories::allEndEqual() {
    const auto asked = qEnvironmentVariableIntValue("VIENLOGS_HISTORIES");
    const int only = qEnvironmentVariableIntValue("VIENLOGS_HISTORY"); // to see one seed again
    std::size_t commands = 0;
    const int histories = asked > 0 ? asked : 200;
    for (int seed = 1; seed <= histories; ++seed) {
        if (only > 0 && seed != only)
            continue;
        History history{unsigned(seed)};
        history.live();
        auto fault = history.settle();
        if (fault.isEmpty())
            fault = history.judge();
        QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("history %1: %2").arg(seed).arg(fault)));
        commands += history.commands();
    }
    QVERIFY(only > 0 || commands > std::size_t(histories) * 5);
}

QTEST_GUILESS_MAIN(TestHistories)
#include "test_histories.moc"
