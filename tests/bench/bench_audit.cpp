// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// How long the server takes for a proof of a large audit: bench_audit [RECORDS] [FOLDER]. Makes a log of so
// many records (10 000 000 when not told) of their usual size, then asks for proofs at random places. Needs
// about 8 GB.
#include <time.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <random>

#include "vienlogs/contract/audit_check.h"
#include "vienlogs/digest/merkle.h"
#include "vienlogs/server/app/audit.h"
#include "vienlogs/server/app/audit_tree.h"
#include "vienlogs/server/app/data_folder.h"
#include "vienlogs/sqlcipher/database.h"

using namespace vienlogs;
using namespace vienlogs::server;
using Steady = std::chrono::steady_clock;
using Microseconds = std::chrono::duration<double, std::micro>;

namespace {

constexpr std::int64_t batch = 20'000;
constexpr std::size_t usualSize = 420;
constexpr int questions = 2'000;
constexpr double limitMicroseconds = 2'000;

void must(bool good, const char* what) {
    if (!good)
        throw std::runtime_error(what);
}

/// As Audit::append(), without a signature for each: the tree is the same.
void fill(store::Store& store, std::int64_t records) {
    digest::merkle::Frontier tree;
    std::mt19937_64 random(1);
    while (tree.size() < records) {
        const auto until = std::min(records, tree.size() + batch);
        const auto done = store.write([&](store::Transaction& t) -> base::Result<void> {
            while (tree.size() < until) {
                auto leaf = "{\"index\":" + std::to_string(tree.size()) + ",\"text\":\"";
                leaf.append(usualSize - leaf.size(), static_cast<char>('a' + random() % 26));
                const store::AuditRow row{tree.size(), leaf,
                                          "PNOLV-32" + std::to_string(random() % 1'000'000'000),
                                          digest::merkle::leafHash(leaf)};
                const auto complete = tree.append(row.hash);
                const auto& newest = complete.back();
                auto kept = t.audit()
                                .append(row)
                                .and_then([&] { return t.audit().saveFrontier(newest.level, newest.hash); })
                                .and_then([&] { return app::AuditTree(t.audit()).grow(complete); });
                if (!kept)
                    return kept;
            }
            return {};
        });
        must(done.has_value(), "append");
    }
}

/// Fills without the index by subject, which proofs do not use and random subjects make slow, and puts it
/// back: the file is the same in the end, but ten million records take minutes and not hours.
void fillQuickly(const app::DataFolder& data, std::int64_t records) {
    const auto execute = [&](const std::string& sql) {
        const auto key = data.keyring().rawKey("store.key");
        const auto database = sqlcipher::Database::open(data.storeFile(), *key);
        must(database && (*database)->execute(sql), sql.c_str());
    };
    must(app::openStore(data).has_value(), "store"); // makes the tables
    execute("DROP INDEX audit_subject");
    fill(**app::openStore(data), records);
    execute("CREATE INDEX audit_subject ON audit(subject, idx)");
}

/// Of this thread, so that a busy machine shows what is ours and what is waiting.
double cpuMicroseconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

double print(const char* what, std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto nearlyWorst = times[times.size() * 99 / 100];
    std::cout << what << ": median " << times[times.size() / 2] << " us, p99 " << nearlyWorst
              << " us, longest " << times.back() << " us\n";
    return nearlyWorst;
}

template<typename Ask>
bool measure(const std::string& what, const Ask& ask) {
    std::vector<double> whole, ours;
    for (int i = 0; i < questions; ++i) {
        const auto began = Steady::now();
        const auto cpuBefore = cpuMicroseconds();
        const bool good = ask();
        ours.push_back(cpuMicroseconds() - cpuBefore);
        whole.push_back(Microseconds(Steady::now() - began).count());
        must(good, what.c_str());
    }
    print((what + ", processor").c_str(), std::move(ours));
    return print(what.c_str(), std::move(whole)) < limitMicroseconds;
}

} // namespace

int main(int argc, char** argv) {
    const std::int64_t records = argc > 1 ? std::stoll(argv[1]) : 10'000'000;
    auto pattern = ((argc > 2 ? std::filesystem::path(argv[2]) : std::filesystem::temp_directory_path()) /
                    "bench-audit-XXXXXX")
                       .string();
    const app::DataFolder data{::mkdtemp(pattern.data())};
    const base::SystemClock clock;
    bool fast = true;
    {
        const auto began = Steady::now();
        fillQuickly(data, records);
        const auto store = std::move(*app::openStore(data));
        std::cout << records << " records in "
                  << std::chrono::duration_cast<std::chrono::seconds>(Steady::now() - began).count()
                  << " s\n";
        const app::Audit audit(*store, std::move(*app::openAuditKey(data)), clock);
        must(audit.record({.what = "the last"}).has_value(), "record");
        std::mt19937_64 random(2);
        std::vector<contract::AuditInclusion> proofs;
        fast = measure("inclusion", [&] {
            auto proof =
                audit.inclusion(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(records)), 0);
            if (proof)
                proofs.push_back(*proof);
            return proof.has_value();
        });
        fast =
            measure("inclusion in an older tree",
                    [&] {
                        const auto size =
                            static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(records)) + 1;
                        return audit
                            .inclusion(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(size)),
                                       size)
                            .has_value();
                    }) &&
            fast;
        fast = measure("consistency",
                       [&] {
                           return audit
                               .consistency(
                                   static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(records)))
                               .has_value();
                       }) &&
               fast;
        must(std::all_of(proofs.begin(), proofs.end(),
                         [](const auto& proof) { return contract::holds(proof); }),
             "a proof does not hold");
    }
    std::filesystem::remove_all(data.root);
    return fast ? 0 : 1;
}
