// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// How fast a container of 1 000 files and one of 1 GB is made, against sha256sum over the same files in the
// same run, and how much memory it takes.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>

#include "../smartcard/core/direct_channel.h"
#include "vienlogs/card/eid_card.h"
#include "vienlogs/sign/container.h"
#include "vienlogs/test/work_folder.h"

using namespace vienlogs;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t gigabyte = 1ULL << 30;
constexpr double leastSpeed = 0.8;           // of sha256sum
constexpr long mostMemoryGrown = 16L * 1024; // KiB
constexpr int rounds = 3;                    // the best of each counts: other load only slows

double seconds(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

long memoryKib() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

void fill(const fs::path& file, std::uint64_t size) {
    std::mt19937_64 random(size);
    std::vector<std::uint64_t> block(8192);
    std::ofstream stream(file, std::ios::binary);
    for (std::uint64_t done = 0; done < size; done += block.size() * 8) {
        for (auto& word : block)
            word = random();
        stream.write(reinterpret_cast<const char*>(block.data()),
                     long(std::min<std::uint64_t>(size - done, block.size() * 8)));
    }
}

/// Whether both targets were met.
bool measure(const char* what, const test::WorkFolder& folder, const std::vector<sign::SourceFile>& sources,
             sign::SigningKey& key) {
    double ours = 1e9, theirs = 1e9;
    const auto memory = memoryKib();
    for (int i = 0; i < rounds; ++i) {
        theirs =
            std::min(theirs, seconds([&] {
                         if (!folder.succeeds("find . -name '*.bin' -print0 | xargs -0 sha256sum > sums"))
                             std::printf("sha256sum failed\n");
                     }));
        ours = std::min(ours, seconds([&] {
                            const auto made = sign::createContainer(folder / "out.asice", sources, key,
                                                                    {.signedAt = base::SystemClock().now()});
                            if (!made)
                                std::printf("%s: %s\n", made.error().code.text.data(),
                                            made.error().detail.c_str());
                        }));
    }
    const auto grown = memoryKib() - memory;
    const bool good = theirs / ours >= leastSpeed && grown <= mostMemoryGrown;
    std::printf("%-12s container %.2f s, sha256sum %.2f s: %.0f %% of its speed; memory grew %ld KiB, %s\n",
                what, ours, theirs, 100 * theirs / ours, grown, good ? "good" : "TARGET MISSED");
    return good;
}

} // namespace

int main() {
    const test::WorkFolder authority, many, one;
    auto image =
        virtualcard::makeCard(*virtualcard::profileNamed("teid2"),
                              {"Jānis", "Bērziņš", *base::Identifier::latvianPersonalCode("010181-15098")},
                              {.authorityDirectory = authority.path()});
    virtualcard::VirtualCard model(std::move(*image), [](const virtualcard::CardImage&) {});
    test::Slot slot;
    slot.insert(&model);
    const auto trust = *card::TrustStore::fromDirectory(authority.path());
    const base::SystemClock clock;
    card::LayoutCache cache;
    const auto card = *card::EidCard::open(std::make_unique<test::DirectChannel>(slot), trust, clock, cache);
    const base::Secret pin2("123456");
    sign::CardSigningKey key(*card, pin2);

    std::vector<sign::SourceFile> sources;
    for (int i = 0; i < 1000; ++i) {
        const auto file = many / ("f" + std::to_string(i) + ".bin");
        fill(file, 300'000);
        sources.push_back(sign::fromDisk(file, "application/octet-stream"));
    }
    fill(one / "one.bin", gigabyte);
    const bool first = measure("1 000 files", many, sources, key);
    const bool second =
        measure("1 GB", one, {sign::fromDisk(one / "one.bin", "application/octet-stream")}, key);
    return first && second ? 0 : 1;
}
