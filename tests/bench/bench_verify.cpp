// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
//
// Validating a container of 1 GB, as one file and as 1 000 files: its speed beside sha256sum's on the same
// files in the same run, and its memory.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <random>

#include "../smartcard/core/direct_channel.h"
#include "vienlogs/card/eid_card.h"
#include "vienlogs/sign/container.h"
#include "vienlogs/verify/validator.h"

using namespace vienlogs;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t total = 1ULL << 30;
constexpr double leastShare = 0.8;
constexpr long mostKilobytes = 64 * 1024;

struct Folder {
    Folder() {
        std::string name = "/tmp/vienlogs-bench-XXXXXX";
        path = ::mkdtemp(name.data());
    }
    ~Folder() { fs::remove_all(path); }
    fs::path path;
};

/// Bytes that do not pack, like those of scans.
void fill(const fs::path& folder, int count) {
    std::mt19937_64 random(7);
    std::vector<std::uint64_t> words(total / std::uint64_t(count) / 8);
    for (int i = 0; i < count; ++i) {
        for (auto& word : words)
            word = random();
        std::ofstream(folder / ("scan-" + std::to_string(i) + ".pdf"), std::ios::binary)
            .write(reinterpret_cast<const char*>(words.data()), std::streamsize(words.size() * 8));
    }
}

bool sign(const Folder& folder, int count) {
    const auto ca = folder.path / "ca";
    auto image =
        virtualcard::makeCard(*virtualcard::profileNamed("teid2"),
                              {"Anna", "Liepiņa", *base::Identifier::latvianPersonalCode("161175-19997")},
                              {.authorityDirectory = ca});
    virtualcard::VirtualCard card(std::move(*image), [](const virtualcard::CardImage&) {});
    test::Slot slot;
    slot.insert(&card);
    base::SystemClock clock;
    card::LayoutCache cache;
    const auto trust = card::TrustStore::fromDirectory(ca);
    const auto session =
        *card::EidCard::open(std::make_unique<test::DirectChannel>(slot), *trust, clock, cache);
    const base::Secret pin2{"123456"};
    sign::CardSigningKey key(*session, pin2);
    std::vector<sign::SourceFile> files;
    for (int i = 0; i < count; ++i)
        files.push_back(
            sign::fromDisk(folder.path / ("scan-" + std::to_string(i) + ".pdf"), "application/pdf"));
    return sign::createContainer(folder.path / "all.asice", files, key, {clock.now()}).has_value();
}

struct Figures {
    double seconds = 0;
    long kilobytes = 0;
    int code = -1;
};

/// In a process of its own, so that memory is only its own.
Figures measure(const std::function<int()>& work) {
    const auto start = std::chrono::steady_clock::now();
    const auto child = ::fork();
    if (child == 0)
        ::_exit(work());
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    return {took.count(), usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

int validate(const Folder& folder) {
    const auto issuers = sign::Authorities::fromDirectory(folder.path / "ca");
    const verify::Validator validator({issuers->believed(), {}, nullptr, nullptr});
    const auto report = validator.validate(folder.path / "all.asice", base::SystemClock().now());
    // All but revocation, which nobody is asked about here.
    const bool good = report && report->signatures.size() == 1 &&
                      report->signatures[0].sub == verify::SubIndication::TryLater;
    return good ? 0 : 1;
}

bool bench(int count) {
    const Folder folder;
    fill(folder.path, count);
    if (!sign(folder, count))
        return false;
    const auto sums = "sha256sum " + (folder.path / "scan-*.pdf").string() + " >/dev/null";
    const auto sum = [&] { return measure([&] { return std::system(sums.c_str()) == 0 ? 0 : 1; }); };
    const auto ours = [&] { return measure([&] { return validate(folder); }); };
    sum(), ours(); // the files are in memory from here on
    const auto theirs = sum(), figures = ours();
    const double share = theirs.seconds / figures.seconds;
    std::cout << count << " file(s), 1 GiB: " << figures.seconds << " s, sha256sum " << theirs.seconds
              << " s, " << share << " of its speed; " << figures.kilobytes / 1024 << " MiB of memory\n";
    return figures.code == 0 && share >= leastShare && figures.kilobytes <= mostKilobytes;
}

} // namespace

int main() {
    const bool one = bench(1), many = bench(1000);
    return one && many ? 0 : 1;
}
